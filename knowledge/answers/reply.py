"""Turns what was found into an answer, or into a refusal that says why."""

from collections.abc import Iterator, Sequence

from knowledge.answers.amendments import Plek, Wijziging, alleen_antwoord
from knowledge.answers.answer import Antwoord
from knowledge.answers.compose import beste_tekst, weigering
from knowledge.answers.confidence import DREMPEL, onbekende_woorden, zekerheid
from knowledge.answers.coverage import Dekking
from knowledge.answers.kennisbank import Kennisbank
from knowledge.answers.kort import ja_of_nee, splits
from knowledge.answers.question import Vraag
from knowledge.answers.ranking import Plaats
from knowledge.answers.search import Gezocht
from knowledge.answers.tables import Feit
from knowledge.text.tokens import says_little, stem, stems

CITATEN = 3
ALSO = 0.8
"""How near the first in score another place must be to be told of too."""
ABOUT_IT = 0.5
"""Least share of the telling words that an amendment holds to be about the question."""


def uit_tabel(kennis: Kennisbank, gezocht: Gezocht, feit: Feit, bron: str) -> Antwoord:
    """An answer out of a table of the catalogue, which is exact; with what was found beside it."""
    key = (bron, feit.vindplaats)
    first = kennis.citaat_van_tabel(*key, feit.antwoord)
    others = [p for p in gezocht.plaatsen if (p.bron, p.vindplaats) != key][: CITATEN - 1]
    cited = (first, *(kennis.citaat(p, gezocht.woorden, feit.antwoord) for p in others))
    text = feit.antwoord
    if change := _wijziging(kennis, gezocht, key):
        nota, place = change.fragment.plaats
        text = f"{text} Let op: {nota} ({place}) gaat ook over {feit.vindplaats}."
        cited = (first, kennis.citaat_van_passage(change.fragment, 1.0), *cited[1:])
    return Antwoord(gezocht.vraag.tekst, True, text, cited, kort=feit.kort, gezocht_in=gezocht.bronnen)


def uit_plaatsen(kennis: Kennisbank, gezocht: Gezocht) -> Antwoord:
    """What the best place says, when it is sure enough that it answers the question."""
    words, names = gezocht.woorden, gezocht.route.namen
    if not gezocht.plaatsen:
        return weiger(kennis, gezocht)
    if zekerheid(gezocht.vraag, words, gezocht.plaatsen, names) < DREMPEL:
        return weiger(kennis, gezocht, onbekende_woorden(words, gezocht.plaatsen[0], names))
    top = gezocht.plaatsen[:CITATEN]
    short, rest = _gezegd(gezocht, top[0])
    text = " ".join(part for part in (short, rest, _parts(kennis, gezocht.vraag, top[0])) if part)
    text = "\n".join((text, *_zie_ook(gezocht, top, text)))
    cited = tuple(kennis.citaat(p, words, text) for p in top)
    answer = Antwoord(gezocht.vraag.tekst, True, text, cited, kort=short, gezocht_in=gezocht.bronnen)
    change = _wijziging(kennis, gezocht, (top[0].bron, top[0].vindplaats))
    return _gewijzigd(kennis, gezocht, answer, change) if change else answer


def _gezegd(gezocht: Gezocht, plaats: Plaats) -> tuple[str, str]:
    """The short answer of a place, opening with yes or no where that is sure, and what else it tells."""
    best = plaats.kandidaten[0].fragment
    if best.soort == "vraag":
        return splits(gezocht.vraag, gezocht.woorden, alleen_antwoord(best.tekst))
    told = beste_tekst(gezocht.vraag, gezocht.woorden, plaats)
    fragments = [k.fragment for k in plaats.kandidaten]
    verdict, rule = ja_of_nee(gezocht.vraag, gezocht.woorden, fragments)
    if rule:
        return f"{verdict} {rule}", told.replace(rule, "").strip()
    return splits(gezocht.vraag, gezocht.woorden, told)


def _zie_ook(gezocht: Gezocht, plaatsen: Sequence[Plaats], gezegd: str) -> Iterator[str]:
    """What the next places say, where they rank about as high as the first: one line each."""
    for plaats in plaatsen[1:]:
        if plaats.score < ALSO * plaatsen[0].score:
            continue
        short, _ = splits(gezocht.vraag, gezocht.woorden, beste_tekst(gezocht.vraag, gezocht.woorden, plaats))
        if short and short not in gezegd:
            yield f"Zie ook {plaats.vindplaats}: {short}"


def _wijziging(kennis: Kennisbank, gezocht: Gezocht, plek: Plek) -> Wijziging | None:
    """The last amendment of a place that speaks of what is asked."""
    telling = [w for w in gezocht.woorden if not says_little(w.woord) and w.woord not in gezocht.route.namen]
    cover = Dekking(telling or gezocht.woorden)
    searched = (c for c in kennis.wijzigingen.van(plek) if c.fragment.bron in gezocht.route.bronnen)
    return next((c for c in searched if cover.aandeel(cover.van(c.fragment.tekst)) >= ABOUT_IT), None)


def _gewijzigd(kennis: Kennisbank, gezocht: Gezocht, oud: Antwoord, wijziging: Wijziging) -> Antwoord:
    """The answer as a nota changed it, with what stood there before."""
    nota, place = wijziging.fragment.plaats
    short, rest = splits(gezocht.vraag, gezocht.woorden, wijziging.antwoord)
    before = (
        f"Dit staat in {nota} ({place}), die {oud.citaten[0].vindplaats} wijzigt. Eerder stond er: {oud.kort}"
    )
    others = tuple(c for c in oud.citaten if (c.bron, c.vindplaats) != (nota, place))
    cited = (kennis.citaat_van_passage(wijziging.fragment, 1.0), *others)[:CITATEN]
    text = " ".join(part for part in (short, rest, before) if part)
    return Antwoord(oud.vraag, True, text, cited, kort=short, gezocht_in=oud.gezocht_in)


def weiger(
    kennis: Kennisbank, gezocht: Gezocht, onbekend: list[str] | None = None, reden: str = ""
) -> Antwoord:
    """No answer: why (`reden`) where there can be none; where was searched, what is lacking, what is near."""
    nearest = tuple(kennis.citaat(p, gezocht.woorden, "") for p in gezocht.plaatsen[:CITATEN])
    short = reden or "Dat staat niet in de bronnen."
    text = f"{short} {weigering(gezocht.bronnen, onbekend or [], nearest)}"
    return Antwoord(gezocht.vraag.tekst, False, text, nearest, kort=short, gezocht_in=gezocht.bronnen)


def _parts(kennis: Kennisbank, vraag: Vraag, plaats: Plaats) -> str:
    """The headings below a place, where they are what is asked: "Uit welke fasen bestaat ..."."""
    if not vraag.kern:
        return ""
    named = [t for t in kennis.koppen_onder(plaats.bron, plaats.vindplaats) if stem(vraag.kern) in stems(t)]
    return f"Het gaat om: {'; '.join(named)}." if len(named) > 1 else ""
