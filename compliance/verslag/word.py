"""The report as a Word document, with headings, tables and alternative order for reading on paper."""

import io
from collections.abc import Iterable

import docx
from docx.document import Document
from docx.shared import Cm, Pt, RGBColor

from compliance.rapport import Bevinding, Bewijs, Rapport
from compliance.tekst import dag_tekst
from compliance.verslag.beeld import Beeld, maak_beeld
from compliance.vragen import Vraag, vragen_aan_inschrijver
from knowledge.catalogue.models import Tender

_BLAUW = RGBColor(0x15, 0x42, 0x73)
_LANGSTE_CITAAT = 600


def to_docx(rapport: Rapport, tender: Tender) -> bytes:
    """The whole report as DOCX. Parts in the order of the HTML report, then the draft questions."""
    beeld = maak_beeld(rapport, tender)
    document = docx.Document()
    _stijl(document, rapport)
    _kop(document, beeld)
    _bevindingen(document, "1. Knock-outs", beeld.knockouts, beeld, "Er zijn geen knock-outs gevonden.")
    _samenvatting(document, beeld)
    _stukken(document, beeld)
    _financieel(document, beeld)
    _bevindingen(document, "5. Overige bevindingen", beeld.overige, beeld, "Er zijn geen andere bevindingen.")
    _eisen(document, beeld)
    _vragen(document, vragen_aan_inschrijver(rapport, tender))
    _besluit(document)
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def _stijl(document: Document, rapport: Rapport) -> None:
    document.core_properties.title = f"Voorcontrole {rapport.inschrijver}"
    document.core_properties.language = "nl-NL"
    gewoon = document.styles["Normal"]
    gewoon.font.name = "Calibri"
    gewoon.font.size = Pt(10.5)
    for niveau in range(1, 4):
        kop = document.styles[f"Heading {niveau}"]
        kop.font.name = "Calibri"
        kop.font.color.rgb = _BLAUW
    for deel in document.sections:
        deel.page_width, deel.page_height = Cm(21), Cm(29.7)
        deel.left_margin = deel.right_margin = Cm(2.2)
        deel.footer.paragraphs[0].text = f"Voorcontrole {rapport.inschrijver} · voorstel, een mens beslist"


def _kop(document: Document, beeld: Beeld) -> None:
    document.add_heading(f"Voorcontrole: {beeld.rapport.inschrijver}", 0)
    gegevens = [
        ("Aanbesteding", f"{beeld.tendernaam} (inkoopdocument versie {beeld.versie})"),
        ("Peildatum", dag_tekst(beeld.peildatum)),
        ("Percelen", "; ".join(beeld.percelen) or "niet gevonden"),
        ("Vormen", ", ".join(beeld.rapport.vormen).replace("_", " ")),
        ("Intensiteiten", ", ".join(beeld.rapport.intensiteiten)),
    ]
    _tabel(document, None, [[naam, waarde] for naam, waarde in gegevens if waarde], (4.0, 12.6))
    document.add_paragraph(
        "Dit is een voorstel van een computerprogramma. Een beoordelaar leest de passages na en beslist."
    )


def _bevindingen(
    document: Document, kop: str, bevindingen: Iterable[Bevinding], beeld: Beeld, leeg: str
) -> None:
    document.add_heading(kop, 1)
    rij = list(bevindingen)
    if not rij:
        document.add_paragraph(leeg)
    for b in rij:
        document.add_heading(f"{beeld.soortnamen[b.soort]} ({b.ernst})", 3)
        document.add_paragraph(b.toelichting)
        _citaten(document, b.bewijs[:4])


def _samenvatting(document: Document, beeld: Beeld) -> None:
    document.add_heading("2. Samenvatting", 1)
    herstelbaar = sum(b.ernst == "herstelbaar" for b in beeld.overige)
    regels = [
        f"{len(beeld.knockouts)} keer knock-out",
        f"{herstelbaar} keer herstelbaar en {len(beeld.overige) - herstelbaar} keer aandacht",
        f"{beeld.stuktelling.get('aanwezig', 0)} van {len(beeld.stukken)} stukken in orde",
        f"{beeld.telling['aangetoond']} van {sum(beeld.telling.values())} eisen aangetoond",
    ]
    for regel in regels:
        document.add_paragraph(regel, style="List Bullet")
    if beeld.opletten:
        document.add_heading("Eisen om eerst na te lezen", 2)
    for r in beeld.opletten:
        onderwerp = f": {r.eis.onderwerp}" if r.eis else ""
        document.add_paragraph(f"Eis {r.oordeel.id}{onderwerp} ({r.statusnaam.lower()})", style="List Bullet")


