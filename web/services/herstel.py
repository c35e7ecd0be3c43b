"""How a bidder mends what the check saw: what to write or to bring, in a few short sentences."""

from datetime import date

from compliance.rapport import Bevinding, EisOordeel, StukOordeel
from compliance.tekst import dag_tekst
from knowledge.catalogue.models import Eis, Norm, Stuk

HOOGSTENS = 5
"""So many parts of an eis are named; more would not be read."""

BIJ_BEVINDING: dict[str, str] = {
    "voorbehoud": "Haal de zin weg, ook uit voetnoten en bijlagen. Heeft u een wens of een twijfel? Stel die "
    "vóór de sluiting als vraag aan de regio.",
    "perceelcombinatie": "Kijk bij Percelen kiezen wat wel samen kan. Pas daarna het invulsjabloon aan.",
    "tariefgroep": "Past dit toch bij u? Schrijf het dan in het invulsjabloon. Past het niet, kies dan een "
    "ander perceel of zet de functie in de goede tariefgroep.",
    "financieel": "Een jaar onder de norm is geen ramp. Leg kort uit hoe het kwam en wat u eraan doet. Reken "
    "uw cijfers hieronder na.",
    "te_laat": "Kijk de datum na. Alles moet vóór de sluiting binnen zijn.",
    "taal": "Zet dit stuk om in het Nederlands.",
    "prijs": "Haal de eigen prijs weg. De tarieven liggen vast, daar hoeft u niets over te schrijven.",
    "referentie": "Vraag een opdrachtgever om het formulier voor referenties in te vullen. Let op de drie "
    "kerncompetenties en op de looptijd.",
    "kwaliteitssysteem": "Voeg een geldig certificaat toe, of het bewijs dat uw kader in het register staat.",
    "intensiteit": "Reken de groep hieronder na. Zet daarna in de rekentool en in het invulsjabloon dezelfde "
    "intensiteit.",
    "vervallen_document": "Vraag een nieuw exemplaar aan en vervang het bestand.",
    "tegenstrijdig": "Kies welke van de twee klopt. Schrijf dat daarna overal hetzelfde op.",
    "aanbiedingsbrief": "Laat de brief weg. Staat er iets in dat telt? Zet dat in het stuk waar het hoort.",
    "sjabloon_gewijzigd": "Neem het formulier zoals u het van de regio kreeg. Vul alleen de lege velden in.",
    "verborgen_tekst": "Haal de verborgen tekst weg, of maak haar gewoon leesbaar.",
    "onleesbaar": "Sla het bestand opnieuw op als PDF, zonder wachtwoord. Voeg het daarna opnieuw toe.",
}


def bij_bevinding(bevinding: Bevinding) -> tuple[str, ...]:
    return (BIJ_BEVINDING[bevinding.soort],)


def bij_stuk(oordeel: StukOordeel, stuk: Stuk | None, peildatum: date) -> tuple[str, ...]:
    """`peildatum`: the closing day."""
    if stuk is None:
        return ("Kijk of dit stuk er compleet en leesbaar bij zit.",)
    if oordeel.status == "verlopen":
        return (_vers(stuk, peildatum),)
    delen = [o.samenvatting for o in stuk.inhoud if o.verplicht][:HOOGSTENS]
    if oordeel.status == "onvolledig":
        if delen:
            return ("Kijk of dit er allemaal staat:", *delen)
        return ("Vul aan wat er nog niet staat, en vervang het bestand.",)
    waar = "Voeg dit stuk toe." if not stuk.staat_in else "Vul dit in op het formulier waar het hoort."
    return (f"{waar} {stuk.samenvatting}",)


def _vers(stuk: Stuk, peildatum: date) -> str:
    if maanden := stuk.maximale_leeftijd_maanden:
        grens = dag_tekst(maanden_terug(peildatum, maanden))
        return f"Vraag een nieuw exemplaar aan. Het moet van {grens} of later zijn."
    if jaren := stuk.uitgevoerd_binnen_jaren:
        grens = dag_tekst(maanden_terug(peildatum, 12 * jaren))
        return f"Kies een opdracht die u na {grens} nog uitvoerde, en vraag die opdrachtgever."
    return "Vraag een exemplaar aan dat op de dag van de sluiting geldig is."


def maanden_terug(dag: date, maanden: int) -> date:
    """The same day so many months before; the last of the month where that day does not exist."""
    telling = dag.year * 12 + dag.month - 1 - maanden
    jaar, maand = divmod(telling, 12)
    for nummer in range(dag.day, 0, -1):
        try:
            return date(jaar, maand + 1, nummer)
        except ValueError:
            continue
    raise AssertionError("a month has days")


def bij_eis(oordeel: EisOordeel, eis: Eis | None, plek: str) -> tuple[str, ...]:
    """`plek`: the file in which it would fit, "" when none stands out."""
    if eis is None:
        return ()
    if oordeel.status == "strijdig":
        return (
            "Pas de tekst aan, zodat zij past bij de eis. Bedoelt u iets anders? Schrijf dan precies op "
            "wat u bedoelt.",
            *map(norm_tekst, eis.normen[:HOOGSTENS]),
        )
    waar = f" Een goede plek is {plek}." if plek else ""
    if oordeel.status == "deels":
        return (f"Schrijf dit erbij.{waar}", *ontbrekende_delen(oordeel))
    delen = [o.samenvatting for o in eis.onderdelen if o.verplicht][:HOOGSTENS]
    return (f"Schrijf in een paar zinnen hoe u dit doet.{waar}", *(delen or [eis.samenvatting]))


def ontbrekende_delen(oordeel: EisOordeel) -> tuple[str, ...]:
    """The parts that a check says it did not find."""
    _, _, rest = oordeel.toelichting.partition("Niet gevonden: ")
    delen = (deel.strip().rstrip(".") for deel in rest.split(";"))
    return tuple(f"{deel[0].upper()}{deel[1:]}." for deel in delen if deel)[:HOOGSTENS]


def norm_tekst(norm: Norm) -> str:
    """ "De eis vraagt: afhandeling van een klacht, hoogstens 6 weken." """
    return f"De eis vraagt: {norm.grootheid}, {norm_in_woorden(norm)}."


def norm_in_woorden(norm: Norm) -> str:
    """ "hoogstens 6 weken vanaf indiening van de klacht"; just the moment where that names the day or age."""
    if norm.moment and norm.eenheid in ("datum", "leeftijd in jaren"):
        return norm.moment
    eenheid = {"datum": "", "tijdstip": "", "aantal": "", "verhouding": ""}.get(norm.eenheid, norm.eenheid)
    meer = {"week": "weken", "dag": "dagen", "werkdag": "werkdagen", "maand": "maanden"}
    if norm.waarde != "1":
        eenheid = meer.get(eenheid, eenheid)
    return " ".join(d for d in (norm.vergelijking, _waarde(norm), eenheid, norm.moment) if d)


def _waarde(norm: Norm) -> str:
    if norm.eenheid == "datum":
        delen = [int(d) for d in norm.waarde.split("-")]
        if len(delen) == 3:
            return dag_tekst(date(*delen))
        return dag_tekst(date(2000, *delen)).removesuffix(" 2000")
    return norm.waarde.replace(".", ",")
