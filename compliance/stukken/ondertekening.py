"""Signing: by whom, when, and may they (§4.1.3, §4.1.5, §5.8)."""

import re
from dataclasses import dataclass

from compliance.dossier import Dossier, Uitslag, uitslag
from compliance.formulier import ja_of_nee, velden, zichtbaar
from compliance.rapport import StukStatus
from knowledge.documents import Blok, Document, Soort
from knowledge.text.normalise import fold

_HANDTEKENING = re.compile(
    r"^(?:\d+\W+)?(?:\(digitale\) |digitale |naam en |elektronische )?(?:handtekening|"
    r"ondertekend door|getekend door|ondertekening)\b"
)
_GETEKEND = re.compile(
    r"w\.\s?g\.|getekend|ondertekend|handtekening geplaatst|digitaal|elektronisch|docusign|"
    r"validsign|paraaf|signed"
)
_NIET_GETEKEND = re.compile(
    r"(?:nog )?niet (?:\w+ )?(?:ondertekend|getekend)|nog te (?:onder)?tekenen|volgt(?: nog)?\b|"
    r"n\.?t\.?b\.?|ter ondertekening|concept\b|"
    r"handtekening ontbreekt|ongetekend"
)
_SLOT = re.compile(
    r"w\.\s?g\.|\bgetekend|(?:digitaal|elektronisch) ondertekend|(?<!te worden )(?<!worden )\bondertekend "
    r"(?:te|op|door|namens)\b|aldus (?:\w+ ){0,3}opgemaakt"
)
_STIPPELS = re.compile(r"^[\s._…\-–\[\]()]*$")
_FUNCTIE = re.compile(
    r"^(?:\d+\W+)?(?:functie|hoedanigheid)(?: (?:van (?:de )?)?(?:ondertekenaar|tekenaar|"
    r"vertegenwoordiger|tekenbevoegde))?\b(?! contact)"
)
# "Hoedanigheid" may also ask how the bid is made.
_WIJZE_VAN_INSCHRIJVEN = re.compile(r"\b(?:inschrijver|combina\w+|samenwerkingsverband)\b")
_DATUM = re.compile(
    r"^(?:\d+\W+)?(?:plaats en datum|datum en plaats|datum(?: ondertekening)?|plaats, datum|"
    r"plaats/datum|d\.d\.)"
)
_BEVOEGD = re.compile(r"^bevoegdheid")
_GEZAMENLIJK = re.compile(r"gezamenlijk|tezamen|samen met|met andere bestuurder|twee handtekening")
_BESTUUR = re.compile(
    r"bestuur|directeur|directie|voorzitter|eigenaar|vennoot|maat\b|zaakvoerder|dga\b|president|"
    r"ceo\b|raad van bestuur|penvoerder|bevoegd"
)
_GEMACHTIGD = re.compile(
    r"gemachtigd|gevolmachtigd|bij volmacht|namens de bestuur|namens het bestuur|\bi\.?o\.?\b|"
    r"in opdracht van|per procura|procuratiehouder|p\.p\."
)
_WAARHEID = re.compile(
    r"naar (?:volledige )?waarheid|waarheidsgetrouw|overeenkomstig de waarheid|"
    r"niets (?:is )?(?:verzwegen|achter)|naar (?:beste|eer en) (?:weten|geweten)|"
    r"\balles[^.]{0,90}\bklopt\b|"
    r"(?:antwoorden|gegevens|informatie)[^.]{0,60}\b(?:kloppen|juist zijn|zijn juist)\b"
)
# Said more freely it counts only beside what else the statement must say: false data or fair competition.
_WAARHEID_VRIJ = re.compile(
    r"\b(?:klopt|kloppen|juist|correct|waar)\b|\b(?:eerlijk|te goeder trouw) (?:\w+ )?(?:ingevuld|geantwoord"
    r"|beantwoord|opgegeven)"
)
_VALS = re.compile(r"\bvals\w*|\bonjuist\w*|\bverzonnen\b|\bvervalst\w*|\bonwaar\w*|\bmisleid\w*")
_MEDEDINGING = re.compile(
    r"mededinging|concurren|kartel|prijsafspra"
    r"|(?:verboden|ongeoorloofde|onderlinge|geheime) afspraken"
    r"|(?:afspraken|afgestemd|overlegd|afstemming)[^.]{0,60}\b(?:andere|mede-?) ?inschrijvers?"
)


@dataclass(frozen=True, slots=True)
class Handtekening:
    """What the place of signature says. `gezet` None: it is left open, or a picture may stand there."""

    gezet: bool | None
    functies: tuple[str, ...]
    datum: str
    blok: Blok | None


