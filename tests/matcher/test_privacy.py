"""Forbidden grounds by column name, and the eleven-test."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.invoer import GROEPKOLOMMEN, JEUGDIGEKOLOMMEN, VASTKOLOMMEN
from matcher.privacy import lijkt_bsn, verboden_grond


@pytest.mark.parametrize(
    ("kolom", "grond"),
    [
        ("naam", "de naam"),
        ("Achternaam", "de naam"),
        ("naam_kind", "de naam"),
        ("bsn", "het BSN"),
        ("BSN-nummer", "het BSN"),
        ("burgerservicenummer", "het BSN"),
        ("Geslacht", "geslacht"),
        ("m/v", "geslacht"),
        ("leeftijd", "leeftijd"),
        ("geboorte_datum", "leeftijd"),
        ("geboortedatum", "leeftijd"),
        ("nationaliteit", "afkomst"),
        ("land van herkomst", "afkomst"),
        ("etniciteit", "afkomst"),
        ("seksuele geaardheid", "geaardheid"),
        ("inkomen_ouders", "inkomen"),
        ("geloof", "geloof"),
        ("levensovertuiging", "geloof"),
        ("diagnose", "gezondheid"),
        ("DSM-code", "gezondheid"),
        ("IQ", "gezondheid"),
        ("gezondheidstoestand", "gezondheid"),
    ],
)
def test_verboden_kolommen(kolom: str, grond: str) -> None:
    assert verboden_grond(kolom, over_jeugdigen=True) == grond


@pytest.mark.parametrize(
    "kolom", [*JEUGDIGEKOLOMMEN, *GROEPKOLOMMEN, *VASTKOLOMMEN, "opmerking", "raster", "pagina", "regio", ""]
)
def test_gewone_kolommen_mogen(kolom: str) -> None:
    assert verboden_grond(kolom, over_jeugdigen=True) is None


def test_alleen_een_bestand_over_jeugdigen_mag_geen_naam_bevatten() -> None:
    assert verboden_grond("naam", over_jeugdigen=False) is None
    assert verboden_grond("geslacht", over_jeugdigen=False) == "geslacht"


@given(st.integers(min_value=0, max_value=99_999_999))
def test_van_elk_begin_voldoet_hoogstens_een_laatste_cijfer(begin: int) -> None:
    """The eleven-test written another way: the checksum of the first eight digits gives the ninth."""
    cijfers = f"{begin:08d}"
    rest = sum(int(c) * g for c, g in zip(cijfers, range(9, 1, -1), strict=True)) % 11
    for laatste in range(10):
        nummer = f"{cijfers}{laatste}"
        assert lijkt_bsn(f"kind {nummer}!") == (laatste == rest and nummer != "0" * 9)


@pytest.mark.parametrize("tekst", ["", "J0001", "12345678", "1234567823", "52.123456782", "000000000"])
def test_geen_bsn(tekst: str) -> None:
    assert not lijkt_bsn(tekst)
