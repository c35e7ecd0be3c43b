"""Cuts a bid into passages: one sentence each, with what an assessor sees around it.

Left out: headers, footers (a footnote is read), tables of contents, hidden text, and documents that say
nothing about how the bidder will work (forms, certificates, accounts, references).
"""

import re
from dataclasses import dataclass

from compliance.eisen.akkoord import is_akkoordverklaring
from compliance.inschrijving import Inschrijving
from knowledge.documents import Blok, Document, Soort
from knowledge.text.codes import find_codes
from knowledge.text.normalise import fold
from knowledge.text.numbers import number_in_words
from knowledge.text.sentences import sentences

_GEEN_BEWIJS = frozenset(
    {
        "uea", "kvk_uittreksel", "kwaliteitscertificaat", "keurmerk_gezinshuis", "keurmerk_zorgboerderij",
        "referentie_1", "referentie_2", "jaarcijfers", "rekentool_groepsaanbod", "rekentool_verblijf",
        "rekentool_gezinshuis", "holdingverklaring", "combinatieverklaring", "verklaring_derden",
        "machtiging", "polis_aansprakelijkheid",
    }
)  # fmt: skip
_OVERSLAAN = frozenset({Soort.KOPREGEL, Soort.INHOUD, Soort.VERBORGEN, Soort.OPMERKING})
# A line at the foot of a page that runs to so many words, and stands there once, is a footnote.
_VOETNOOT = 10
_EISKOLOM = re.compile(r"^(?:nr\.? |nummer |bij )?eis(?:en|nr|nummer)?\b")
_INHOUDSREGEL = re.compile(r"(?:\.{3,}|…|\t)\s*\d+$")
# A heading that ties its text to more eisen than this is a chapter, not an answer to one of them.
_HOOGSTENS_PER_KOP = 4


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence. `groep`: sentences of one paragraph, list or table row share it.

    `eisen` are the eisen that heading, row or sentence name by number; `eigen` those in the sentence itself.
    `kop` is the heading above it, with the label of the row or the lead-in of the list.
    """

    nummer: int
    document: Document
    blok: Blok
    tekst: str
    begin: int
    groep: int
    sectie: int = 0
    """Passages under one heading share it."""
    kop: str = ""
    eisen: frozenset[str] = frozenset()
    eigen: frozenset[str] = frozenset()
    noot_bij: int = -1
    """For a footnote: the number of the sentence that bears its mark."""


@dataclass(frozen=True, slots=True)
class Vinkje:
    """A table row that only agrees or refuses: "Eis 12 | akkoord"."""

    eis: str
    akkoord: bool
    document: Document
    blok: Blok


def eisnummers(text: str) -> frozenset[str]:
    """Numbers of the eisen that a text names: "(eis 24 en 25)" gives 24 and 25; letters in capitals. So do
    "E24", "eis #24" and "eis vierentwintig"."""
    text = _KORTE_EIS.sub(r"eis \1", text)
    text = _EIS_IN_WOORDEN.sub(_in_cijfers, text)
    return frozenset(code.waarde.upper() for code in find_codes(text) if code.soort == "eis")


# "E12" or "E-12"; with a space between it is an intensiteit and a number.
_KORTE_EIS = re.compile(r"(?:(?<![\w/.-])E[-.]?|\b[Ee]is [#№] ?)(\d{1,3})(?!\w|[.,]\d)")
_EIS_IN_WOORDEN = re.compile(r"(?<=\b[Ee]is )(?!(?:een|één)\b)([a-z]{3,24})\b")


def _in_cijfers(woord: re.Match[str]) -> str:
    waarde = number_in_words(woord[1])
    return woord[1] if waarde is None or waarde != int(waarde) else str(int(waarde))


def spreekt(inschrijving: Inschrijving, document: Document) -> bool:
    """Can this document show how the bidder will work?"""
    soorten = set(inschrijving.stuk_van.get(document.bestand, ()))
    return not (soorten and soorten <= _GEEN_BEWIJS)


def passages(inschrijving: Inschrijving) -> tuple[list[Passage], list[Vinkje]]:
    """All passages of a bid in reading order, and the rows that only tick an eis.

    A blanket declaration says nothing of one eis in particular, so it is no passage.
    """
    lezer = _Lezer()
    for document in inschrijving.documenten:
        if spreekt(inschrijving, document):
            lezer.lees(document)
    return lezer.passages, lezer.vinkjes


class _Lezer:
    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self.vinkjes: list[Vinkje] = []
        self.groep = 0
        self.losse_zin = False
        """The block before was a paragraph of one sentence."""
        self.sectie = 0
        self.noten: list[Blok] = []
        """The footnotes of this document that no sentence has claimed yet."""
        self.geplaatst: set[int] = set()

    def lees(self, document: Document) -> None:
        koppen: list[tuple[int, str]] = []
        aanloop = ""
        kolommen: tuple[str, ...] = ()
        tabel = ""
        self.sectie += 1
        self.losse_zin = False
        self.noten = [b for b in document.blokken if b.soort is Soort.VOETNOOT and b.plaats]
        for blok in document.blokken:
            if blok.soort in _OVERSLAAN or _INHOUDSREGEL.search(blok.tekst) or id(blok) in self.geplaatst:
                continue
            self.noten = [noot for noot in self.noten if noot is not blok]
            if blok.soort is Soort.VOETREGEL and not _is_voetnoot(blok, document):
                continue
            if blok.soort is Soort.KOP:
                koppen = [kop for kop in koppen if kop[0] < blok.niveau]
                koppen.append((blok.niveau, f"{blok.nummer} {blok.tekst}".strip()))
                aanloop = ""
                self.sectie += 1
                self.losse_zin = False
                continue
            kop, gebonden = _context(koppen)
            if blok.cellen:
                if blok.tabel == tabel and _zijn_kolommen(blok.cellen):
                    kolommen = tuple(fold(cel) for cel in blok.cellen)  # below a title row of the sheet
                    continue
                if blok.tabel != tabel:
                    tabel, kolommen = blok.tabel, tuple(fold(cel) for cel in blok.cellen)
                    if not _is_inhoud(blok.cellen):
                        continue
                self.groep += 1
                self._rij(document, blok, kolommen, kop, gebonden)
                continue
            if aanloop and (blok.soort is Soort.LIJST or _IS_PUNT.match(blok.tekst)):
                kop = f"{kop} {aanloop}"
            else:
                los = _is_losse_zin(blok)
                if not (los and self.losse_zin):
                    self.groep += 1
                self.losse_zin = los
                aanloop = ""
            gebonden |= eisnummers(blok.nummer)
            self._zinnen(document, blok, blok.tekst, 0, kop, gebonden)
            if blok.tekst.rstrip().endswith(":"):
                aanloop = sentences(blok.tekst)[-1]

    def _rij(
        self, document: Document, blok: Blok, kolommen: tuple[str, ...], kop: str, gebonden: frozenset[str]
    ) -> None:
        nummers = frozenset[str]()
        for plaats, cel in enumerate(blok.cellen):
            if plaats < len(kolommen) and _EISKOLOM.match(kolommen[plaats]) and len(cel) < 40:
                nummers |= eisnummers(f"eis {cel}") | eisnummers(cel)
            elif len(cel) < 40:
                nummers |= eisnummers(cel)
        gevuld = [cel for cel in blok.cellen if cel.strip()]
        inhoud = [cel for cel in gevuld if len(cel.split()) >= 4]
        if nummers and not inhoud:
            keuze = _keuze(gevuld)
            if keuze is not None:
                self.vinkjes += [Vinkje(eis, keuze, document, blok) for eis in sorted(nummers)]
            return
        label = gevuld[0] if gevuld and len(gevuld[0]) < 90 and gevuld[0] not in inhoud[1:] else ""
        zoek_vanaf = 0
        for cel in blok.cellen:
            if not cel.strip() or (cel == label and len(gevuld) > 1 and len(cel.split()) < 4):
                continue
            begin = max(blok.tekst.find(cel, zoek_vanaf), 0)
            zoek_vanaf = begin + len(cel)
            self._zinnen(document, blok, cel, begin, f"{kop} {label}", nummers or gebonden)

    def _zinnen(
        self, document: Document, blok: Blok, tekst: str, begin: int, kop: str, gebonden: frozenset[str]
    ) -> None:
        if (bij_nummer := _NUMMER_AKKOORD.match(fold(tekst))) is not None:
            akkoord = bij_nummer["niet"] is None
            self.vinkjes.append(Vinkje(bij_nummer["eis"].upper(), akkoord, document, blok))
            return
        positie = 0
        for zin in sentences(tekst):
            plaats = tekst.find(zin, positie)
            plaats = positie if plaats < 0 else plaats
            positie = plaats + len(zin)
            if is_akkoordverklaring(zin) or _GESTAND.search(zin):
                continue
            eigen = eisnummers(zin)
            self.passages.append(
                Passage(
                    nummer=len(self.passages), document=document, blok=blok, tekst=zin, begin=begin + plaats,
                    groep=self.groep, sectie=self.sectie, kop=kop, eisen=eigen or gebonden, eigen=eigen,
                )
            )  # fmt: skip
            self._noten_bij(self.passages[-1])

    def _noten_bij(self, zin: Passage) -> None:
        """The footnotes whose mark stands in this sentence belong to it: same paragraph, same eisen."""
        for noot in [n for n in self.noten if _draagt(zin, n)]:
            self.noten.remove(noot)
            self.geplaatst.add(id(noot))
            for tekst in sentences(noot.tekst):
                self.passages.append(
                    Passage(
                        nummer=len(self.passages), document=zin.document, blok=noot, tekst=tekst,
                        begin=max(noot.tekst.find(tekst), 0), groep=zin.groep, sectie=zin.sectie,
                        kop=f"{zin.kop} {zin.tekst}", eisen=eisnummers(tekst) or zin.eisen,
                        eigen=eisnummers(tekst), noot_bij=zin.nummer,
                    )
                )  # fmt: skip


# A point of a list that its file shows as a paragraph of its own: "2. ...", "b) ...", "- ...".
_IS_PUNT = re.compile(r"^\W{0,2}(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)] |^[-–•*] ")


def _is_losse_zin(blok: Blok) -> bool:
    """Is this a paragraph of one sentence? Some write each sentence on a line of its own: then those under
    one heading are one paragraph."""
    if blok.soort is not Soort.ALINEA or blok.cellen or _IS_PUNT.match(blok.tekst):
        return False
    return len(sentences(blok.tekst)) == 1


# A line that only agrees, or does not, with an eis by its number: "Eis 39: akkoord", "Nr. 35 - akkoord".
_NUMMER_AKKOORD = re.compile(
    r"^\W*(?:eis|nr\.?|nummer) (?P<eis>\d{1,3}|[a-l])\s*[:;,.=-]*\s*(?:daar(?:mee)? )?(?P<niet>niet )?"
    r"(?:akkoord|voldaan|conform|wij voldoen|ja)\W*$"
)
_HOOG = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
# A mark is a raised figure or sign, or a figure glued to the word or full stop before it.
_TEKEN = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰]+|(?<=[a-z.,;)])\d{1,2}(?=\s|$)|(?<=[a-z.,;)])\*+")
# How long the bid itself stands is no answer to an eis.
_GESTAND = re.compile(r"\bgestand\b", re.IGNORECASE)


def _draagt(zin: Passage, noot: Blok) -> bool:
    """Does this sentence bear the mark of the footnote? The reader of the file may know which one does."""
    if noot.bij:
        return noot.bij in zin.tekst or (zin.tekst in noot.bij and _TEKEN.search(zin.tekst) is not None)
    pagina, _ = zin.blok.plek(zin.begin + len(zin.tekst))
    if pagina != noot.pagina:
        return False
    return any(teken.translate(_HOOG) == noot.plaats for teken in _TEKEN.findall(zin.tekst))


def _is_voetnoot(blok: Blok, document: Document) -> bool:
    gelijk = sum(_zonder_cijfers(ander.tekst) == _zonder_cijfers(blok.tekst) for ander in document.blokken)
    return gelijk == 1 and len(blok.tekst.split()) >= _VOETNOOT


def _zonder_cijfers(tekst: str) -> str:
    return re.sub(r"\d+", "", tekst)


def _context(koppen: list[tuple[int, str]]) -> tuple[str, frozenset[str]]:
    """The words of the two nearest headings, and the eisen that the nearest naming heading names."""
    gebonden = frozenset[str]()
    for _, kop in reversed(koppen):
        gebonden = eisnummers(kop)
        if gebonden:
            break
    if len(gebonden) > _HOOGSTENS_PER_KOP:
        gebonden = frozenset()
    return " ".join(kop for _, kop in koppen[-2:]), gebonden


def _zijn_kolommen(cellen: tuple[str, ...]) -> bool:
    """A row of column names, one of them for the number of the eis."""
    return (
        sum(bool(cel.strip()) for cel in cellen) > 1
        and any(_EISKOLOM.fullmatch(fold(cel).strip(" .:")) for cel in cellen)
        and not any(re.search(r"\d", cel) or len(cel.split()) > 6 for cel in cellen)
    )


def _is_inhoud(cellen: tuple[str, ...]) -> bool:
    """A first row with a full sentence is a row like the others, not a row of column names."""
    return any(len(cel.split()) > 8 for cel in cellen) or eisnummers(cellen[0]) != frozenset()


def _keuze(cellen: list[str]) -> bool | None:
    for cel in cellen:
        plain = fold(cel).strip(" .")
        if re.match(r"(?:niet akkoord|nee\b|voldoet niet|niet)", plain):
            return False
        if re.match(r"(?:akkoord|ja\b|voldoet|voldaan|conform|x$|v$|[☒☑✓✔])", plain):
            return True
    return None
