"""What a coordinator wants to try on a plan: read from a form, in words, as a change, and as input files."""

import csv
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from matcher import Probleem, Vastlegging
from matcher.domein import CRITERIA
from matcher.omzetten.waarden import datum
from matcher.privacy import lijkt_bsn
from matcher.tabel import kort
from matcher.uitleg.watals import Wijziging
from web.contexts.basis import Veldfout
from web.services.datum import dag_van_week
from web.services.plaatsingen import Rondemap
from web.services.planbeeld import CRITERIUMNAMEN
from web.services.register import GEEN_BSN
from web.services.vervolgronde import samen, schrijf_vast

MEESTE_RIJEN = 20
MEESTE_BEDDEN = 50
KEUZES = {"vast": "moet hier wonen", "niet": "mag hier niet wonen"}


@dataclass(frozen=True)
class Voornemen:
    """`keuzes`: jeugdige, phase from 1, groep, and whether that is a must (or must not); `dicht`: the day on
    which a groep closes, as JJJJ-MM-DD; `bedden`: beds more (below 0: less) by groep; `belofte`: points
    that each other change of groep must gain."""

    keuzes: tuple[tuple[str, int, str, bool], ...] = ()
    dicht: Mapping[str, str] = field(default_factory=dict)
    bedden: Mapping[str, int] = field(default_factory=dict)
    gewichten: Mapping[str, int] = field(default_factory=dict)
    belofte: int = 0

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "keuzes": [list(keuze) for keuze in self.keuzes]}

    @classmethod
    def from_json(cls, waarde: Mapping[str, Any]) -> "Voornemen":
        keuzes = tuple((str(j), int(f), str(g), bool(vast)) for j, f, g, vast in waarde["keuzes"])
        return cls(**{**waarde, "keuzes": keuzes})

    @property
    def leeg(self) -> bool:
        return not (self.keuzes or self.dicht or self.bedden or self.gewichten)

    def vastleggingen(self) -> tuple[Vastlegging, ...]:
        return tuple(Vastlegging(*keuze) for keuze in self.keuzes)


def lees(form: Mapping[str, str], probleem: Probleem) -> tuple[Voornemen, list[Veldfout]]:
    """What a sent form asks for, and what is wrong with it."""
    lezer = _Lezer(form, probleem)
    voornemen = Voornemen(
        tuple(lezer.keuzes()),
        dict(lezer.dicht()),
        dict(lezer.bedden()),
        dict(lezer.gewichten()),
        lezer.belofte(),
    )
    if lijkt_bsn(form.get("naam", "")):
        lezer.fout("naam", GEEN_BSN)
    if not lezer.fouten and voornemen.leeg:
        lezer.fout("vast.0.jeugdige", "Verander minstens een ding.")
    return voornemen, lezer.fouten


def rijen(form: Mapping[str, str], soort: str) -> list[int]:
    """The numbers of the filled rows of one kind."""
    nummers = {int(m[1]) for naam in form if (m := re.fullmatch(rf"{soort}\.(\d{{1,2}})\.\w+", naam))}
    gevuld = (n for n in nummers if any(form.get(f"{soort}.{n}.{v}", "").strip() for v in _VELDEN[soort]))
    return sorted(n for n in gevuld if n < MEESTE_RIJEN)


_VELDEN = {"vast": ("jeugdige", "groep"), "dicht": ("groep", "datum"), "bed": ("groep", "aantal")}


class _Lezer:
    def __init__(self, form: Mapping[str, str], probleem: Probleem) -> None:
        self.form, self.probleem = form, probleem
        self.fouten: list[Veldfout] = []

    def fout(self, veld: str, tekst: str) -> None:
        self.fouten.append(Veldfout(veld, tekst))

    def keuzes(self) -> Iterator[tuple[str, int, str, bool]]:
        for n in rijen(self.form, "vast"):
            veld = f"vast.{n}"
            jeugdige_id, groep = self._tekst(f"{veld}.jeugdige"), self._groep(f"{veld}.groep")
            jeugdige = self.probleem.jeugdigen.get(jeugdige_id)
            fase = self._geheel(f"{veld}.fase", 1, 99, leeg=1)
            if jeugdige is None:
                self.fout(f"{veld}.jeugdige", f"Er is geen jeugdige ‘{kort(jeugdige_id)}’ in dit plan.")
            elif fase is not None and fase > len(jeugdige.fasen):
                aantal = len(jeugdige.fasen)
                hoeveel = "1 fase" if aantal == 1 else f"{aantal} fasen"
                self.fout(f"{veld}.fase", f"{jeugdige_id} heeft {hoeveel}.")
            keuze = self._tekst(f"{veld}.keuze")
            if keuze not in KEUZES:
                self.fout(f"{veld}.keuze", "Kies of de jeugdige hier moet wonen of juist niet.")
            if jeugdige and groep and fase and keuze in KEUZES:
                yield jeugdige_id, fase, groep, keuze == "vast"

    def dicht(self) -> Iterator[tuple[str, str]]:
        for n in rijen(self.form, "dicht"):
            groep = self._groep(f"dicht.{n}.groep")
            tekst = self._tekst(f"dicht.{n}.datum")
            try:
                dag = datum(tekst)
            except ValueError:
                dag = ""
            if not dag:
                self.fout(f"dicht.{n}.datum", "Geef de dag waarop de groep sluit, zoals 31-12-2026.")
            elif date.fromisoformat(dag) >= dag_van_week(self.probleem.peildatum, self.probleem.horizon):
                self.fout(f"dicht.{n}.datum", "Deze dag valt na het einde van dit plan.")
            elif groep:
                yield groep, dag

    def bedden(self) -> Iterator[tuple[str, int]]:
        for n in rijen(self.form, "bed"):
            groep = self._groep(f"bed.{n}.groep")
            aantal = self._geheel(f"bed.{n}.aantal", -MEESTE_BEDDEN, MEESTE_BEDDEN)
            if groep and aantal:
                yield groep, aantal

    def gewichten(self) -> Iterator[tuple[str, int]]:
        for naam in CRITERIA:
            veld = f"gewicht.{naam}"
            nu = self.probleem.gewichten[naam]
            punten = self._geheel(veld, 0, 10**9, leeg=nu)
            if punten is not None and punten != nu:
                yield naam, punten

    def belofte(self) -> int:
        punten = self._geheel("belofte", 0, 100_000, leeg=0)
        return punten or 0

    def _tekst(self, veld: str) -> str:
        return self.form.get(veld, "").strip()

    def _groep(self, veld: str) -> str:
        groep = self._tekst(veld)
        if groep in self.probleem.groepen:
            return groep
        self.fout(veld, f"Er is geen groep ‘{kort(groep)}’ in dit plan." if groep else "Kies een groep.")
        return ""

    def _geheel(self, veld: str, laagst: int, hoogst: int, leeg: int | None = None) -> int | None:
        tekst = self._tekst(veld).replace(".", "")
        if not tekst and leeg is not None:
            return leeg
        if re.fullmatch(r"[+-]?\d{1,10}", tekst) and laagst <= int(tekst) <= hoogst:
            return int(tekst)
        self.fout(veld, f"Geef een geheel getal van {laagst} tot en met {hoogst}.")
        return None


