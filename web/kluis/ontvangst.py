"""Reads an upload piece by piece while it comes in, so that nothing of it has to be kept in the open.

The usual way (Starlette's UploadFile) writes large files to the disk first. A form's parts are read in their
order, each to its end before the next.
"""

from collections import deque
from collections.abc import Iterable, Iterator

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from knowledge.errors import InvoerFout

MEEST_BESTANDEN = 200
_MEEST_KOPPEN = 8
_LANGSTE_KOP = 8_000


class Deel:
    """One part of a form. `bestandsnaam` is None for a field that is no file."""

    def __init__(self, lezer: "Formulierlezer", koppen: dict[str, bytes]) -> None:
        _, opties = parse_options_header(koppen.get("content-disposition", b""))
        self.naam = opties.get(b"name", b"").decode("utf-8", "replace")
        bestandsnaam = opties.get(b"filename")
        self.bestandsnaam = None if bestandsnaam is None else bestandsnaam.decode("utf-8", "replace")
        self._lezer = lezer
        self._rest = b""
        self._klaar = False

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes; b"" at the end of this part."""
        stukken, nodig = [], size
        while nodig and not (self._klaar and not self._rest):
            if not self._rest:
                self._volgende()
                continue
            stuk = self._rest if nodig < 0 else self._rest[:nodig]
            self._rest = self._rest[len(stuk) :]
            nodig -= len(stuk) if nodig > 0 else 0
            stukken.append(stuk)
        return b"".join(stukken)

    def sla_over(self) -> None:
        while self.read(1 << 16):
            pass

    def _volgende(self) -> None:
        stuk = self._lezer.data()
        self._klaar = stuk is None
        self._rest = stuk or b""


class Formulierlezer:
    """Iterate to get the parts. Raises InvoerFout for a form that is broken or holds too many parts."""

    def __init__(self, soort: str, stukken: Iterable[bytes]) -> None:
        """`soort`: the header Content-Type; `stukken`: the body as it comes in."""
        vorm, opties = parse_options_header(soort)
        if vorm != b"multipart/form-data" or b"boundary" not in opties:
            raise InvoerFout("Uw browser stuurde het formulier in een vorm die we niet kennen.")
        self._stukken = iter(stukken)
        self._gebeurtenissen: deque[tuple[str, bytes]] = deque()
        meld = self._gebeurtenissen.append
        self._parser = MultipartParser(
            opties[b"boundary"],
            {
                "on_header_field": lambda data, a, z: meld(("kop", data[a:z])),
                "on_header_value": lambda data, a, z: meld(("waarde", data[a:z])),
                "on_header_end": lambda: meld(("kop klaar", b"")),
                "on_headers_finished": lambda: meld(("inhoud", b"")),
                "on_part_data": lambda data, a, z: meld(("data", data[a:z])),
                "on_part_end": lambda: meld(("deel klaar", b"")),
                "on_end": lambda: meld(("klaar", b"")),
            },
        )

    def __iter__(self) -> Iterator[Deel]:
        aantal = 0
        while (koppen := self._koppen()) is not None:
            aantal += 1
            if aantal > MEEST_BESTANDEN:
                raise InvoerFout(f"Kies hoogstens {MEEST_BESTANDEN} bestanden, of doe ze samen in een zip.")
            deel = Deel(self, koppen)
            yield deel
            deel.sla_over()

    def lees_uit(self) -> None:
        """Read and drop the rest of the body: a browser that is still sending shows no answer."""
        for _ in self._stukken:
            pass

    def data(self) -> bytes | None:
        """The next bytes of the part in hand; None at its end."""
        soort, waarde = self._volgende()
        if soort == "deel klaar":
            return None
        return waarde

    def _koppen(self) -> dict[str, bytes] | None:
        """The headers of the next part; None after the last."""
        koppen: dict[str, bytes] = {}
        naam, kop = b"", b""
        while True:
            soort, waarde = self._volgende()
            match soort:
                case "kop":
                    naam += waarde
                case "waarde":
                    kop += waarde
                    if len(kop) > _LANGSTE_KOP:
                        raise _kapot()
                case "kop klaar":
                    koppen[naam.decode("latin-1").lower()] = kop
                    naam, kop = b"", b""
                    if len(koppen) > _MEEST_KOPPEN:
                        raise _kapot()
                case "inhoud":
                    return koppen
                case "klaar":
                    return None

    def _volgende(self) -> tuple[str, bytes]:
        while not self._gebeurtenissen:
            stuk = next(self._stukken, None)
            if stuk is None:
                # The body ended before the form did.
                raise _kapot()
            try:
                self._parser.write(stuk)
            except FormParserError as fout:
                raise _kapot() from fout
        return self._gebeurtenissen.popleft()


def _kapot() -> InvoerFout:
    return InvoerFout("Het versturen is halverwege misgegaan. Er is niets bewaard. Probeer het opnieuw.")
