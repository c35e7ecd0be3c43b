"""What an organisation says of itself, and how that answers the conditions of §5.6."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from knowledge.calculators.opzoeken import bekend
from knowledge.calculators.rekentool import Getal, Invoer
from knowledge.calculators.tariefgroepbepaling.voorwaarden import Feit
from knowledge.catalogue import Tender

Cao = Literal["jeugdzorg", "gehandicaptenzorg", "ggz", "andere"]


class TariefgroepbepalingInvoer(Invoer):
    """What an organisation says of itself; a fact that is left out counts as not met."""

    perceel: int = Field(
        title="Perceel", description="nummer van het perceel waarop u inschrijft, 1 t/m 5", ge=1
    )
    cao: tuple[Cao, ...] = Field((), title="Cao", description="de cao's waaronder uw organisatie valt")
    intensiteiten: tuple[str, ...] = Field(
        (),
        title="Intensiteiten",
        description="de intensiteiten van wonen en verblijf die u biedt: A t/m K, GGZ-C t/m GGZ-H",
    )
    tariefgroepen: tuple[Annotated[int, Field(ge=1)], ...] = Field(
        (),
        title="Tariefgroepen van uw medewerkers",
        description="nummers 1 t/m 7 (bijlage XII); 6 en 7 mogen ook via een onderaannemer",
    )
    multidisciplinair_team: bool = Field(
        False, title="Multidisciplinair team", description="u hebt een multidisciplinair team beschikbaar"
    )
    omzet: Getal | None = Field(
        None,
        title="Omzet uit de Jeugdwet",
        description="in euro, heel Nederland, over 2021; bij een latere herziening over het laatst "
        "afgesloten boekjaar",
        ge=0,
    )
    behandelaren: Getal | None = Field(None, title="Behandelaren in loondienst", description="in fte", ge=0)
    jeugdigen_ggz: int | None = Field(
        None,
        title="Jeugdigen in GGZ-verblijf",
        description="aantal jeugdigen uit de regio aan wie u GGZ-verblijf levert",
        ge=0,
    )
    locaties: int | None = Field(
        None,
        title="Locaties in de regio",
        description="aantal, ambulant of verblijf; mag ook via een onderaannemer",
        ge=0,
    )
    lta: bool = Field(
        False, title="LTA-contract", description="landelijk contract voor de academische functie (ACKJP)"
    )
    academische_functie: bool = Field(
        False, title="Academische functie", description="die functie is aantoonbaar beschikbaar in de regio"
    )
    wvggz: bool = Field(False, title="Wvggz", description="u voert de Wvggz uit")
    voldoet: bool = Field(
        True,
        title="Voldoet aan het inkoopdocument",
        description="uw inschrijving voldoet aan de eisen van het inkoopdocument",
    )
    gegund: bool | None = Field(
        None,
        title="Perceel 4 gegund",
        description="u hoort bij de hoogstens vijf gekozen aanbieders; leeg: nog niet bekend",
    )
    alleen_dit_perceel: bool = Field(
        False,
        title="Alleen dit perceel",
        description="u wilt niet bij een ander perceel worden ingedeeld (bijlage I, punt 2, laatste veld)",
    )


def feiten_van(tender: Tender, invoer: TariefgroepbepalingInvoer) -> dict[str, Feit]:
    """What is said about each condition, by its sleutel.

    InvoerFout for an intensiteit or tariefgroep that does not exist.
    """
    verblijf = [i.code for i in tender.intensiteiten if i.soort != "groepsaanbod"]
    intensiteiten = frozenset(bekend("Intensiteit", invoer.intensiteiten, verblijf))
    nummers = [str(g.nummer) for g in tender.tariefgroepen]
    bekend("Tariefgroep", map(str, invoer.tariefgroepen), nummers)
    tariefgroepen = frozenset(f"TG{n}" for n in invoer.tariefgroepen)
    aantal = {
        naam: None if waarde is None else Decimal(waarde)
        for naam, waarde in (("jeugdigen", invoer.jeugdigen_ggz), ("locaties", invoer.locaties))
    }
    return {
        "cao": Feit(genoemd=frozenset(invoer.cao)),
        "verblijf_vanaf_h": Feit(genoemd=intensiteiten),
        "multidisciplinair_team": Feit(
            genoemd=tariefgroepen if invoer.multidisciplinair_team else frozenset()
        ),
        "omzet": Feit(aantal=invoer.omzet),
        "tg6_tg7": Feit(genoemd=tariefgroepen),
        "behandelaren": Feit(aantal=invoer.behandelaren),
        "ggz_verblijf": Feit(genoemd=intensiteiten, aantal=aantal["jeugdigen"]),
        "locatie": Feit(aantal=aantal["locaties"]),
        "lta_ackjp": Feit(ja=invoer.lta),
        "academische_functie": Feit(ja=invoer.academische_functie),
        "wvggz": Feit(ja=invoer.wvggz),
    }


def keuzes(tender: Tender) -> dict[str, list[tuple[str, str]]]:
    """The values that the tender knows, with a label, for the fields that have such."""
    return {
        "perceel": [(str(p.nummer), f"{p.nummer} {p.naam}") for p in tender.percelen if p.voorwaarden],
        "intensiteiten": [(i.code, i.naam) for i in tender.intensiteiten if i.soort != "groepsaanbod"],
        "tariefgroepen": [(str(g.nummer), f"Tariefgroep {g.nummer}") for g in tender.tariefgroepen],
    }
