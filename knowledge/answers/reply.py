"""Turns what was found into an answer, or into a refusal that says why."""

from knowledge.answers.answer import Antwoord
from knowledge.answers.compose import beste_tekst, weigering
from knowledge.answers.confidence import DREMPEL, onbekende_woorden, zekerheid
from knowledge.answers.kennisbank import Kennisbank
from knowledge.answers.kort import ja_of_nee, splits
from knowledge.answers.question import Vraag
from knowledge.answers.ranking import Plaats
from knowledge.answers.search import Gezocht
from knowledge.answers.tables import Feit
from knowledge.text.tokens import stem, stems

CITATEN = 3


def uit_tabel(kennis: Kennisbank, gezocht: Gezocht, feit: Feit, bron: str) -> Antwoord:
    """An answer out of a table of the catalogue, which is exact; with what was found beside it."""
    key = (bron, feit.vindplaats)
    first = kennis.citaat_van_tabel(*key, feit.antwoord)
    others = [p for p in gezocht.plaatsen if (p.bron, p.vindplaats) != key][: CITATEN - 1]
    cited = (first, *(kennis.citaat(p, gezocht.woorden, feit.antwoord) for p in others))
    return Antwoord(
        gezocht.vraag.tekst, True, feit.antwoord, cited, kort=feit.antwoord, gezocht_in=gezocht.bronnen
    )


def uit_plaatsen(kennis: Kennisbank, gezocht: Gezocht) -> Antwoord:
    """What the best place says, when it is sure enough that it answers the question."""
    words, names = gezocht.woorden, gezocht.route.namen
    if not gezocht.plaatsen:
        return weiger(kennis, gezocht)
    if zekerheid(gezocht.vraag, words, gezocht.plaatsen, names) < DREMPEL:
        return weiger(kennis, gezocht, onbekende_woorden(words, gezocht.plaatsen[0], names))
    top = gezocht.plaatsen[:CITATEN]
    told = beste_tekst(gezocht.vraag, words, top[0])
    verdict, rule = ja_of_nee(gezocht.vraag, words, [k.fragment for k in top[0].kandidaten])
    if rule:
        short, rest = f"{verdict} {rule}", told.replace(rule, "").strip()
    else:
        short, rest = splits(gezocht.vraag, words, told)
    text = " ".join(part for part in (short, rest, _parts(kennis, gezocht.vraag, top[0])) if part)
    cited = tuple(kennis.citaat(p, words, text) for p in top)
    return Antwoord(gezocht.vraag.tekst, True, text, cited, kort=short, gezocht_in=gezocht.bronnen)


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
