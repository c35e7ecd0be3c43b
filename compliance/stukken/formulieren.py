"""UEA (§5.1), invulsjabloon (§4.1.10), AGB-code (§5.5.1.3) and plan van aanpak (§6.1): are they whole?"""

import re

from compliance.dossier import Dossier, Uitslag, uitslag
from compliance.eisen.zoeker import delen as termdelen
from compliance.formulier import antwoord, antwoord_in_woorden, bevestigt, velden, waarde, zichtbaar
from compliance.herkenning.percelen import uit_vraag
from compliance.inschrijving import Deel
from compliance.stukken.ondertekening import ongetekend
from compliance.tekst import opsomming
from knowledge.documents import Blok, Document, Soort
from knowledge.text.normalise import fold
from knowledge.text.tokens import tokenise

_GRONDEN = (
    ("criminele organisatie", re.compile(r"criminele organisatie")),
    ("belastingen", re.compile(r"belastingen")),
    ("sociale premies", re.compile(r"sociale premies|sociale ?zekerheidspremies")),
)
_GESCHIKT = re.compile(
    r"(?:alle|gestelde) (?:gestelde )?(?:geschiktheidseisen|selectiecriteria)|"
    r"bedrijfsaansprakelijkheid|verzekerd tegen"
)
_IN_ORDE = re.compile(
    r"\b(?:betaald|voldaan|afgedragen|nagekomen|nihil|n\.?v\.?t|(?:in|op) orde|op tijd|tijdig|stipt)\b"
    r"|\b(?:zijn|is|lopen|loopt) (?:\w+ ){0,3}bij\b|\b(?:niet|geen|nooit|niemand|nergens)\b"
)
"""An exclusion ground answered in words: "Alles is betaald", "Dat speelt bij ons niet"."""
_NIET_IN_ORDE = re.compile(
    r"\bnog (?:niet|geen)\b|\bnog te\b|\bniet (?:\w+ ){0,3}(?:betaald|betalen|voldaan|afgedragen|nagekomen"
    r"|ingevuld|beantwoord|bekend|op tijd|tijdig)\b|\bvolgt\b"
    r"|(?<!geen )\b(?:betalingsregeling|betalingsachterstand|achterstand|uitstel)\b"
)
_SLOT = re.compile(r"slotverklaring|\bdeel vi\b|naar waarheid|juist en (?:volledig|correct)|valse verklaring")
_AGB = re.compile(r"\bagb")
_NOG_NIET = re.compile(r"aangevraagd|in aanvraag|volgt|n\.?t\.?b|nog niet|onbekend|p\.?m\.?$")
_NIET_INGEVULD = re.compile(
    r"\[(?:in te vullen|invullen|vul in)[^\]]*\]|nader in te vullen|nog in te vullen|n\.t\.b\.|"
    r"<invullen>|\bxxx+\b"
)
_VERPLICHTE_VELDEN = (
    (
        "naam van de inschrijver",
        re.compile(
            r"^(?:\d+\W+)?(?:statutaire naam|naam (?:van de )?(?:inschrijver|organisatie|onderneming))"
        ),
    ),
    ("KvK-nummer", re.compile(r"^(?:\d+\W+)?(?:kvk|inschrijf?nummer (?:kvk|kamer)|handelsregister)")),
)
_LEEST_ALS_TEKST = 60
"""Characters from which a block below a heading is text on its subject."""
_VRAAG = re.compile(r"\bvraag\s*(\d)\b")


def beoordeel_uea(dossier: Dossier) -> Uitslag:
    """A filled-in and signed UEA; with a combinatie one of each member, with derden one of each of them."""
    delen = dossier.delen("uea")
    if not delen:
        return uitslag("uea", "ontbreekt", None, "Het UEA is niet gevonden (§5.1).")
    gebreken = []
    for deel in delen:
        gebreken += [g for g in _gebreken_uea(deel.document) if g not in gebreken]
    nodig = 1 + (1 if dossier.omstandigheden.combinatie.geldt else 0)
    if len(delen) < nodig:
        gebreken.append("bij een combinatie levert elke deelnemer een eigen UEA in (§4.1.12)")
    if gebreken:
        return uitslag("uea", "onvolledig", delen[0].bestand, f"UEA niet volledig: {'; '.join(gebreken)}.")
    return uitslag("uea", "aanwezig", delen[0].bestand, "Ingevuld en ondertekend.")