def _stukken(document: Document, beeld: Beeld) -> None:
    document.add_heading("3. Stukken", 1)
    rijen = [
        [
            r.stuk.naam if r.stuk else r.oordeel.sleutel.replace("_", " "),
            r.statusnaam,
            r.oordeel.bestand or "–",
            r.oordeel.toelichting,
        ]
        for r in beeld.stukken
    ]
    _tabel(document, ["Stuk", "Status", "Bestand", "Toelichting"], rijen, (4.2, 2.4, 4.0, 6.0))


def _financieel(document: Document, beeld: Beeld) -> None:
    document.add_heading("4. Financieel", 1)
    if beeld.verhoudingen:
        rijen = []
        for v in beeld.verhoudingen:
            per_jaar = {
                jaar: f"{waarde}{'' if haalt else ' (onder norm)'}" for jaar, waarde, haalt in v.waarden
            }
            rijen.append([v.naam, v.norm, *(per_jaar.get(jaar, "–") for jaar in beeld.jaren)])
        breedte = 9.0 / max(1, len(beeld.jaren))
        _tabel(
            document, ["Verhouding", "Norm", *beeld.jaren], rijen, (4.0, 3.6, *[breedte] * len(beeld.jaren))
        )
    else:
        document.add_paragraph("Er zijn geen jaarcijfers gevonden waarmee gerekend kan worden.")
    financieel = beeld.rapport.financieel
    negatief = "ja" if financieel.continuiteit_negatief else "nee, of niet vermeld"
    document.add_paragraph(
        f"Gevolg: {financieel.oordeel or 'niet te bepalen'}. Negatieve continuïteitsverwachting: {negatief}."
    )


def _eisen(document: Document, beeld: Beeld) -> None:
    document.add_heading("6. Eisen", 1)
    for thema in beeld.themas:
        document.add_heading(thema.naam, 2)
        for r in thema.regels:
            onderwerp = f" {r.eis.onderwerp}" if r.eis else ""
            document.add_heading(f"Eis {r.oordeel.id}{onderwerp} · {r.statusnaam}", 3)
            document.add_paragraph(f"{r.oordeel.toelichting} Zekerheid {round(r.oordeel.zekerheid * 100)}%.")
            # The general declaration is the same for all; its place is enough.
            _citaten(document, r.oordeel.bewijs[: 1 if r.oordeel.status == "verklaard" else 3])
    if beeld.eisen_nvt:
        document.add_paragraph(f"Niet van toepassing: eis {', '.join(beeld.eisen_nvt)}.")


def _vragen(document: Document, vragen: tuple[Vraag, ...]) -> None:
    document.add_heading("7. Vragen die u kunt stellen", 1)
    document.add_paragraph(
        "Een opzet binnen §4.1.4: de inschrijver mag toelichten, aanvullen of een kennelijke fout "
        "herstellen, en niets aan zijn aanbod veranderen. Kies zelf wat u vraagt."
        if vragen
        else "Er zijn geen vragen."
    )
    if vragen:
        rijen = [[v.onderwerp, v.tekst, v.aanleiding] for v in vragen]
        _tabel(document, ["Waarover", "Vraag", "Aanleiding (voor u)"], rijen, (4.0, 6.6, 6.0))


def _besluit(document: Document) -> None:
    document.add_heading("8. Oordeel van de beoordelaar", 1)
    for wat in ("Oordeel", "Reden", "Naam", "Datum en handtekening"):
        document.add_paragraph(f"{wat}: " + "." * 70)


def _citaten(document: Document, bewijzen: Iterable[Bewijs]) -> None:
    for b in bewijzen:
        plek = b.bestand + (f", pagina {b.pagina}" if b.pagina else "")
        alinea = document.add_paragraph(style="Quote")
        if b.citaat:
            kort = b.citaat if len(b.citaat) <= _LANGSTE_CITAAT else b.citaat[:_LANGSTE_CITAAT] + " …"
            alinea.add_run(f"“{kort}” ")
        alinea.add_run(f"({plek})").italic = False


def _tabel(
    document: Document, kop: list[str] | None, rijen: list[list[str]], breedtes: tuple[float, ...]
) -> None:
    """A table with these widths in cm; the heading row repeats on each page."""
    tabel = document.add_table(rows=0, cols=len(breedtes), style="Table Grid")
    tabel.autofit = False
    for kolom, breedte in zip(tabel.columns, breedtes, strict=True):
        kolom.width = Cm(breedte)
    for nummer, rij in enumerate([kop, *rijen] if kop else rijen):
        cellen = tabel.add_row().cells
        for cel, tekst, breedte in zip(cellen, rij, breedtes, strict=True):
            cel.width = Cm(breedte)
            run = cel.paragraphs[0].add_run(tekst)
            run.font.size = Pt(9.5)
            run.bold = bool(kop and nummer == 0)
    if kop and tabel.rows:
        eigenschappen = tabel.rows[0]._tr.get_or_add_trPr()
        eigenschappen.append(eigenschappen.makeelement(_HERHAAL_KOP, {}))
    document.add_paragraph()


_HERHAAL_KOP = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tblHeader"
