"""Names that a user gives, as the tender writes them."""

from collections.abc import Iterable

from knowledge.errors import InvoerFout


def bekend(wat: str, namen: Iterable[str], bekende: Iterable[str]) -> list[str]:
    """Each of `namen` as it stands in `bekende`, whatever its capitals.

    InvoerFout for the first that is not there: "Vorm tent is niet bekend. Kies uit: ...".
    """
    keuzes = list(bekende)
    by_fold = {keuze.casefold(): keuze for keuze in keuzes}
    found = []
    for naam in namen:
        if naam.casefold() not in by_fold:
            raise InvoerFout(f"{wat} {naam} is niet bekend. Kies uit: {', '.join(keuzes)}.")
        found.append(by_fold[naam.casefold()])
    return found
