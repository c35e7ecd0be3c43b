"""Writes the answer: what the catalogue says at the place that was found, or the telling sentences of the
source; and, when nothing fits, why not."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from knowledge.answers.answer import Antwoord, Citaat, Deel
from knowledge.answers.kinds import Vraagsoort, past_bij
from knowledge.answers.lists import is_item, list_start
from knowledge.answers.question import Vraag
from knowledge.answers.ranking import Kandidaat, Plaats
from knowledge.answers.routing import Zijde
from knowledge.answers.value import waarde
from knowledge.retrieval.fragments import Fragment
from knowledge.retrieval.index import Zoekwoord, aandeel, gedekt
from knowledge.text.sentences import sentences

LONGEST = 700
"""Characters of an answer's main part."""

WHOLE = 600
"""Characters of a passage that is told whole."""
MORE_PASSAGES = 2
"""Other passages of the same place that are told of."""

_NEAR_BEST = 0.65
_ALSO_FITS = 0.75
_ALIKE = 0.6


def beste_tekst(vraag: Vraag, woorden: Sequence[Zoekwoord], plaats: Plaats) -> str:
    """What a place says to the question: the catalogue's summary when it is about this, else sentences of
    the source; both when only the source holds the figure."""
    best = plaats.kandidaten[0].score
    near = [k for k in plaats.kandidaten if k.score >= _NEAR_BEST * best]
    most = 3 if vraag.soort is Vraagsoort.LIJST else 2
    parts: list[str] = []
    for candidate in (k for k in near if k.fragment.catalogus):
        text = candidate.fragment.tekst
        if len(text) > LONGEST:
            text = uittreksel(vraag, woorden, text)
        if len(parts) == most or sum(map(len, parts)) + len(text) > LONGEST:
            break
        if not any(_alike(text, other) for other in parts):
            parts.append(text)
    source = [k for k in near if not k.fragment.catalogus]
    if source and not (parts and past_bij(vraag.soort, " ".join(parts))):
        parts.append(_uit_bron(vraag, woorden, source))
        parts += _ook_daar(vraag, woorden, plaats, parts[-1])
    return " ".join(parts)


def _ook_daar(vraag: Vraag, woorden: Sequence[Zoekwoord], plaats: Plaats, gezegd: str) -> Iterator[str]:
    """The best of what other passages of the same place say: what is asked may run over several of them."""
    others = [k.fragment for k in plaats.kandidaten if not k.fragment.catalogus]
    told = 0
    for fragment in others:
        parts = sentences(fragment.tekst)
        if not parts or told == MORE_PASSAGES or any(part in gezegd for part in parts):
            continue
        values = [waarde(vraag, woorden, parts, i, fragment.titel) for i in range(len(parts))]
        best = max(range(len(parts)), key=lambda i: (values[i], -i))
        last = best + 1
        while last < len(parts) and is_item(parts[last]):
            last += 1
        text = " ".join(parts[best:last])
        if len(text) <= LONGEST:
            told += 1
            yield text


def _alike(first: str, second: str) -> bool:
    one, other = set(first.lower().split()), set(second.lower().split())
    return len(one & other) > _ALIKE * min(len(one), len(other))


def _uit_bron(vraag: Vraag, woorden: Sequence[Zoekwoord], candidates: Sequence[Kandidaat]) -> str:
    """The excerpt of the passage whose best sentence answers best."""

    def best_value(candidate: Kandidaat) -> float:
        parts = sentences(candidate.fragment.tekst)
        title = candidate.fragment.titel
        return max((waarde(vraag, woorden, parts, i, title) for i in range(len(parts))), default=0.0)

    chosen = max(candidates, key=best_value)
    return uittreksel(vraag, woorden, chosen.fragment.tekst, chosen.fragment.titel)


