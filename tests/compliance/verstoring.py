"""Rewrites a bid that was read, without changing what it says: other names, other files, other layout, other
words. A judgement that changes with it hangs on the form of the bid.

Each `Verstoring` takes the documents of a bid and gives new ones; nothing is written to disk.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from compliance.herkenning import herken_delen, lees_inschrijver
from knowledge.documents import Blok, Document, Soort
from knowledge.text.numbers import write_number
from knowledge.text.sentences import sentences

Documenten = tuple[Document, ...]

_RAND = (Soort.KOPREGEL, Soort.VOETREGEL, Soort.VERBORGEN, Soort.INHOUD, Soort.FORMULIERVELD)
# Kinds of documents that tell how the bidder works; forms keep their layout.
_VERHALEND = ("plan_van_aanpak", "kwaliteitsplan", "klachtenregeling", "werkwijze", "overig")


@dataclass(frozen=True, slots=True)
class Verstoring:
    """`naam` says in Dutch what is different."""

    naam: str
    maak: Callable[[Documenten], Documenten]


def _tekst(documenten: Documenten, doe: Callable[[str], str]) -> Documenten:
    """Every text and cell through `doe`."""
    return tuple(
        replace(
            d,
            blokken=tuple(
                replace(b, tekst=doe(b.tekst), cellen=tuple(map(doe, b.cellen)), bij=doe(b.bij))
                for b in d.blokken
            ),
        )
        for d in documenten
    )


def _verhalend(documenten: Documenten) -> set[str]:
    return {deel.bestand for deel in herken_delen(documenten) if deel.sleutel in _VERHALEND}


def _blokken(documenten: Documenten, doe: Callable[[Blok], Iterator[Blok]]) -> Documenten:
    """The blocks of the documents that tell a story through `doe`."""
    verhalend = _verhalend(documenten)
    return tuple(
        replace(d, blokken=tuple(nieuw for b in d.blokken for nieuw in doe(b)))
        if d.bestand in verhalend
        else d
        for d in documenten
    )


def andere_naam(documenten: Documenten) -> Documenten:
    """Another organisation, in full and by the telling words of its name."""
    naam = lees_inschrijver(herken_delen(documenten))
    rechtsvorm = r"\b(?:stichting|coöperatie|vereniging|combinatie|b\.?v\.?|u\.?a\.?)(?:\W|$)"
    kern = re.sub(rf"(?i){rechtsvorm}|[&.,]", " ", naam)
    gewoon = {"Jeugdhulp", "Jeugdzorg", "Zorg", "Gezinshuis", "Pleegzorg", "Zorgboerderij", "Kinder", "Jeugd"}
    eigen = [w for w in kern.split() if w[:1].isupper() and w not in gewoon and len(w) > 3]
    patroon = re.compile("|".join(rf"\b{re.escape(w)}\b" for w in [naam, *eigen] if w))
    nieuw = {naam: "Stichting Wilgenroos Jeugd"}
    return _tekst(documenten, lambda t: patroon.sub(lambda m: nieuw.get(m[0], "Wilgenroos"), t))


def neutrale_bestanden(documenten: Documenten) -> Documenten:
    """Files named by number only, here and where the bid names them."""
    namen = {
        d.bestand: f"document {n}.{d.bestand.rpartition('.')[2]}" for n, d in enumerate(documenten, start=1)
    }
    patroon = re.compile("|".join(re.escape(oud) for oud in sorted(namen, key=len, reverse=True)))
    hernoemd = tuple(replace(d, bestand=namen[d.bestand]) for d in documenten)
    return _tekst(hernoemd, lambda t: patroon.sub(lambda m: namen[m[0]], t))


_EISNUMMER = re.compile(
    r"\s*[(\[](?:zie )?eis(?:en)? [^)\]]{1,40}[)\]]|\b(?:[Ee]is|[Ee]isen) (?:\d{1,3}|[A-L])(?:(?:,| en) "
    r"(?:\d{1,3}|[A-L])\b)*[:.]?\s?"
)


def zonder_eisnummers(documenten: Documenten) -> Documenten:
    """The numbers of the eisen taken out of headings and sentences, and out of columns of their own."""

    def rij(blok: Blok) -> Iterator[Blok]:
        cellen = tuple(
            ""
            if re.fullmatch(r"(?:[Ee]is(?:en)?\s*)?(?:\d{1,3}|[A-L])(?:(?:, | en |/)\d{1,3})*", c.strip())
            else c
            for c in blok.cellen
        )
        cellen = tuple(_EISNUMMER.sub(" ", c).strip() for c in cellen)
        tekst = " | ".join(c for c in cellen if c) if cellen else _EISNUMMER.sub(" ", blok.tekst).strip()
        nummer = "" if "is" in blok.nummer else blok.nummer
        if tekst:
            yield replace(blok, tekst=tekst, cellen=cellen, nummer=nummer)

    return _blokken(documenten, rij)


def zonder_koppen(documenten: Documenten) -> Documenten:
    """Headings below the title without words of their own."""
    teller = iter(range(1, 10_000))

    def kaal(blok: Blok) -> Iterator[Blok]:
        if blok.soort is Soort.KOP and blok.niveau > 1 and not _EISNUMMER.search(blok.tekst):
            yield replace(blok, tekst=f"Paragraaf {next(teller)}", nummer="")
        else:
            yield blok

    return _blokken(documenten, kaal)


def tabel_als_proza(documenten: Documenten) -> Documenten:
    """Rows of tables as sentences: "label: answer"."""

    def proza(blok: Blok) -> Iterator[Blok]:
        gevuld = [c.strip().rstrip(".") for c in blok.cellen if c.strip()]
        if len(gevuld) < 2:
            yield blok
        else:
            yield replace(
                blok, soort=Soort.ALINEA, cellen=(), tabel="", waarden=(),
                tekst=f"{gevuld[0]}: {'. '.join(gevuld[1:])}.",
            )  # fmt: skip

    return _blokken(documenten, proza)


def zin_per_alinea(documenten: Documenten) -> Documenten:
    """Each sentence in a paragraph of its own."""

    def los(blok: Blok) -> Iterator[Blok]:
        if blok.soort is not Soort.ALINEA or blok.cellen:
            yield blok
            return
        for zin in sentences(blok.tekst):
            yield replace(blok, tekst=zin, vervolg=())

    return _blokken(documenten, los)


def alineas_samen(documenten: Documenten) -> Documenten:
    """Paragraphs that follow each other become one."""
    verhalend = _verhalend(documenten)
    nieuw = []
    for d in documenten:
        blokken: list[Blok] = []
        for blok in d.blokken:
            vorig = blokken[-1] if blokken else None
            if (
                d.bestand in verhalend and vorig is not None and blok.soort is Soort.ALINEA is vorig.soort
                and not blok.cellen and not vorig.cellen and vorig.tekst.rstrip().endswith(".")
            ):  # fmt: skip
                blokken[-1] = replace(vorig, tekst=f"{vorig.tekst} {blok.tekst}")
            else:
                blokken.append(blok)
        nieuw.append(replace(d, blokken=tuple(blokken)))
    return tuple(nieuw)


def omgekeerde_volgorde(documenten: Documenten) -> Documenten:
    """The files in another order."""
    return tuple(reversed(documenten))


def zonder_plaats(documenten: Documenten) -> Documenten:
    """As from a format that knows no pages: no page, no box, page headers and footers gone."""
    return tuple(
        replace(
            d,
            blokken=tuple(
                replace(b, pagina=None, kader=None, vervolg=())
                for b in d.blokken
                if b.soort not in (Soort.KOPREGEL, Soort.VOETREGEL)
            ),
        )
        for d in documenten
    )


def lijst_en_alinea(documenten: Documenten) -> Documenten:
    """Lists as paragraphs, paragraphs as lists of one."""
    ander = {Soort.LIJST: Soort.ALINEA, Soort.ALINEA: Soort.LIJST}

    def wissel(blok: Blok) -> Iterator[Blok]:
        yield replace(blok, soort=ander.get(blok.soort, blok.soort))

    return _blokken(documenten, wissel)


_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip


def datums_in_cijfers(documenten: Documenten) -> Documenten:
    """ "11 juli 2022" as "11-07-2022"."""
    patroon = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MAANDEN)}) (\d{{4}})\b")
    return _tekst(
        documenten,
        lambda t: patroon.sub(lambda m: f"{int(m[1]):02}-{_MAANDEN.index(m[2]) + 1:02}-{m[3]}", t),
    )


_GETALLEN = {
    "twee": "2", "drie": "3", "vier": "4", "vijf": "5", "zes": "6", "acht": "8", "negen": "9", "tien": "10",
    "twaalf": "12", "dertig": "30",
}  # fmt: skip
_MATEN = "weken|maanden|werkdagen|dagen|uur|jaar|keer|maal"


def getallen_in_cijfers(documenten: Documenten) -> Documenten:
    """ "zes weken" as "6 weken"."""
    patroon = re.compile(rf"\b({'|'.join(_GETALLEN)}) ({_MATEN})\b")
    return _tekst(documenten, lambda t: patroon.sub(lambda m: f"{_GETALLEN[m[1]]} {m[2]}", t))


def getallen_in_woorden(documenten: Documenten) -> Documenten:
    """ "6 weken" as "zes weken"."""
    woorden = {cijfer: woord for woord, cijfer in _GETALLEN.items()}
    patroon = re.compile(rf"(?<![\d.,])({'|'.join(woorden)}) ({_MATEN})\b")
    return _tekst(documenten, lambda t: patroon.sub(lambda m: f"{woorden[m[1]]} {m[2]}", t))


# Words that may stand for each other in any sentence of a bid.
_SYNONIEMEN: tuple[dict[str, str], ...] = (
    {
        "wij": "we", "jeugdigen": "kinderen en jongeren", "jeugdige": "jongere", "direct": "meteen",
        "uiterlijk": "op zijn laatst", "minimaal": "ten minste", "kosteloos": "gratis",
        "zo snel mogelijk": "zo spoedig mogelijk", "medewerkers": "collega's", "medewerker": "collega",
        "hulpverlener": "begeleider", "hulpverleners": "begeleiders", "schriftelijk": "op schrift",
        "per jaar": "jaarlijks", "behandeling": "hulp", "gezinnen": "huishoudens", "onverwijld": "terstond",
        "nooit": "in geen geval", "altijd": "steeds", "alleen": "uitsluitend", "ook": "eveneens",
    },
    {
        "we": "wij", "kinderen": "jeugdigen", "kind": "jeugdige", "jongere": "jeugdige",
        "jongeren": "jeugdigen", "toegang": "lokale toegang", "meteen": "direct", "gratis": "kosteloos",
        "ten minste": "minimaal", "binnen": "in uiterlijk", "cliënten": "jeugdigen", "cliënt": "jeugdige",
        "professionals": "hulpverleners", "opdrachtgever": "regio", "sturen": "zenden", "stuurt": "zendt",
        "maken": "stellen op", "uitsluitend": "alleen", "krijgt": "ontvangt", "krijgen": "ontvangen",
    },
)  # fmt: skip


def _synoniemen(woorden: dict[str, str]) -> Callable[[Documenten], Documenten]:
    patroon = re.compile(
        "|".join(rf"\b{re.escape(w)}\b" for w in sorted(woorden, key=len, reverse=True)), re.IGNORECASE
    )

    def vervang(gevonden: re.Match[str]) -> str:
        nieuw = woorden[gevonden[0].lower()]
        return nieuw[0].upper() + nieuw[1:] if gevonden[0][0].isupper() else nieuw

    def doe(documenten: Documenten) -> Documenten:
        def blok(b: Blok) -> Iterator[Blok]:
            yield b if b.soort in _RAND else replace(
                b, tekst=patroon.sub(vervang, b.tekst), bij=patroon.sub(vervang, b.bij),
                cellen=tuple(patroon.sub(vervang, c) for c in b.cellen),
            )  # fmt: skip

        return _blokken(documenten, blok)

    return doe


_RUIS = (
    "In het voorjaar hebben we het dak van het kantoor laten vernieuwen.",
    "De koffie komt van een branderij in de buurt.",
    "Onze jaarlijkse barbecue trok dit jaar veel bezoek.",
)


def met_ruis(documenten: Documenten) -> Documenten:
    """Sentences about nothing between the paragraphs."""
    teller = iter(range(100_000))

    def ruis(blok: Blok) -> Iterator[Blok]:
        yield blok
        if blok.soort is Soort.ALINEA and not blok.cellen and (n := next(teller)) % 3 == 0:
            yield replace(blok, tekst=_RUIS[n % len(_RUIS)], vervolg=())

    return _blokken(documenten, ruis)


def andere_tekens(documenten: Documenten) -> Documenten:
    """Other quotes and spaces."""
    return _tekst(documenten, lambda t: re.sub(r"(?<=\d) (?=\w)", "\u00a0", t.replace("'", "\u2019")))


def _nummers(schrijf: Callable[[str], str]) -> Callable[[Documenten], Documenten]:
    """The numbers of the eisen in another notation, wherever one number stands alone behind "eis"."""
    patroon = re.compile(r"\b[Ee]is (\d{1,3})\b(?!\s?(?:,|en|t/m|tot en met|-)\s?\d)")
    return lambda documenten: _tekst(documenten, lambda t: patroon.sub(lambda m: schrijf(m[1]), t))


_WEKEN = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "acht": 8, "tien": 10, "twaalf": 12}
_OMGEREKEND = {
    "een half jaar": "zes maanden", "zes maanden": "een half jaar", "6 maanden": "een half jaar",
    "drie maanden": "een kwartaal", "3 maanden": "een kwartaal", "twaalf maanden": "een jaar",
    "halfjaarlijks": "twee keer per jaar", "jaarlijks": "een keer per jaar",
    "elk kwartaal": "vier keer per jaar", "maandelijks": "elke maand", "24 uur per dag": "dag en nacht",
}  # fmt: skip


def termijnen_omgerekend(documenten: Documenten) -> Documenten:
    """ "Zes weken" as "42 dagen", "een half jaar" as "zes maanden"."""
    weken = re.compile(rf"\b({'|'.join(_WEKEN)}|\d{{1,2}}) weken\b")
    anders = re.compile("|".join(rf"\b{oud}\b" for oud in _OMGEREKEND))

    def tekst(t: str) -> str:
        t = weken.sub(lambda m: f"{(_WEKEN.get(m[1]) or int(m[1])) * 7} dagen", t)
        return anders.sub(lambda m: _OMGEREKEND[m[0]], t)

    return _tekst(documenten, tekst)


def over_zichzelf(wie: str, van_wie: str) -> Callable[[Documenten], Documenten]:
    """The bidder speaks of itself by another name (a plural, so that the verbs agree)."""
    onderwerp, bezit = re.compile(r"\b(?:wij|we)\b"), re.compile(r"\b(?:ons|onze)\b(?= \w)")
    begin = re.compile(r"\b(?:Wij|We)\b")

    def tekst(t: str) -> str:
        t = begin.sub(wie[0].upper() + wie[1:], onderwerp.sub(wie, t))
        return bezit.sub(van_wie, re.sub(r"\b(?:Ons|Onze)\b(?= \w)", van_wie.capitalize(), t))

    def doe(documenten: Documenten) -> Documenten:
        return _blokken(
            documenten,
            lambda b: iter([replace(b, tekst=tekst(b.tekst), cellen=tuple(map(tekst, b.cellen)))]),
        )

    return doe


def hoofdstukken_andersom(documenten: Documenten) -> Documenten:
    """The chapters of each document that tells a story in reverse order, behind what stands before the
    first."""
    verhalend = _verhalend(documenten)
    nieuw = []
    for d in documenten:
        niveaus = [b.niveau for b in d.blokken if b.soort is Soort.KOP]
        if d.bestand not in verhalend or niveaus.count(min(niveaus, default=0)) < 1:
            nieuw.append(d)
            continue
        # The highest level that has more than one heading parts the document into chapters.
        grens = next((n for n in sorted(set(niveaus)) if niveaus.count(n) > 1), min(niveaus))
        delen: list[list[Blok]] = [[]]
        for blok in d.blokken:
            if blok.soort is Soort.KOP and blok.niveau == grens:
                delen.append([])
            delen[-1].append(blok)
        nieuw.append(replace(d, blokken=tuple(b for deel in [delen[0], *delen[:0:-1]] for b in deel)))
    return tuple(nieuw)


def elk_punt_een_alinea(documenten: Documenten) -> Documenten:
    """Lists as paragraphs that keep a dash before each point."""

    def punt(blok: Blok) -> Iterator[Blok]:
        if blok.soort is Soort.LIJST:
            yield replace(blok, soort=Soort.ALINEA, tekst=f"- {blok.tekst}")
        else:
            yield blok

    return _blokken(documenten, punt)


VERSTORINGEN = (
    Verstoring("andere naam", andere_naam),
    Verstoring("bestanden zonder naam", neutrale_bestanden),
    Verstoring("geen eisnummers", zonder_eisnummers),
    Verstoring("koppen zonder woorden", zonder_koppen),
    Verstoring("tabellen als zinnen", tabel_als_proza),
    Verstoring("een zin per alinea", zin_per_alinea),
    Verstoring("alinea's samen", alineas_samen),
    Verstoring("andere volgorde", omgekeerde_volgorde),
    Verstoring("geen bladzijden", zonder_plaats),
    Verstoring("lijsten en alinea's gewisseld", lijst_en_alinea),
    Verstoring("datums in cijfers", datums_in_cijfers),
    Verstoring("getallen in cijfers", getallen_in_cijfers),
    Verstoring("getallen in woorden", getallen_in_woorden),
    Verstoring("synoniemen 1", _synoniemen(_SYNONIEMEN[0])),
    Verstoring("synoniemen 2", _synoniemen(_SYNONIEMEN[1])),
    Verstoring("zinnen over niets", met_ruis),
    Verstoring("andere tekens", andere_tekens),
    Verstoring("eisen als E12", _nummers(lambda n: f"E{n}")),
    Verstoring("eisen als eis nr. 12", _nummers(lambda n: f"eis nr. {n}")),
    Verstoring("eisen als eis twaalf", _nummers(lambda n: f"eis {write_number(int(n))}")),
    Verstoring("termijnen omgerekend", termijnen_omgerekend),
    Verstoring("de hulpverleners in plaats van wij", over_zichzelf("de hulpverleners", "hun")),
    Verstoring("aanbieders in plaats van wij", over_zichzelf("aanbieders", "hun")),
    Verstoring("hoofdstukken andersom", hoofdstukken_andersom),
    Verstoring("elk punt een alinea", elk_punt_een_alinea),
)
