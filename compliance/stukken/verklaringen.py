"""Statements that are asked in some cases only: holding, combinatie, derden (§5.8, §4.1.12, §5.4)."""

import re

from compliance.dossier import Dossier, Uitslag, uitslag
from compliance.inschrijving import Deel
from compliance.omstandigheden import Omstandigheid
from compliance.rapport import Bevinding
from compliance.stukken.ondertekening import ongetekend
from knowledge.text.normalise import fold

_ONAFHANKELIJK = re.compile(r"onafhankelijk|zelfstandig|los van")
_GEEN_INZAGE = re.compile(
    r"(?:geen|niet|zonder)\b[^.]{0,90}(?:inzage|inzicht|weet|kennis|bekend)|(?:inzage|inzicht|"
    r"kennis)\b[^.]{0,60}\b(?:geen|niet)\b|"
    r"niet (?:gedeeld|besproken|afgestemd)"
)
_MIDDELEN = re.compile(
    r"(?:gebruik|beroep|beschikt|inzet)\b[^.]{0,70}\b(?:middelen|personeel|faciliteiten|huisvesting|"
    r"financ\w+|ict|diensten)|middelen van de holding"
)
_GEEN_MIDDELEN = re.compile(r"(?:geen|niet|zonder)\b[^.]{0,40}\b(?:gebruik|beroep|middelen)")
_GARANT = re.compile(r"garant|borg|403|hoofdelijk")
_ONVOORWAARDELIJK = re.compile(
    r"onvoorwaardelijk|zonder voorbehoud|403[- ]verklaring|hoofdelijk(?:e)? aansprakelijk"
)
_BEPERKT = re.compile(
    r"naar vermogen|tot (?:ten hoogste|maximaal|een bedrag)|voor zover|mits|onder voorwaarde|"
    r"inspanning|behoudens"
)


def beoordeel_holding(dossier: Dossier) -> Uitslag:
    """Independent, no insight given or had, and a guarantee when means of the holding are used."""
    sleutel, holding = "holdingverklaring", dossier.omstandigheden.holding
    delen = dossier.delen(sleutel)
    if not holding.geldt:
        return uitslag(sleutel, "nvt", None, "De inschrijver is geen onderdeel van een holding.")
    if not delen:
        tekst = (
            "De inschrijver is onderdeel van een holding; een holdingverklaring (bijlage XI) is niet "
            "gevonden (§5.8)."
        )
        return uitslag(sleutel, "ontbreekt", None, tekst, *_verzwegen(holding))
    deel = delen[0]
    tekst = re.sub(r"\s+", " ", fold(deel.document.tekst))
    gebreken = []
    if not _ONAFHANKELIJK.search(tekst):
        gebreken.append("niet verklaard dat de inschrijving onafhankelijk van de holding is opgesteld")
    if not _GEEN_INZAGE.search(tekst):
        gebreken.append("niet verklaard dat geen inzicht is gegeven in of kennis is van elkaars aanbieding")
    if _MIDDELEN.search(tekst) and not _GEEN_MIDDELEN.search(tekst) and not _garant(tekst):
        gebreken.append(
            "er worden middelen van de holding gebruikt, maar een onvoorwaardelijke garantstelling "
            "door de holding ontbreekt"
        )
    if (reden := ongetekend(deel.document)) is not None:
        gebreken.append(reden)
    return _oordeel(
        sleutel, deel, gebreken, "Onafhankelijkheid verklaard; de verklaring is volledig.", "§5.8"
    )


def _garant(tekst: str) -> bool:
    for zin in re.split(r"(?<=[.;])\s", tekst):
        if _GARANT.search(zin) and _ONVOORWAARDELIJK.search(zin):
            return not _BEPERKT.search(zin) and not re.search(r"\b(?:geen|niet)\b", zin)
    return False


def _verzwegen(holding: Omstandigheid) -> tuple[Bevinding, ...]:
    """The form denies a holding that the extract shows."""
    if holding.gezegd is not False or not holding.elders:
        return ()
    return (
        Bevinding(
            soort="tegenstrijdig",
            ernst="herstelbaar",
            bewijs=(*holding.elders, *holding.bewijs[:1]),
            toelichting=(
                "Het uittreksel noemt een holding als aandeelhouder, het formulier zegt dat de inschrijver "
                "geen deel is van een holding (§5.8)."
            ),
        ),
    )


