"""Intensities of verblijf and wonen: their order, their hours and their tariffs (paragraph 9.5 and 9.7).

Letters A..K form one scale; a GGZ intensity can be compared only with itself.
"""

from collections.abc import Collection

LETTERS = "ABCDEFGHIJK"

UREN_PER_DAG_HONDERDSTEN: dict[str, int] = {
    **dict(zip(LETTERS, (0, 0, 65, 150, 210, 265, 315, 360, 395, 435, 535), strict=True)),
    **dict.fromkeys(("GGZ-C", "GGZ-D", "GGZ-E", "GGZ-F", "GGZ-G", "GGZ-H"), 0),
}
"""Hours of care per day in hundredths of an hour: the middle of the band of paragraph 9.7."""

ETMAALTARIEF_CENTEN: dict[str, int] = {
    **dict(
        zip(
            LETTERS,
            (4467, 10399, 11612, 17386, 21255, 26181, 29363, 33287, 36142, 40956, 45650),
            strict=True,
        )
    ),
    "GGZ-C": 28905,
    "GGZ-D": 30396,
    "GGZ-E": 38052,
    "GGZ-F": 42660,
    "GGZ-G": 59406,
    "GGZ-H": 52957,
}
"""Tariff per etmaal in euro cents (paragraph 9.7)."""

INTENSITEITEN: tuple[str, ...] = tuple(ETMAALTARIEF_CENTEN)


def uren_per_week(intensiteit: str) -> int:
    """Hours of care per week in hundredths of an hour."""
    return 7 * UREN_PER_DAG_HONDERDSTEN[intensiteit]


def stappen(gevraagd: str, geleverd: str) -> int:
    """Steps between two comparable intensities: 0 when equal, else the distance on A..K."""
    return 0 if gevraagd == geleverd else abs(LETTERS.index(gevraagd) - LETTERS.index(geleverd))


def geleverd(gevraagd: str, geregistreerd: Collection[str]) -> str | None:
    """The registered intensity nearest to the asked one, the lower of two; None if none compares."""
    if gevraagd in geregistreerd:
        return gevraagd
    if gevraagd not in LETTERS:
        return None
    letters = [intensiteit for intensiteit in geregistreerd if intensiteit in LETTERS]
    return min(letters, key=lambda letter: (stappen(gevraagd, letter), letter), default=None)
