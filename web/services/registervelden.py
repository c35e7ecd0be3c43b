"""The columns of the registers as fields of a form: what users call them, and what may be filled in."""

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.domein import WOONVORMEN
from web.models.register import Registersoort
from web.services.rekenformulier import Formulierveld, Keuze
from web.services.woonvormen import woonvorm_naam


@dataclass(frozen=True, slots=True)
class Kolom:
    """`soort`: as a form field ("tekst", "getal", "geheel", "datum", "keuze", "vlag")."""

    titel: str
    uitleg: str = ""
    soort: str = "tekst"
    keuzes: tuple[Keuze, ...] = ()


_WOONVORMEN: tuple[Keuze, ...] = tuple((w, woonvorm_naam(w)) for w in WOONVORMEN)
_VLAG: tuple[Keuze, ...] = (("1", "ja"), ("0", "nee"))
_LIJST = "Meer dan een? Zet er een komma tussen."
_DATUM = "Bijvoorbeeld 31-12-2026."

_PLEK = {
    "pc4": Kolom("Postcode (vier cijfers)"),
    "lat": Kolom("Breedtegraad", "Bijvoorbeeld 52,51.", "getal"),
    "lon": Kolom("Lengtegraad", "Bijvoorbeeld 6,09.", "getal"),
}
VELDEN: Mapping[Registersoort, Mapping[str, Kolom]] = {
    Registersoort.GROEP: {
        "groep_id": Kolom("Code van de groep"),
        "aanbieder": Kolom("Aanbieder"),
        "locatie": Kolom("Locatie", "Groepen met dezelfde naam delen de locatie."),
        "woonvorm": Kolom("Woonvorm", soort="keuze", keuzes=_WOONVORMEN),
        "intensiteiten": Kolom("Intensiteiten", f"A tot en met K, of GGZ-C tot en met GGZ-H. {_LIJST}"),
        "capaciteit": Kolom("Bedden", soort="geheel"),
        "roosteruren_per_week": Kolom("Netto roosteruren per week", "Mag leeg blijven (§9.7).", "getal"),
        "kgw": Kolom("Kleinschalig en gezinsgericht", "Zie bijlage XV.", "vlag"),
        **_PLEK,
        "regio_km": Kolom("Kilometers buiten de regio", "0 als de groep in de regio ligt.", "getal"),
        "kenmerken": Kolom("Kenmerken", f"Bijvoorbeeld rolstoel. {_LIJST}"),
        "gereserveerd_voor": Kolom("Alleen voor deze jeugdige", "Code van de jeugdige; meestal leeg."),
        "beschikbaar_van": Kolom("Open vanaf", _DATUM, "datum"),
        "beschikbaar_tot": Kolom("Open tot", f"Die dag zelf is de groep dicht. {_DATUM}", "datum"),
    },
    Registersoort.JEUGDIGE: {
        "jeugdige_id": Kolom("Pseudoniem", "Nooit een naam of BSN."),
        "gemeente": Kolom("Gemeente"),
        **_PLEK,
        "huidige_groep": Kolom("Woont nu in groep", "Code van de groep; leeg als de jeugdige wacht."),
        "start": Kolom("Vroegste start", _DATUM, "datum"),
        "fasen": Kolom(
            "Fasen", "Bijvoorbeeld: H 26 weken, daarna E. Zonder weken loopt de laatste fase door."
        ),
        "urgentie": Kolom(
            "Urgentie", soort="keuze", keuzes=(("1", "1, crisis"), ("2", "2, hoog"), ("3", "3, gewoon"))
        ),
        "kgw_voorkeur": Kolom(
            "Voorkeur voor kleinschalig",
            soort="keuze",
            keuzes=(("0", "0, geen"), ("1", "1, licht"), ("2", "2, duidelijk"), ("3", "3, sterk")),
        ),
        "intensiteit_marge": Kolom(
            "Stappen dat de intensiteit mag afwijken",
            soort="keuze",
            keuzes=(("0", "0"), ("1", "1"), ("2", "2")),
        ),
        "vereist": Kolom("Vereiste kenmerken", _LIJST),
        "machtiging_gesloten": Kolom("Machtiging gesloten jeugdhulp", soort="vlag"),
        "max_afstand_km": Kolom("Hoogstens kilometers van huis", "Mag leeg blijven.", "getal"),
        "buiten_regio": Kolom("Mag verder dan 15 km buiten de regio", soort="vlag"),
        "voorkeur": Kolom("Voorkeur voor groepen of aanbieders", f"Zie §7.1.5. {_LIJST}"),
        "uitgesloten": Kolom("Niet in deze groepen, locaties of van deze aanbieders", _LIJST),
        "samen_met": Kolom("Samen met (broers en zussen)", f"Pseudoniemen. {_LIJST}"),
        "apart_van": Kolom("Apart van", f"Pseudoniemen. {_LIJST}"),
    },
}  # fmt: skip


def titel(soort: Registersoort, kolom: str) -> str:
    return VELDEN[soort][kolom].titel if kolom in VELDEN[soort] else kolom


def formulier(
    soort: Registersoort, waarden: Mapping[str, str], fouten: Mapping[str, str]
) -> tuple[Formulierveld, ...]:
    """The fields, filled in; `fouten` by column."""
    return tuple(
        Formulierveld(
            naam=naam,
            id=naam,
            titel=kolom.titel,
            uitleg=kolom.uitleg,
            soort="keuze" if kolom.soort == "vlag" else kolom.soort,
            verplicht=True,
            keuzes=_VLAG if kolom.soort == "vlag" else kolom.keuzes,
            waarde=waarden.get(naam, "") or ("0" if kolom.soort == "vlag" else ""),
            fout=naam in fouten,
        )
        for naam, kolom in VELDEN[soort].items()
    )
