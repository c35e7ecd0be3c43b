"""Which percelen go together (§4.3.1)."""

import re
from collections.abc import Iterator

from compliance.bewijs import bewijs
from compliance.dossier import Dossier
from compliance.formulier import aangekruist, ja_of_nee, zichtbaar
from compliance.rapport import Bevinding, Bewijs
from compliance.tekst import opsomming
from knowledge.calculators.percelen.combinatie import geweigerd
from knowledge.calculators.woorden import percelen_tekst
from knowledge.text.normalise import fold

_WAARVOOR = re.compile(r"perce(?:el|len)")


def zoek_perceelcombinatie(dossier: Dossier) -> Iterator[Bevinding]:
    """A finding for each rule of the tender for which the chosen percelen are refused."""
    percelen = dossier.inschrijving.percelen
    for toets in geweigerd(dossier.tender, percelen, frozenset(dossier.aanbod.vormen)):
        yield _bevinding(
            dossier,
            list(toets.percelen),
            f"Ingeschreven is op {percelen_tekst(percelen)}. {toets.reden} ({toets.regel.vindplaats})",
        )
    if 9 in percelen:
        yield from _dyslexie(dossier)


def _bevinding(dossier: Dossier, gekozen: list[int], toelichting: str) -> Bevinding:
    bewijzen: list[Bewijs] = []
    for document in dossier.documenten("invulsjabloon", "uea"):
        for blok in zichtbaar(document):
            eerste = fold(blok.cellen[0]).strip() if blok.cellen else ""
            if (
                re.sub(r"^perceel\s*", "", eerste)[:1] in {str(n) for n in gekozen}
                and len(eerste) < 60
                and aangekruist(blok.cellen[-1])
            ) or (
                not blok.cellen
                and _WAARVOOR.search(fold(blok.tekst))
                and re.search(r"ingeschreven|inschrij", fold(blok.tekst))
                and re.search(r"\d", blok.tekst)
            ):
                bewijzen.append(bewijs(document, blok))
    return Bevinding(
        soort="perceelcombinatie", ernst="knock-out", bewijs=tuple(bewijzen[:6]), toelichting=toelichting
    )


def _dyslexie(dossier: Dossier) -> Iterator[Bevinding]:
    """Who bids for perceel 9 gives diagnosis and treatment, both."""
    keuzes: dict[str, tuple[bool, Bewijs]] = {}
    for document in dossier.documenten("invulsjabloon"):
        for blok in zichtbaar(document):
            if not blok.cellen or len(blok.cellen) < 2:
                continue
            label = fold(blok.cellen[0])
            for dienst in ("diagnostiek", "behandeling"):
                if dienst in label and re.search(r"\bed\b|dyslexie|onderzoek", fold(blok.tekst)):
                    gegeven = [cel for cel in blok.cellen[1:] if cel.strip()]
                    keuze = next((k for cel in gegeven if (k := ja_of_nee(cel)) is not None), None)
                    if keuze is None:
                        keuze = any(aangekruist(cel) for cel in gegeven)
                    keuzes.setdefault(dienst, (keuze, bewijs(document, blok)))
    if any(keuze for keuze, _ in keuzes.values()) and (
        niet := [d for d, (keuze, _) in keuzes.items() if not keuze]
    ):
        yield Bevinding(
            soort="perceelcombinatie",
            ernst="knock-out",
            bewijs=tuple(b for _, b in keuzes.values()),
            toelichting=(
                f"Voor perceel 9 zijn diagnostiek én behandeling nodig; {opsomming(niet)} wordt niet "
                f"aangeboden (§4.3.1)."
            ),
        )
