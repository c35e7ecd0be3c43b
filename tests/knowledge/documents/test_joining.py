"""Words split over two lines become whole; hyphens that belong to a word stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents.joining import Words, join_lines


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["de hulpverle-", "ner belt"], "de hulpverlener belt"),
        (["de hulpverle\u00ad", "ner belt"], "de hulpverlener belt"),
        (["jeugd-", "en opvoedhulp"], "jeugd- en opvoedhulp"),
        (["veiligheids-", "of signaleringsplan"], "veiligheids- of signaleringsplan"),
        (["een niet-", "klinisch traject"], "een niet-klinisch traject"),
        (["sociaal-", "emotioneel"], "sociaal-emotioneel"),
        (["de jeugd-", "ggz in de regio"], "de jeugd-ggz in de regio"),
        (["de IJsselland-", "regio"], "de IJssellandregio"),
        (["volgens SKJ-", "registratie"], "volgens SKJ-registratie"),
        (["een 24-", "uurslocatie"], "een 24-uurslocatie"),
        (["Noord-", "Holland"], "Noord-Holland"),
        (["bij de auto-", "ongelukken"], "bij de auto-ongelukken"),
        (["tussen 2019 -", "en 2021"], "tussen 2019 - en 2021"),
        (["gewoon een", "regel"], "gewoon een regel"),
        (["", "  met   spaties ", ""], "met spaties"),
        ([], ""),
    ],
)
def test_join(lines: list[str], text: str) -> None:
    assert join_lines(lines) == text


def test_the_documents_own_spelling_decides() -> None:
    words = Words(["de kern-waarden van de hulp", "alle teamleiders"])
    assert join_lines(["onze kern-", "waarden"], words) == "onze kern-waarden"
    assert join_lines(["onze team-", "leiders"], words) == "onze teamleiders"


def test_a_word_cut_without_hyphen_is_mended_only_if_it_is_known_whole() -> None:
    words = Words(["een gedragswetenschapper leest mee", "de hulp loopt door"])
    assert join_lines(["gedragsweten", "schapper"], words) == "gedragswetenschapper"
    assert join_lines(["de hulp", "loopt"], words) == "de hulp loopt"


@given(st.lists(st.text(alphabet="abc XY1,.", max_size=12), max_size=6))
def test_without_hyphens_no_letter_is_lost(lines: list[str]) -> None:
    letters = "".join("".join(lines).split())
    assert "".join(join_lines(lines).split()) == letters
