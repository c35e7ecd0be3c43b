"""Financial standing: the norms of §5.3.1 and the expectation of continuity."""

from collections.abc import Iterator

from compliance.bewijs import bewijs
from compliance.dossier import Dossier
from compliance.financieel import continuiteit_in, financieel_van, jaarcijfers_van, onder_norm, verhoudingen
from compliance.formulier import zichtbaar
from compliance.rapport import Bevinding, Bewijs
from compliance.tekst import getal_tekst, opsomming
from knowledge.catalogue.models import FinancieleNorm
from knowledge.text.normalise import fold

_AFWIJKING = 0.06
"""Ratios are shown with one or two decimals; a larger difference is no rounding."""
_RIJEN = {
    "rentabiliteit": ("resultaat",),
    "solvabiliteit": ("eigen_vermogen",),
    "current_ratio": ("vlottende_activa",),
}


def zoek_financien(dossier: Dossier) -> Iterator[Bevinding]:
    """Two or more years below a norm, a negative expectation of continuity, figures that don't suffice."""
    gelezen = jaarcijfers_van(dossier)
    negatief, document, blok = continuiteit_in(dossier)
    if negatief and document is not None and blok is not None:
        yield Bevinding(
            soort="financieel",
            ernst="herstelbaar",
            bewijs=(bewijs(document, blok),),
            toelichting=(
                "Er is een negatieve continuïteitsverwachting; daarvoor is een aanvullend plan van aanpak "
                "nodig (§5.3.1)."
            )
            + _herstelplan(dossier),
        )
    if gelezen is None:
        return
    per_norm = verhoudingen(gelezen, dossier.tender)
    oordeel = financieel_van(dossier).oordeel
    delen: list[str] = []
    bewijzen: list[Bewijs] = []
    meeste = 0
    for norm in dossier.tender.financiele_normen:
        jaren = onder_norm(norm, per_norm[norm.sleutel])
        meeste = max(meeste, len(jaren))
        if jaren:
            delen.append(_onder(norm, jaren, per_norm[norm.sleutel]))
        if len(jaren) >= 2:
            bewijzen += [
                bewijs(gelezen.document, gelezen.blokken[rij])
                for rij in _RIJEN[norm.sleutel]
                if rij in gelezen.blokken
            ]
    if meeste >= 2:
        bewijzen += [
            bewijs(gelezen.document, b)
            for b in zichtbaar(gelezen.document)
            if fold(b.tekst).startswith(("toelichting", "opmerking"))
        ][:2]
        plan = oordeel == "plan van aanpak nodig"
        gevolg = (
            "een aanvullend plan van aanpak is nodig" + _herstelplan(dossier)
            if plan
            else "de opdrachtgever beoordeelt of een aanvullend plan van aanpak nodig is"
        )
        yield Bevinding(
            soort="financieel",
            ernst="herstelbaar" if plan else "aandacht",
            bewijs=tuple(bewijzen),
            toelichting=f"{'; '.join(delen)}: {gevolg.rstrip('.')} (§5.3.1).",
        )
    yield from _vermeld(dossier)


def _onder(norm: FinancieleNorm, jaren: list[int], waarden: dict[int, float]) -> str:
    teken = "%" if norm.eenheid == "procent" else ""
    per_jaar = opsomming([f"{jaar} ({getal_tekst(waarden[jaar])}{teken})" for jaar in jaren])
    grens = f"meer dan {getal_tekst(float(norm.waarde))}{teken}"
    return f"{norm.naam.lower()} haalt de norm ({grens}) niet in {per_jaar}"


def _herstelplan(dossier: Dossier) -> str:
    plannen = dossier.delen("herstelplan")
    return f" Dat is bijgevoegd: {plannen[0].bestand}." if plannen else " Dat is niet bijgevoegd."


def _vermeld(dossier: Dossier) -> Iterator[Bevinding]:
    """Ratios that the bidder gives itself and that don't follow from its own figures."""
    gelezen = jaarcijfers_van(dossier)
    if gelezen is None:
        return
    berekend = verhoudingen(gelezen, dossier.tender)
    for sleutel, per_jaar in gelezen.vermeld.items():
        fout = {
            jaar: (waarde, berekend[sleutel][jaar])
            for jaar, waarde in per_jaar.items()
            if jaar in berekend.get(sleutel, {}) and abs(waarde - berekend[sleutel][jaar]) > _AFWIJKING
        }
        if fout:
            yield Bevinding(
                soort="tegenstrijdig",
                ernst="aandacht",
                bewijs=(bewijs(gelezen.document, gelezen.blokken[sleutel]),),
                toelichting=f"De opgegeven {sleutel.replace('_', ' ')} volgt niet uit de eigen cijfers: "
                + opsomming(
                    [
                        f"{j} opgegeven {getal_tekst(o)}, berekend {getal_tekst(b)}"
                        for j, (o, b) in fout.items()
                    ]
                )
                + " (§5.3.1).",
            )
