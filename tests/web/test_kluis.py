"""The cryptography of the vault: one key opens nothing, two do in either order, files come out unchanged."""

import io
import tempfile
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyrage import DecryptError, encrypt, x25519

from knowledge.errors import InvoerFout
from web.bestanden import BestandKapot
from web.kluis.nesten import maak_kluis, open_laag, sluit
from web.kluis.officier import maak_sleutel, open_sleutel
from web.kluis.ontvangst import Formulierlezer
from web.kluis.serversleutel import serversleutel
from web.kluis.versleutelen import ontsleutel, versleutel

WACHTZIN = "een zin die niemand raadt"
PROEF = settings(max_examples=40, deadline=None)


def keys(*namen: str) -> dict[str, x25519.Identity]:
    return {naam: x25519.Identity.generate() for naam in namen}


def public(houders: dict[str, x25519.Identity]) -> dict[str, str]:
    return {naam: str(sleutel.to_public()) for naam, sleutel in houders.items()}


def test_every_pair_opens_in_either_order() -> None:
    houders = keys("a", "b", "c")
    kluis = maak_kluis(public(houders))
    paren = {(laag.eerste, laag.tweede) for laag in kluis.lagen}
    assert paren == set(permutations("abc", 2))
    for laag in kluis.lagen:
        binnen = open_laag(laag.versleuteld, houders[laag.eerste])
        sleutel = x25519.Identity.from_str(open_laag(binnen, houders[laag.tweede]))
        assert str(sleutel.to_public()) == kluis.ontvanger


def test_one_key_opens_nothing() -> None:
    """With all that the server keeps and one person's key, every way of trying ends at a layer of another."""
    houders = keys("a", "b", "c")
    kluis = maak_kluis(public(houders))
    for sleutel in houders.values():
        gekend = [laag.versleuteld for laag in kluis.lagen]
        for tekst in gekend:
            try:
                binnen = open_laag(tekst, sleutel)
            except DecryptError:
                continue
            assert "AGE-SECRET-KEY" not in binnen
            gekend.append(binnen)
        # The inner layers that came off are locked for the others.
        assert len(gekend) == len(kluis.lagen) + 2
        bod = encrypt(b"ons bod", [x25519.Recipient.from_str(kluis.ontvanger)])
        with pytest.raises(DecryptError):
            open_laag(bod.decode("latin-1"), sleutel)


@pytest.mark.parametrize("aantal", [0, 1])
def test_a_vault_needs_two(aantal: int) -> None:
    with pytest.raises(ValueError, match="two people"):
        maak_kluis(public(keys(*"ab"[:aantal])))


def test_two_names_with_one_key_are_one_person() -> None:
    publiek = str(x25519.Identity.generate().to_public())
    with pytest.raises(ValueError, match="key of their own"):
        maak_kluis({"a": publiek, "b": publiek})


@pytest.mark.slow
def test_a_key_file_needs_its_passphrase_and_its_owner() -> None:
    sleutel, ander = maak_sleutel(WACHTZIN), maak_sleutel(WACHTZIN)
    assert b"SECRET" not in sleutel.bestand
    assert str(open_sleutel(sleutel.bestand, WACHTZIN, sleutel.publiek).to_public()) == sleutel.publiek
    with pytest.raises(InvoerFout, match="past niet"):
        open_sleutel(sleutel.bestand, WACHTZIN + "!", sleutel.publiek)
    with pytest.raises(InvoerFout, match="niet uw sleutel"):
        open_sleutel(ander.bestand, WACHTZIN, sleutel.publiek)


def test_what_is_no_key_file_is_refused() -> None:
    zwaar = b"age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 31\nAAAA\n--- AAAA\n"
    for bestand in (b"", b"%PDF-1.7", zwaar, b"age-encryption.org/v1\n" + bytes(20_000)):
        with pytest.raises(InvoerFout, match="geen sleutelbestand"):
            open_sleutel(bestand, WACHTZIN, "age1")
    with pytest.raises(InvoerFout, match="minstens"):
        maak_sleutel("kort")


