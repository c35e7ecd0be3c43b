"""The pages and the JSON interface of the rekentools, over every tool that there is."""

import json
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from knowledge.calculators.register import REKENTOOLS
from knowledge.calculators.rekentool import Rekentool, lees_invoer
from knowledge.catalogue import load_tender
from web.services.rekenformulier import formulier, naar_query, uit_query

ANSWER = re.compile(r'<div class="antwoord__tekst">.*?</div>', re.DOTALL)
ALL = pytest.mark.parametrize("tool", REKENTOOLS, ids=lambda t: t.sleutel)


def query_of(gegevens: dict[str, Any]) -> dict[str, list[str]]:
    query: dict[str, list[str]] = {}
    for name, value in naar_query(gegevens):
        query.setdefault(name, []).append(value)
    return query


@ALL
def test_the_example_survives_the_form(tool: Rekentool[Any]) -> None:
    back = uit_query(tool, query_of(dict(tool.voorbeeld)))
    assert lees_invoer(tool.invoer, back) == lees_invoer(tool.invoer, tool.voorbeeld)


@ALL
def test_page_asks_and_answers(client: TestClient, tool: Rekentool[Any]) -> None:
    empty = client.get(f"/rekentools/{tool.sleutel}")
    assert empty.status_code == 200
    assert 'id="uitkomst"' not in empty.text
    filled = client.get(f"/rekentools/{tool.sleutel}", params=naar_query(tool.voorbeeld))
    assert filled.status_code == 200
    assert 'id="uitkomst"' in filled.text


@ALL
def test_the_page_names_what_is_missing(client: TestClient, tool: Rekentool[Any]) -> None:
    verplicht = [v for v in formulier(tool, load_tender(), {}) if v.verplicht]
    page = client.get(f"/rekentools/{tool.sleutel}", params={"reken": "1"})
    assert page.status_code == (422 if verplicht else page.status_code)
    for veld in verplicht:
        assert f'href="#{veld.id}"' in page.text
        assert f'id="{veld.id}"' in page.text


@ALL
def test_a_list_can_grow_without_scripts(client: TestClient, tool: Rekentool[Any]) -> None:
    lists = [v.naam for v in formulier(tool, load_tender(), tool.voorbeeld) if v.soort == "lijst"]
    for name in lists:
        before = client.get(f"/rekentools/{tool.sleutel}", params=naar_query(tool.voorbeeld)).text
        query = [*naar_query(tool.voorbeeld), ("regel_erbij", name)]
        after = client.get(f"/rekentools/{tool.sleutel}", params=query)
        assert after.status_code == 200
        assert after.text.count('class="rijen__rij"') == before.count('class="rijen__rij"') + 1
        assert 'id="uitkomst"' not in after.text


@ALL
def test_api_describes_and_calculates(client: TestClient, tool: Rekentool[Any]) -> None:
    described = client.get(f"/api/v1/rekentools/{tool.sleutel}").json()
    assert described["invoer"]["type"] == "object"
    answer = client.post(f"/api/v1/rekentools/{tool.sleutel}/uitkomsten", json=described["voorbeeld"])
    assert answer.status_code == 200
    assert answer.headers["API-Version"]
    expected = tool.uit_gegevens(load_tender(), tool.voorbeeld).als_json()
    assert answer.json() == json.loads(json.dumps(expected))


@ALL
def test_api_refuses_an_unknown_field(client: TestClient, tool: Rekentool[Any]) -> None:
    answer = client.post(f"/api/v1/rekentools/{tool.sleutel}/uitkomsten", json={**tool.voorbeeld, "bsn": "1"})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["fouten"] == ["bsn: dit veld bestaat niet."]


@ALL
def test_workbooks_go_out_and_come_back(client: TestClient, tool: Rekentool[Any]) -> None:
    assert client.get(f"/rekentools/{tool.sleutel}/leeg.xlsx").content[:2] == b"PK"
    query = naar_query(tool.voorbeeld)
    uit = client.get(f"/rekentools/{tool.sleutel}/uitkomst.xlsx", params=query)
    assert uit.status_code == 200
    page = client.post(f"/rekentools/{tool.sleutel}/werkboek", files={"werkboek": ("in.xlsx", uit.content)})
    assert page.status_code == 200
    shown = client.get(f"/rekentools/{tool.sleutel}", params=query).text
    assert ANSWER.search(page.text).group() == ANSWER.search(shown).group()  # type: ignore[union-attr]


def test_a_file_that_is_no_workbook(client: TestClient) -> None:
    page = client.post("/rekentools/financieel/werkboek", files={"werkboek": ("in.xlsx", b"geen werkboek")})
    assert page.status_code == 422
    assert 'href="#werkboek"' in page.text and "in.xlsx" in page.text and "/tijdelijk/" not in page.text
    assert client.post("/rekentools/financieel/werkboek").status_code == 422


def test_overview_and_api_list_every_tool(client: TestClient) -> None:
    page = client.get("/rekentools").text
    listed = client.get("/api/v1/rekentools").json()
    assert [t["sleutel"] for t in listed] == [t.sleutel for t in REKENTOOLS]
    assert all(f'href="/rekentools/{t.sleutel}"' in page for t in REKENTOOLS)
    assert client.get("/api/v1/openapi.json").json()["openapi"].startswith("3.")


def test_an_unknown_tool(client: TestClient) -> None:
    assert client.get("/rekentools/waarzeggen").status_code == 404
    answer = client.get("/api/v1/rekentools/waarzeggen")
    assert answer.status_code == 404
    assert "waarzeggen" in answer.json()["detail"]


@given(
    st.dictionaries(
        st.text("abc.0123456789", max_size=12), st.lists(st.text(max_size=5), min_size=1), max_size=6
    )
)
def test_any_query_is_read(query: dict[str, list[str]]) -> None:
    for tool in REKENTOOLS:
        uit_query(tool, query)
