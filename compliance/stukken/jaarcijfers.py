"""The annual figures: all rows and years of bijlage XVI filled in (§5.3.1)."""

from compliance.dossier import Dossier, Uitslag, uitslag
from compliance.financieel import lees_jaarcijfers, ontbrekende_cijfers
from compliance.tekst import opsomming

_HOOGSTENS_GENOEMD = 6


def beoordeel_jaarcijfers(dossier: Dossier) -> Uitslag:
    """aanwezig, onvolledig (rows or years missing) or ontbreekt."""
    delen = dossier.delen("jaarcijfers")
    if not delen:
        return uitslag(
            "jaarcijfers", "ontbreekt", None, "De jaarcijfers (bijlage XVI) zijn niet gevonden (§5.3.1)."
        )
    beste: tuple[list[str], str] | None = None
    for deel in delen:
        gelezen = lees_jaarcijfers(deel.document)
        if gelezen is not None:
            ontbreekt = ontbrekende_cijfers(gelezen, dossier.tender)
            if beste is None or len(ontbreekt) < len(beste[0]):
                beste = (ontbreekt, deel.bestand)
    if beste is None:
        return uitslag(
            "jaarcijfers",
            "onvolledig",
            delen[0].bestand,
            "In de jaarcijfers is geen tabel met cijfers per jaar gevonden (§5.3.1).",
        )
    ontbreekt, bestand = beste
    if ontbreekt:
        rest = len(ontbreekt) - _HOOGSTENS_GENOEMD
        namen = opsomming(ontbreekt[:_HOOGSTENS_GENOEMD]) + (f" en nog {rest}" if rest > 0 else "")
        return uitslag("jaarcijfers", "onvolledig", bestand, f"Niet ingevuld: {namen} (§5.3.1).")
    return uitslag("jaarcijfers", "aanwezig", bestand, "Alle gevraagde regels en jaren zijn ingevuld.")
