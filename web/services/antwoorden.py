"""Answers that people keep: made from what was asked, and held against the sources as they are now."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from knowledge import Antwoord
from knowledge.answers import Citaat
from knowledge.errors import InvoerFout
from matcher.privacy import lijkt_bsn
from web.access import Wie
from web.models import Antwoordbewaring
from web.models.base import now
from web.services.bronstand import Bronstand, Plaatsafdruk
from web.services.gesprek import Gesprek

GEEN_BSN = (
    "In de vraag staat een nummer dat een burgerservicenummer kan zijn. Haal het weg: u hebt het niet nodig."
)


@dataclass(frozen=True, slots=True)
class Bewaardcitaat:
    """A citation, and what stood at its place when it was kept."""

    citaat: Citaat
    toen: Plaatsafdruk

    def naar_json(self) -> dict[str, Any]:
        return {"citaat": asdict(self.citaat), "toen": asdict(self.toen)}

    @classmethod
    def uit_json(cls, data: dict[str, Any]) -> "Bewaardcitaat":
        velden = data["citaat"]
        return cls(Citaat(**velden | {"koppen": tuple(velden["koppen"])}), Plaatsafdruk(**data["toen"]))


def kenmerk(citaten: Iterable[Citaat]) -> str:
    """A sign of what an answer leans on: the same sign, the same answer."""
    delen = [(c.bron, c.vindplaats, c.tekst) for c in citaten]
    return hashlib.sha256(json.dumps(delen).encode()).hexdigest()[:16]


def bewaar(wie: Wie, antwoord: Antwoord, gesprek: Gesprek, stand: Bronstand) -> Antwoordbewaring:
    """A new row for an answer to a question in a conversation. Raises InvoerFout for a question that holds
    what may not be kept."""
    rij = Antwoordbewaring(
        eigenaar_id=wie.organisatie_id,
        gebruiker_id=wie.gebruiker_id,
        gebruiker=wie.naam,
        vraag=antwoord.vraag,
    )
    vul(rij, antwoord, gesprek, stand)
    return rij


def vul(rij: Antwoordbewaring, antwoord: Antwoord, gesprek: Gesprek, stand: Bronstand) -> None:
    """Put this answer in a row, with the versions of its sources as they are now."""
    if any(lijkt_bsn(tekst) for tekst in (antwoord.vraag, *gesprek.vroeger, *gesprek.eerder)):
        raise InvoerFout(GEEN_BSN)
    rij.gesprek = asdict(gesprek)
    rij.gelezen_als = antwoord.gelezen_als
    rij.kort = antwoord.kort or antwoord.antwoord
    rij.antwoord = antwoord.antwoord
    rij.citaten = [Bewaardcitaat(c, stand.afdruk(c.bron, c.vindplaats)).naar_json() for c in antwoord.citaten]
    rij.versies = {bron: stand.versie(bron) for bron in ("", *(c.bron for c in antwoord.citaten))}
    rij.tijd = now()


def gesprek_van(rij: Antwoordbewaring) -> Gesprek:
    velden = rij.gesprek
    return Gesprek.uit(velden["van"], velden["bron"], velden["vroeger"], velden["eerder"])


def citaten_van(rij: Antwoordbewaring) -> list[Bewaardcitaat]:
    return [Bewaardcitaat.uit_json(data) for data in rij.citaten]


def verschillen(rij: Antwoordbewaring, stand: Bronstand) -> list[tuple[Citaat, str]]:
    """The citations whose place changed since, each with what changed."""
    gezien = [
        (c.citaat, stand.verschil(c.citaat.bron, c.citaat.vindplaats, c.toen)) for c in citaten_van(rij)
    ]
    return [(citaat, verschil) for citaat, verschil in gezien if verschil]
