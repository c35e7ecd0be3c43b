"""The table of terms says what the system does when nobody sets anything else."""

import re

from tests.shared import ROOT
from web.settings import instellingen

STUK = ROOT / "docs" / "recht" / "bewaartermijnen.md"
_TERMIJN = re.compile(r"(\d+) dagen \(`(THUISPLEK_BEWAAR_\w+)`\)")


def test_each_term_that_can_be_set_is_told_with_its_days() -> None:
    verteld = {naam: dagen for dagen, naam in _TERMIJN.findall(STUK.read_text(encoding="utf-8"))}
    echt = {i.naam: i.standaard for i in instellingen().values() if i.naam.startswith("THUISPLEK_BEWAAR_")}
    assert echt
    assert verteld == echt
