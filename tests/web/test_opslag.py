"""Names of uploads."""

from hypothesis import given
from hypothesis import strategies as st

from web.services.opslag import safe_name


@given(st.text(max_size=400))
def test_a_name_never_leaves_its_folder(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert safe not in {".", ".."}
    assert not set(safe) & set('/\\<>"|?*\0\n')
    assert len(safe) <= 120


def test_names_stay_readable() -> None:
    assert safe_name("C:\\stukken\\plan van aanpak.pdf") == "plan van aanpak.pdf"
    assert safe_name("../../etc/passwd") == "passwd"
    assert safe_name("<b>plan</b>.pdf") == "b.pdf"
    assert safe_name("") == "bestand"