def lees_handtekening(document: Document) -> Handtekening:
    """Reads the block of signature of a form or statement."""
    functies = tuple(
        v.waarde
        for v in velden([document], _FUNCTIE)
        if v.waarde.strip(" .-_") and not _WIJZE_VAN_INSCHRIJVEN.search(fold(v.waarde))
    )
    datums = [v.waarde for v in velden([document], _DATUM) if not _STIPPELS.match(v.waarde)]
    gezet: bool | None = None
    plek: Blok | None = None
    for veld in velden([document], _HANDTEKENING):
        if veld.blok.soort is Soort.KOP:
            continue
        plain = fold(veld.waarde)
        plek = plek or veld.blok
        if _NIET_GETEKEND.search(plain):
            return Handtekening(False, functies, datums[0] if datums else "", veld.blok)
        if not _STIPPELS.match(plain) and len(plain) < 120 and not _DATUM.match(plain):
            gezet, plek = True, veld.blok
    if gezet is None:
        for blok in zichtbaar(document)[-25:]:
            plain = fold(blok.tekst)
            if _NIET_GETEKEND.search(plain) and "teken" in plain:
                return Handtekening(False, functies, datums[0] if datums else "", blok)
            if _SLOT.search(plain[-200:]):
                gezet, plek = True, blok
    return Handtekening(gezet, functies, datums[0] if datums else "", plek)


def ongetekend(document: Document) -> str | None:
    """Why a document does not count as signed; None when it does, or when a signature may be a picture."""
    teken = lees_handtekening(document)
    if teken.gezet is False:
        return "niet ondertekend"
    if teken.gezet:
        return None
    if teken.blok is None and not teken.datum:
        return "ondertekening ontbreekt"
    if teken.blok is not None and not teken.datum and not teken.functies:
        return "de plek voor de handtekening is leeg"
    if teken.blok is not None and not teken.datum:
        return "handtekening en datum ontbreken"
    # Place, date and function are there; the signature may be a picture. A Word file tells if it has one.
    if (
        teken.blok is not None
        and document.formaat == "docx"
        and document.eigenschappen.get("afbeeldingen", "0") == "0"
    ):
        return "de handtekening ontbreekt"
    return None


def beoordeel_ondertekening(dossier: Dossier) -> Uitslag:
    """The form is signed by who may sign it, alone or with the others that the register asks."""
    delen = dossier.delen("invulsjabloon") or dossier.delen("uea")
    if not delen:
        return uitslag(
            "ondertekening",
            "ontbreekt",
            None,
            "Er is geen ondertekend invulsjabloon of UEA gevonden (§4.1.3).",
        )
    deel = delen[0]
    if (reden := ongetekend(deel.document)) is not None:
        status: StukStatus = (
            "ontbreekt" if reden in ("niet ondertekend", "ondertekening ontbreekt") else "onvolledig"
        )
        return uitslag("ondertekening", status, deel.bestand, f"{reden.capitalize()} (§4.1.3).")
    teken = lees_handtekening(deel.document)
    functie = teken.functies[0] if teken.functies else ""
    if (onbevoegd := _onbevoegd(dossier, teken)) is not None and not dossier.delen("machtiging"):
        return uitslag("ondertekening", "onvolledig", deel.bestand, f"{onbevoegd} (§4.1.3, §5.8).")
    return uitslag(
        "ondertekening", "aanwezig", deel.bestand, f"Ondertekend{' door ' + functie if functie else ''}."
    )


def _bevoegdheden(dossier: Dossier) -> list[tuple[str, str]]:
    """(function, authority) of the directors in the extract, lower case."""
    gevonden: list[tuple[str, str]] = []
    for document in dossier.documenten("kvk_uittreksel"):
        functie = ""
        for blok in zichtbaar(document):
            plain = fold(blok.tekst)
            if plain.startswith("functie"):
                functie = plain
            elif _BEVOEGD.match(plain) or ("bevoegd" in plain and len(plain) < 140):
                gevonden.append((functie, plain))
    return gevonden


def _onbevoegd(dossier: Dossier, teken: Handtekening) -> str | None:
    """Why the signer may not sign alone; None when they may, or when it can't be told."""
    functie = fold(" ".join(teken.functies[:3]))
    if functie and _GEMACHTIGD.search(functie):
        return "De ondertekenaar tekent als gemachtigde; een machtiging is niet gevonden"
    if functie and not _BESTUUR.search(functie):
        return (
            f"De ondertekenaar ({teken.functies[0]}) is volgens het handelsregister geen bevoegd "
            f"bestuurder en een machtiging is niet gevonden"
        )
    bevoegd = _bevoegdheden(dossier)
    gezamenlijk = [b for b in bevoegd if _GEZAMENLIJK.search(b[1])]
    if not gezamenlijk or len(gezamenlijk) < len(bevoegd):
        return None
    # Every director may only sign together: one signature is not enough.
    tekenaars = len(
        re.findall(r"w\.\s?g\.", fold(" ".join([teken.blok.tekst if teken.blok else "", *teken.functies])))
    )
    handtekeningen = sum(
        1 for v in velden(dossier.documenten("invulsjabloon"), _HANDTEKENING) if not _STIPPELS.match(v.waarde)
    )
    if max(tekenaars, handtekeningen, _aantal_functies(teken)) >= 2 or re.search(
        r"bestuurders|beide|gezamenlijk", functie
    ):
        return None
    return "Volgens het handelsregister zijn de bestuurders gezamenlijk bevoegd, er is één ondertekenaar"


