"""Dutch quantities as people write them, and when one breaks a norm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.catalogue.models import Norm
from knowledge.text.numbers import number_in_words, read_words, write_number
from knowledge.text.quantities import Datum, Soort, conflicts, read_quantities


@pytest.mark.parametrize(
    ("text", "soort", "waarde", "eenheid", "vergelijking"),
    [
        ("binnen zes weken na ontvangst", Soort.DUUR, 6, "week", "hoogstens"),
        ("na anderhalve maand", Soort.DUUR, 1.5, "maand", "vanaf"),
        ("een half jaar later", Soort.DUUR, 0.5, "jaar", None),
        ("binnen twee maal 24 uur", Soort.DUUR, 48, "uur", "hoogstens"),
        ("uiterlijk acht (8) weken", Soort.DUUR, 8, "week", "uiterlijk"),
        ("maximaal vijf (werk)dagen", Soort.DUUR, 5, "werkdag", "hoogstens"),
        ("nooit langer dan twee jaar", Soort.DUUR, 2, "jaar", "hoogstens"),
        ("duurt het langer dan drie weken", Soort.DUUR, 3, "week", "meer dan"),
        ("in zes weken of korter", Soort.DUUR, 6, "week", "hoogstens"),
        ("twee keer per jaar", Soort.FREQUENTIE, 2, "keer per jaar", None),
        ("2x per jaar", Soort.FREQUENTIE, 2, "keer per jaar", None),
        ("een halfjaarlijks gesprek", Soort.FREQUENTIE, 2, "keer per jaar", None),
        ("minimaal elk kwartaal", Soort.FREQUENTIE, 4, "keer per jaar", "minstens"),
        ("eens in de drie maanden", Soort.FREQUENTIE, 4, "keer per jaar", None),
        ("tweewekelijks", Soort.FREQUENTIE, 26, "keer per jaar", None),
        ("in maart en in september", Soort.FREQUENTIE, 2, "keer per jaar", None),
        ("in het voor- en najaar", Soort.FREQUENTIE, 2, "keer per jaar", None),
        ("vóór 1 april", Soort.DATUM, 401, "datum", "minder dan"),
        ("uiterlijk eind maart", Soort.DATUM, 331, "datum", "uiterlijk"),
        ("op de laatste werkdag van de maand", Soort.FREQUENTIE, 12, "keer per jaar", None),
        ("van maandag tot en met vrijdag", Soort.BESCHIKBAAR, 5, "dagen per week", "precies"),
        ("voor het einde van het eerste kwartaal", Soort.DATUM, 331, "datum", "uiterlijk"),
        ("op de laatste dag van februari", Soort.DATUM, 228, "datum", None),
        ("in de tweede helft van juni", Soort.DATUM, 630, "datum", None),
        ("in de eerste week van maart", Soort.DATUM, 315, "datum", None),
        ("in het derde kwartaal van 2023", Soort.DATUM, 930, "datum", None),
        ("in het voorjaar van 2024", Soort.DATUM, 620, "datum", None),
        ("eind 2022", Soort.DATUM, 1231, "datum", None),
        ("binnen één werkweek", Soort.DUUR, 5, "werkdag", "hoogstens"),
        ("binnen twee werkweken", Soort.DUUR, 10, "werkdag", "hoogstens"),
        ("drie kwartalen", Soort.DUUR, 9, "maand", None),
        ("€ 2.000.000 per gebeurtenis", Soort.BEDRAG, 2_000_000, "euro", None),
        ("boven de 125.000 euro", Soort.BEDRAG, 125_000, "euro", "meer dan"),
        ("een bedrag van € 2,5 mln", Soort.BEDRAG, 2_500_000, "euro", None),
        ("achtduizend euro", Soort.BEDRAG, 8000, "euro", None),
        ("hoogstens vijf procent", Soort.PERCENTAGE, 5, "procent", "hoogstens"),
        ("95%", Soort.PERCENTAGE, 95, "procent", None),
        ("vanaf zestien en een half", Soort.LEEFTIJD, 16.5, "leeftijd in jaren", "vanaf"),
        ("voordat zij zeventien wordt", Soort.LEEFTIJD, 17, "leeftijd in jaren", None),
        ("tot de achttiende verjaardag", Soort.LEEFTIJD, 18, "leeftijd in jaren", "hoogstens"),
        ("dag en nacht bereikbaar", Soort.BESCHIKBAAR, 24, "uur per etmaal", "precies"),
        ("vóór 12.00 uur", Soort.TIJDSTIP, 720, "tijdstip", "minder dan"),
        ("dertien plaatsen", Soort.AANTAL, 13, "plaatsen", None),
    ],
)
def test_one_quantity(text: str, soort: Soort, waarde: float, eenheid: str, vergelijking: str | None) -> None:
    found = read_quantities(text)
    assert len(found) == 1, found
    (h,) = found
    assert (h.soort, h.eenheid, h.vergelijking) == (soort, eenheid, vergelijking)
    assert h.waarde == pytest.approx(waarde, rel=0.01)
    assert text[h.begin : h.eind] == h.tekst


@pytest.mark.parametrize(
    "text",
    [
        "de paragrafen 4.3 en 4.4",
        "artikel 4.1.9 van de Jeugdwet",
        "een kind van ons",
        "in 2022",
        "",
        "0@",
        "# weken § maart",
    ],
)
def test_no_quantity(text: str) -> None:
    assert read_quantities(text) == []


def test_range_and_round_the_clock_have_two_ends() -> None:
    low, high = read_quantities("vier tot zes weken")
    assert (low.waarde, low.vergelijking) == (4, "minstens")
    assert (high.waarde, high.vergelijking) == (6, "hoogstens")
    assert {(h.waarde, h.eenheid) for h in read_quantities("24/7")} == {
        (24, "uur per etmaal"),
        (7, "dagen per week"),
    }


def test_date_keeps_its_year() -> None:
    (h,) = read_quantities("afgegeven op 18-07-2022")
    assert h.datum == Datum(7, 18, 2022)


def norm(vergelijking: str, waarde: str, eenheid: str) -> Norm:
    return Norm.model_validate(
        {"grootheid": "iets", "vergelijking": vergelijking, "waarde": waarde, "eenheid": eenheid}
    )


@pytest.mark.parametrize(
    ("norm", "text", "verdict"),
    [
        (norm("hoogstens", "6", "week"), "binnen zes weken", False),
        (norm("hoogstens", "6", "week"), "binnen 42 dagen", False),
        (norm("hoogstens", "6", "week"), "uiterlijk acht weken", True),
        (norm("hoogstens", "6", "week"), "langer dan zes weken", None),
        (norm("hoogstens", "4", "week"), "anderhalve maand", True),
        (norm("hoogstens", "30", "dag"), "binnen een maand", False),
        (norm("hoogstens", "5", "werkdag"), "binnen een week", False),
        (norm("hoogstens", "5", "werkdag"), "binnen tien werkdagen", True),
        (norm("minstens", "8", "week"), "ten minste twee maanden", False),
        (norm("minstens", "8", "week"), "minstens vier weken", True),
        (norm("minstens", "2", "keer per jaar"), "halfjaarlijks", False),
        (norm("minstens", "2", "keer per jaar"), "elk jaar", True),
        (norm("minstens", "1", "keer per jaar"), "vijf keer per jaar", False),
        (norm("hoogstens", "6", "maand"), "eens per jaar", True),
        (norm("hoogstens", "6", "maand"), "om de drie maanden", False),
        (norm("uiterlijk", "04-01", "datum"), "voor 1 april", False),
        (norm("uiterlijk", "03-01", "datum"), "uiterlijk eind februari", False),
        (norm("uiterlijk", "03-01", "datum"), "uiterlijk 1 mei", True),
        (norm("uiterlijk", "03-01", "datum"), "op 3 mei 2021", None),
        (norm("vanaf", "16.5", "leeftijd in jaren"), "vanaf zeventien en een half", True),
        (norm("vanaf", "16.5", "leeftijd in jaren"), "vanaf 16 jaar", False),
        (norm("minstens", "2000000", "euro"), "ten hoogste € 1.500.000", True),
        (norm("hoogstens", "6", "week"), "voor 1 april", None),
        (norm("hoogstens", "6", "week"), "€ 8", None),
    ],
)
def test_conflicts(norm: Norm, text: str, verdict: bool | None) -> None:
    (h,) = read_quantities(text)
    assert conflicts(norm, h) is verdict


@given(st.integers(0, 999_999))
def test_number_words_round_trip(value: int) -> None:
    assert number_in_words(write_number(value)) == value


@given(st.integers(2, 999), st.sampled_from(["weken", "dagen", "maanden", "werkdagen"]))
def test_digits_and_words_mean_the_same(value: int, unit: str) -> None:
    (digits,) = read_quantities(f"binnen {value} {unit} klaar")
    (words,) = read_quantities(f"binnen {write_number(value)} {unit} klaar")
    assert (digits.waarde, digits.eenheid) == (words.waarde, words.eenheid) == (value, words.eenheid)


@given(st.text())
def test_any_text_is_read_and_spans_lie_inside_it(text: str) -> None:
    for word in read_words(text):
        assert 0 <= word.begin < word.end <= len(text)
    for h in read_quantities(text):
        assert text[h.begin : h.eind] == h.tekst


_PIECES = st.sampled_from(
    [
        "binnen",
        "uiterlijk",
        "zes",
        "6",
        "42",
        "1,5",
        "anderhalve",
        "een",
        "half",
        "en",
        "(",
        ")",
        "%",
        "€",
        "-",
        "/",
        ".",
        ",",
        "x",
        "keer",
        "per",
        "jaar",
        "weken",
        "maand",
        "dag",
        "24/7",
        "april",
        "31",
        "2022",
        "1-1-2023",
        "99-99-99",
        "1e",
        "achttiende",
        "elke",
        "om",
        "de",
        "uur",
        "tot",
        "8.30",
        "4.1.9",
        "miljoen",
        "euro",
        "½",
    ]
)


@given(st.lists(_PIECES, max_size=12).map(" ".join))
def test_odd_mixtures_do_not_crash(text: str) -> None:
    for h in read_quantities(text):
        assert text[h.begin : h.eind] == h.tekst
        conflicts(norm("hoogstens", "6", "week"), h)
        conflicts(norm("uiterlijk", "04-01", "datum"), h)
