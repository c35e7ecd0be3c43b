"""Insurance against bedrijfsaansprakelijkheid: at least € 2.000.000 an event (§5.3.2)."""

import re
from dataclasses import replace

from compliance.bewijs import bewijs
from compliance.dossier import Dossier, Uitslag, uitslag
from compliance.formulier import Antwoord, antwoord, antwoord_in_woorden, bevestigt, velden, zichtbaar
from compliance.inschrijving import Deel
from compliance.rapport import Bevinding, Bewijs
from compliance.stukken.kwaliteit import geldig_tot
from compliance.tekst import dag_tekst, euro
from knowledge.documents import Blok
from knowledge.text.hoeveelheid import Soort
from knowledge.text.normalise import fold
from knowledge.text.quantities import read_quantities
from knowledge.text.tokens import tokenise

_SLEUTEL = "polis_aansprakelijkheid"
_VRAAG = re.compile(
    r"bedrijfsaansprakelijkheid|verzekerd tegen|aansprakelijkheidsverzekering"
    r"|(?:verzekerd|verzekering|dekking)\b.{0,60}(?:€|euro|per gebeurtenis)"
)
_BEDRAG = re.compile(r"verzekerd bedrag|dekking per|bedrag per gebeurtenis")
_ANDERE_RUBRIEK = re.compile(
    r"werkgevers|beroepsaansprakelijk|zaken onder opzicht|rechtsbijstand|milieu|bestuurders|cyber|"
    r"product|vermogensschade|werknemers"
)
_PER_GEBEURTENIS = re.compile(r"per (?:gebeurtenis|aanspraak|schade(?:geval|gebeurtenis)?|claim|voorval)")
_EIGEN_RISICO = re.compile(r"eigen risico[^\d€]{0,40}€?\s*$")
_RECHTSVORM = frozenset(
    {"stichting", "vereniging", "cooperatie", "coop", "bv", "vof", "nv", "maatschap", "eenmanszaak", "van"}
)
_PER_JAAR = re.compile(r"per (?:verzekerings|polis|contract|kalender)?jaar|maximum per jaar|jaarmaximum")
_VERVALLEN = re.compile(r"stilzwijgend|automatisch|jaarlijks verlengd|doorlopend|onbepaalde tijd")


def beoordeel_polis(dossier: Dossier) -> Uitslag:
    """A policy counts above the UEA; without one "Ja" in deel IV of the UEA is enough at this stage."""
    nodig = float(next((n.waarde for n in dossier.stuk(_SLEUTEL).normen), "2000000"))
    delen = dossier.delen(_SLEUTEL)
    gezegd = antwoord(dossier.documenten("uea"), _VRAAG)
    if gezegd is not None and gezegd.waarde is None:
        gezegd = replace(gezegd, waarde=bevestigt(antwoord_in_woorden(gezegd, _VRAAG)))
    if not delen:
        return _alleen_uea(dossier, gezegd, nodig)
    deel = delen[0]
    bedrag = verzekerd_bedrag(deel)
    tot = geldig_tot(deel)
    if bedrag is not None and bedrag[0] < nodig:
        uitleg = f"De polis dekt {euro(bedrag[0])} per gebeurtenis, lager dan {euro(nodig)} (§5.3.2)."
        bevinding = _tegenspraak(dossier, gezegd, bewijs(deel.document, bedrag[1]), bedrag[0], nodig)
        return uitslag(_SLEUTEL, "onvolledig", deel.bestand, uitleg, *bevinding)
    if tot is not None and tot[0] < dossier.peildatum and not _VERVALLEN.search(fold(tot[1].tekst)):
        uitleg = f"De polis liep tot {dag_tekst(tot[0])} (§5.3.2)."
        bevinding_oud = Bevinding(
            soort="vervallen_document",
            ernst="herstelbaar",
            bewijs=(bewijs(deel.document, tot[1]),),
            toelichting=uitleg,
        )
        return uitslag(_SLEUTEL, "verlopen", deel.bestand, uitleg, bevinding_oud)
    if not dossier.omstandigheden.combinatie.geldt and not _noemt(
        deel.document.tekst, dossier.inschrijving.inschrijver
    ):
        return uitslag(
            _SLEUTEL,
            "onvolledig",
            deel.bestand,
            "Uit de polis blijkt niet dat de inschrijver is (mee)verzekerd (§5.3.2).",
        )
    if bedrag is None:
        return uitslag(
            _SLEUTEL,
            "onvolledig",
            deel.bestand,
            "Op de polis is geen verzekerd bedrag per gebeurtenis gevonden (§5.3.2).",
        )
    return uitslag(_SLEUTEL, "aanwezig", deel.bestand, f"Dekking {euro(bedrag[0])} per gebeurtenis.")


