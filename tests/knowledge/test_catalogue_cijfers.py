"""The catalogue against the figures typed anew from the document (`cijfers/`), in both directions."""

import re
from collections import Counter
from decimal import Decimal

import pytest

from knowledge.catalogue import load_tender
from knowledge.catalogue.models import Eis, Norm
from tests.knowledge.tabellen import getal, tabel, waarde

TENDER = load_tender()
VOORZIENING_VAN_TARIEF = {
    "mst": "MST", "zit": "ZIT",
    "ed-diagnostiek-minuut": "ED-diagnostiek", "ed-diagnostiek-stuk": "ED-diagnostiek",
    "ed-behandeling-minuut": "ED-behandeling", "ed-behandeling-stuk": "ED-behandeling",
}  # fmt: skip
TELWOORDEN = {"2": "twee", "3": "drie", "4": "vier", "5": "vijf"}


def ja(cell: str) -> bool:
    assert cell in ("ja", "nee")
    return cell == "ja"


def test_minute_tariffs() -> None:
    typed = {
        (int(r["tariefgroep"][2:]), int(r["perceel"])): getal(r["bedrag"]) for r in tabel("minuuttarieven")
    }
    held = {(t.tariefgroep, t.perceel): t.bedrag for t in TENDER.tarieven if t.tariefgroep is not None}
    assert len(typed) == 35
    assert held == typed
    assert {t.eenheid for t in TENDER.tarieven if t.tariefgroep is not None} == {"minuut"}


def test_tariffs_of_trajects_and_dyslexie() -> None:
    typed = Counter(
        (r["plaats"], int(r["perceel"]), r["product"], r["eenheid"], getal(r["bedrag"]))
        for r in tabel("overige_tarieven")
    )
    held = Counter(
        (t.vindplaats, t.perceel, VOORZIENING_VAN_TARIEF[t.id], t.eenheid, t.bedrag)
        for t in TENDER.tarieven
        if t.tariefgroep is None
    )
    assert held == typed


def test_tariffs_and_bands_of_wonen_and_verblijf() -> None:
    typed = {
        r["intensiteit"].replace("ggz", "GGZ"): (
            getal(r["bedrag"]), getal(r["van"]), getal(r["tot"]), r["bovengrens"] != "tot"
        )
        for r in tabel("etmaaltarieven")
    }  # fmt: skip
    levels = [i for i in TENDER.intensiteiten if i.soort in ("verblijf", "ggz")]
    held = {i.code: (i.tarief, i.onder, i.boven, i.boven_inclusief) for i in levels}
    assert held == typed
    assert {i.eenheid for i in levels} == {"etmaal"}
    assert {i.vindplaats for i in levels} == {"§9.7"}


def test_tariffs_and_bands_of_groepsaanbod() -> None:
    rows = tabel("groepsaanbod")
    typed = {
        r["intensiteit"]: (getal(r["bedrag_per_uur"]), getal(r["van"]), getal(r["tot"]), ja(r["duurzaam"]))
        for r in rows
    }
    levels = [i for i in TENDER.intensiteiten if i.soort == "groepsaanbod"]
    assert {i.code: (i.tarief, i.onder, i.boven, i.duurzaam) for i in levels} == typed
    assert {i.eenheid for i in levels} == {"uur"}
    assert all(ja(r["herstel"]) for r in rows)  # the catalogue has no field for it: every level may


def test_staffing_of_groepsaanbod() -> None:
    typed = Counter(
        (r["intensiteit"], eenheid, getal(r[column]))
        for r in tabel("groepsaanbod")
        for eenheid, column in (
            ("aantal", "jeugdigen_per_begeleider"),
            ("procent", "min_hbo_procent"),
            ("fte", "min_fte_gedragswetenschapper"),
        )
    )
    regel = next(r for r in TENDER.regels if r.id == "groepsaanbod_normen")
    assert Counter((n.grootheid.split()[-1], n.eenheid, Decimal(n.waarde)) for n in regel.normen) == typed


def test_intensities_that_each_vorm_may_be_registered_for() -> None:
    levels = {i.code: i for i in TENDER.intensiteiten}
    reach = {v.sleutel: v.intensiteiten for v in TENDER.vormen}
    vormen = {
        "deeltijdpleegzorg": "deeltijdpleegzorg", "gezinshuis": "gezinshuis",
        "zorgboerderij": "zorgboerderij", "KDV": "kdv", "KDV intensief": "kdv_intensief",
        "ZZP3-groep": "wonen",
    }  # fmt: skip
    for row in tabel("inschrijving_vormen"):
        if row["hoogste"]:
            word = {"gezinshuis": "gezinshuizen", "zorgboerderij": "zorgboerderijen"}.get(
                row["vorm"], row["vorm"]
            )
            info = levels[row["hoogste"]].inschrijfinformatie
            assert word.lower() in info.lower() and "hoogste intensiteit" in info.lower()
            if row["vorm"] in vormen:
                assert reach[vormen[row["vorm"]]][-1] == row["hoogste"], row["vorm"]
    # Pleegzorg stands for both kinds: A for full time, B in part time (§9.7.1).
    assert reach["pleegzorg"] == ("A", "B")
    meant = {r["vorm"]: r["bedoeld"].split() for r in tabel("inschrijving_vormen") if r["bedoeld"]}
    for sleutel in ("behandelgroep", "driemilieu", "jeugdzorgplus"):
        assert list(reach[sleutel]) == meant["verblijf"]
    assert list(reach["ggz"]) == [f"GGZ-{klasse}" for klasse in meant["klinische ggz"]]


