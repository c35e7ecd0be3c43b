"""The extract of the trade register: at most six months old when the bid is handed in (§5.2)."""

import re
from datetime import date

from compliance.bewijs import bewijs
from compliance.dossier import Dossier, Uitslag, uitslag
from compliance.formulier import datum_achter, datums, zichtbaar
from compliance.inschrijving import Deel
from compliance.rapport import Bevinding
from compliance.tekst import dag_tekst
from knowledge.documents import Blok
from knowledge.text.normalise import fold

# The date of the extract comes from its own label; other dates (of founding, of a director's start) never do.
_LABEL = re.compile(
    r"datum (?:van )?(?:dit |het )?(?:uittreksel|afgifte|opvraging|opgevraagd|raadpleging|"
    r"vervaardiging|print)|"
    r"uittreksel (?:is )?(?:vervaardigd|opgevraagd|gemaakt|afgegeven|d\.?d\.?|van|gedateerd)(?: op)?|"
    r"(?:vervaardigd|opgevraagd|afgegeven|gewaarmerkt|geraadpleegd|afgedrukt|gegenereerd|opgemaakt|gedownload|"
    r"uitgegeven)(?: uittreksel)? (?:op|d\.?d\.?)|"
    r"(?:gegevens|stand) (?:per|op|van)\b|peildatum|^datum\b|uittrekseldatum|waarmerk(?:ing)?datum|"
    r"datum waarmerk"
)
_ANDERE_DATUM = re.compile(
    r"oprichting|in functie|aandeelhouder|geboort|startdatum|vestiging|akte|wijziging|inschrijving|"
    r"deponering|sedert|sinds|ingang"
)


def maanden_eerder(dag: date, maanden: int) -> date:
    """The same day so many months before; the last day of the month where that day does not exist."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 - maanden, 12)
    for nummer in range(dag.day, 27, -1):
        try:
            return date(jaar, maand + 1, nummer)
        except ValueError:
            continue
    return date(jaar, maand + 1, dag.day)


def beoordeel_uittreksel(dossier: Dossier) -> Uitslag:
    """aanwezig, verlopen (too old), onvolledig (no date to be found) or ontbreekt."""
    delen = dossier.delen("kvk_uittreksel")
    if not delen:
        return uitslag(
            "kvk_uittreksel",
            "ontbreekt",
            None,
            "Er is geen uittreksel uit het handelsregister gevonden (§5.2).",
        )
    maanden = dossier.stuk("kvk_uittreksel").maximale_leeftijd_maanden or 6
    grens = maanden_eerder(dossier.peildatum, maanden)
    oudste: tuple[date, Deel, Blok] | None = None
    zonder: Deel | None = None
    # With a combinatie there is an extract of each; the oldest decides.
    for deel in _eigen(delen, dossier):
        gevonden = datum_van_uittreksel(deel)
        if gevonden is None:
            zonder = deel
        elif oudste is None or gevonden[0] < oudste[0]:
            oudste = (gevonden[0], deel, gevonden[1])
    if oudste is None:
        bestand = zonder.bestand if zonder else delen[0].bestand
        return uitslag(
            "kvk_uittreksel",
            "onvolledig",
            bestand,
            "Op het uittreksel is geen datum gevonden; de leeftijd is niet vast te stellen (§5.2).",
        )
    dag, deel, blok = oudste
    if dag < grens:
        toelichting = (
            f"Het uittreksel is van {dag_tekst(dag)} en daarmee op {dag_tekst(dossier.peildatum)} ouder "
            f"dan {maanden} maanden (§5.2)."
        )
        bevinding = Bevinding(
            soort="vervallen_document",
            ernst="herstelbaar",
            bewijs=(bewijs(deel.document, blok),),
            toelichting=toelichting,
        )
        return uitslag("kvk_uittreksel", "verlopen", deel.bestand, toelichting, bevinding)
    return uitslag(
        "kvk_uittreksel",
        "aanwezig",
        deel.bestand,
        f"Van {dag_tekst(dag)}, niet ouder dan {maanden} maanden op {dag_tekst(dossier.peildatum)}.",
    )


def _eigen(delen: tuple[Deel, ...], dossier: Dossier) -> list[Deel]:
    """Without an extract of the holding, where the bidder's own is there as well."""
    if dossier.omstandigheden.combinatie.geldt or len(delen) == 1:
        return list(delen)
    naam = fold(dossier.inschrijving.inschrijver)
    statutair = [
        d
        for d in delen
        if naam and re.search(rf"statutaire naam\W*{re.escape(naam)}", fold(d.document.tekst))
    ]
    return statutair or list(delen)


def datum_van_uittreksel(deel: Deel) -> tuple[date, Blok] | None:
    """The day on which the extract was made."""
    gevonden = datum_achter([deel.document], _LABEL, binnen=45)
    if gevonden is not None and not _ANDERE_DATUM.search(fold(gevonden[2].tekst)):
        return gevonden[0], gevonden[2]
    for blok in zichtbaar(deel.document):
        plain = fold(blok.tekst)
        if _ANDERE_DATUM.search(plain):
            continue
        found = _LABEL.search(plain)
        if found is None and not re.search(r"uittreksel|gewaarmerkt|kamer van koophandel", plain):
            continue
        if dagen := datums(blok.tekst):
            return dagen[0][0], blok
    return _laatste_datum(deel)


def _laatste_datum(deel: Deel) -> tuple[date, Blok] | None:
    """The latest day that the extract names and that has no other label: what it tells of was before it."""
    genoemd = [
        (dag, blok)
        for blok in zichtbaar(deel.document)
        if not _ANDERE_DATUM.search(fold(blok.tekst))
        for dag, _, _ in datums(blok.tekst)
    ]
    return max(genoemd, key=lambda paar: paar[0], default=None)
