"""The letter to one bidder about one perceel: why, the own scores, and how long one can go to court.

What it says of others is no more than a reason needs: the names of who are chosen, their marks, and what
they did better in general (Aanbestedingswet 2012, art. 2.130 and 2.138).
"""

import io
import zipfile
from collections.abc import Callable
from enum import StrEnum

from docx.document import Document

from compliance.tekst import dag_tekst, opsomming
from compliance.verslag import woordstukken as woord
from knowledge.calculators.getal import getal
from knowledge.calculators.score.criteria import minimum_van, wegingen
from web.gunning.opzet import dag_van
from web.gunning.stand import Stand
from web.gunning.stap import Stapsoort
from web.gunning.uitslag import Uitslag, Uitslagregel
from web.models import Gunningsstap
from web.repositories.scores import Onderwerp
from web.services.opslag import safe_name

STAPPEN_MET_BRIEF = frozenset({Stapsoort.BESLUIT, Stapsoort.DEFINITIEF})


class Briefsoort(StrEnum):
    """What a letter tells, as people call it."""

    VOORNEMEN = "Voornemen tot gunning"
    DEFINITIEF = "Definitieve gunning"
    AANPASSEN = "Plan mag worden aangepast"
    AFWIJZING = "Afwijzing"
    AFLOOP = "Definitief gegund aan anderen"
    """To who read at the decision why not."""


def briefsoort(stap: Gunningsstap, regel: Uitslagregel) -> Briefsoort:
    gegund = regel.inschrijving_id in stap.gegund
    if stap.soort == Stapsoort.DEFINITIEF:
        return Briefsoort.DEFINITIEF if gegund else Briefsoort.AFLOOP
    if gegund:
        return Briefsoort.VOORNEMEN
    return Briefsoort.AANPASSEN if regel.plaatsing == "mag plan aanpassen" else Briefsoort.AFWIJZING


def maak_brief(stand: Stand, stap: Gunningsstap, regel: Uitslagregel, regio: str) -> bytes:
    """As DOCX. `stap`: the decision or the final award that the letter is about; `regio`: who writes."""
    perceel = stand.perceel(stap.perceel)
    assert perceel
    soort = briefsoort(stap, regel)
    uitslag = Uitslag.model_validate(stap.uitslag)
    onderwerp = f"{soort.value}: {stand.aanbesteding.naam}, perceel {perceel.nummer} {perceel.naam}"
    document = woord.nieuw(onderwerp, f"{stand.aanbesteding.naam}, perceel {perceel.nummer}", regio)
    woord.briefhoofd(document, regio, regel.naam, onderwerp, stap.dag)
    woord.alinea(document, f"Geachte heer of mevrouw van {regel.naam},")
    _INHOUD[soort](document, stand, stap, regel, uitslag)
    if soort is not Briefsoort.AFLOOP:
        _eigen_scores(document, stand, stap.perceel, regel)
    if soort is Briefsoort.AFWIJZING:
        _vergelijking(document, stap, regel, uitslag)
        if perceel.valt_terug_op and regel.plaatsing != "terzijde gelegd":
            woord.alinea(
                document,
                f"Wij kijken daarna of u in aanmerking komt voor perceel {perceel.valt_terug_op}. Dat doen "
                "wij niet als u in uw inschrijving schreef dat u dit niet wilt (§4.3.1).",
            )
    if soort not in (Briefsoort.DEFINITIEF, Briefsoort.AFLOOP):
        _rechtsbescherming(document, stap)
    woord.alinea(document, "Heeft u vragen over deze brief? Stel ze via het platform van de aanbesteding.")
    woord.alinea(document, "Met vriendelijke groet,")
    woord.alinea(document, f"namens {regio}", ruimte_na=24)
    woord.in_te_vullen(document, ("Naam", "Handtekening"))
    return woord.als_bytes(document)


def brieven_zip(stand: Stand, stap: Gunningsstap, regio: str) -> bytes:
    """The letters to all bidders, each as DOCX, in one zip."""
    uit = io.BytesIO()
    namen: set[str] = set()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as bundel:
        for regel in Uitslag.model_validate(stap.uitslag).regels:
            naam, nummer = briefnaam(stap, regel), 1
            while naam.casefold() in namen:
                nummer += 1
                naam = f"{briefnaam(stap, regel)} ({nummer})"
            namen.add(naam.casefold())
            bundel.writestr(f"{naam}.docx", maak_brief(stand, stap, regel, regio))
    return uit.getvalue()


