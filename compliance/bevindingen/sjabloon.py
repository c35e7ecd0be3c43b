"""Changed templates: questions and printed text of the forms stay as they are (§4.1.10 onder e)."""

import re
from collections.abc import Iterator

from compliance.bewijs import bewijs
from compliance.dossier import Dossier
from compliance.formulier import zichtbaar
from compliance.rapport import Bevinding, Bewijs, Ernst
from compliance.tekst import euro, getal_tekst, opsomming
from knowledge.documents import Document
from knowledge.text.getal import lees_getal
from knowledge.text.hoeveelheid import Soort
from knowledge.text.normalise import fold
from knowledge.text.quantities import read_quantities

_FORMULIEREN = (
    "invulsjabloon", "uea", "jaarcijfers", "referentie", "holdingverklaring",
    "rekentool_groepsaanbod", "rekentool_verblijf", "rekentool_gezinshuis",
)  # fmt: skip
_GEZEGD = re.compile(
    r"(?:wij|we|ons|inschrijver|door ons)\b[^.]{0,90}\b(?:sjabloon|invulsjabloon|formulier|"
    r"invulformat|format|model|voorgedrukte|vraagstelling|rekentool|bijlage (?:i|ii|vii|viii|ix|x|"
    r"xi|xvi))\b"
    r"[^.]{0,90}\b(?:aangepast|gewijzigd|vervangen|geschrapt|verwijderd|doorgehaald|toegevoegd|"
    r"weggelaten|herschreven|anders ingericht)|"
    r"\b(?:sjabloon|invulsjabloon|formulier|invulformat|format|vraagstelling|voorgedrukte (?:tekst|vraag)|"
    r"de vraag|deze vraag|de verklaring|rekentool)\b[^.]{0,60}\b(?:is|zijn|hebben (?:wij|we)|werd)\b"
    r"[^.]{0,40}\b(?:aangepast|gewijzigd|vervangen|geschrapt|verwijderd|doorgehaald|weggelaten|weggehaald|"
    r"herschreven|anders ingericht)|"
    r"\b(?:eigen (?:format|sjabloon|model|opmaak)|aangepaste? (?:versie van (?:het|"
    r"de) )?(?:sjabloon|formulier|format|vraagstelling|rekentool|bijlage))\b|"
    r"in afwijking van (?:het )?(?:sjabloon|format|formulier|voorgedrukte)"
)
_VERBOD = re.compile(
    r"\b(?:mag|mogen|dient|dienen|ongewijzigd|verboden)\b|"
    r"\b(?:niet|geen|nergens|nooit|zonder)\b[^.,;]{0,50}(?:aangepast|gewijzigd|vervangen|geschrapt|verwijderd|toegevoegd)"
)
_VERZEKERD = re.compile(r"verzekerd tegen|bedrijfsaansprakelijkheid")
_GESTAND = re.compile(r"gestand|blijft\b[^.]{0,40}geldig|geldig(?:heid)?sduur van (?:de|deze) inschrijving")
_GESTANDDAGEN = 90


def zoek_sjabloon(dossier: Dossier) -> Iterator[Bevinding]:
    """Signs that a form was changed: its own words, printed norms that differ, tracked changes."""
    for deel in dossier.delen(*_FORMULIEREN):
        document = deel.document
        yield from _norm_in_uea(dossier, document) if deel.sleutel == "uea" else ()
        yield from _verklaringen(document) if deel.sleutel == "invulsjabloon" else ()
        yield from _banden(dossier, document) if deel.sleutel.startswith("rekentool") else ()
        if (aantal := document.eigenschappen.get("bijgehouden_wijzigingen", "0")) not in ("", "0"):
            yield _bevinding(
                "aandacht", (
                    f"{document.bestand}: in dit formulier staan {aantal} bijgehouden wijzigingen; ga na "
                    f"of voorgedrukte tekst is veranderd (§4.1.10 onder e)."
                ),
            )  # fmt: skip
    for deel in dossier.delen(*_FORMULIEREN, "plan_van_aanpak", "overig"):
        for blok in zichtbaar(deel.document):
            for zin in re.split(r"(?<=[.!?])\s+", fold(blok.tekst)):
                found = _GEZEGD.search(zin)
                if found is not None and not _VERBOD.search(zin):
                    yield _bevinding(
                        "herstelbaar", (
                            "De inschrijver heeft een voorgeschreven formulier aangepast; dat mag niet "
                            "(§4.1.10 onder e)."
                        ),
                        bewijs(deel.document, blok, fold(blok.tekst).find(zin), len(zin)),
                    )  # fmt: skip