def _alleen_uea(dossier: Dossier, gezegd: Antwoord | None, nodig: float) -> Uitslag:
    if gezegd is None or gezegd.waarde is None:
        return uitslag(
            _SLEUTEL,
            "ontbreekt",
            None,
            (
                "Er is geen polis en in deel IV van het UEA is niet verklaard dat de inschrijver verzekerd "
                "is (§5.3.2)."
            ),
        )
    bestand = gezegd.document.bestand
    if gezegd.waarde is False:
        return uitslag(
            _SLEUTEL,
            "ontbreekt",
            bestand,
            "Het UEA zegt Nee bij de verzekering tegen bedrijfsaansprakelijkheid (§5.3.2).",
        )
    genoemd = [(antwoord_in_woorden(gezegd, _VRAAG), bestand)]
    genoemd += [
        (v.waarde, v.document.bestand) for v in velden(dossier.documenten("uea", "invulsjabloon"), _BEDRAG)
    ]
    for tekst, waar in genoemd:
        bedragen = [h.waarde for h in read_quantities(tekst) if h.soort is Soort.BEDRAG]
        if bedragen and max(bedragen) < nodig:
            return uitslag(
                _SLEUTEL,
                "onvolledig",
                waar,
                f"Opgegeven dekking {euro(max(bedragen))} per gebeurtenis, lager dan {euro(nodig)} (§5.3.2).",
            )
    return uitslag(
        _SLEUTEL,
        "aanwezig",
        bestand,
        f"UEA deel IV: Ja op een dekking van minstens {euro(nodig)} per gebeurtenis.",
    )


def _noemt(tekst: str, naam: str) -> bool:
    """Does a text name this organisation, legal form and additions aside? True where the name is unknown."""
    eigen = [w for w in tokenise(naam.split(",")[0]) if w not in _RECHTSVORM and len(w) > 2]
    genoemd = set(tokenise(tekst))
    return sum(w in genoemd for w in eigen) >= 0.6 * len(eigen)


def verzekerd_bedrag(deel: Deel) -> tuple[float, Blok] | None:
    """The cover an event for bedrijfsaansprakelijkheid, as the policy gives it."""
    kandidaten: list[tuple[int, float, Blok]] = []
    for blok in zichtbaar(deel.document):
        plain = fold(blok.tekst)
        if _ANDERE_RUBRIEK.search(plain.split("|")[0]) and "bedrijfsaansprakelijk" not in plain.split("|")[0]:
            continue
        for h in read_quantities(blok.tekst):
            if h.soort is not Soort.BEDRAG or h.waarde < 50_000:
                continue
            erna = fold(blok.tekst[h.eind : h.eind + 45])
            ervoor = fold(blok.tekst[max(0, h.begin - 60) : h.begin])
            if _EIGEN_RISICO.search(ervoor):
                continue
            per_gebeurtenis = _PER_GEBEURTENIS.match(erna.lstrip(" ,-:|")) or (
                _PER_GEBEURTENIS.search(ervoor) and not _PER_JAAR.search(erna)
            )
            if _PER_JAAR.match(erna.lstrip(" ,-:|")):
                continue
            rang = (0 if "bedrijfsaansprakelijk" in plain else 2) + (0 if per_gebeurtenis else 1)
            kandidaten.append((rang, h.waarde, blok))
    if not kandidaten:
        return None
    rang, bedrag, blok = min(kandidaten, key=lambda k: (k[0], k[1]))
    return bedrag, blok


def _tegenspraak(
    dossier: Dossier, gezegd: Antwoord | None, polis: Bewijs, bedrag: float, nodig: float
) -> tuple[Bevinding, ...]:
    """The UEA says yes, the policy covers less."""
    if gezegd is None or not gezegd.waarde:
        return ()
    bewijzen = [polis, bewijs(gezegd.document, gezegd.blok)]
    bewijzen += [bewijs(v.document, v.blok) for v in velden(dossier.documenten("uea"), _BEDRAG)]
    return (
        Bevinding(
            soort="tegenstrijdig",
            ernst="knock-out",
            bewijs=tuple(bewijzen),
            toelichting=(
                f"Het UEA verklaart een dekking van minstens {euro(nodig)} per gebeurtenis, de polis geeft "
                f"{euro(bedrag)}; aan §5.3.2 is niet voldaan."
            ),
        ),
    )
