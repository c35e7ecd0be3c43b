"""The order in which a bid is read, and where in it one is."""

from hypothesis import given
from hypothesis import strategies as st

from compliance.rapport import Bevinding, EisOordeel, EisStatus, Financieel, Rapport
from web.services.eerst import eerst
from web.services.lezen import eerste_open, leeslijst, leesplek

STATUSSEN: tuple[EisStatus, ...] = ("aangetoond", "deels", "strijdig", "verklaard", "ontbreekt", "nvt")


def een_rapport(statussen: list[EisStatus], bevindingen: int = 0) -> Rapport:
    """Eisen 1, A, 2, B, ... with these statuses."""
    eisen = tuple(
        EisOordeel(
            id=chr(ord("A") + n // 2) if n % 2 else str(n // 2 + 1), status=s, toelichting="x", zekerheid=0.5
        )
        for n, s in enumerate(statussen)
    )
    punten = tuple(
        Bevinding(soort="taal", ernst="knock-out", toelichting=f"punt {n}") for n in range(bevindingen)
    )
    return Rapport(
        inschrijver="Verzonnen", tender="t", peildatum="2022-07-18", percelen=(1,), vormen=(),
        intensiteiten=(), eisen=eisen, stukken=(), bevindingen=punten, financieel=Financieel(),
    )  # fmt: skip


def test_findings_first_then_letters_then_numbers() -> None:
    lijst = leeslijst(een_rapport(["deels", "nvt", "strijdig", "deels"], 2), (), ())
    assert [p.sleutel for p in lijst] == ["bevinding-1", "bevinding-2", "eis-A", "eis-B", "eis-1", "eis-2"]
    assert [p.sleutel for p in lijst if not p.telt] == ["eis-A"]
    assert eerste_open(leeslijst(een_rapport(["deels"], 1), (), (1,))) == "eis/1"


@given(
    st.lists(st.sampled_from(STATUSSEN), min_size=1, max_size=12),
    st.integers(0, 3),
    st.sets(st.sampled_from(["1", "2", "3", "A", "B"])),
    st.data(),
)
def test_next_goes_over_all_that_counts_and_back(
    statussen: list[EisStatus], bevindingen: int, besloten: set[str], data: st.DataObject
) -> None:
    lijst = leeslijst(een_rapport(statussen, bevindingen), besloten, ())
    tellen = [p for p in lijst if p.telt]
    adres = {p.adres: p.sleutel for p in lijst}
    hier = data.draw(st.sampled_from(lijst))
    plek = leesplek(lijst, hier.sleutel)
    assert plek.aantal == len(tellen) and plek.besloten == sum(p.besloten for p in tellen)
    open_ = {p.adres for p in tellen if not p.besloten and p is not hier}
    assert (plek.open in open_) if open_ else plek.open == ""
    if tellen:
        gezien, sleutel = [tellen[0].sleutel], tellen[0].sleutel
        while volgende := leesplek(lijst, sleutel).volgende:
            assert adres[leesplek(lijst, adres[volgende]).vorige] == sleutel
            sleutel = adres[volgende]
            gezien.append(sleutel)
        assert gezien == [p.sleutel for p in tellen]


def test_what_is_read_first_leads_to_what_is_wrong() -> None:
    punten = {e.naam: e for e in eerst(een_rapport(["deels", "strijdig"], 1), {})}
    assert punten["Knock-outs"].adres == "bevinding/1" and punten["Knock-outs"].stand == "fout"
    assert punten["Eisen A t/m L"].adres == "eis/A" and punten["Eisen A t/m L"].stand == "fout"
    assert punten["Andere eisen"].adres == "eis/1" and punten["Andere eisen"].stand == "let-op"
    goed = {e.naam: e.stand for e in eerst(een_rapport(["aangetoond", "nvt"]), {})}
    assert goed["Knock-outs"] == goed["Andere eisen"] == goed["Eisen A t/m L"] == "goed"