def _bevinding(ernst: Ernst, toelichting: str, *bewijzen: Bewijs) -> Bevinding:
    return Bevinding(soort="sjabloon_gewijzigd", ernst=ernst, bewijs=bewijzen, toelichting=toelichting)


def _norm_in_uea(dossier: Dossier, document: Document) -> Iterator[Bevinding]:
    """The printed amount in the question on insurance."""
    polis = next((s for s in dossier.tender.stukken if s.sleutel == "polis_aansprakelijkheid"), None)
    if polis is None:
        return
    nodig = float(next((n.waarde for n in polis.normen), "2000000"))
    for blok in zichtbaar(document):
        vraag = blok.tekst.split("|")[0] if blok.cellen else blok.tekst
        if not _VERZEKERD.search(fold(vraag)) or ("?" not in vraag and "minimaal" not in fold(vraag)):
            continue
        bedragen = [h.waarde for h in read_quantities(vraag) if h.soort is Soort.BEDRAG]
        if bedragen and nodig not in bedragen:
            yield _bevinding(
                "herstelbaar",
                (
                    f"De vraag naar de verzekering noemt {euro(bedragen[0])} in plaats van {euro(nodig)}; "
                    f"de voorgedrukte tekst is gewijzigd (§4.1.10 onder e, §5.3.2)."
                ),
                bewijs(document, blok),
            )


def _verklaringen(document: Document) -> Iterator[Bevinding]:
    """A printed declaration of the form that got a shorter term; a condition makes it a reservation."""
    for blok in zichtbaar(document):
        plain = fold(blok.tekst)
        if _GESTAND.search(plain):
            dagen = [
                h.waarde * {"dag": 1, "week": 7, "maand": 30}[h.eenheid]
                for h in read_quantities(blok.tekst)
                if h.eenheid in ("dag", "week", "maand")
            ]
            if dagen and max(dagen) < _GESTANDDAGEN - 2:
                yield _bevinding(
                    "herstelbaar",
                    (
                        f"De inschrijving wordt {getal_tekst(max(dagen))} dagen gestand gedaan in plaats "
                        f"van minstens {_GESTANDDAGEN} (§4.1.2, §4.1.10 onder e)."
                    ),
                    bewijs(document, blok),
                )


def _banden(dossier: Dossier, document: Document) -> Iterator[Bevinding]:
    """The table of bands in a rekentool against §8.5.3 and §9.7."""
    codes = {fold(i.naam): i for i in dossier.tender.intensiteiten} | {
        fold(i.code): i for i in dossier.tender.intensiteiten
    }
    afwijkend: list[str] = []
    bewijzen: list[Bewijs] = []
    kop: tuple[str, ...] = ()
    for blok in zichtbaar(document):
        if "bandbreedte" not in fold(blok.tabel) or not blok.cellen:
            continue
        cellen = [fold(cel).strip() for cel in blok.cellen]
        if any(cel in ("van", "vanaf", "ondergrens", "minimum") for cel in cellen):
            kop = tuple(cellen)
            continue
        band = next((codes[cel] for cel in cellen if cel in codes), None)
        if band is None or band.onder is None or not kop:
            continue
        for kolom, grens in (
            (
                next((k for k, c in enumerate(kop) if c in ("van", "vanaf", "ondergrens", "minimum")), None),
                band.onder,
            ),
            (
                next(
                    (
                        k
                        for k, c in enumerate(kop)
                        if c in ("tot", "tot en met", "t/m", "bovengrens", "maximum")
                    ),
                    None,
                ),
                band.boven,
            ),
        ):
            waarde = (
                lees_getal(blok.cellen[kolom]) if kolom is not None and kolom < len(blok.cellen) else None
            )
            if waarde is not None and grens is not None and abs(waarde - float(grens)) > 0.011:
                afwijkend.append(
                    f"{band.code}: {getal_tekst(waarde)} in plaats van {getal_tekst(float(grens))}"
                )
                bewijzen.append(bewijs(document, blok))
    if afwijkend:
        yield _bevinding(
            "herstelbaar",
            f"De bandbreedtes in de rekentool zijn gewijzigd ({opsomming(afwijkend)}) (§8.5.3, §9.7).",
            *bewijzen,
        )