def _gebreken_uea(document: Document) -> list[str]:
    if not document.blokken:
        return ["het bestand is niet te lezen"]
    tekst = fold(document.tekst)
    gebreken = []
    open_gronden = []
    for naam, patroon in _GRONDEN:
        gegeven = antwoord([document], patroon)
        if gegeven is None:
            continue
        if gegeven.waarde is None:
            woorden = fold(antwoord_in_woorden(gegeven, patroon))
            if not _IN_ORDE.search(woorden) or _NIET_IN_ORDE.search(woorden):
                open_gronden.append(naam)
        elif gegeven.waarde:
            gebreken.append(f"de uitsluitingsgrond {naam} is van toepassing verklaard (§5.2)")
    if open_gronden:
        gebreken.append(f"zonder antwoord bij uitsluitingsgrond {opsomming(open_gronden)}")
    elif not re.search(r"uitsluitingsgrond|deel iii|criminele organisatie", tekst):
        gebreken.append("deel III (uitsluitingsgronden) ontbreekt")
    geschikt = antwoord([document], _GESCHIKT)
    if geschikt is None:
        gebreken.append("deel IV (geschiktheidseisen) ontbreekt")
    elif geschikt.waarde is None and not bevestigt(antwoord_in_woorden(geschikt, _GESCHIKT)):
        gebreken.append("deel IV (geschiktheidseisen) is niet beantwoord")
    if not _SLOT.search(tekst):
        gebreken.append("deel VI (slotverklaringen) ontbreekt")
    if (reden := ongetekend(document)) is not None:
        gebreken.append(reden)
    return gebreken


def beoordeel_invulsjabloon(dossier: Dossier) -> Uitslag:
    """Bijlage I with its fields filled in."""
    delen = dossier.delen("invulsjabloon")
    if not delen:
        return uitslag(
            "invulsjabloon", "ontbreekt", None, "Het invulsjabloon (bijlage I) is niet gevonden (§4.1.10)."
        )
    document = delen[0].document
    if not document.blokken:
        return uitslag("invulsjabloon", "onvolledig", delen[0].bestand, "Het invulsjabloon is niet te lezen.")
    gebreken = [
        f"{naam} is niet ingevuld"
        for naam, label in _VERPLICHTE_VELDEN
        if (gevonden := list(velden([document], label))) and not any(v.waarde.strip(" .-_") for v in gevonden)
    ]
    if not dossier.inschrijving.percelen and not uit_vraag([document]):
        gebreken.append("er is geen perceel gekozen")
    if 8 in dossier.inschrijving.percelen and not dossier.inschrijving.intensiteiten:
        gebreken.append("bij perceel 8 zijn geen intensiteiten ingevuld (§4.3.1)")
    if 6 in dossier.inschrijving.percelen and not dossier.inschrijving.intensiteiten & {
        "licht",
        "middel",
        "middelzwaar",
        "zwaar",
    }:
        gebreken.append("bij perceel 6 zijn geen voorzieningen ingevuld (§4.3.1)")
    open_plekken = [blok.tekst for blok in zichtbaar(document) if _NIET_INGEVULD.search(fold(blok.tekst))]
    if open_plekken:
        gebreken.append(f"niet ingevuld: {open_plekken[0][:80]}")
    if gebreken:
        return uitslag(
            "invulsjabloon",
            "onvolledig",
            delen[0].bestand,
            f"Invulsjabloon niet volledig: {'; '.join(gebreken)}.",
        )
    return uitslag("invulsjabloon", "aanwezig", delen[0].bestand, "Ingevuld.")


def beoordeel_agb_code(dossier: Dossier) -> Uitslag:
    """One code of eight digits, in the form; elsewhere in the bid it is there, but not where it belongs."""
    formulieren = dossier.documenten("invulsjabloon")
    for plaats in (
        formulieren,
        dossier.documenten("uea", "overig", "referentie", "plan_van_aanpak", "kwaliteitsplan", "werkwijze"),
    ):
        veld = waarde(plaats, _AGB)
        if veld is None:
            continue
        codes = re.findall(r"(?<!\d)\d{8}(?!\d)", re.sub(r"(?<=\d)[ \-.](?=\d)", "", veld.waarde))
        if codes:
            meer = f"; gevraagd is één code, opgegeven zijn er {len(codes)}" if len(set(codes)) > 1 else ""
            return uitslag("agb_code", "aanwezig", veld.document.bestand, f"{codes[0]}{meer}.")
        if plaats is not formulieren:
            continue
        if _NOG_NIET.search(fold(veld.waarde)) or not re.search(r"\d", veld.waarde):
            return uitslag(
                "agb_code",
                "ontbreekt",
                veld.document.bestand,
                f"Er is nog geen AGB-code opgegeven: {veld.waarde[:80]} (§5.5.1.3).",
            )
        return uitslag(
            "agb_code",
            "onvolledig",
            veld.document.bestand,
            f"De opgegeven AGB-code telt geen acht cijfers: {veld.waarde[:60]} (§5.5.1.3).",
        )
    return uitslag("agb_code", "ontbreekt", None, "Er is geen AGB-code gevonden (§5.5.1.3).")


