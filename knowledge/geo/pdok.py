"""Points of postcodes from PDOK's Locatieserver, when a user asks for them and there is a connection.

Only postcodes go out. The address of the service can be set by THUISPLEK_PDOK_URL.
"""

import json
import os
import re
from collections.abc import Iterable
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import urlopen

from knowledge.errors import InvoerFout
from knowledge.geo.opslag import Punt

ADRES = "https://api.pdok.nl/bzk/locatieserver/search/v3_1/free"
SECONDEN = 10.0
_PUNT = re.compile(r"POINT\(([\d.]+) ([\d.]+)\)")


def haal_op(
    postcodes: Iterable[str], adres: str | None = None, seconden: float = SECONDEN
) -> dict[str, Punt]:
    """Points by postcode (four digits); a postcode that the service does not know is left out.

    InvoerFout when the service can't be reached or answers something else.
    """
    waar = adres or os.environ.get("THUISPLEK_PDOK_URL") or ADRES
    if urlsplit(waar).scheme not in ("https", "http"):
        raise InvoerFout(f"{waar} is geen webadres.")
    gevonden: dict[str, Punt] = {}
    for pc4 in postcodes:
        if not re.fullmatch(r"[1-9]\d{3}", pc4):
            raise InvoerFout(f"{pc4} is geen postcode van vier cijfers.")
        vraag = urlencode(
            {"q": pc4, "fq": "type:postcode", "rows": 1, "fl": "centroide_ll,woonplaatsnaam,gemeentenaam"}
        )
        try:
            with urlopen(f"{waar}?{vraag}", timeout=seconden) as antwoord:  # noqa: S310 - http(s) only, see above
                documenten = json.load(antwoord)["response"]["docs"]
            punt = _PUNT.match(documenten[0]["centroide_ll"]) if documenten else None
        except (URLError, OSError) as fout:
            raise InvoerFout(f"PDOK is niet bereikbaar ({waar}).") from fout
        except (ValueError, KeyError, TypeError, IndexError) as fout:
            raise InvoerFout(f"PDOK gaf een antwoord dat we niet begrijpen ({waar}).") from fout
        if punt:
            gevonden[pc4] = Punt(
                float(punt[2]),
                float(punt[1]),
                str(documenten[0].get("woonplaatsnaam", "")),
                str(documenten[0].get("gemeentenaam", "")),
                "PDOK Locatieserver",
            )
    return gevonden
