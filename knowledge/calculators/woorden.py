"""Lists and places in the words of an answer."""

from collections.abc import Collection, Iterable

from knowledge.catalogue import Tender


def opsomming(delen: Iterable[str], slot: str = "en") -> str:
    """["1", "2", "3"] -> "1, 2 en 3"."""
    items = list(delen)
    return f" {slot} ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def reeks(nummers: Iterable[int], slot: str = "en") -> str:
    """Numbers in order, three or more in a row as one: [1, 2, 3, 8] -> "1 t/m 3 en 8"."""
    runs: list[list[int]] = []
    for nummer in sorted(set(nummers)):
        if runs and nummer == runs[-1][-1] + 1:
            runs[-1].append(nummer)
        else:
            runs.append([nummer])
    delen: list[str] = []
    for run in runs:
        delen += [f"{run[0]} t/m {run[-1]}"] if len(run) > 2 else map(str, run)
    return opsomming(delen, slot)


def percelen_tekst(nummers: Collection[int], slot: str = "en") -> str:
    """With the word: [8] -> "perceel 8"; [1, 3] -> "de percelen 1 en 3"."""
    return f"{'perceel' if len(nummers) == 1 else 'de percelen'} {reeks(nummers, slot)}"


def plat(naam: str) -> str:
    """A name or code without case, spaces and signs: "ggz c" and "GGZ-C" are the same."""
    return "".join(c for c in naam.casefold() if c.isalnum())


def ja_nee(waarde: bool) -> str:
    return "ja" if waarde else "nee"


def twijfel(tender: Tender, id: str) -> str:
    """In a sentence or two: what this tender holds where places of the document do not agree.

    KeyError when the catalogue has no contradiction with this id.
    """
    for inconsistentie in tender.inconsistenties:
        if inconsistentie.id == id:
            plaatsen = opsomming(inconsistentie.plaatsen)
            return f"{inconsistentie.onderwerp} ({plaatsen}): {inconsistentie.geldt}. {inconsistentie.reden}"
    raise KeyError(id)