@PROEF
@given(inhoud=st.binary(max_size=5_000), herhaal=st.integers(1, 60))
def test_a_file_comes_out_unchanged(inhoud: bytes, herhaal: int) -> None:
    sleutel = x25519.Identity.generate()
    alles = inhoud * herhaal
    dicht = io.BytesIO()
    geteld = versleutel(io.BytesIO(alles), dicht, str(sleutel.to_public()))
    assert geteld.grootte == len(alles)
    if len(alles) > 8:
        assert alles not in dicht.getvalue()
    with tempfile.TemporaryFile() as open_:
        ontsleutel(io.BytesIO(dicht.getvalue()), open_, sleutel, geteld.sha256)
        open_.seek(0)
        assert open_.read() == alles


@PROEF
@given(
    inhoud=st.binary(min_size=1, max_size=300),
    plek=st.floats(0, 1, exclude_max=True),
    anders=st.integers(1, 255),
)
def test_a_changed_file_does_not_open(inhoud: bytes, plek: float, anders: int) -> None:
    sleutel = x25519.Identity.generate()
    dicht = io.BytesIO()
    geteld = versleutel(io.BytesIO(inhoud), dicht, str(sleutel.to_public()))
    stuk = bytearray(dicht.getvalue())
    stuk[int(plek * len(stuk))] ^= anders
    with tempfile.TemporaryFile() as open_, pytest.raises(BestandKapot):
        ontsleutel(io.BytesIO(bytes(stuk)), open_, sleutel, geteld.sha256)


def test_what_goes_wrong_while_reading_is_told_as_it_is() -> None:
    class Kapot:
        def read(self, size: int = -1, /) -> bytes:
            raise ConnectionError("weg")

    with pytest.raises(ConnectionError, match="weg"):
        versleutel(Kapot(), io.BytesIO(), str(x25519.Identity.generate().to_public()))


def test_the_key_of_the_server_stays_the_same_and_is_for_the_server_only(tmp_path: Path) -> None:
    eerste = serversleutel(tmp_path / "sleutels")
    assert str(serversleutel(tmp_path / "sleutels")) == str(eerste)
    (bestand,) = (tmp_path / "sleutels").iterdir()
    assert bestand.stat().st_mode & 0o077 == 0
    assert sluit("x", str(eerste.to_public()))
    bestand.write_text("stuk", encoding="ascii")
    with pytest.raises(InvoerFout, match="geen sleutel"):
        serversleutel(tmp_path / "sleutels")


def form(delen: list[tuple[str, str | None, bytes]]) -> tuple[str, bytes]:
    grens = "-----grens7f3a"
    body = b""
    for naam, bestandsnaam, inhoud in delen:
        kop = f'form-data; name="{naam}"' + (f'; filename="{bestandsnaam}"' if bestandsnaam else "")
        body += f"--{grens}\r\nContent-Disposition: {kop}\r\n\r\n".encode() + inhoud + b"\r\n"
    return f"multipart/form-data; boundary={grens}", body + f"--{grens}--\r\n".encode()


@PROEF
@given(
    inhouden=st.lists(st.binary(max_size=400), max_size=6),
    stap=st.integers(1, 500),
    lees=st.integers(1, 300),
)
def test_a_form_is_read_whatever_the_pieces(inhouden: list[bytes], stap: int, lees: int) -> None:
    soort, body = form([("bestanden", f"stuk {n}.pdf", inhoud) for n, inhoud in enumerate(inhouden)])
    stukken = (body[n : n + stap] for n in range(0, len(body), stap))
    gelezen = []
    for deel in Formulierlezer(soort, stukken):
        gelezen.append((deel.bestandsnaam, b"".join(iter(lambda d=deel: d.read(lees), b""))))
    assert gelezen == [(f"stuk {n}.pdf", inhoud) for n, inhoud in enumerate(inhouden)]


def test_parts_that_are_not_read_are_passed_over() -> None:
    soort, body = form([("a", "a.txt", b"x" * 9000), ("b", None, b"ja")])
    assert [(d.naam, d.bestandsnaam) for d in Formulierlezer(soort, [body])] == [("a", "a.txt"), ("b", None)]


def test_a_form_that_breaks_off_is_refused() -> None:
    soort, body = form([("a", "a.txt", b"x" * 900)])
    with pytest.raises(InvoerFout, match="halverwege"):
        for deel in Formulierlezer(soort, [body[:300]]):
            deel.read()
    with pytest.raises(InvoerFout, match="vorm"):
        Formulierlezer("application/json", [])
    veel = form([("a", f"{n}.txt", b"x") for n in range(201)])
    with pytest.raises(InvoerFout, match="hoogstens 200"):
        for deel in Formulierlezer(veel[0], [veel[1]]):
            deel.read()