def in_woorden(voornemen: Voornemen) -> tuple[str, ...]:
    """Each change as a sentence."""
    uit = [
        f"{j} {KEUZES['vast' if vast else 'niet']}: {groep}" + (f" (fase {fase})." if fase > 1 else ".")
        for j, fase, groep, vast in voornemen.keuzes
    ]
    uit += [f"Groep {g} sluit op {date.fromisoformat(dag):%d-%m-%Y}." for g, dag in voornemen.dicht.items()]
    uit += [
        f"Groep {g} krijgt {_bedden(n)} {'erbij' if n > 0 else 'minder'}."
        for g, n in voornemen.bedden.items()
    ]
    uit += [f"{CRITERIUMNAMEN[c]} weegt {punten} punten." for c, punten in voornemen.gewichten.items()]
    return tuple(uit)


def _bedden(aantal: int) -> str:
    return f"{abs(aantal)} {'bed' if abs(aantal) == 1 else 'bedden'}"


def als_wijziging(voornemen: Voornemen, peildatum: date) -> Wijziging:
    """As the matcher takes it; a groep closes from the Monday of the week in which its day falls."""
    return Wijziging(
        keuzes=voornemen.vastleggingen(),
        gewichten=voornemen.gewichten,
        gesloten={
            g: max(0, (date.fromisoformat(dag) - peildatum).days // 7) for g, dag in voornemen.dicht.items()
        },
        bedden=voornemen.bedden,
    )


def schrijf_invoer(van: Path, naar: Rondemap, voornemen: Voornemen, vast: tuple[Vastlegging, ...]) -> None:
    """The input folder of a ronde with the change in it. `vast`: all that is laid down in it."""
    shutil.copytree(van, naar.invoer)
    instellingen = naar.invoer / "instellingen.json"
    waarden = json.loads(instellingen.read_text(encoding="utf-8-sig"))
    waarden["gewichten"] = {**(waarden.get("gewichten") or {}), **voornemen.gewichten}
    instellingen.write_text(json.dumps(waarden, ensure_ascii=False) + "\n", encoding="utf-8")
    _schrijf_groepen(naar.invoer / "groepen.csv", voornemen)
    schrijf_vast(naar, list(vast))


def _schrijf_groepen(pad: Path, voornemen: Voornemen) -> None:
    with pad.open(encoding="utf-8-sig", newline="") as bestand:
        lezer = csv.DictReader(bestand, delimiter=";")
        kolommen = list(lezer.fieldnames or ())
        groepen = list(lezer)
    for rij in groepen:
        sleutel = rij["groep_id"].strip()
        if erbij := voornemen.bedden.get(sleutel):
            rij["capaciteit"] = str(max(0, int(rij["capaciteit"]) + erbij))
        if dag := voornemen.dicht.get(sleutel):
            rij["beschikbaar_tot"] = min(rij["beschikbaar_tot"].strip() or dag, dag)
    with pad.open("w", encoding="utf-8", newline="") as bestand:
        schrijver = csv.DictWriter(bestand, kolommen, delimiter=";", lineterminator="\n")
        schrijver.writeheader()
        schrijver.writerows(groepen)


def zonder_strijdige(probleem: Probleem, voornemen: Voornemen) -> Probleem:
    """The problem without earlier choices that a new one takes the place of."""
    nieuw = list(voornemen.vastleggingen())
    blijft = [k for k in samen(probleem.vastleggingen, nieuw) if k not in nieuw]
    tegengesteld = {(k.jeugdige_id, k.fase, k.groep_id) for k in nieuw}
    return replace(
        probleem,
        vastleggingen=tuple(k for k in blijft if (k.jeugdige_id, k.fase, k.groep_id) not in tegengesteld),
    )
