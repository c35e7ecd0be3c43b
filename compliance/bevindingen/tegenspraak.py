"""Documents of one bid that say different things about its own data."""

import re
from collections.abc import Iterator

from compliance.bewijs import bewijs
from compliance.dossier import Dossier
from compliance.formulier import Veld, velden
from compliance.herkenning.percelen import nummers
from compliance.intensiteiten.beoordeling import REKENTOOLS, zoek_locatie
from compliance.rapport import Bevinding, Bewijs, Ernst
from compliance.tekst import getal_tekst, opsomming
from knowledge.calculators.intensiteit.rekenblad import lees_rekentool
from knowledge.text.normalise import fold

_PERCELEN = re.compile(
    r"percelen? (?:waarvoor|waarop|waar)\b.{0,40}|schrijft? (?:zich )?in (?:op|voor) perce(?:el|len)"
)
_KVK = re.compile(
    r"^(?:\d+\W+)?(?:kvk|handelsregister|inschrijvingsnummer|"
    r"nummer kamer van koophandel)[ -]?(?:nummer|nr\.?)?"
)


def zoek_tegenspraak(dossier: Dossier) -> Iterator[Bevinding]:
    """Percelen, the register's number and the places of a group, where two documents differ on them."""
    yield from _percelen(dossier)
    yield from _kvk_nummer(dossier)
    yield from _plaatsen(dossier)


def _bevinding(ernst: Ernst, toelichting: str, *bewijzen: Bewijs) -> Bevinding:
    return Bevinding(soort="tegenstrijdig", ernst=ernst, bewijs=bewijzen, toelichting=toelichting)


def _percelen(dossier: Dossier) -> Iterator[Bevinding]:
    gekozen = dossier.inschrijving.percelen
    if not dossier.delen("invulsjabloon") or not gekozen:
        return
    for veld in velden(dossier.documenten("uea"), _PERCELEN):
        in_uea = nummers(veld.waarde)
        if in_uea and in_uea != gekozen:
            yield _bevinding(
                "herstelbaar",
                (
                    f"Het UEA noemt perceel {opsomming(map(str, sorted(in_uea)))}, het invulsjabloon "
                    f"perceel {opsomming(map(str, sorted(gekozen)))}."
                ),
                bewijs(veld.document, veld.blok),
            )
            return


def _kvk_nummer(dossier: Dossier) -> Iterator[Bevinding]:
    if dossier.omstandigheden.combinatie.geldt:
        return
    per_stuk: dict[str, tuple[str, Veld]] = {}
    for sleutel in ("invulsjabloon", "uea", "kvk_uittreksel"):
        for veld in velden(dossier.documenten(sleutel), _KVK):
            if (found := re.search(r"(?<!\d)\d{8}(?!\d)", veld.waarde)) is not None:
                per_stuk.setdefault(sleutel, (found.group(), veld))
    if len({nummer for nummer, _ in per_stuk.values()}) > 1:
        noem = opsomming([f"{nummer} ({veld.document.bestand})" for nummer, veld in per_stuk.values()])
        yield _bevinding(
            "herstelbaar",
            f"De stukken noemen verschillende KvK-nummers: {noem}.",
            *(bewijs(v.document, v.blok) for _, v in per_stuk.values()),
        )


def _plaatsen(dossier: Dossier) -> Iterator[Bevinding]:
    for deel in dossier.delen(*REKENTOOLS):
        for groep in lees_rekentool(deel.document):
            locatie = zoek_locatie(groep.naam, dossier.aanbod.locaties)
            if locatie is None or locatie.plaatsen is None or fold(locatie.naam) != fold(groep.naam):
                continue
            plaatsen = groep.getallen["plaatsen"]
            if abs(plaatsen - locatie.plaatsen) >= 1:
                yield _bevinding(
                    "herstelbaar",
                    (
                        f"{groep.naam}: het invulsjabloon noemt {getal_tekst(locatie.plaatsen)} plaatsen, "
                        f"de rekentool {getal_tekst(plaatsen)}."
                    ),
                    bewijs(locatie.document, locatie.blok),
                    bewijs(groep.document, groep.blokken.get("plaatsen", groep.blok)),
                )
