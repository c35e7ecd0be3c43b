"""Signed or sent after the closing of the tender (§3.6)."""

import re
from collections.abc import Iterator
from datetime import date

from compliance.bewijs import bewijs
from compliance.dossier import Dossier
from compliance.formulier import datums, zichtbaar
from compliance.rapport import Bevinding
from compliance.tekst import dag_tekst
from knowledge.documents import Blok
from knowledge.text.normalise import fold

_GETEKEND = re.compile(
    r"plaats en datum|datum en plaats|datum ondertekening|plaats, datum|ondertekend|getekend|"
    r"aldus (?:\w+ ){0,3}opgemaakt|"
    r"handtekening|ingediend op|ingezonden op|verzonden op|geupload op|upload(?:datum|moment)|"
    r"tijdstip (?:van )?indien|ontvangen op|datum inschrijving"
)
_TIJD = re.compile(r"(?:^|\D)([01]?\d|2[0-3])[:.]([0-5]\d)(?::[0-5]\d)?(?:\s*uur)?(?!\d|[.\-/]\d)")
_MIDDAG, _ELF = (12, 0), (11, 0)
_EIGEN = (
    "uea", "invulsjabloon", "plan_van_aanpak", "holdingverklaring", "combinatieverklaring", "overig",
    "verklaring_derden", "machtiging", "aanbiedingsbrief", "referentie", "jaarcijfers",
)  # fmt: skip


def zoek_te_laat(dossier: Dossier) -> Iterator[Bevinding]:
    """One finding for each document of the bid with a signature or a time of sending after the closing."""
    # A bid that is judged on a later peildatum (a renewed bid, §4.1.4) closes on that day.
    sluiting = max(dossier.tender.sluiting, dossier.peildatum)
    gezien: set[str] = set()
    for deel in dossier.delen(*_EIGEN):
        for blok in zichtbaar(deel.document):
            if deel.bestand in gezien or _GETEKEND.search(fold(blok.tekst)) is None:
                continue
            if (moment := _te_laat(blok, sluiting)) is None:
                continue
            gezien.add(deel.bestand)
            dag, tijd = moment
            if tijd is not None and tijd <= _MIDDAG:
                yield Bevinding(
                    soort="te_laat",
                    ernst="aandacht",
                    bewijs=(bewijs(deel.document, blok),),
                    toelichting=(
                        f"Getekend of ingediend om {tijd[0]}:{tijd[1]:02} uur op de sluitingsdag. §3.6 "
                        f"noemt 11:00 uur als sluiting, §3.3 ook 12:00 uur."
                    ),
                )
                continue
            om = f" om {tijd[0]}:{tijd[1]:02} uur" if tijd else ""
            yield Bevinding(
                soort="te_laat",
                ernst="knock-out",
                bewijs=(bewijs(deel.document, blok),),
                toelichting=(
                    f"Getekend of ingediend op {dag_tekst(dag)}{om}, na de sluiting op "
                    f"{dag_tekst(sluiting)}; een te late inschrijving is ongeldig (§3.6, §4.1.5)."
                ),
            )


def _te_laat(blok: Blok, sluiting: date) -> tuple[date, tuple[int, int] | None] | None:
    for dag, _, eind in datums(blok.tekst):
        if dag > sluiting and (dag - sluiting).days <= 120:
            return dag, None
        if dag == sluiting and (found := _TIJD.search(blok.tekst[eind : eind + 25])):
            tijd = (int(found.group(1)), int(found.group(2)))
            if tijd > _ELF:
                return dag, tijd
    return None
