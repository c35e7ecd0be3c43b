"""What the catalogue says of the document outside the eisen: complete, findable, and in the notation."""

import re
from collections import Counter

import pytest

from knowledge.catalogue import load_tender
from knowledge.catalogue.models import Tender, Vorm
from tests.shared import SHARED, needs_shared

TENDER = load_tender()
PLAATS = re.compile(r"(?:eis (?:\d{1,3}|[A-L])|§\d{1,2}(?:\.\d{1,2}){1,3}|hoofdstuk \d{1,2}|bijlage [IVX]+)")
INKOOPDOCUMENT = SHARED / "bronnen" / f"{TENDER.bron}.txt"


def entries(tender: Tender) -> list[Vorm]:
    lists = [getattr(tender, field) for field in Tender.model_fields]
    return [e for entries in lists if isinstance(entries, tuple) for e in entries if isinstance(e, Vorm)]


def test_every_entry_has_its_place_in_the_notation() -> None:
    places = [place for e in entries(TENDER) if (place := getattr(e, "vindplaats", None))]
    places += [p for i in TENDER.inconsistenties for p in i.plaatsen]
    assert len(places) > 500
    assert [p for p in places if not PLAATS.fullmatch(p)] == []


def test_every_rule_can_be_found_by_the_words_of_a_question() -> None:
    assert [r.id for r in TENDER.regels if len(r.zoektermen) < 1 or len(r.samenvatting) < 20] == []


@needs_shared
def test_every_numbered_paragraph_of_the_document_is_covered() -> None:
    text = INKOOPDOCUMENT.read_text(encoding="utf-8")
    numbered = {m.rstrip(".") for m in re.findall(r"^ ?(\d{1,2}(?:\.\d{1,2}){1,3})\.? +[A-Z(]", text, re.M)}
    covered = {r.vindplaats.removeprefix("§") for r in TENDER.regels}
    # A paragraph that only opens others (5.3, 5.5, 5.5.1) is covered by them.
    missing = {n for n in numbered if n not in covered and not any(c.startswith(f"{n}.") for c in covered)}
    assert missing == set()


@needs_shared
def test_every_bijlage_is_covered() -> None:
    text = INKOOPDOCUMENT.read_text(encoding="utf-8")
    listed = set(re.findall(r"^ ?(Bijlage [IVX]+) [-–]", text, re.M))
    assert listed and {p.lower().replace("bijlage ", "bijlage ") for p in listed} <= {
        r.vindplaats.lower() for r in TENDER.regels
    }


@needs_shared
def test_names_of_functions_are_those_of_the_document() -> None:
    plain = re.sub(r"[^a-zà-ÿ0-9]", "", INKOOPDOCUMENT.read_text(encoding="utf-8").lower())
    # Jeugdzorgwerker B and C share a row with A; the document misspells the physician assistant of TG5.
    own = {"Jeugdzorgwerker B", "Jeugdzorgwerker C"}
    missing = [
        f.naam
        for f in TENDER.functies
        if f.naam not in own and re.sub(r"[^a-zà-ÿ0-9]", "", f.naam.lower()) not in plain
    ]
    assert missing == []


def test_weights_add_up_within_each_perceel_and_criterion() -> None:
    sums: Counter[tuple[int, str]] = Counter()
    for criterium in TENDER.criteria:
        for perceel in criterium.percelen:
            sums[perceel, criterium.onderdeel_van] += int(criterium.weging)
    assert set(sums.values()) == {100}
    assert {p for p, _ in sums} == {1, 2, 3, 4, 5, 9}


def test_stukken_are_those_a_report_speaks_of() -> None:
    assert {s.sleutel for s in TENDER.stukken} == {
        "uea", "kvk_uittreksel", "kwaliteitscertificaat", "keurmerk_gezinshuis", "keurmerk_zorgboerderij",
        "referentie_1", "referentie_2", "jaarcijfers", "plan_van_aanpak", "invulsjabloon", "agb_code",
        "holdingverklaring", "combinatieverklaring", "verklaring_derden", "machtiging",
        "rekentool_groepsaanbod", "rekentool_verblijf", "rekentool_gezinshuis", "verklaring_waarheid",
        "ondertekening", "polis_aansprakelijkheid",
    }  # fmt: skip


def test_bands_of_care_follow_each_other_without_a_gap() -> None:
    for soort in ("verblijf", "groepsaanbod"):
        levels = [i for i in TENDER.intensiteiten if i.soort == soort and i.onder is not None]
        assert [i.boven for i in levels[:-1]] == [i.onder for i in levels[1:]]
        assert [i.tarief for i in levels] == sorted(i.tarief for i in levels)


@pytest.mark.parametrize(
    ("onderwerp", "geldt"),
    [
        ("eis_36", "vervallen"),
        ("bijlage_xii_kwaliteitskader", "bijlage VI"),
        ("sluitingstijd", "12.00"),
        ("hernieuwde_inschrijving", "5 september 2022"),
        ("zes_of_zeven_tariefgroepen", "zeven"),
    ],
)
def test_known_contradictions_are_settled(onderwerp: str, geldt: str) -> None:
    found = next(i for i in TENDER.inconsistenties if i.id == onderwerp)
    assert geldt in found.geldt and found.reden
    assert len(found.wat_staat_er) >= 2