def briefnaam(stap: Gunningsstap, regel: Uitslagregel) -> str:
    """Name of the file of a letter, without its ending."""
    return safe_name(f"{briefsoort(stap, regel).value} perceel {stap.perceel} {regel.naam}")


def _voornemen(
    document: Document, stand: Stand, stap: Gunningsstap, regel: Uitslagregel, uitslag: Uitslag
) -> None:
    woord.alinea(
        document, f"Wij zijn van plan om u perceel {stap.perceel} te gunnen. {_plaats(regel, uitslag)}"
    )
    if regel.plaatsing == "gelijke stand":
        woord.alinea(document, f"U stond gelijk met een of meer anderen. Waarom u bent gekozen: {stap.reden}")
    woord.alinea(
        document,
        "Dit is een voornemen. U kunt er nog geen rechten aan ontlenen, en wij kunnen het intrekken of "
        "veranderen (§4.1.9). Wij gunnen pas definitief na de bezwaartermijn, en alleen als u dan nog aan "
        "alle eisen en voorwaarden voldoet. Wij kunnen u vragen om bewijs van wat u verklaarde (§5.9).",
    )


def _definitief(
    document: Document, stand: Stand, stap: Gunningsstap, regel: Uitslagregel, uitslag: Uitslag
) -> None:
    woord.alinea(document, f"Wij gunnen u perceel {stap.perceel} definitief. {_plaats(regel, uitslag)}")
    ingang = dag_van(stand.aanbesteding, "ingang")
    begin = f" De overeenkomst gaat in op {dag_tekst(ingang)}." if ingang else ""
    woord.alinea(
        document,
        "De overeenkomst komt tot stand als u en wij haar hebben ondertekend (§4.1.9)."
        f"{begin} U krijgt haar van ons om te tekenen.",
    )


def _aanpassen(
    document: Document, stand: Stand, stap: Gunningsstap, regel: Uitslagregel, uitslag: Uitslag
) -> None:
    plan, minimum = minimum_van(stand.criteria(stap.perceel))
    tot = dag_van(stand.aanbesteding, "hernieuwde_inschrijving")
    uiterlijk = f" Stuur het uiterlijk op {dag_tekst(tot)}." if tot else ""
    woord.alinea(
        document,
        f"Uw {plan.naam[0].lower()}{plan.naam[1:]} haalt het minimum van {getal(minimum)} nog niet. U mag "
        f"het één keer aanpassen ({plan.vindplaats}).{uiterlijk} Wij beoordelen het dan opnieuw. Haalt het "
        f"de {getal(minimum)} weer niet, dan leggen wij uw inschrijving voor dit perceel terzijde.",
    )


def _afwijzing(
    document: Document, stand: Stand, stap: Gunningsstap, regel: Uitslagregel, uitslag: Uitslag
) -> None:
    woord.alinea(document, f"Wij gunnen u perceel {stap.perceel} niet. Hieronder leest u waarom.")
    if regel.plaatsing == "terzijde gelegd":
        woord.alinea(
            document,
            "Wij hebben uw inschrijving terzijde gelegd en daarna niet inhoudelijk beoordeeld (hoofdstuk 6).",
        )
        woord.alinea(document, "De reden:", ruimte_na=2)
        woord.alineas(document, regel.reden)
    elif regel.plaatsing == "afgewezen":
        plan, minimum = minimum_van(stand.criteria(stap.perceel))
        woord.alinea(
            document,
            f"Uw {plan.naam[0].lower()}{plan.naam[1:]} haalt ook na de tweede keer het minimum van "
            f"{getal(minimum)} niet ({plan.vindplaats}).",
        )
    elif regel.plaatsing == "gelijke stand":
        woord.alinea(
            document,
            f"{_plaats(regel, uitslag)} Op de laatste plaats stond u gelijk met een of meer anderen. "
            f"Waarom u niet bent gekozen: {stap.reden}",
        )
    else:
        woord.alinea(document, _plaats(regel, uitslag))


