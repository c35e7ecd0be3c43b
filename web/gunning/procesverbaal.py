"""The record of the assessment of one perceel: scores, what was agreed on, sums, decisions."""

from collections.abc import Sequence
from datetime import datetime

from docx.document import Document

from compliance.tekst import dag_tekst, opsomming
from compliance.verslag import woordstukken as woord
from knowledge.calculators.getal import getal
from knowledge.calculators.score.criteria import wegingen
from web.gunning.stand import TOEGELATEN, Stand
from web.gunning.stap import Stapsoort
from web.gunning.uitslag import Uitslag
from web.models import Consensus, Score
from web.repositories.scores import Onderwerp
from web.services.datum import moment

_STAPNAMEN = {
    Stapsoort.VOORSTEL: "Voorstel",
    Stapsoort.BESLUIT: "Voornemen tot gunning",
    Stapsoort.DEFINITIEF: "Definitieve gunning",
    Stapsoort.INGETROKKEN: "Ingetrokken",
}


def maak_procesverbaal(
    stand: Stand,
    nummer: int,
    uitslag: Uitslag,
    scores: Sequence[Score],
    afspraken: Sequence[Consensus],
    regio: str,
    nu: datetime,
) -> bytes:
    """As DOCX. `scores`: those that all who are named handed in; `afspraken`: all consensus scores, the
    oldest first, also those that were replaced; `nu`: UTC."""
    perceel = stand.perceel(nummer)
    assert perceel and stand.aanbesteding.geopend
    titel = f"Proces-verbaal van de beoordeling: perceel {nummer} {perceel.naam}"
    document = woord.nieuw(titel, f"{stand.aanbesteding.naam}, perceel {nummer}", regio)
    woord.kop(document, titel, 0)
    laatste = stand.laatste(nummer)
    woord.gegevens(
        document,
        [
            ("Aanbesteding", stand.aanbesteding.naam),
            ("Regio", regio),
            ("Kluis geopend", moment(stand.aanbesteding.geopend)),
            ("Contracten", perceel.contractanten),
            ("Stand", _STAPNAMEN[laatste] if laatste else "Nog geen voorstel"),
            ("Opgemaakt", moment(nu)),
        ],
    )
    _werkwijze(document, stand, nummer)
    _deelnemers(document, stand, nummer)
    _scores(document, stand, nummer, scores, afspraken)
    _uitslag(document, uitslag)
    _besluiten(document, stand, nummer)
    woord.kop(document, "6. Ondertekening", 1)
    woord.in_te_vullen(document, ("Hoofdbeoordelaar", "Datum", "Handtekening"))
    return woord.als_bytes(document)


def _werkwijze(document: Document, stand: Stand, nummer: int) -> None:
    woord.kop(document, "1. Werkwijze", 1)
    criteria = stand.criteria(nummer)
    if not criteria:
        woord.alinea(document, "Voor dit perceel is geen plan van aanpak gevraagd.")
        return
    woord.alinea(
        document,
        "Elke beoordelaar gaf eerst alleen een score met een motivering. Niemand zag de scores van een ander "
        "totdat alle aangewezen beoordelaars hun score hadden ingediend. Daarna is in overleg één score "
        f"afgesproken ({criteria[0].vindplaats}).",
    )
    rijen = [
        (
            c.naam,
            " van ".join(f"{getal(w)}%" for w in wegingen(stand.tender, c)),
            getal(c.minimum) if c.minimum is not None else "geen",
            opsomming(g.naam for g in stand.wie(Onderwerp("", nummer, c.id))) or "niemand",
        )
        for c in criteria
    ]
    woord.tabel(document, ("Onderdeel", "Telt mee", "Minimum", "Beoordelaars"), rijen, (5.4, 3.0, 2.4, 5.8))
    woord.alinea(document, "De scores en wat zij betekenen:", ruimte_na=2)
    woord.lijst(document, (f"{s.punten}: {s.naam}. {s.samenvatting}" for s in stand.tender.scorewaarden))


def _deelnemers(document: Document, stand: Stand, nummer: int) -> None:
    woord.kop(document, "2. Wie meedoet", 1)
    rijen = []
    for bod in stand.boden.values():
        t = stand.toelating.get((bod.id, nummer))
        if t and t.besluit != "geen inschrijving":
            besluit = "doet mee" if t.besluit == TOEGELATEN else f"terzijde: {t.besluit}"
            rijen.append((bod.naam, besluit, t.reden, moment(t.tijd)))
    if rijen:
        woord.tabel(document, ("Inschrijver", "Besluit", "Reden", "Wanneer"), rijen, (4.2, 3.2, 5.2, 4.0))
    else:
        woord.alinea(document, "Niemand schreef in op dit perceel.")