def test_functions_with_their_tariefgroep() -> None:
    typed = Counter((int(r["tariefgroep"][2:]), r["functie"]) for r in tabel("functies"))
    assert Counter((f.tariefgroep, f.naam) for f in TENDER.functies) == typed
    only = {(f.naam, f.tariefgroep): f.alleen_percelen for f in TENDER.functies if f.alleen_percelen}
    assert only == {("Jeugdzorgwerker A", 4): (2,)}


def test_budgets_and_scales_of_the_tariefgroepen() -> None:
    typed = [
        (int(r["tariefgroep"][2:]), ja(r["herstel"]), ja(r["duurzaam"]), r["fwg"], r["schaal"])
        for r in tabel("tariefgroepen")
    ]
    assert [(t.nummer, t.herstel, t.duurzaam, t.fwg, t.schaal) for t in TENDER.tariefgroepen] == typed


def test_planning() -> None:
    typed = Counter((r["plaats"], r["datum"], r["tijd"]) for r in tabel("planning"))
    assert Counter((m.vindplaats, m.datum.isoformat(), m.tijd) for m in TENDER.planning) == typed


def test_duration_of_the_percelen() -> None:
    words = {"1": "één", "2": "twee", "3": "drie"}
    for row in tabel("looptijd"):
        first, _, last = row["percelen"].partition("-")
        for perceel in (p for p in TENDER.percelen if int(first) <= p.nummer <= int(last or first)):
            start = f"{words[row['jaren']]} jaar (1 januari 2023 t/m 31 december {row['einde'][:4]})"
            again = f"hoogstens {words[row['verlengingen']]} keer {words[row['jaren_per_verlenging']]} jaar"
            assert perceel.looptijd.startswith(start) and again in perceel.looptijd
            assert perceel.einde_uiterlijk.year == 2022 + int(row["hoogstens_jaren"])
            assert row["uiterste_einde"] in ("", perceel.einde_uiterlijk.isoformat())


Feit = tuple[str, Decimal | str, str, str]
"""Place, value, unit, comparator."""


def _facts_of_the_catalogue() -> set[Feit]:
    """Every number outside the eisen that something is held to. The same one from two entries is one fact."""
    facts = {_fact(regel.vindplaats, norm) for regel in TENDER.regels for norm in regel.normen}
    facts |= {_fact("§5.6", n) for p in TENDER.percelen for v in p.voorwaarden for n in v.normen}
    for financieel in TENDER.financiele_normen:
        facts.add((financieel.vindplaats, financieel.waarde, financieel.eenheid, financieel.vergelijking))
    facts |= {
        (g.vindplaats, Decimal(g.jaren_onder_norm), "jaar", "precies") for g in TENDER.financiele_gevolgen
    }
    for stuk in (*TENDER.stukken, *TENDER.opvraagbare_stukken):
        facts |= {_fact(stuk.vindplaats, norm) for norm in stuk.normen}
        if stuk.maximale_leeftijd_maanden is not None:
            facts.add((stuk.vindplaats, Decimal(stuk.maximale_leeftijd_maanden), "maand", "hoogstens"))
        if stuk.uitgevoerd_binnen_jaren is not None:
            facts.add((stuk.vindplaats, Decimal(stuk.uitgevoerd_binnen_jaren), "jaar", "hoogstens"))
    for criterium in TENDER.criteria:
        if criterium.weging != 100:  # the only criterion of its perceel has no weight in the document
            facts.add((criterium.vindplaats, criterium.weging, "procent", "precies"))
        if criterium.minimum is not None:
            facts.add((criterium.vindplaats, criterium.minimum, "punt", "minstens"))
    facts |= {(s.vindplaats, Decimal(s.punten), "punt", "precies") for s in TENDER.scorewaarden}
    # What groepsaanbod asks per level is held to its own table.
    return {f for f in facts if f[0] != "bijlage XII"}


def _fact(place: str, norm: Norm) -> Feit:
    return place, waarde(norm.waarde), norm.eenheid, norm.vergelijking


