"""Prices of the bidder's own: the tariffs are fixed (§6.1, §8.5, §9.7)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from compliance.bewijs import bewijs
from compliance.dossier import Dossier
from compliance.formulier import zichtbaar
from compliance.rapport import Bevinding, Bewijs
from compliance.tekst import getal_tekst
from knowledge.text.hoeveelheid import Soort
from knowledge.text.normalise import fold
from knowledge.text.quantities import read_quantities
from knowledge.text.sentences import sentences

_TARIEF = re.compile(
    r"\b(?:\w*tarie(?:f|ven)|\w*prijs|prijzen|dagprijs|etmaalprijs|korting|toeslag|opslag)\b"
    r"|\bin rekening\b|\bfactur\w*|\b(?:berekenen|rekenen) (?:wij|we)\b"
)
_PER = re.compile(
    r"^[\s,.\-)]*(?:excl\w*[^)]{0,12}\)?\s*)?(?:per|/|p/|voor (?:een|elk|"
    r"ieder)e?)\s*(?:client\w* ?)?(minuut|uur|etmaal|dag|dagdeel|traject|stuk|behandeling|sessie|"
    r"week|maand)"
)
_EIGEN = re.compile(
    r"\b(?:wij|we|ons|onze|inschrijver|ik)\b|inschrijf(?:tarief|prijs)|aangeboden|bieden\b|rekenen|"
    r"hanteren|breng(?:t|en)\b[^.]{0,70}in rekening|offreren|geldt een|bedraagt|tarief van"
)
_NIET = re.compile(
    r"voorbehoud|onder de voorwaarde|als voorwaarde|mits|pleegvergoeding|eigen bijdrage|ov-?kosten|"
    r"reiskosten|referen|destijds|tot nu toe|in 20(?:1\d|20|21)\b|"
    r"tarief(?:stelling)? van (?:de )?(?:opdrachtgever|regio)|vastgesteld(?:e)? tarie|"
    r"regionale tarie|landelijke? tarie|verzekerd|boete"
)
_KORTING = re.compile(
    r"\b\d+(?:,\d+)?\s?(?:%|procent)\s+(?:korting|opslag|toeslag)|(?:korting|opslag|"
    r"toeslag) van \d+(?:,\d+)?\s?(?:%|procent)"
)
_STUKKEN = (
    "invulsjabloon",
    "plan_van_aanpak",
    "werkwijze",
    "kwaliteitsplan",
    "overig",
    "aanbiedingsbrief",
    "rekentool_verblijf",
    "rekentool_groepsaanbod",
    "rekentool_gezinshuis",
)


def zoek_prijzen(dossier: Dossier) -> Iterator[Bevinding]:
    """One finding for all places where the bid names a tariff that the tender does not have."""
    vast = {t.bedrag for t in dossier.tender.tarieven} | {i.tarief for i in dossier.tender.intensiteiten}
    gevonden: list[tuple[str, Bewijs]] = []
    for document in dossier.documenten(*_STUKKEN):
        for blok in zichtbaar(document):
            if (
                "€" not in blok.tekst
                and "eur" not in blok.tekst.lower()
                and "%" not in blok.tekst
                and "procent" not in blok.tekst
            ):
                continue
            for zin in [blok.tekst] if blok.cellen else sentences(blok.tekst):
                tekst = zin if isinstance(zin, str) else zin[0]
                if (bedrag := eigen_tarief(tekst, vast, bool(blok.cellen))) is not None:
                    gevonden.append(
                        (bedrag, bewijs(document, blok, max(blok.tekst.find(tekst), 0), len(tekst)))
                    )
    if gevonden:
        bedragen = "; ".join(dict.fromkeys(bedrag for bedrag, _ in gevonden))
        yield Bevinding(
            soort="prijs",
            ernst="knock-out",
            bewijs=tuple(b for _, b in gevonden[:5]),
            toelichting=(
                f"De inschrijving noemt een eigen prijs ({bedragen}), terwijl de tarieven vastliggen "
                f"(§6.1, §8.5, §9.7)."
            ),
        )


def eigen_tarief(zin: str, vast: set[Decimal], in_tabel: bool = False) -> str | None:
    """The price in a sentence that the bidder asks and the tender does not give: "€ 95 per uur"."""
    plain = fold(zin)
    if not _TARIEF.search(plain) or _NIET.search(plain):
        return None
    if (korting := _KORTING.search(plain)) is not None and _EIGEN.search(plain):
        return korting.group()
    if not in_tabel and not _EIGEN.search(plain):
        return None
    for h in read_quantities(zin):
        if h.soort is not Soort.BEDRAG or h.ongeveer:
            continue
        per = _PER.match(fold(zin[h.eind : h.eind + 40]))
        bedrag = Decimal(str(round(h.waarde, 2)))
        if per is not None and all(abs(bedrag - tarief) > Decimal("0.005") for tarief in vast):
            return f"€ {getal_tekst(h.waarde)} per {per.group(1)}"
    return None
