"""What assessors decided against a proposal, with the reason: kept, counted, and exported as labelled data.

A file of JSON lines that only grows; the last line on an eis of a bid holds.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from compliance.rapport import Bewijs, EisStatus, Rapport
from knowledge.errors import InvoerFout


class Correctie(BaseModel):
    """One decision. `besluit` may equal `voorstel`: the assessor agrees, which counts for the agreement."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    tender: str
    inschrijver: str
    eis: str
    voorstel: EisStatus
    besluit: EisStatus
    reden: str = Field(min_length=1, max_length=2000)
    door: str = Field(min_length=1, max_length=100)
    moment: str
    """When, as ISO 8601."""
    zekerheid: float
    bewijs: tuple[Bewijs, ...] = ()


def maak_correctie(
    rapport: Rapport, eis: str, besluit: EisStatus, reden: str, door: str, moment: str
) -> Correctie:
    """A decision on an eis of a report. InvoerFout for an eis that is not in it, or without a reason."""
    oordeel = next((o for o in rapport.eisen if o.id == eis), None)
    if oordeel is None:
        raise InvoerFout(f"Eis {eis} staat niet in het rapport.")
    if not reden.strip():
        raise InvoerFout("Geef een reden bij uw besluit.")
    if not door.strip():
        raise InvoerFout("Zeg wie dit besluit neemt.")
    return Correctie(
        tender=rapport.tender,
        inschrijver=rapport.inschrijver,
        eis=eis,
        voorstel=oordeel.status,
        besluit=besluit,
        reden=reden,
        door=door,
        moment=moment,
        zekerheid=oordeel.zekerheid,
        bewijs=oordeel.bewijs,
    )


def voeg_toe(pad: Path, correctie: Correctie) -> None:
    """Add a line to the file."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    with pad.open("a", encoding="utf-8") as bestand:
        bestand.write(correctie.model_dump_json() + "\n")


def lees_correcties(pad: Path) -> list[Correctie]:
    """All lines in order. InvoerFout naming the line that is none."""
    try:
        regels = pad.read_text(encoding="utf-8").splitlines()
    except OSError as fout:
        raise InvoerFout(f"{pad}: kan dit bestand niet lezen ({fout.strerror}).") from fout
    gelezen = []
    for nummer, regel in enumerate(regels, 1):
        if not regel.strip():
            continue
        try:
            gelezen.append(Correctie.model_validate_json(regel))
        except ValidationError as fout:
            raise InvoerFout(f"{pad}, regel {nummer}: dit is geen besluit van een beoordelaar.") from fout
    return gelezen


def geldend(correcties: Iterable[Correctie]) -> list[Correctie]:
    """The last decision on each eis of each bid."""
    laatste: dict[tuple[str, str, str], Correctie] = {}
    for c in correcties:
        laatste[(c.tender, c.inschrijver, c.eis)] = c
    return list(laatste.values())


def pas_toe(rapport: Rapport, correcties: Iterable[Correctie]) -> Rapport:
    """The report with what assessors decided in place of what was proposed."""
    besluiten = {
        c.eis: c
        for c in geldend(correcties)
        if (c.tender, c.inschrijver) == (rapport.tender, rapport.inschrijver)
    }
    eisen = tuple(
        o.model_copy(
            update={
                "status": besluiten[o.id].besluit,
                "toelichting": f"{besluiten[o.id].reden} (besluit van {besluiten[o.id].door})",
                "zekerheid": 1.0,
            }
        )
        if o.id in besluiten
        else o
        for o in rapport.eisen
    )
    return rapport.model_copy(update={"eisen": eisen})


@dataclass(frozen=True)
class Overeenstemming:
    """How often assessors agree. `per_status`: (agreed, decided) by proposed status; `verwarring`: how often
    a proposal became what; `kappa`: agreement beyond chance (Cohen), None where it can't be told."""

    aantal: int
    gelijk: int
    per_status: Mapping[str, tuple[int, int]]
    verwarring: Mapping[tuple[str, str], int]
    kappa: float | None

    @property
    def aandeel(self) -> float:
        return self.gelijk / self.aantal if self.aantal else 0.0


def overeenstemming(correcties: Iterable[Correctie]) -> Overeenstemming:
    """The agreement of the decisions that hold with what was proposed."""
    besluiten = geldend(correcties)
    verwarring = Counter((c.voorstel, c.besluit) for c in besluiten)
    gelijk = sum(aantal for (voorstel, besluit), aantal in verwarring.items() if voorstel == besluit)
    voorstellen = Counter(c.voorstel for c in besluiten)
    namen = Counter(c.besluit for c in besluiten)
    aantal = len(besluiten)
    toeval = sum(voorstellen[s] * namen[s] for s in voorstellen) / aantal**2 if aantal else 1.0
    return Overeenstemming(
        aantal=aantal,
        gelijk=gelijk,
        per_status={s: (verwarring[(s, s)], n) for s, n in sorted(voorstellen.items())},
        verwarring=dict(sorted(verwarring.items())),
        kappa=(gelijk / aantal - toeval) / (1 - toeval) if aantal and toeval < 1 else None,
    )


def als_labels(correcties: Iterable[Correctie]) -> list[dict[str, Any]]:
    """Labelled data: for each decision the passages and what they were judged to show."""
    return [
        {
            "tender": c.tender,
            "inschrijver": c.inschrijver,
            "eis": c.eis,
            "status": c.besluit,
            "voorstel": c.voorstel,
            "zekerheid": c.zekerheid,
            "reden": c.reden,
            "bewijs": [json.loads(b.model_dump_json()) for b in c.bewijs],
        }
        for c in geldend(correcties)
    ]