def _aantal_functies(teken: Handtekening) -> int:
    return len({fold(functie) for functie in teken.functies}) if len(teken.functies) > 1 else 1


def beoordeel_machtiging(dossier: Dossier) -> Uitslag:
    """Only asked when somebody signs who may not do so by the register."""
    machtigingen = dossier.delen("machtiging")
    ondertekend = dossier.delen("invulsjabloon") or dossier.delen("uea")
    teken = lees_handtekening(ondertekend[0].document) if ondertekend else Handtekening(None, (), "", None)
    onbevoegd = _onbevoegd(dossier, teken) if ondertekend else None
    if not machtigingen:
        if onbevoegd is not None:
            return uitslag("machtiging", "ontbreekt", None, f"{onbevoegd} (§5.8).")
        return uitslag(
            "machtiging", "nvt", None, "Een machtiging is niet nodig: de ondertekenaar is zelf bevoegd."
        )
    deel = machtigingen[0]
    if (reden := ongetekend(deel.document)) is not None:
        return uitslag(
            "machtiging", "onvolledig", deel.bestand, f"De machtiging is niet geldig: {reden} (§5.8)."
        )
    bevoegd = _bevoegdheden(dossier)
    if bevoegd and all(_GEZAMENLIJK.search(b[1]) for b in bevoegd):
        gevers = len(re.findall(r"w\.\s?g\.|handtekening|ondertekend", fold(deel.document.tekst)))
        meer = re.search(r"ondergetekenden|gezamenlijk|bestuurders|beide", fold(deel.document.tekst))
        if gevers < 2 and not meer:
            return uitslag(
                "machtiging", "onvolledig", deel.bestand,
                "De bestuurders zijn gezamenlijk bevoegd; de machtiging is door één van hen gegeven (§5.8).",
            )  # fmt: skip
    return uitslag("machtiging", "aanwezig", deel.bestand, "Machtiging om te ondertekenen.")


def _verklaart_waarheid(plain: str, omgeving: str) -> bool:
    if _WAARHEID.search(plain):
        return True
    zegt_meer = _VALS.search(omgeving) and _MEDEDINGING.search(omgeving)
    return bool(zegt_meer and _WAARHEID_VRIJ.search(plain) and not plain.endswith("?"))


def beoordeel_waarheid(dossier: Dossier) -> Uitslag:
    """The statement of truth, no false data and fair competition (§4.1.5), ticked where it has a box."""
    for deel in (
        *dossier.delen("invulsjabloon"),
        *dossier.delen("overig"),
        *dossier.delen("uea"),
        *dossier.delen("plan_van_aanpak"),
    ):
        blokken = zichtbaar(deel.document)
        for index, blok in enumerate(blokken):
            plain = fold(blok.tekst)
            omgeving = fold(" ".join(b.tekst for b in blokken[max(0, index - 2) : index + 4]))
            if not _verklaart_waarheid(plain, omgeving) or "opgemaakt" in plain:
                continue
            if (
                re.match(r"^\s*(?:☐|□|\[ ?\])", blok.tekst)
                or ja_of_nee(blok.cellen[-1] if len(blok.cellen) > 1 else "ja") is False
            ):
                return uitslag(
                    "verklaring_waarheid",
                    "onvolledig",
                    deel.bestand,
                    "De verklaring staat er, maar is niet aangekruist (§4.1.5).",
                )
            ontbreekt = [
                naam
                for naam, patroon in (("valse gegevens", _VALS), ("mededinging", _MEDEDINGING))
                if not patroon.search(omgeving)
            ]
            if ontbreekt:
                return uitslag(
                    "verklaring_waarheid",
                    "onvolledig",
                    deel.bestand,
                    f"De verklaring zegt niets over {' en '.join(ontbreekt)} (§4.1.5).",
                )
            return uitslag(
                "verklaring_waarheid",
                "aanwezig",
                deel.bestand,
                "Verklaard dat alles naar waarheid is ingevuld.",
            )
    return uitslag(
        "verklaring_waarheid",
        "ontbreekt",
        None,
        "De verklaring dat alles naar waarheid is ingevuld ontbreekt (§4.1.5).",
    )
