"""Requirements of form: no covering letter (§3.6), and no outdated further statements (§5.2)."""

import re
from collections.abc import Iterator

from compliance.bewijs import bewijs
from compliance.dossier import Dossier
from compliance.formulier import datums, zichtbaar
from compliance.inschrijving import Deel
from compliance.rapport import Bevinding
from compliance.stukken.uittreksel import maanden_eerder
from compliance.tekst import dag_tekst
from knowledge.documents import Blok
from knowledge.text.normalise import fold

_AANBOD = re.compile(
    r"(?:bied\w*|aanbied\w*|zend\w*|stuur|sturen|ontvangt|doen|vindt|treft)\b.*inschrijving|"
    r"inschrijving\b.*\b(?:aan|toe)\b"
)
_AANHEF = re.compile(r"^geachte\b|^beste (?:leden|beoordel|mevrouw|heer|commissie|collega)")
_MAANDEN = {
    "gva": (24, "Gedragsverklaring Aanbesteden"),
    "belastingverklaring": (6, "Verklaring van de Belastingdienst"),
}


def zoek_aanbiedingsbrief(dossier: Dossier) -> Iterator[Bevinding]:
    """A letter that offers the bid, as a file of its own or as the opening of another."""
    for deel in dossier.delen("aanbiedingsbrief", "plan_van_aanpak", "invulsjabloon", "overig", "werkwijze"):
        blok = _kern(deel)
        if blok is None:
            continue
        yield Bevinding(
            soort="aanbiedingsbrief",
            ernst="herstelbaar",
            bewijs=(bewijs(deel.document, blok),),
            toelichting=(
                "Bij de inschrijving zit een aanbiedingsbrief; inschrijvingen worden zonder "
                "aanbiedingsbrief ingediend (§3.6)."
            ),
        )


def _kern(deel: Deel) -> Blok | None:
    """The passage of the letter that offers the bid; None when this is no such letter."""
    blokken = zichtbaar(deel.document)
    aanhef = next((n for n, b in enumerate(blokken[:40]) if _AANHEF.match(fold(b.tekst))), None)
    if deel.sleutel != "aanbiedingsbrief" and aanhef is None:
        return None
    na = blokken[aanhef or 0 : (aanhef or 0) + 8]
    kern = next((b for b in na if _AANBOD.search(fold(b.tekst))), None)
    return kern or (na[0] if deel.sleutel == "aanbiedingsbrief" and na else None)


def zoek_oude_verklaringen(dossier: Dossier) -> Iterator[Bevinding]:
    """A GVA or a statement of the tax authority that is older than may be."""
    for deel in dossier.delen(*_MAANDEN):
        maanden, naam = _MAANDEN[deel.sleutel]
        for blok in zichtbaar(deel.document):
            dagen = (
                [dag for dag, _, _ in datums(blok.tekst)]
                if re.search(r"datum|afgegeven|afgifte|verklaart|\bop\b", fold(blok.tekst))
                else []
            )
            if not dagen:
                continue
            if dagen[0] < maanden_eerder(dossier.peildatum, maanden):
                yield Bevinding(
                    soort="vervallen_document",
                    ernst="aandacht",
                    bewijs=(bewijs(deel.document, blok),),
                    toelichting=f"{naam} van {dag_tekst(dagen[0])} is ouder dan {maanden} maanden (§5.2).",
                )
            break
