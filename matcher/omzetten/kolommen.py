"""Which of the user's columns is which of ours: by its name, a usual other name, or a spelling near one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from knowledge.text.normalise import fold
from matcher.invoer import GROEPKOLOMMEN, JEUGDIGEKOLOMMEN, VASTKOLOMMEN
from matcher.omzetten.tabellen import Tabel

ZEKER = 100.0
"""A name or usual other name, spaces and capitals aside."""
GENOEG = 82.0
"""From this likeness on a column is proposed; people must agree."""

SOORTEN: Mapping[str, tuple[str, ...]] = {
    "groepen": GROEPKOLOMMEN,
    "jeugdigen": JEUGDIGEKOLOMMEN,
    "vastgelegd": VASTKOLOMMEN,
}
_SOORTNAMEN = {
    "groepen": ("groepen", "groep", "plaatsen", "woonplekken", "capaciteit", "locaties"),
    "jeugdigen": ("jeugdigen", "jeugdige", "wachtlijst", "aanvragen", "bewoners", "kinderen"),
    "vastgelegd": ("vastgelegd", "vastleggingen", "keuzes", "besluiten"),
}

EXTRA = ("postcode", "woonplaats")
"""Columns that are no part of the contract but give others: pc4, lat and lon."""

ANDERE_NAMEN: Mapping[str, tuple[str, ...]] = {
    "groep_id": (
        "groep",
        "code",
        "code van de groep",
        "code groep",
        "groepnummer",
        "groepscode",
        "groep nr",
        "id groep",
        "huis",
    ),
    "aanbieder": ("organisatie", "zorgaanbieder", "jeugdhulpaanbieder"),
    "locatie": ("locatienaam", "vestiging", "naam locatie"),
    "woonvorm": ("vorm", "soort", "type verblijf", "verblijfsvorm", "soort woonvorm"),
    "intensiteiten": ("intensiteit", "intensiteit(en)", "niveau", "geregistreerde intensiteit"),
    "capaciteit": ("bedden", "plekken", "aantal bedden", "aantal plaatsen", "plaatsen"),
    "roosteruren_per_week": (
        "roosteruren",
        "uren per week",
        "netto roosteruren",
        "roosteruren week",
        "netto roosteruren per week",
    ),
    "kgw": (
        "kleinschalig",
        "kleinschalig gezinsgericht",
        "gezinsgericht",
        "kleinschalig en gezinsgericht",
    ),
    "pc4": ("postcode 4", "postcodecijfers", "postcode (vier cijfers)"),
    "postcode": ("pc6", "pc", "post code"),
    "woonplaats": ("plaats", "plaatsnaam", "stad", "dorp"),
    "lat": ("latitude", "breedtegraad"),
    "lon": ("lng", "longitude", "lengtegraad"),
    "regio_km": ("afstand tot regio", "km buiten regio", "afstand regio", "kilometers buiten de regio"),
    "kenmerken": ("voorzieningen", "faciliteiten", "bijzonderheden groep"),
    "gereserveerd_voor": ("gereserveerd", "reservering", "alleen voor deze jeugdige"),
    "beschikbaar_van": ("open vanaf", "beschikbaar vanaf", "ingangsdatum", "datum open"),
    "beschikbaar_tot": ("open tot", "beschikbaar tot", "sluit op", "einddatum", "datum sluiting"),
    "jeugdige_id": (
        "jeugdige",
        "pseudoniem",
        "client",
        "clientnummer",
        "jeugdigenummer",
        "code",
        "code jeugdige",
    ),
    "gemeente": ("woongemeente", "gemeente van herkomst"),
    "huidige_groep": (
        "huidige plek",
        "woont nu in",
        "verblijft in",
        "huidige verblijfplaats",
        "woont nu in groep",
    ),
    "start": (
        "startdatum",
        "gewenste start",
        "gewenste startdatum",
        "vanaf",
        "vroegste start",
        "nodig vanaf",
        "zorg nodig vanaf",
        "plek nodig vanaf",
    ),
    "fasen": ("fase", "traject", "intensiteit en weken", "verloop", "intensiteit", "intensiteiten"),
    "urgentie": ("spoed", "prioriteit"),
    "kgw_voorkeur": (
        "voorkeur kleinschalig",
        "voorkeur kgw",
        "voorkeur gezinsgericht",
        "voorkeur voor kleinschalig",
    ),
    "intensiteit_marge": (
        "marge",
        "toegestane afwijking",
        "afwijking intensiteit",
        "stappen dat de intensiteit mag afwijken",
    ),
    "vereist": ("vereiste kenmerken", "eisen aan groep", "nodig"),
    "machtiging_gesloten": ("machtiging", "machtiging gesloten jeugdhulp", "gesloten"),
    "max_afstand_km": (
        "maximale afstand",
        "max afstand",
        "hoogstens km van huis",
        "hoogstens kilometers van huis",
    ),
    "buiten_regio": ("mag buiten regio", "buiten de regio", "mag verder dan 15 km buiten de regio"),
    "voorkeur": (
        "voorkeuren",
        "voorkeursgroep",
        "gewenste groep",
        "gewenste aanbieder",
        "voorkeur voor groepen of aanbieders",
    ),
    "uitgesloten": (
        "niet in",
        "uitsluiten",
        "uitsluiting",
        "niet in deze groepen, locaties of van deze aanbieders",
    ),
    "samen_met": (
        "samen",
        "broers en zussen",
        "broer of zus",
        "samen plaatsen met",
        "samen met (broers en zussen)",
    ),
    "apart_van": ("apart", "niet samen met", "apart plaatsen van"),
    "fase": ("fasenummer", "nummer fase"),
    "vast": ("vastgezet", "vast of verboden", "keuze"),
}


@dataclass(frozen=True, slots=True)
class Koppeling:
    """A column of the user's table taken for one of ours. `gelijkenis`: 0 to 100."""

    kolom: str
    kop: str
    plek: int
    gelijkenis: float

    @property
    def zeker(self) -> bool:
        return self.gelijkenis >= ZEKER