def uittreksel(vraag: Vraag, woorden: Sequence[Zoekwoord], tekst: str, titel: str = "") -> str:
    """The sentences of a text that answer the question best, in their order; whole lists for a list."""
    parts = sentences(tekst)
    if not parts:
        return ""
    if len(tekst) <= WHOLE:
        return " ".join(parts)
    values = [waarde(vraag, woorden, parts, i, titel) for i in range(len(parts))]
    best = max(range(len(parts)), key=lambda i: (values[i], -i))
    if is_item(parts[best]) and vraag.soort is Vraagsoort.LIJST:
        best = list_start(parts, best)
    chosen = {best}
    length = len(parts[best])
    if parts[best].endswith(":") or (best + 1 < len(parts) and is_item(parts[best + 1])):
        for following in range(best + 1, len(parts)):
            if not is_item(parts[following]) or length + len(parts[following]) > LONGEST:
                break
            chosen.add(following)
            length += len(parts[following])
    # The sentence after it often holds the condition or the figure, another that fits as well the rest.
    others = sorted(range(len(parts)), key=lambda i: (-values[i], i))
    close = [i for i in others if values[i] >= _ALSO_FITS * values[best]][:2]
    for other in (*close, best + 1, best - 1):
        if 0 <= other < len(parts) and other not in chosen and length + len(parts[other]) <= LONGEST * 0.8:
            chosen.add(other)
            length += len(parts[other])
    return " ".join(re.sub(r"^• ", "", parts[i]) if len(chosen) == 1 else parts[i] for i in sorted(chosen))


def beste_passage(
    plaats: Plaats, bron_fragmenten: Sequence[Fragment], woorden: Sequence[Zoekwoord], antwoord: str
) -> Fragment:
    """What to cite of a place: the source's own passage there when it was imported, else the catalogue's.

    Of several passages at the place the one is taken that holds most of the question and the answer.
    """
    own = [k.fragment for k in plaats.kandidaten if not k.fragment.catalogus]
    passages = own or list(bron_fragmenten)
    if not passages:
        return plaats.kandidaten[0].fragment
    return max(
        passages, key=lambda f: aandeel(woorden, gedekt(woorden, f.tekst)) + 0.5 * _shared(f.tekst, antwoord)
    )


def _shared(text: str, answer: str) -> float:
    """The share of the figures of an answer that a text holds."""
    figures = set(re.findall(r"\d+(?:[.,]\d+)*", answer))
    return sum(f in text for f in figures) / len(figures) if figures else 0.0


def weigering(bronnen: Iterable[str], onbekend: Sequence[str], nabij: Sequence[Citaat]) -> str:
    """Behind a refusal: where was searched, what was not found, and what comes nearest."""
    searched = ", ".join(bronnen)
    lacking = f" Over {_opsomming(onbekend)} staat er niets." if onbekend else ""
    nearest = f" Het dichtst in de buurt komt {_opsomming([c.vindplaats for c in nabij])}." if nabij else ""
    return f"Er is gezocht in: {searched}.{lacking}{nearest}"


def _opsomming(words: Sequence[str]) -> str:
    quoted = list(words)
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} en {quoted[-1]}"


def naast_elkaar(vraag: str, zijden: Sequence[Zijde], antwoorden: Sequence[Antwoord]) -> Antwoord:
    """The answers of the sides of a comparison as one: each with its name, the citations of each in turn."""
    parts: list[Deel] = []
    for side, answer in zip(zijden, antwoorden, strict=True):
        bron = (
            answer.citaten[0].bron
            if answer.beantwoord
            else next(iter(side.route.genoemd), answer.gezocht_in[0])
        )
        short = answer.kort if answer.beantwoord else "hierover staat niets in deze bron."
        parts.append(Deel(bron, answer.beantwoord, f"{_capital(side.naam)}: {short}", answer.citaten))
    answered = any(part.beantwoord for part in parts)
    short = " ".join(part.kort for part in parts) if answered else "Dat staat niet in de bronnen."
    more = [
        f"Meer over {side.naam}: {rest}"
        for side, answer in zip(zijden, antwoorden, strict=True)
        if answer.beantwoord and (rest := answer.toelichting())
    ]
    told = [part for part in parts if part.beantwoord or not answered]
    cited = [c for row in zip_longest(*(part.citaten for part in told)) for c in row if c]
    searched = tuple(dict.fromkeys(b for answer in antwoorden for b in answer.gezocht_in))
    text = " ".join([short, *(more if answered else [weigering(searched, [], cited)])])
    tools = tuple(dict.fromkeys(t.sleutel for answer in antwoorden for t in answer.rekentools))
    kept = tuple(next(t for a in antwoorden for t in a.rekentools if t.sleutel == key) for key in tools)
    return Antwoord(
        vraag, answered, text, tuple(cited), short, rekentools=kept, gezocht_in=searched, delen=tuple(parts)
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