def _afloop(
    document: Document, stand: Stand, stap: Gunningsstap, regel: Uitslagregel, uitslag: Uitslag
) -> None:
    namen = opsomming(r.naam for r in uitslag.regels if r.inschrijving_id in stap.gegund)
    woord.alinea(document, f"Wij gunden perceel {stap.perceel} definitief aan {namen or 'niemand'}.")
    besluit = next(
        s for s in reversed(stand.gunning(stap.perceel)) if Stapsoort(s.soort) is Stapsoort.BESLUIT
    )
    woord.alinea(
        document,
        f"Wat dit voor uw inschrijving betekent en waarom, staat in onze brief van {dag_tekst(besluit.dag)}.",
    )


def _plaats(regel: Uitslagregel, uitslag: Uitslag) -> str:
    """The own mark and place."""
    if regel.eindcijfer is None:
        return "Uw inschrijving voldoet aan wat wij vragen."
    cijfer = f"Uw eindcijfer is een {getal(regel.eindcijfer.normalize())}."
    if uitslag.hoogstens is None:
        return cijfer
    aantal = sum(r.rang is not None for r in uitslag.regels)
    return (
        f"{cijfer} U staat daarmee op plaats {regel.rang} van {aantal}. Wij kiezen hoogstens "
        f"{uitslag.hoogstens} inschrijvers (§6.1)."
    )


def _eigen_scores(document: Document, stand: Stand, perceel: int, regel: Uitslagregel) -> None:
    """The own consensus scores, with their motivations."""
    rijen = []
    for c in stand.criteria(perceel):
        for ronde in (1, 2):
            consensus = stand.consensus.get(Onderwerp(regel.inschrijving_id, perceel, c.id, ronde))
            if consensus:
                weging = " van ".join(f"{getal(w)}%" for w in wegingen(stand.tender, c))
                naam = c.naam if ronde == 1 else f"{c.naam}, na aanpassing"
                rijen.append((naam, weging, consensus.punten, consensus.motivering))
    if rijen and regel.plaatsing != "terzijde gelegd":
        woord.kop(document, "Uw scores", 2)
        woord.tabel(
            document,
            ("Onderdeel", "Telt mee", "Score", "Motivering"),
            rijen,
            (4.2, 3.0, 1.6, 7.8),
            rechts=(2,),
        )


def _vergelijking(document: Document, stap: Gunningsstap, regel: Uitslagregel, uitslag: Uitslag) -> None:
    gekozen = [r for r in uitslag.regels if r.inschrijving_id in stap.gegund]
    if not gekozen:
        woord.alinea(document, "Wij gunnen dit perceel aan geen van de inschrijvers.")
        return
    if regel.plaatsing not in ("niet gekozen", "gelijke stand"):
        namen = opsomming(r.naam for r in gekozen)
        woord.alinea(document, f"Wij zijn van plan dit perceel te gunnen aan {namen}.")
        return
    woord.kop(document, "Wie wel is gekozen", 2)
    rijen = [(r.naam, getal(r.eindcijfer.normalize())) for r in gekozen if r.eindcijfer is not None]
    woord.tabel(document, ("Inschrijver", "Eindcijfer"), rijen, (12.0, 4.6), rechts=(1,))
    if stap.vergelijking:
        woord.alinea(document, "Waarin de gekozen inschrijvingen beter waren:", ruimte_na=2)
        woord.alineas(document, stap.vergelijking)


def _rechtsbescherming(document: Document, stap: Gunningsstap) -> None:
    if stap.bezwaar_tot is None:
        return
    woord.kop(document, "Bent u het er niet mee eens?", 2)
    woord.alinea(
        document,
        f"U kunt tot en met {dag_tekst(stap.bezwaar_tot)} een kort geding beginnen bij de rechter. Hoe dat "
        "gaat, staat in §4.1.13 van het inkoopdocument. Tot en met die dag gunnen wij niet definitief. Met "
        "een klacht kunt u ook terecht bij de klachtenregeling (§4.1.11); die maakt de termijn niet langer.",
    )


_INHOUD: dict[Briefsoort, Callable[[Document, Stand, Gunningsstap, Uitslagregel, Uitslag], None]] = {
    Briefsoort.VOORNEMEN: _voornemen,
    Briefsoort.DEFINITIEF: _definitief,
    Briefsoort.AANPASSEN: _aanpassen,
    Briefsoort.AFWIJZING: _afwijzing,
    Briefsoort.AFLOOP: _afloop,
}
