"""Which percelen go together (§4.3.1)."""

import re
from collections.abc import Iterator

from compliance.bewijs import bewijs
from compliance.dossier import Dossier
from compliance.formulier import aangekruist, ja_of_nee, zichtbaar
from compliance.rapport import Bevinding, Bewijs
from compliance.tekst import opsomming
from knowledge.text.normalise import fold

_WAARVOOR = re.compile(r"perce(?:el|len)")
_TARIEFGROEPEN = "§5.6"
"""Rules from that paragraph decide on the tariefgroep, not on the combination."""


def zoek_perceelcombinatie(dossier: Dossier) -> Iterator[Bevinding]:
    """A finding for each rule of the tender that the chosen percelen break."""
    percelen = dossier.inschrijving.percelen
    regels = [regel for regel in dossier.tender.combinatieregels if regel.vindplaats != _TARIEFGROEPEN]
    vrijgesteld = {
        regel.uitzondering_op
        for regel in regels
        if regel.soort == "uitzondering"
        and dossier.aanbod.vormen
        and dossier.aanbod.vormen <= set(regel.vormen)
    }
    for regel in regels:
        gekozen = sorted(percelen & set(regel.percelen))
        if regel.soort == "hoogstens_een_van" and len(gekozen) > 1:
            yield _bevinding(
                dossier,
                gekozen,
                (
                    f"Ingeschreven is op de percelen {opsomming(map(str, gekozen))}. {regel.samenvatting} "
                    f"({regel.vindplaats})"
                ),
            )
        elif (
            regel.soort == "vereist"
            and gekozen
            and not percelen & set(regel.met)
            and regel.id not in vrijgesteld
        ):
            yield _bevinding(
                dossier,
                gekozen,
                (
                    f"Ingeschreven is op perceel {opsomming(map(str, sorted(percelen)))}. "
                    f"{regel.samenvatting} ({regel.vindplaats})"
                ),
            )
    # Perceel 7 comes only beside one of 1 to 5; perceel 6 may stand alone, by the rule on perceel 8.
    if 7 in percelen and not percelen & {1, 2, 3, 4, 5}:
        yield _bevinding(
            dossier,
            [7],
            (
                "Perceel 7 kan worden gekozen naast een van de percelen 1 t/m 5; daarop is niet "
                "ingeschreven (§4.3.1)."
            ),
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