@dataclass(frozen=True, slots=True)
class Herkenning:
    """What a table is, and its columns. `onbekend`: headers that are left out."""

    tabel: Tabel
    soort: str
    koppelingen: tuple[Koppeling, ...]
    onbekend: tuple[str, ...]


def herken(tabel: Tabel) -> Herkenning | None:
    """The kind of table with most columns recognised, its name counting too; None when it is none of ours."""
    pogingen = [_koppel(tabel, soort) for soort in SOORTEN]

    def waarde(poging: Herkenning) -> float:
        naam = max(fuzz.ratio(fold(tabel.naam), n) for n in _SOORTNAMEN[poging.soort])
        return sum(k.gelijkenis for k in poging.koppelingen) / 100 + (3 if naam >= 85 else 0)

    beste = max(pogingen, key=waarde)
    return beste if len(beste.koppelingen) >= 3 else None


def _koppel(tabel: Tabel, soort: str) -> Herkenning:
    kolommen = (*SOORTEN[soort], *(EXTRA if soort != "vastgelegd" else ()))
    paren = sorted(
        (
            Koppeling(kolom, kop, plek, _gelijkenis(kop, kolom))
            for plek, kop in enumerate(tabel.kop)
            if kop
            for kolom in kolommen
        ),
        key=lambda k: (-k.gelijkenis, k.plek),
    )
    gekozen: dict[str, Koppeling] = {}
    gebruikt: set[int] = set()
    for paar in paren:
        if paar.gelijkenis < GENOEG or paar.kolom in gekozen or paar.plek in gebruikt:
            continue
        gekozen[paar.kolom] = paar
        gebruikt.add(paar.plek)
    onbekend = tuple(kop for plek, kop in enumerate(tabel.kop) if kop and plek not in gebruikt)
    volgorde = tuple(gekozen[k] for k in kolommen if k in gekozen)
    return Herkenning(tabel, soort, volgorde, onbekend)


def _gelijkenis(kop: str, kolom: str) -> float:
    vlak = _vlak(kop)
    namen = [_vlak(naam) for naam in (kolom, *ANDERE_NAMEN.get(kolom, ()))]
    if vlak in namen:
        return ZEKER
    # Short names resemble each other by chance.
    beste = max((fuzz.ratio(vlak, naam) for naam in namen if min(len(naam), len(vlak)) > 4), default=0.0)
    return min(beste, ZEKER - 1)


def _vlak(naam: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", fold(naam)))


def in_woorden(herkenningen: Sequence[Herkenning]) -> list[str]:
    """What was recognised, for people to agree with: uncertain columns first."""
    regels = []
    for h in herkenningen:
        regels.append(f"{h.tabel.bron}: {h.soort}, {len(h.tabel.rijen)} rijen.")
        regels += [f"  ? '{k.kop}' lezen we als {k.kolom}." for k in h.koppelingen if not k.zeker]
        anders = [k for k in h.koppelingen if k.zeker and _vlak(k.kop) != _vlak(k.kolom)]
        regels += [f"  '{k.kop}' is {k.kolom}." for k in anders]
        regels += [f"  '{kop}' gebruiken we niet." for kop in h.onbekend]
    return regels
