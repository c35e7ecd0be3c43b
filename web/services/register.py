"""The living registers: what an import would change, one changed row, and a problem for the matcher.

A register holds the matcher's own columns as text, and the matcher's own reader checks them, so that there
is one set of rules for a file and for a form.
"""

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from knowledge.catalogue.models import Tender
from knowledge.errors import InvoerFout
from matcher import Probleem, read_folder
from matcher.invoer import GROEPKOLOMMEN, JEUGDIGEKOLOMMEN
from matcher.privacy import lijkt_bsn
from web.access import Wie
from web.models.base import now
from web.models.register import Registerrij, Registersoort, Registerwijziging
from web.repositories import register

HORIZON = 52
"""Weeks that a plan from the register looks ahead."""

KOLOMMEN: Mapping[Registersoort, tuple[str, ...]] = {
    Registersoort.GROEP: GROEPKOLOMMEN,
    Registersoort.JEUGDIGE: JEUGDIGEKOLOMMEN,
}
BESTAND = {Registersoort.GROEP: "groepen.csv", Registersoort.JEUGDIGE: "jeugdigen.csv"}

Rijen = Mapping[str, dict[str, str]]
"""Columns by key."""


@dataclass(frozen=True, slots=True)
class Verschil:
    """What an import would do with one row. `wat`: nieuw, anders or weg; `velden`: (column, old, new)."""

    soort: Registersoort
    sleutel: str
    wat: str
    velden: tuple[tuple[str, str, str], ...] = ()


def maandag(dag: date) -> date:
    """The Monday of a day's week: the peildatum of a plan that is made on that day."""
    return dag - timedelta(days=dag.weekday())


def lees_csv(soort: Registersoort, tekst: str) -> dict[str, dict[str, str]]:
    """The rows of a file that the matcher has read, by their key."""
    kolommen = KOLOMMEN[soort]
    rijen = csv.DictReader(io.StringIO(tekst), delimiter=";")
    return {rij[kolommen[0]]: {kolom: rij[kolom] or "" for kolom in kolommen} for rij in rijen}


def schrijf_csv(soort: Registersoort, rijen: Rijen) -> str:
    uit = io.StringIO(newline="")
    schrijver = csv.DictWriter(uit, KOLOMMEN[soort], delimiter=";", lineterminator="\n")
    schrijver.writeheader()
    schrijver.writerows(rijen.values())
    return uit.getvalue()


def huidig(session: Session) -> dict[Registersoort, dict[str, dict[str, str]]]:
    return {
        soort: {sleutel: dict(velden) for _, sleutel, velden in register.velden(session, soort)}
        for soort in Registersoort
    }


