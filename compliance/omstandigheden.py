"""The circumstances on which further stukken depend: combinatie, derden, holding; as the bid states them."""

import re
from dataclasses import dataclass

from compliance.bewijs import bewijs
from compliance.formulier import antwoorden, gekozen_deel, ja_of_nee, velden
from compliance.inschrijving import Inschrijving
from compliance.rapport import Bewijs
from knowledge.text.normalise import fold

_COMBINATIE = re.compile(
    r"\bcombinatie\b(?! (?:van |met |tussen )?(?:ambulant|wonen|verblijf|hulp|zorg|individu|groep))|"
    r"samen met anderen|samenwerkingsverband"
)
_DERDEN = re.compile(
    r"beroep op (?:de |een )?(?:derde|draagkracht|bekwaamheid|andere)|"
    r"draagkracht van andere|inzet (?:van )?derden\b"
)
_HOLDING = re.compile(
    r"(?:onder)?deel (?:uit )?van een (?:holding|concern|groep)|"
    r"onderdeel .{0,20}(?:holding|concern)|^(?:holding|concern)\b"
)
_WIJZE = re.compile(
    r"^(?:wijze van inschrij|schrijft in als|inschrijfvorm|hoedanigheid|"
    r"wij schrijven in als|inschrijving als)"
)
_ONTKEND_ERVOOR = re.compile(r"\b(?:geen|zonder|niet)\b[^;,.]{0,25}$")
_ONTKEND_ERNA = re.compile(r"[^;,.]{0,15}\b(?:niet|geen)\b")
_ONTKEND = re.compile(r"\b(?:niet|geen|nooit|onafhankelijk)\b")
_HOLDINGNAAM = re.compile(r"holding|concern|\bgroep\b|\bgroup\b|beheer|participatie")
_BEDRIJF = re.compile(r"\bb\.?v\.?(?:\W|$)|\bn\.?v\.?(?:\W|$)|stichting|cooperatie|holding")
_AANDEELHOUDER = re.compile(r"(?:enig )?aandeelhouder(?! sedert)|moedermaatschappij|groepsmaatschappij")


@dataclass(frozen=True, slots=True)
class Omstandigheid:
    """Does it hold, as the bid itself says (`gezegd`; None: it does not say) and by all its documents?"""

    geldt: bool
    gezegd: bool | None = None
    bewijs: tuple[Bewijs, ...] = ()
    elders: tuple[Bewijs, ...] = ()
    """Passages in other documents that show it."""


@dataclass(frozen=True, slots=True)
class Omstandigheden:
    combinatie: Omstandigheid
    derden: Omstandigheid
    holding: Omstandigheid


def lees_omstandigheden(inschrijving: Inschrijving) -> Omstandigheden:
    """Reads the form and the UEA, and for a holding also the extract."""
    return Omstandigheden(
        _gevraagd(
            inschrijving, _COMBINATIE, re.compile(r"combina(?:tie|nt)|penvoerder"), "combinatieverklaring"
        ),
        _gevraagd(inschrijving, _DERDEN, re.compile(r"beroep op (?:een |de )?derde"), "verklaring_derden"),
        _holding(inschrijving),
    )


def _gevraagd(
    inschrijving: Inschrijving, vraag: re.Pattern[str], wijze: re.Pattern[str], verklaring: str
) -> Omstandigheid:
    documenten = [deel.document for deel in inschrijving.delen_van("invulsjabloon", "uea")]
    gezegd: bool | None = None
    bewijzen: list[Bewijs] = []
    for veld in velden(documenten, _WIJZE):
        plain = gekozen_deel(fold(veld.waarde))
        if (found := wijze.search(plain)) is not None:
            ontkend = _ONTKEND_ERVOOR.search(plain[: found.start()]) or _ONTKEND_ERNA.match(
                plain[found.end() :]
            )
            gezegd = ontkend is None
        elif re.search(r"zelfstandig", plain) and verklaring == "combinatieverklaring":
            gezegd = False
        else:
            continue
        bewijzen.append(bewijs(veld.document, veld.blok))
    for gegeven in antwoorden(documenten, vraag):
        if gegeven.waarde is None or len(gegeven.tekst) > 260:
            continue
        gezegd = bool(gezegd) or gegeven.waarde
        bewijzen.append(bewijs(gegeven.document, gegeven.blok))
    verklaringen = inschrijving.delen_van(verklaring)
    elders = tuple(bewijs(d.document, d.document.blokken[0]) for d in verklaringen if d.document.blokken)
    return Omstandigheid(bool(gezegd) or (gezegd is None and bool(elders)), gezegd, tuple(bewijzen), elders)


def _holding(inschrijving: Inschrijving) -> Omstandigheid:
    gezegd: bool | None = None
    bewijzen: list[Bewijs] = []
    formulieren = [deel.document for deel in inschrijving.delen_van("invulsjabloon", "uea")]
    for veld in velden(formulieren, _HOLDING):
        keuze = ja_of_nee(veld.waarde)
        if keuze is None and _BEDRIJF.search(plain := fold(veld.waarde)):
            keuze = _ONTKEND.search(plain) is None
        if keuze is not None:
            gezegd = bool(gezegd) or keuze
            bewijzen.append(bewijs(veld.document, veld.blok))
    elders = []
    eigen = fold(inschrijving.inschrijver)
    for deel in inschrijving.delen_van("kvk_uittreksel"):
        for nummer, blok in enumerate(deel.document.blokken):
            if _AANDEELHOUDER.search(fold(blok.tekst)) is None:
                continue
            buurt = deel.document.blokken[nummer : nummer + 2]
            naam = fold(" ".join(b.tekst for b in buurt))
            if (
                _HOLDINGNAAM.search(naam)
                and _BEDRIJF.search(naam)
                and not (eigen and naam.strip().endswith(eigen))
            ):
                elders.append(
                    bewijs(deel.document, buurt[-1] if _BEDRIJF.search(fold(buurt[-1].tekst)) else blok)
                )
                break
    for deel in inschrijving.delen_van("holdingverklaring"):
        elders += [bewijs(deel.document, blok) for blok in deel.document.blokken[:1]]
    return Omstandigheid(bool(gezegd) or bool(elders), gezegd, tuple(bewijzen), tuple(elders))