def beoordeel_plan_van_aanpak(dossier: Dossier) -> Uitslag:
    """Only for percelen 1 to 5 and 9; each subject of the template is dealt with."""
    stuk = dossier.stuk("plan_van_aanpak")
    percelen = dossier.inschrijving.percelen & frozenset(stuk.percelen)
    if not percelen:
        return uitslag(
            "plan_van_aanpak", "nvt", None, "Voor deze percelen is geen plan van aanpak nodig (§6.1)."
        )
    delen = dossier.delen("plan_van_aanpak")
    if not delen:
        return uitslag(
            "plan_van_aanpak", "ontbreekt", None, "Het plan van aanpak (bijlage II) is niet gevonden (§6.1)."
        )
    onbehandeld = [
        onderdeel.samenvatting.rstrip(".").lower()
        for onderdeel in stuk.inhoud
        if onderdeel.verplicht and not any(_behandelt(deel, onderdeel.termen) for deel in delen)
    ]
    open_vragen = _open_vragen(delen)
    if onbehandeld or open_vragen:
        delen_tekst = [f"niet behandeld: {tekst}" for tekst in onbehandeld] + [
            f"vraag {n} is niet beantwoord" for n in open_vragen
        ]
        return uitslag(
            "plan_van_aanpak",
            "onvolledig",
            delen[0].bestand,
            f"Plan van aanpak niet volledig: {'; '.join(delen_tekst)} (§6.1).",
        )
    return uitslag(
        "plan_van_aanpak", "aanwezig", delen[0].bestand, "Alle onderwerpen van het sjabloon zijn behandeld."
    )


def _behandelt(deel: Deel, termen: tuple[str, ...]) -> bool:
    """Is there a sentence on it besides headings and the questions themselves?"""
    blokken = [b for b in zichtbaar(deel.document) if b.soort not in (Soort.KOPREGEL, Soort.VOETREGEL)]
    for index, blok in enumerate(blokken):
        # A heading or question counts by the text below it.
        kop = blok.soort is Soort.KOP or blok.tekst.rstrip().endswith("?")
        if kop and not _heeft_tekst(blok, blokken[index + 1 :]):
            continue
        woorden = tokenise(blok.tekst)
        if any(all(_staat_in(woorden, deel_) for deel_ in termdelen(term)) for term in termen):
            return True
    return False


def _heeft_tekst(kop: Blok, erna: list[Blok]) -> bool:
    """Does text follow this heading, if need be below a deeper heading of its own?"""
    for blok in erna:
        if blok.soort is not Soort.KOP:
            return len(blok.tekst) >= _LEEST_ALS_TEKST
        if kop.soort is not Soort.KOP or blok.niveau <= kop.niveau:
            return False
    return False


def _staat_in(woorden: list[str], zin: tuple[str, ...]) -> bool:
    return any(
        all(woord.startswith(begin) for woord, begin in zip(woorden[n : n + len(zin)], zin, strict=True))
        for n in range(len(woorden) - len(zin) + 1)
    )


def _open_vragen(delen: tuple[Deel, ...]) -> list[int]:
    """Questions whose heading has nothing behind it, or only "n.v.t." or "volgt"; and numbers left out."""
    open_: set[int] = set()
    genoemd: set[int] = set()
    for deel in delen:
        blokken = [b for b in zichtbaar(deel.document) if b.soort not in (Soort.KOPREGEL, Soort.VOETREGEL)]
        for index, blok in enumerate(blokken):
            found = _VRAAG.search(fold(blok.tekst))
            if found is None or len(blok.tekst) > 160:
                continue
            genoemd.add(int(found.group(1)))
            volgende = blokken[index + 1] if index + 1 < len(blokken) else None
            if (
                blok.soort is Soort.KOP
                and (
                    volgende is None or (_VRAAG.search(fold(volgende.tekst)) and volgende.soort is Soort.KOP)
                )
            ) or (
                volgende is not None
                and re.fullmatch(
                    r"\W*(?:volgt(?: nog)?|n\.?t\.?b\.?|nader in te vullen|pm)\W*", fold(volgende.tekst)
                )
            ):
                open_.add(int(found.group(1)))
    if len(genoemd) >= 3:
        open_ |= {n for n in range(1, max(genoemd)) if n not in genoemd}
    return sorted(open_)
