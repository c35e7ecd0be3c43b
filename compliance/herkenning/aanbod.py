"""What a bid offers within perceel 6 and 8: kinds of wonen and verblijf, intensities, places.

The form counts first (its tables of capacity, crosses and lists), then the rekentools, then the prose.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compliance.formulier import aangekruist, ja_of_nee, zichtbaar
from compliance.inschrijving import Deel
from compliance.vakjes import gekozen, heeft_kruis, heeft_vak, keuze_bij, opties, zonder_vakken
from knowledge.calculators.intensiteit.rekenblad import lees_rekentool
from knowledge.catalogue.models import Tender
from knowledge.documents import Blok, Document, Soort
from knowledge.text.normalise import fold

KLASSEN = "CDEFGH"
GROEPEN = ("licht", "middelzwaar", "middel", "zwaar")
_IN_RAPPORT = {"deeltijdpleegzorg": "pleegzorg"}
_OOK_WONEN = {"gezinshuis", "zorgboerderij", "pleegzorg"}

_SCHEIDING = r"\s*(?:,|/|;|&|\+|en|of|t/m|tot en met|-|–)\s*"
_LETTERLIJST = re.compile(rf"([A-K](?:{_SCHEIDING}[A-K])*)(?:\s*\(.*\))?")
_MET_WOORD = re.compile(rf"intensiteit(?:en)?:?\s+([a-k](?:{_SCHEIDING}(?:intensiteit\s+)?[a-k])*)\b(?!-?\w)")
_GGZ = re.compile(
    rf"(?:\bggz[ -]|tariefklassen?\s+|"
    rf"verblijfsklassen?\s+)([c-h](?:{_SCHEIDING}(?:ggz[ -])?[c-h])*)\b(?!-?\w)"
)
_BEREIK = re.compile(r"([a-k])\s*(?:t/m|tot en met|-|–)\s*([a-k])")
_GROEPSAANBOD = re.compile(r"\b(licht|middelzwaar|middel|zwaar)\b")
_GEEN_AANBOD = re.compile(
    r"^(?:statutaire|naam (?:van de )?(?:inschrijver|organisatie|onderneming)|handelsna|rechtsvorm|"
    r"bezoekadres|adres|"
    r"vestiging|contact|e-?mail|website|kvk|agb|cao|toepasselijke|rekentool|keurmerk|holding|"
    r"checklist|plan van aanpak|"
    r"werkwijze|kwaliteit|referentie|opgave|bewijs|uittreksel|polis|jaarcijfers|verklaring|"
    r"combinatie|overig|functie|"
    r"cao|combinatie|multidisciplinair|landelijke|behandelaren|wijze van)|\.(?:pdf|docx?|xlsx?)\b"
)
_KOLOM_VORM = re.compile(r"^(?:soort |type )?(?:woon|verblijfs)?vorm(?:en)?\b|^soort\b|^type\b")
_KOLOM_CODE = re.compile(r"intensiteit|tariefklasse|^klasse")
_VOORZIENING = re.compile(
    r"(?:jeugd-?)?(?:intensiteit|ggz|tariefklasse|verblijf|groep(?:saanbod)? (?:licht|middel|zwaar)|[a-k]$)"
)
_KOLOM_NAAM = re.compile(r"^(?:naam|locatie|groep|huis|adres|plaats$|vestiging|unit)")
_NEE_KOLOM = re.compile(r"^(?:nee|niet|geen)\b")
_KOLOM_PLAATSEN = re.compile(r"plaatsen|plekken|capaciteit|bedden|aantal")


@dataclass(frozen=True, slots=True)
class Locatie:
    """A group or house as the form lists it: name, vormen, codes of intensity, number of places."""

    naam: str
    vormen: frozenset[str]
    codes: frozenset[str]
    plaatsen: float | None
    document: Document
    blok: Blok


@dataclass(frozen=True, slots=True)
class Aanbod:
    """`vormen` holds what the bid names; `intensiteiten` the codes of perceel 6 and 8."""

    vormen: frozenset[str]
    intensiteiten: frozenset[str]
    locaties: tuple[Locatie, ...]

    @property
    def vormen_in_rapport(self) -> frozenset[str]:
        """The vormen as the report gives them: a gezinshuis, zorgboerderij or pleegzorg is also wonen."""
        return self.vormen | ({"wonen"} if self.vormen & _OOK_WONEN else set())


def lees_aanbod(delen: tuple[Deel, ...], percelen: frozenset[int], tender: Tender) -> Aanbod:
    """The offer of a bid for these percelen; empty for a bid without perceel 6 and 8."""
    lezer = _Lezer(tender)
    for deel in delen:
        if deel.sleutel == "invulsjabloon":
            lezer.formulier(deel.document, percelen)
    rekentools = {"rekentool_verblijf", "rekentool_gezinshuis"}
    if 8 in percelen:
        lezer.rekentools([deel for deel in delen if deel.sleutel in rekentools])
    proza = [
        deel.document
        for deel in delen
        if deel.sleutel in ("plan_van_aanpak", "werkwijze", "overig", "kwaliteitsplan", "uea")
    ]
    if 8 in percelen and not lezer.codes:
        for document in proza:
            for blok in zichtbaar(document):
                lezer.codes |= verblijfscodes(blok.tekst)
    if 8 in percelen and not lezer.vormen:
        lezer.vormen |= lezer.uit_proza(proza)
    if 6 in percelen and not lezer.groepen:
        bronnen = [d.document for d in delen if d.sleutel == "rekentool_groepsaanbod"] + proza
        for document in bronnen:
            for blok in zichtbaar(document):
                if re.search(
                    r"groepsaanbod|voorziening waarvoor", fold(blok.tekst)
                ) and "bandbreedte" not in fold(blok.tabel):
                    lezer.groepen |= set(_GROEPSAANBOD.findall(fold(blok.tekst)))
            if lezer.groepen:
                break
    codes = (lezer.codes if 8 in percelen else set()) | (lezer.groepen if 6 in percelen else set())
    vormen = lezer.vormen if 8 in percelen else set()
    if any(code.startswith("GGZ") for code in codes):
        vormen = vormen | {"ggz"}
    if not vormen and codes & {"A", "B"}:
        vormen = vormen | {"pleegzorg"}
    return Aanbod(
        frozenset(_IN_RAPPORT.get(vorm, vorm) for vorm in vormen), frozenset(codes), tuple(lezer.locaties)
    )


def verblijfscodes(tekst: str) -> set[str]:
    """Codes with their word: "intensiteit D en E" gives D and E, "tariefklasse C t/m E" GGZ-C..GGZ-E."""
    plain = fold(tekst)
    codes = {f"GGZ-{letter}" for lijst in _GGZ.findall(plain) for letter in _uit_lijst(lijst)}
    return codes | {letter for lijst in _MET_WOORD.findall(plain) for letter in _uit_lijst(lijst)}


def losse_codes(cel: str) -> set[str]:
    """Codes in a cell that holds nothing else: "D", "D/E", "F t/m H", "GGZ-C", "☐ C ☒ D"."""
    if heeft_vak(cel):
        return {code for optie in opties(cel) if optie.aan for code in losse_codes(optie.tekst)}
    cel = cel.strip()
    if (lijst := _LETTERLIJST.fullmatch(cel)) is not None:
        return _uit_lijst(lijst.group(1).lower())
    return verblijfscodes(cel)


def _uit_lijst(lijst: str) -> set[str]:
    letters = {letter.upper() for letter in re.findall(r"(?<![a-z])[a-k](?![a-z])", lijst)}
    for van, tot in _BEREIK.findall(lijst):
        letters |= {chr(n).upper() for n in range(ord(van), ord(tot) + 1)}
    return letters


class _Lezer:
    def __init__(self, tender: Tender) -> None:
        self.vormen: set[str] = set()
        self.codes: set[str] = set()
        self.groepen: set[str] = set()
        self.locaties: list[Locatie] = []
        self.woorden = {
            vorm.sleutel: _patroon([vorm.naam, vorm.sleutel, *vorm.synoniemen], vorm.sleutel)
            for vorm in tender.vormen
        }

    def vormen_in(self, tekst: str) -> set[str]:
        """Kinds of wonen and verblijf named in a text; the longer name wins (kdv intensief is no kdv)."""
        plain = fold(tekst)
        vormen = {sleutel for sleutel, patroon in self.woorden.items() if patroon.search(plain)}
        if "kdv_intensief" in vormen and not re.search(
            r"kdv (?!intensief)|kortdurend verblijf (?!intensief)", plain + " "
        ):
            vormen.discard("kdv")
        if "deeltijdpleegzorg" in vormen and not re.search(
            r"(?<!deeltijd)(?<!deeltijd )pleeg(?:zorg|gezin)", plain
        ):
            vormen.discard("pleegzorg")
        return vormen

    def formulier(self, document: Document, percelen: frozenset[int]) -> None:
        koppen: dict[str, tuple[str, ...]] = {}
        vorige: Blok | None = None
        for blok in zichtbaar(document):
            if blok.cellen:
                # A first row with a tick in it is no heading but the first choice.
                kop = koppen.setdefault(blok.tabel, () if heeft_kruis(blok.tekst) else blok.cellen)
                eerste = kop is blok.cellen
                if not self._matrix(vorige, blok) and (not eerste or len([c for c in kop if c.strip()]) <= 2):
                    self._rij(document, blok, () if eerste else kop)
                vorige = blok
            elif blok.soort is Soort.FORMULIERVELD or heeft_kruis(blok.tekst):
                self._regel(blok)
            elif (
                found := re.match(
                    r"(?:woon|verblijfs)?(?:vorm(?:en)?|voorziening(?:en)?)[^:]{0,30}:", fold(blok.tekst)
                )
            ) is not None:
                self._aangekruist(blok.tekst[found.end() :])

    def _matrix(self, kop: Blok | None, rij: Blok) -> bool:
        """A row of crosses under a row of letters."""
        if kop is None or kop.tabel != rij.tabel:
            return False
        onder = fold(kop.cellen[0]) if kop.cellen else ""
        letters = [
            (kolom, cel.strip())
            for kolom, cel in enumerate(kop.cellen)
            if re.fullmatch(r"(?:GGZ[ -])?[A-K]", cel.strip())
        ]
        if len(letters) < 3 or any(re.fullmatch(r"[A-K]", cel.strip()) for cel in rij.cellen):
            return False
        # The six classes C to H are those of the ggz; the letters of verblijf start at A.
        ggz = "klasse" in onder or "ggz" in onder or "".join(letter for _, letter in letters) == KLASSEN
        for kolom, letter in letters:
            if kolom < len(rij.cellen) and aangekruist(rij.cellen[kolom]):
                naakt = letter[-1]
                self.codes.add(f"GGZ-{naakt}" if ggz or letter.startswith("GGZ") else naakt)
        return True

    def _rij(self, document: Document, blok: Blok, kop: tuple[str, ...]) -> None:
        ruw = [cel.strip() for cel in blok.cellen]
        plek = next((n for n, cel in enumerate(ruw) if zonder_vakken(cel)), None)
        if plek is None:
            return
        vakken = [cel for cel in ruw[:plek] if heeft_vak(cel)] + [ruw[plek]]
        keuzes = {keuze for cel in vakken if (keuze := keuze_bij(cel)) is not None}
        if keuzes == {False}:  # "☐ Gezinshuis": whatever else stands in the row is not offered
            return
        cellen = [*ruw[:plek], zonder_vakken(ruw[plek]), *ruw[plek + 1 :]]
        gevuld = [cel for cel in cellen[plek:] if cel]
        if keuzes == {True} and len(gevuld) == 1 and not _GEEN_AANBOD.search(fold(gevuld[0])):
            self._aangekruist(gevuld[0])
            return
        if (
            len(gevuld) < 2
            or _GEEN_AANBOD.search(fold(gevuld[0]))
            or re.match(r"^(?:perceel )?[1-9]$", fold(gevuld[0]))
        ):
            return
        label = fold(gevuld[0])
        if re.search(r"\.(?:pdf|docx?|xlsx?)\b", fold(blok.tekst)) or label.startswith("totaal"):
            return
        if len(gevuld) == 2 and re.search(r"\b(?:woon|verblijfs)?vorm(?:en)?\b|voorziening", label):
            self._aangekruist(gekozen(gevuld[1]))
            return
        if len(gevuld) == 2 and re.fullmatch(
            r"(?:de )?(?:ingeschreven )?intensiteit(?:en)?\W*(?:\(.*\))?", label
        ):
            self.codes |= losse_codes(gevuld[1])
            return
        kolommen = [fold(zonder_vakken(cel)).strip() for cel in kop] + [""] * len(cellen)
        in_vorm = [cel for n, cel in enumerate(cellen) if _KOLOM_VORM.search(kolommen[n])]
        in_code = [cel for n, cel in enumerate(cellen) if _KOLOM_CODE.search(kolommen[n]) and n > 0]
        if keuzes != {True} and not self._bevestigd(cellen, kolommen):
            return
        codes = {code for cel in in_code for code in losse_codes(cel)} or verblijfscodes(gekozen(blok.tekst))
        if not codes and re.fullmatch(r"[A-K]", gevuld[0]):
            codes = {gevuld[0]}
        vormen = self.vormen_in(" ; ".join(in_vorm)) or self.vormen_in(gevuld[0])
        if not vormen and kop and not in_vorm:
            vormen = self.vormen_in(kop[0]) - {"wonen"}
        if in_vorm and re.search(r"\bwonen\b", fold(" ".join(in_vorm))) and not vormen - {"wonen"}:
            vormen |= {"wonen"}
        if codes or vormen:
            self.codes |= codes
            self.vormen |= vormen
            if not _VOORZIENING.match(label):
                self.locaties.append(
                    Locatie(
                        _naam(cellen, kolommen) or gevuld[0],
                        frozenset(vormen),
                        frozenset(codes),
                        _plaatsen(cellen, kolommen),
                        document,
                        blok,
                    )
                )
        if re.search(r"groep|licht|middel|zwaar", label) or any(
            "groepsaanbod" in kolom for kolom in kolommen
        ):
            zoek = label if _GROEPSAANBOD.search(label) else fold(blok.tekst)
            self.groepen |= set(_GROEPSAANBOD.findall(zoek))

    def _bevestigd(self, cellen: list[str], kolommen: list[str]) -> bool:
        """Does the row say that this is offered? A row of dashes, "nee" and zeros does not."""
        rest = [
            (n, cel) for n, cel in enumerate(cellen) if cel and n > 0 and not _NEE_KOLOM.match(kolommen[n])
        ]
        oordelen = [ja_of_nee(cel) for _, cel in rest]
        if True in oordelen:
            return True
        if False in oordelen and not any(re.fullmatch(r"\d+", cel) and int(cel) > 0 for _, cel in rest):
            return False
        return any(aangekruist(cel) for _, cel in rest)

    def _regel(self, blok: Blok) -> None:
        """A form field or a line with check boxes, which may hold several options."""
        if blok.soort is Soort.FORMULIERVELD:
            label, _, gegeven = blok.tekst.rpartition(": ")
            if re.search(r"vorm(?:en)?\b|voorziening", fold(label)) and ja_of_nee(gegeven) is None:
                self._aangekruist(gegeven)
            elif re.search(r"intensiteit(?:en)?\W*$", fold(label)) and losse_codes(gegeven):
                self.codes |= losse_codes(gegeven)
            elif aangekruist(gegeven) and not _GEEN_AANBOD.search(fold(label)):
                self._aangekruist(label.replace("_", " "))
            return
        for optie in opties(blok.tekst):
            if optie.aan and not re.match(r"(?:perceel )?[1-9]\b|(?:ja|nee)\b", fold(optie.tekst)):
                self._aangekruist(optie.tekst)

    def _aangekruist(self, tekst: str) -> None:
        if ja_of_nee(tekst) is False:
            return
        self.vormen |= self.vormen_in(tekst)
        self.codes |= verblijfscodes(tekst) | (losse_codes(tekst) if len(tekst.strip()) < 12 else set())
        if re.search(r"groep", fold(tekst)) or _GROEPSAANBOD.fullmatch(fold(tekst).strip()):
            self.groepen |= set(_GROEPSAANBOD.findall(fold(tekst)))

    def rekentools(self, delen: list[Deel]) -> None:
        """Fills in what the form leaves open: the codes, the vormen, or both."""
        zonder_codes = not self.codes
        zonder_vormen = not self.vormen and not any(code.startswith("GGZ") for code in self.codes)
        for deel in delen:
            for groep in lees_rekentool(deel.document):
                self.codes |= losse_codes(groep.code) if zonder_codes else set()
                self.vormen |= self.vormen_in(f"{groep.naam} ; {groep.vorm}") if zonder_vormen else set()
            huis = deel.sleutel == "rekentool_gezinshuis" and not self.vormen & {
                "gezinshuis",
                "zorgboerderij",
            }
            if zonder_vormen and huis:
                self.vormen.add("gezinshuis")

    def uit_proza(self, documenten: Iterable[Document]) -> set[str]:
        """Vormen that the prose offers several times, without a denial."""
        telling: dict[str, int] = {}
        for zin in _zinnen(documenten):
            if re.search(r"\bgeen\b|\bniet\b|samen met|doorverwij|overgeplaatst", fold(zin)):
                continue
            for vorm in self.vormen_in(zin):
                telling[vorm] = telling.get(vorm, 0) + 1
        hoogste = max(telling.values(), default=0)
        return {vorm for vorm, aantal in telling.items() if aantal >= 3 and aantal * 4 >= hoogste}


def _patroon(namen: list[str], sleutel: str) -> re.Pattern[str]:
    woorden = {fold(naam).replace("(", "").replace(")", "") for naam in namen}
    if sleutel == "wonen":
        # "wonen" is also in the name of the perceel and of every other vorm: only by itself it is this one.
        los = r"^\W*(?:\(?specialistisch\)? )?(?:24-uurs )?wonen\W*(?:\(.*\))?$|specialistisch wonen"
        woorden = {w for w in woorden if w not in ("wonen", "specialistisch wonen", "woonvorm")}
        return re.compile(los + "|" + "|".join(rf"\b{re.escape(w)}" for w in sorted(woorden)))
    if sleutel == "zorgboerderij":
        woorden.discard("zorgboerderij met wonen")
        woorden.add("zorgboerderij")
    if sleutel == "behandelgroep":
        return re.compile(r"(?<!dag)(?<!dag-)\b(?:klinische )?behandel(?:groep|unit)")
    if sleutel == "ggz":
        return re.compile(
            r"ggz[ -]verblijf|verblijf(?:s)?[ -]ggz|klinisch(?:e)? (?:ggz|opname|verblijf)|tariefklasse"
        )
    return re.compile(
        "|".join(rf"\b{re.escape(w).replace('_', '.?')}" for w in sorted(woorden, key=len, reverse=True))
    )


def _naam(cellen: list[str], kolommen: list[str]) -> str:
    """The name of the group, where the table has a column for it."""
    return next((cel for n, cel in enumerate(cellen) if cel and _KOLOM_NAAM.match(kolommen[n])), "")


def _plaatsen(cellen: list[str], kolommen: list[str]) -> float | None:
    for n, cel in enumerate(cellen):
        if _KOLOM_PLAATSEN.search(kolommen[n]) and (getal := re.match(r"(\d+)", cel)):
            return float(getal.group(1))
    return None


def _zinnen(documenten: Iterable[Document]) -> Iterator[str]:
    for document in documenten:
        for blok in zichtbaar(document):
            yield from re.split(r"(?<=[.!?])\s+", blok.tekst)
