"""Which passwords are refused, and the codes of the second step."""

from datetime import datetime

import pyotp
import pytest
from argon2 import PasswordHasher, Type
from hypothesis import given
from hypothesis import strategies as st

from web.auth import codes
from web.auth.wachtwoordregels import bezwaar

WIE = ("s.devries@regio.nl", "Sanne de Vries", "Regio IJsselland")


@pytest.mark.parametrize(
    ("wachtwoord", "woord"),
    [
        ("kort", "12 tekens"),
        ("elfteken123", "12 tekens"),
        ("Wachtwoord123!", "veel mensen"),
        ("W@chtw00rd2026", "veel mensen"),
        ("welkomwelkom", "veel mensen"),
        ("Welkom2026!!", "veel mensen"),
        ("123456789012", "te makkelijk"),
        ("abcdefghijklmn", "te makkelijk"),
        ("aaaaaaaaaaaaaa", "te makkelijk"),
        ("correcthorsebatterystaple", "veel mensen"),
        ("SanneDeVries1!", "eigen naam"),
        ("s.devries@regio.nl", "eigen naam"),
        ("IJsselland2026", "eigen naam"),
        ("x" * 201, "hoogstens"),
    ],
)
def test_refused(wachtwoord: str, woord: str) -> None:
    assert woord in bezwaar(wachtwoord, *WIE)


@pytest.mark.parametrize(
    "wachtwoord",
    [
        "paarse fiets op zolder",
        "welkom bij de paarse fiets",
        "gK7#pq!2vLz9",
        "Sanne fietst graag naar zee",
        "ééndagsvlieg én kaas",
    ],
)
def test_taken(wachtwoord: str) -> None:
    assert bezwaar(wachtwoord, *WIE) == ""


@given(st.text(max_size=250))
def test_any_text_gets_an_answer(wachtwoord: str) -> None:
    if bezwaar(wachtwoord, *WIE) == "":
        assert 12 <= len(wachtwoord) <= 200


def test_hashes_are_argon2id_with_64_megabytes_as_rfc_9106_asks() -> None:
    zoals_op_de_server = PasswordHasher()
    assert (zoals_op_de_server.type, zoals_op_de_server.memory_cost) == (Type.ID, 65536)
    assert zoals_op_de_server.time_cost >= 3


MOMENT = datetime(2026, 6, 1, 9, 0, 5)


def at(geheim: str, seconds: int) -> str:
    return pyotp.TOTP(geheim).at(int((MOMENT - datetime(1970, 1, 1)).total_seconds()) + seconds)


def test_a_code_is_right_for_half_a_minute_and_its_neighbours() -> None:
    geheim = codes.nieuw_geheim()
    nu = codes.nummer_van(geheim, at(geheim, 0), MOMENT)
    assert nu is not None
    assert codes.nummer_van(geheim, at(geheim, -30), MOMENT) == nu - 1
    assert codes.nummer_van(geheim, at(geheim, 30), MOMENT) == nu + 1
    for seconds in (-65, 65):
        assert codes.nummer_van(geheim, at(geheim, seconds), MOMENT) is None


@given(st.text(max_size=12))
def test_any_other_code_is_wrong(code: str) -> None:
    geheim = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    goed = {at(geheim, s) for s in (-30, 0, 30)}
    assert (codes.nummer_van(geheim, code, MOMENT) is not None) == ("".join(code.split()) in goed)


def test_recovery_codes_are_all_different_and_hashed_as_they_are_typed() -> None:
    nieuw = codes.nieuwe_herstelcodes()
    assert len(set(nieuw)) == codes.AANTAL
    assert codes.hash_herstelcode(nieuw[0].upper().replace("-", " ")) == codes.hash_herstelcode(nieuw[0])
    assert len({codes.hash_herstelcode(c) for c in nieuw}) == codes.AANTAL