def schrijf_map(
    alles: Mapping[Registersoort, Rijen], peildatum: date, tender: Tender, map_: Path, weken: int = HORIZON
) -> None:
    """The folder that the matcher reads."""
    map_.mkdir(parents=True, exist_ok=True)
    instellingen = {
        "peildatum": peildatum.isoformat(),
        "horizon_weken": weken,
        "regio": tender.regio.lower(),
    }
    (map_ / "instellingen.json").write_text(
        json.dumps(instellingen, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    for soort in Registersoort:
        (map_ / BESTAND[soort]).write_text(schrijf_csv(soort, alles.get(soort, {})), encoding="utf-8")


def controleer(alles: Mapping[Registersoort, Rijen], peildatum: date, tender: Tender) -> Probleem:
    """The problem that the registers describe.

    Raises InvoerFout with every fault, by file, row and column.
    """
    with TemporaryDirectory() as map_:
        schrijf_map(alles, peildatum, tender, Path(map_))
        return read_folder(map_)


def vergelijk(
    oud: Mapping[Registersoort, Rijen], nieuw: Mapping[Registersoort, Rijen], *, volledig: bool
) -> list[Verschil]:
    """What changes from `oud` to `nieuw`. `volledig`: rows that are not in `nieuw` go away."""
    uit: list[Verschil] = []
    for soort in Registersoort:
        if soort not in nieuw:
            continue
        toen, straks = oud.get(soort, {}), nieuw[soort]
        for sleutel, velden in straks.items():
            if sleutel not in toen:
                uit.append(Verschil(soort, sleutel, "nieuw"))
            elif anders := veldverschillen(toen[sleutel], velden):
                uit.append(Verschil(soort, sleutel, "anders", anders))
        if volledig:
            uit += [Verschil(soort, sleutel, "weg") for sleutel in toen if sleutel not in straks]
    return uit


def veldverschillen(toen: Mapping[str, str], straks: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (kolom, toen.get(kolom, ""), waarde)
        for kolom, waarde in straks.items()
        if toen.get(kolom, "") != waarde
    )


def verwerk(
    session: Session,
    wie: Wie,
    verschillen: Sequence[Verschil],
    nieuw: Mapping[Registersoort, Rijen],
    reden: str,
) -> None:
    """Carry out what `vergelijk` told, with its history."""
    staand = {
        (rij.soort, rij.sleutel): rij for soort in Registersoort for rij in register.rijen(session, soort)
    }
    for verschil in verschillen:
        rij = staand.get((verschil.soort.value, verschil.sleutel))
        if verschil.wat == "weg":
            if rij is not None:
                register.remove(session, rij)
            continue
        velden = nieuw[verschil.soort][verschil.sleutel]
        if rij is None:
            voeg_toe(session, wie, verschil.soort, velden, reden)
        else:
            wijzig(session, wie, rij, velden, reden)


def voeg_toe(
    session: Session, wie: Wie, soort: Registersoort, velden: dict[str, str], reden: str
) -> Registerrij:
    """Add a row; its key is its first column."""
    rij = register.add(session, wie.organisatie_id, soort, velden[KOLOMMEN[soort][0]], velden)
    register.add_wijzigingen(session, [_wijziging(rij, wie, "", "", "", reden)])
    return rij


def wijzig(session: Session, wie: Wie, rij: Registerrij, velden: dict[str, str], reden: str) -> None:
    """Change the columns of one row, with a line of history for each."""
    anders = veldverschillen(rij.velden, velden)
    if anders:
        rij.velden = dict(velden)
        rij.gewijzigd = now()
        register.add_wijzigingen(session, [_wijziging(rij, wie, *verschil, reden) for verschil in anders])


def _wijziging(rij: Registerrij, wie: Wie, veld: str, oud: str, nieuw: str, reden: str) -> Registerwijziging:
    return Registerwijziging(
        eigenaar_id=wie.organisatie_id,
        rij_id=rij.id,
        gebruiker=wie.naam,
        veld=veld,
        oud=oud,
        nieuw=nieuw,
        reden=reden,
    )


def controleer_rij(
    alles: Mapping[Registersoort, Rijen],
    soort: Registersoort,
    sleutel: str,
    velden: dict[str, str],
    peildatum: date,
    tender: Tender,
) -> dict[str, str]:
    """Faults that this row would have, by column ("" for the row as a whole); empty when it can be kept."""
    fouten = {kolom: GEEN_BSN for kolom, waarde in velden.items() if lijkt_bsn(waarde) and not _getal(waarde)}
    if fouten:
        return fouten
    straks = {s: dict(rijen) for s, rijen in alles.items()}
    straks.setdefault(soort, {}).pop(sleutel, None)
    straks[soort] = {sleutel: velden, **straks[soort]}
    try:
        controleer(straks, peildatum, tender)
    except InvoerFout as fout:
        for regel in fout.fouten or (str(fout),):
            # The row is the first of its file: row 2, below the header.
            gevonden = re.match(rf"{re.escape(BESTAND[soort])}, rij 2, kolom (\w+): (.*)", regel, re.DOTALL)
            if gevonden:
                fouten.setdefault(gevonden[1], gevonden[2])
            else:
                fouten.setdefault("", regel)
    return fouten


GEEN_BSN = "Dit lijkt een BSN. Gebruik een pseudoniem (eis 21)."


def _getal(waarde: str) -> bool:
    return re.fullmatch(r"[\d.,+-]*", waarde) is not None
