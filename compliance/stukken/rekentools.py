"""The rekentools for groepsaanbod, verblijf and gezinshuis, each only where it is offered (§8.5.3, §9.7)."""

from compliance.dossier import Dossier, Uitslag, uitslag
from compliance.intensiteiten.beoordeling import zoek_locatie
from compliance.tekst import opsomming
from knowledge.calculators.intensiteit.rekenblad import lees_rekentool

_NAMEN = {
    "rekentool_groepsaanbod": "groepsaanbod (bijlage VIII)",
    "rekentool_verblijf": "verblijf (bijlage IX)",
    "rekentool_gezinshuis": "gezinshuis en zorgboerderij (bijlage X)",
}


def beoordeel_rekentool(dossier: Dossier, sleutel: str) -> Uitslag:
    """aanwezig when every group of the form is in it; onvolledig when one is not, or it holds no figures."""
    stuk = dossier.stuk(sleutel)
    naam = _NAMEN[sleutel]
    vormen = dossier.aanbod.vormen & frozenset(stuk.vormen)
    if not dossier.inschrijving.percelen & frozenset(stuk.percelen) or (stuk.vormen and not vormen):
        # Not asked here, but what is handed in and filled in is there.
        erbij = [deel for deel in dossier.delen(sleutel) if lees_rekentool(deel.document)]
        if erbij:
            uitleg = f"De rekentool {naam} is ingevuld; voor dit aanbod is hij niet nodig."
            return uitslag(sleutel, "aanwezig", erbij[0].bestand, uitleg)
        return uitslag(sleutel, "nvt", None, f"De rekentool {naam} is voor dit aanbod niet nodig.")
    delen = dossier.delen(sleutel)
    if not delen and sleutel == "rekentool_gezinshuis":
        # The tool for verblijf may be used for gezinshuizen too (§9.7).
        delen = tuple(d for d in dossier.delen("rekentool_verblijf") if _bevat_huis(dossier, d.bestand))
    if not delen:
        return uitslag(
            sleutel, "ontbreekt", None, f"De rekentool {naam} is niet gevonden ({stuk.vindplaats})."
        )
    groepen = [groep for deel in delen for groep in lees_rekentool(deel.document)]
    if not groepen:
        return uitslag(
            sleutel,
            "onvolledig",
            delen[0].bestand,
            f"In de rekentool {naam} zijn geen ingevulde groepen gevonden ({stuk.vindplaats}).",
        )
    zonder = [
        groep.naam or "een groep" for groep in groepen if not groep.uren and "totaal" not in groep.getallen
    ]
    locaties = tuple(
        loc
        for loc in dossier.aanbod.locaties
        if loc.vormen & frozenset(stuk.vormen) and loc.codes and loc.plaatsen
    )
    alle = [g for d in dossier.delen(*_NAMEN) for g in lees_rekentool(d.document)]
    # One house may stand in the form under two names: each is there when some group is about it.
    gevonden = {loc.naam for loc in locaties if any(zoek_locatie(groep.naam, (loc,)) for groep in alle)}
    # Names may differ from the form; only when most of them match does one that is absent tell something.
    ontbreekt = (
        [loc.naam for loc in locaties if loc.naam not in gevonden]
        if len(gevonden) * 2 >= len(locaties)
        else []
    )
    if zonder or ontbreekt:
        wie = opsomming(list(dict.fromkeys(zonder + ontbreekt)))
        return uitslag(
            sleutel,
            "onvolledig",
            delen[0].bestand,
            f"In de rekentool {naam} ontbreken gegevens van {wie} ({stuk.vindplaats}).",
        )
    aantal = "één groep" if len(groepen) == 1 else f"{len(groepen)} groepen"
    return uitslag(sleutel, "aanwezig", delen[0].bestand, f"Ingevuld voor {aantal}.")


def _bevat_huis(dossier: Dossier, bestand: str) -> bool:
    huizen = tuple(loc for loc in dossier.aanbod.locaties if loc.vormen & {"gezinshuis", "zorgboerderij"})
    for deel in dossier.delen("rekentool_verblijf"):
        if deel.bestand == bestand:
            return any(
                zoek_locatie(groep.naam, huizen) is not None for groep in lees_rekentool(deel.document)
            )
    return False