def _handtekeningen(plain: str) -> int:
    """How often a folded text says that somebody signed."""
    return len(re.findall(r"w\.\s?g\.|\bgetekend\b|(?:digitaal|elektronisch) ondertekend", plain))


def beoordeel_combinatie(dossier: Dossier) -> Uitslag:
    """Every member is jointly and severally liable, has signed, and a lead is named."""
    sleutel, combinatie = "combinatieverklaring", dossier.omstandigheden.combinatie
    if not combinatie.geldt:
        return uitslag(sleutel, "nvt", None, "Er wordt niet als combinatie ingeschreven.")
    delen = dossier.delen(sleutel)
    if not delen:
        return uitslag(
            sleutel,
            "ontbreekt",
            None,
            (
                "Er wordt als combinatie ingeschreven; een verklaring van de combinanten is niet gevonden "
                "(§5.8)."
            ),
        )
    tekst = " ".join(fold(deel.document.tekst) for deel in delen)
    gebreken = []
    if not re.search(r"hoofdelijk", tekst) or re.search(
        r"(?:niet|geen) hoofdelijk|ieder voor (?:zijn|het eigen|zich|haar)", tekst
    ):
        gebreken.append("geen hoofdelijke aansprakelijkheid van alle combinanten")
    if not re.search(
        r"penvoerder|leiding van de combinatie|gemachtigde",
        tekst + " ".join(fold(d.tekst) for d in dossier.documenten("invulsjabloon")),
    ):
        gebreken.append("geen penvoerder aangewezen (§4.1.12)")
    getekend = _handtekeningen(tekst)
    redenen = [reden for deel in delen if (reden := ongetekend(deel.document)) is not None]
    if redenen:
        gebreken.append(redenen[0])
    elif len(delen) == 1 and getekend == 1:
        gebreken.append("niet door alle combinanten ondertekend")
    return _oordeel(
        sleutel, delen[0], gebreken, "Alle combinanten verklaren zich hoofdelijk aansprakelijk.", "§5.8"
    )


def beoordeel_derden(dossier: Dossier) -> Uitslag:
    """Both sign that the bidder can really dispose of the other's means, and that it will be deployed."""
    sleutel, derden = "verklaring_derden", dossier.omstandigheden.derden
    if not derden.geldt:
        return uitslag(sleutel, "nvt", None, "Er wordt geen beroep gedaan op derden.")
    delen = dossier.delen(sleutel)
    if not delen:
        return uitslag(
            sleutel,
            "ontbreekt",
            None,
            "Er wordt een beroep gedaan op derden; de verklaring inzet derden is niet gevonden (§5.4, §5.8).",
        )
    deel = delen[0]
    tekst = fold(deel.document.tekst)
    gebreken = []
    if not re.search(r"beschik", tekst):
        gebreken.append("niet verklaard dat over de middelen van de derde kan worden beschikt")
    if not re.search(r"\b(?:inzet|ingezet|inzetten|uitvoer)", tekst):
        gebreken.append("niet verklaard dat de derde wordt ingezet")
    if (reden := ongetekend(deel.document)) is not None:
        gebreken.append(reden)
    elif _handtekeningen(tekst) == 1:
        gebreken.append("niet door inschrijver én derde ondertekend")
    return _oordeel(sleutel, deel, gebreken, "Inschrijver en derde hebben de verklaring ondertekend.", "§5.4")


def _oordeel(sleutel: str, deel: Deel, gebreken: list[str], goed: str, vindplaats: str) -> Uitslag:
    if not deel.document.blokken:
        return uitslag(sleutel, "onvolledig", deel.bestand, "De verklaring is niet te lezen.")
    if gebreken:
        return uitslag(
            sleutel, "onvolledig", deel.bestand, f"Niet volledig: {'; '.join(gebreken)} ({vindplaats})."
        )
    return uitslag(sleutel, "aanwezig", deel.bestand, goed)
