"""The report as a Word document, with headings, tables and alternative order for reading on paper."""

from collections.abc import Iterable

from docx.document import Document

from compliance.rapport import Bevinding, Bewijs, Rapport
from compliance.tekst import dag_tekst
from compliance.verslag import woordstukken as woord
from compliance.verslag.beeld import Beeld, maak_beeld
from compliance.vragen import Vraag, vragen_aan_inschrijver
from knowledge.catalogue.models import Tender


def to_docx(rapport: Rapport, tender: Tender) -> bytes:
    """The whole report as DOCX. Parts in the order of the HTML report, then the draft questions."""
    beeld = maak_beeld(rapport, tender)
    naam = f"Voorcontrole {rapport.inschrijver}"
    document = woord.nieuw(naam, f"{naam} · voorstel, een mens beslist")
    _kop(document, beeld)
    _bevindingen(document, "1. Knock-outs", beeld.knockouts, beeld, "Er zijn geen knock-outs gevonden.")
    _samenvatting(document, beeld)
    _stukken(document, beeld)
    _financieel(document, beeld)
    _bevindingen(document, "5. Overige bevindingen", beeld.overige, beeld, "Er zijn geen andere bevindingen.")
    _eisen(document, beeld)
    _vragen(document, vragen_aan_inschrijver(rapport, tender))
    _besluit(document)
    return woord.als_bytes(document)


def _kop(document: Document, beeld: Beeld) -> None:
    woord.kop(document, f"Voorcontrole: {beeld.rapport.inschrijver}", 0)
    gegevens = [
        ("Aanbesteding", f"{beeld.tendernaam} (inkoopdocument versie {beeld.versie})"),
        ("Peildatum", dag_tekst(beeld.peildatum)),
        ("Percelen", "; ".join(beeld.percelen) or "niet gevonden"),
        ("Vormen", ", ".join(beeld.rapport.vormen).replace("_", " ")),
        ("Intensiteiten", ", ".join(beeld.rapport.intensiteiten)),
    ]
    woord.gegevens(document, gegevens)
    woord.alinea(
        document,
        "Dit is een voorstel van een computerprogramma. Een beoordelaar leest de passages na en beslist.",
    )


def _bevindingen(
    document: Document, kop: str, bevindingen: Iterable[Bevinding], beeld: Beeld, leeg: str
) -> None:
    woord.kop(document, kop, 1)
    rij = list(bevindingen)
    if not rij:
        woord.alinea(document, leeg)
    for b in rij:
        woord.kop(document, f"{beeld.soortnamen[b.soort]} ({b.ernst})", 3)
        woord.alinea(document, b.toelichting)
        _citaten(document, b.bewijs[:4])


def _samenvatting(document: Document, beeld: Beeld) -> None:
    woord.kop(document, "2. Samenvatting", 1)
    herstelbaar = sum(b.ernst == "herstelbaar" for b in beeld.overige)
    regels = [
        f"{len(beeld.knockouts)} keer knock-out",
        f"{herstelbaar} keer herstelbaar en {len(beeld.overige) - herstelbaar} keer aandacht",
        f"{beeld.stuktelling.get('aanwezig', 0)} van {len(beeld.stukken)} stukken in orde",
        f"{beeld.telling['aangetoond']} van {sum(beeld.telling.values())} eisen aangetoond",
    ]
    woord.lijst(document, regels)
    if beeld.opletten:
        woord.kop(document, "Eisen om eerst na te lezen", 2)
    woord.lijst(
        document,
        (
            f"Eis {r.oordeel.id}{f': {r.eis.onderwerp}' if r.eis else ''} ({r.statusnaam.lower()})"
            for r in beeld.opletten
        ),
    )


def _stukken(document: Document, beeld: Beeld) -> None:
    woord.kop(document, "3. Stukken", 1)
    rijen = [
        [
            r.stuk.naam if r.stuk else r.oordeel.sleutel.replace("_", " "),
            r.statusnaam,
            r.oordeel.bestand or "–",
            r.oordeel.toelichting,
        ]
        for r in beeld.stukken
    ]
    woord.tabel(document, ["Stuk", "Status", "Bestand", "Toelichting"], rijen, (4.2, 2.4, 4.0, 6.0))


def _financieel(document: Document, beeld: Beeld) -> None:
    woord.kop(document, "4. Financieel", 1)
    if beeld.verhoudingen:
        rijen = []
        for v in beeld.verhoudingen:
            per_jaar = {
                jaar: f"{waarde}{'' if haalt else ' (onder norm)'}" for jaar, waarde, haalt in v.waarden
            }
            rijen.append([v.naam, v.norm, *(per_jaar.get(jaar, "–") for jaar in beeld.jaren)])
        breedte = 9.0 / max(1, len(beeld.jaren))
        woord.tabel(
            document, ["Verhouding", "Norm", *beeld.jaren], rijen, (4.0, 3.6, *[breedte] * len(beeld.jaren))
        )
    else:
        woord.alinea(document, "Er zijn geen jaarcijfers gevonden waarmee gerekend kan worden.")
    financieel = beeld.rapport.financieel
    negatief = "ja" if financieel.continuiteit_negatief else "nee, of niet vermeld"
    woord.alinea(
        document,
        f"Gevolg: {financieel.oordeel or 'niet te bepalen'}. Negatieve continuïteitsverwachting: {negatief}.",
    )


def _eisen(document: Document, beeld: Beeld) -> None:
    woord.kop(document, "6. Eisen", 1)
    for thema in beeld.themas:
        woord.kop(document, thema.naam, 2)
        for r in thema.regels:
            onderwerp = f" {r.eis.onderwerp}" if r.eis else ""
            woord.kop(document, f"Eis {r.oordeel.id}{onderwerp} · {r.statusnaam}", 3)
            woord.alinea(document, f"{r.oordeel.toelichting} Zekerheid {round(r.oordeel.zekerheid * 100)}%.")
            # The general declaration is the same for all; its place is enough.
            _citaten(document, r.oordeel.bewijs[: 1 if r.oordeel.status == "verklaard" else 3])
    if beeld.eisen_nvt:
        woord.alinea(document, f"Niet van toepassing: eis {', '.join(beeld.eisen_nvt)}.")


def _vragen(document: Document, vragen: tuple[Vraag, ...]) -> None:
    woord.kop(document, "7. Vragen die u kunt stellen", 1)
    woord.alinea(
        document,
        "Een opzet binnen §4.1.4: de inschrijver mag toelichten, aanvullen of een kennelijke fout "
        "herstellen, en niets aan zijn aanbod veranderen. Kies zelf wat u vraagt."
        if vragen
        else "Er zijn geen vragen.",
    )
    if vragen:
        rijen = [[v.onderwerp, v.tekst, v.aanleiding] for v in vragen]
        woord.tabel(document, ["Waarover", "Vraag", "Aanleiding (voor u)"], rijen, (4.0, 6.6, 6.0))


def _besluit(document: Document) -> None:
    woord.kop(document, "8. Oordeel van de beoordelaar", 1)
    woord.in_te_vullen(document, ("Oordeel", "Reden", "Naam", "Datum en handtekening"))


def _citaten(document: Document, bewijzen: Iterable[Bewijs]) -> None:
    for b in bewijzen:
        woord.citaat(document, b.citaat, b.bestand + (f", pagina {b.pagina}" if b.pagina else ""))