def _scores(
    document: Document, stand: Stand, nummer: int, scores: Sequence[Score], afspraken: Sequence[Consensus]
) -> None:
    woord.kop(document, "3. Scores", 1)
    namen = {c.id: c.naam for c in stand.criteria(nummer)}
    if not namen:
        woord.alinea(document, "Er zijn geen scores gegeven.")
    for bod in stand.toegelaten(nummer) if namen else ():
        woord.kop(document, bod.naam, 2)
        for o in stand.onderwerpen(nummer):
            if o.inschrijving_id != bod.id:
                continue
            woord.kop(document, namen[o.criterium] + (", na aanpassing" if o.ronde == 2 else ""), 3)
            _onderdeel(
                document,
                [s for s in scores if _van(s, o) and s.punten is not None],
                [c for c in afspraken if _van(c, o)],
            )
        beurt = stand.tweede.get((bod.id, nummer))
        if beurt:
            wat = "is één keer aangepast" if beurt.aangepast else "is niet aangepast"
            woord.alinea(document, f"Het plan {wat} ({moment(beurt.tijd)}): {beurt.reden}")
        if plekken := stand.toelating[bod.id, nummer].plekken:
            woord.alinea(document, "Plekken in of bij de regio:", ruimte_na=2)
            woord.lijst(
                document,
                (f"{p['locatie']}: {p['aantal']}, {p['afstand'].replace('.', ',')} km" for p in plekken),
            )


def _van(rij: Score | Consensus, o: Onderwerp) -> bool:
    return (rij.inschrijving_id, rij.perceel, rij.criterium, rij.ronde) == (
        o.inschrijving_id,
        o.perceel,
        o.criterium,
        o.ronde,
    )


def _onderdeel(document: Document, scores: Sequence[Score], afspraken: Sequence[Consensus]) -> None:
    if not scores:
        woord.alinea(document, "Nog niet alle beoordelaars hebben een score ingediend.")
        return
    rijen = [(s.gebruiker.naam, s.punten, s.motivering) for s in scores]
    woord.tabel(document, ("Beoordelaar", "Score", "Motivering"), rijen, (4.0, 1.6, 11.0), rechts=(1,))
    for nummer, c in enumerate(afspraken, 1):
        eerder = "" if nummer == len(afspraken) else " (later vervangen)"
        regel = woord.alinea(document, f"Consensusscore{eerder}: {c.punten}", vet=True, ruimte_na=2)
        regel.paragraph_format.keep_with_next = True
        woord.alineas(document, c.motivering)
        if c.verschil:
            woord.alineas(document, f"Over het verschil: {c.verschil}")
        woord.alinea(
            document,
            f"Erbij waren: {opsomming(c.aanwezig)}. Vastgelegd door {c.gebruiker.naam}, {moment(c.tijd)}.",
        )


def _uitslag(document: Document, uitslag: Uitslag) -> None:
    woord.kop(document, "4. Uitkomst", 1)
    woord.alinea(document, uitslag.antwoord)
    rijen = [
        (
            r.rang or "–",
            r.naam,
            getal(r.eindcijfer.normalize()) if r.eindcijfer is not None else "–",
            r.plaatsing + (f": {r.reden}" if r.reden else ""),
        )
        for r in uitslag.regels
    ]
    if rijen:
        woord.tabel(
            document,
            ("Plaats", "Inschrijver", "Eindcijfer", "Uitkomst"),
            rijen,
            (1.6, 5.4, 2.4, 7.2),
            rechts=(2,),
        )
    for opmerking in uitslag.opmerkingen:
        woord.alinea(document, f"Let op: {opmerking}")
    if uitslag.stappen:
        woord.kop(document, "Zo is het berekend", 2)
        stappen = [(s.omschrijving, s.berekening, s.uitkomst, s.vindplaats) for s in uitslag.stappen]
        woord.tabel(document, ("Stap", "Berekening", "Uitkomst", "Staat in"), stappen, (5.8, 5.0, 3.2, 2.6))


def _besluiten(document: Document, stand: Stand, nummer: int) -> None:
    woord.kop(document, "5. Besluiten", 1)
    stappen = stand.gunning(nummer)
    if not stappen:
        woord.alinea(document, "Er is nog niets besloten over de gunning.")
    for s in stappen:
        namen = {r["inschrijving_id"]: r["naam"] for r in s.uitslag.get("regels", ())}
        woord.kop(document, f"{_STAPNAMEN[Stapsoort(s.soort)]}, {dag_tekst(s.dag)}", 2)
        woord.gegevens(
            document,
            [
                ("Door", f"{s.gebruiker.naam}, vastgelegd {moment(s.tijd)}"),
                ("Reden", s.reden),
                ("Gegund aan", opsomming(namen.get(id_, id_) for id_ in s.gegund)),
                ("Bezwaar tot en met", dag_tekst(s.bezwaar_tot) if s.bezwaar_tot else ""),
                ("Beter waren zij in", s.vergelijking),
            ],
        )