def test_numbers_of_procedure_geschiktheid_gunning_and_bekostiging() -> None:
    typed = {
        (r["plaats"], waarde(r["waarde"]), r["eenheid"], r["vergelijking"])
        for name in ("procedure", "geschiktheid", "gunning", "bekostiging")
        for r in tabel(name)
    }
    held = _facts_of_the_catalogue()
    assert typed - held == set(), "not in the catalogue"
    assert held - typed == set(), "not in the tables"


def test_number_of_questions_in_each_plan_van_aanpak() -> None:
    typed = {r["plaats"]: int(r["vragen"]) for r in tabel("vragen_plan_van_aanpak")}
    assert {c.vindplaats: len(c.vragen) for c in TENDER.criteria if c.vragen} == typed


def test_years_of_the_financial_figures() -> None:
    jaren = {n.sleutel: n.jaren for n in TENDER.financiele_normen}
    realised = (2019, 2020, 2021)
    assert jaren == {
        "rentabiliteit": (*realised, 2022, 2023), "solvabiliteit": realised, "current_ratio": realised
    }  # fmt: skip


def _norms(rows: list[dict[str, str]]) -> Counter[Feit]:
    return Counter(
        (
            r["eis"],
            waarde(r["waarde"]),
            r["eenheid"],
            "uiterlijk" if r["vergelijking"] == "voor" else r["vergelijking"],
        )
        for r in rows
        if r["soort"] == "norm"
    )


def test_numbers_that_the_eisen_hold_someone_to() -> None:
    held = Counter(_fact(eis.id, norm) for eis in TENDER.eisen for norm in eis.normen)
    typed = _norms(tabel("eisen"))
    assert typed - held == Counter(), "not in the catalogue"
    assert held - typed == Counter(), "not in the tables"


def test_a_day_that_is_itself_too_late_is_named_as_such() -> None:
    for row in tabel("eisen"):
        if row["vergelijking"] == "voor":
            dates = [n for n in TENDER.eis(row["eis"]).normen if n.waarde == row["waarde"]]
            assert [n.moment.split()[0] for n in dates] == ["voor"], row


def _words(eis: Eis) -> str:
    parts = [eis.onderwerp, eis.samenvatting, *eis.zoektermen, *eis.verwijst_naar]
    parts += [text for o in eis.onderdelen for text in (o.samenvatting, *o.termen)]
    parts += [n.moment for n in eis.normen]
    return " ".join(parts).lower()


@pytest.mark.parametrize(
    "row", [r for r in tabel("eisen") if r["soort"] != "norm"], ids=lambda r: f"{r['eis']}-{r['waarde']}"
)
def test_other_numbers_of_an_eis_stand_in_its_text(row: dict[str, str]) -> None:
    options = {
        row["waarde"],
        TELWOORDEN.get(row["waarde"], row["waarde"]) if row["soort"] == "opsomming" else "",
    }
    options.discard("")
    text = _words(TENDER.eis(row["eis"]))
    assert any(re.search(rf"(?<![\w.]){re.escape(o)}(?!\w|\.\d)", text) for o in options)


@pytest.mark.parametrize("row", tabel("tegenstrijdig"), ids=lambda r: f"{r['plaats']}-{r['wat_staat_er']}")
def test_places_that_contradict_each_other_are_both_kept(row: dict[str, str]) -> None:
    known = [i for i in TENDER.inconsistenties if row["plaats"] in " ".join((*i.plaatsen, *i.wat_staat_er))]
    assert any(row["wat_staat_er"] in said for i in known for said in i.wat_staat_er)


def test_counts() -> None:
    ids = [eis.id for eis in TENDER.eisen]
    assert sorted(i for i in ids if i.isalpha()) == list("ABCDEFGHIJKL")
    assert sorted(int(i) for i in ids if i.isdigit()) == list(range(1, 110))
    assert len(ids) == 121
    assert [e.id for e in TENDER.eisen if e.adressaat == "VERVALLEN"] == ["36"]
    assert [p.nummer for p in TENDER.percelen] == list(range(1, 10))
    assert len(TENDER.gemeenten) == 11
    assert (len(TENDER.tarieven), len(TENDER.intensiteiten)) == (35 + 6, 11 + 6 + 4)
    assert len(TENDER.functies) == 113


def test_one_perceel_has_a_fixed_number_of_contracts() -> None:
    assert {p.nummer: p.contractanten.split(";")[0] for p in TENDER.percelen} == {
        n: "vijf" if n == 4 else "geen vast aantal" for n in range(1, 10)
    }
    assert {p.nummer: p.hoogstens_gegund for p in TENDER.percelen if p.hoogstens_gegund} == {4: 5}
    assert {p.nummer for p in TENDER.percelen if "Hardenberg" not in p.zonder_gemeenten} == {7, 8}


def test_totals_of_the_eisen_do_not_change_unseen() -> None:
    """Whoever adds or drops a sub-element or norm changes these on purpose."""
    assert sum(len(eis.onderdelen) for eis in TENDER.eisen) == 276
    assert sum(len(eis.normen) for eis in TENDER.eisen) == 44
