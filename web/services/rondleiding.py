"""The tour for who is here for the first time: a few steps by rol, each at a real page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from web.models import Rol, Rondleiding


@dataclass(frozen=True, slots=True)
class Stap:
    """`sleutel`: kept for who did it; `adres`: the page where one does it."""

    sleutel: str
    naam: str
    tekst: str
    adres: str


_ASSISTENT = Stap(
    "assistent",
    "Stel een vraag",
    "De assistent zoekt in het inkoopdocument en laat zien waar het staat. U vindt hem op elke pagina.",
    "/assistent?vraag=Binnen+hoeveel+weken+moet+een+klacht+zijn+afgehandeld%3F",
)
_ACCOUNT = Stap(
    "account",
    "Maak uw account veilig",
    "Stel de code op uw telefoon in, en kijk waar u bent ingelogd.",
    "/account",
)
_LEZEN = Stap(
    "lezen",
    "Lees een inschrijving",
    "U ziet eerst wat een knock-out kan zijn. Bij elk punt staat de passage. Open het voorbeeld.",
    "/beoordeling",
)
_AANBESTEDING = Stap(
    "aanbesteding",
    "Bekijk de aanbestedingen",
    "Hier staan de planning, de kluis en uw sleutel. De kluis gaat alleen open met twee mensen samen.",
    "/aanbestedingen",
)
_EISEN = Stap(
    "eisen", "Zoek een eis op", "Kies een perceel en u ziet alleen de eisen die daar gelden.", "/eisen"
)

STAPPEN: Mapping[Rol, tuple[Stap, ...]] = {
    Rol.COORDINATOR: (
        Stap(
            "register",
            "Kijk in het register",
            "Hier staan alle groepen en alle jeugdigen. U leest ze in uit Excel of CSV, of vult ze zelf in.",
            "/register",
        ),
        Stap(
            "ronde",
            "Open een plaatsingsronde",
            "De computer zoekt voor iedereen tegelijk een plek. Open het voorbeeld en bekijk de kaart.",
            "/plaatsing",
        ),
        Stap(
            "jeugdige",
            "Lees waarom iemand daar een plek krijgt",
            "Klik in het plan op een jeugdige. U ziet de redenen, en wat er anders nog kan.",
            "/plaatsing",
        ),
        _ASSISTENT,
        _ACCOUNT,
    ),
    Rol.BEOORDELAAR: (_AANBESTEDING, _LEZEN, _EISEN, _ASSISTENT, _ACCOUNT),
    Rol.HOOFDBEOORDELAAR: (
        Stap(
            "nieuw",
            "Zet een aanbesteding klaar",
            "Kies de sluiting en wie een sleutel van de kluis krijgt. Aanbieders zien nog niets.",
            "/aanbestedingen/nieuw",
        ),
        _AANBESTEDING,
        _LEZEN,
        _EISEN,
        _ASSISTENT,
        _ACCOUNT,
    ),
    Rol.INSCHRIJVER: (
        Stap(
            "werkplek",
            "Open uw werkplek",
            "Kies de percelen waar u op wilt inschrijven. U ziet meteen welke stukken u nodig hebt.",
            "/werkplek",
        ),
        Stap(
            "zelfcheck",
            "Kijk een concept na",
            "U ziet wat er ontbreekt en hoe u het oplost. Alleen uw organisatie ziet het.",
            "/zelfcheck",
        ),
        Stap(
            "rekentools",
            "Reken iets uit",
            "Bijvoorbeeld welke intensiteit bij uw rooster hoort, of welke percelen samen mogen.",
            "/rekentools",
        ),
        _ASSISTENT,
        _ACCOUNT,
    ),
    Rol.BEHEERDER: (
        Stap(
            "collega",
            "Maak een account voor een collega",
            "U kiest de rol en geeft het eerste wachtwoord door. U hoeft nu nog niets op te slaan.",
            "/beheer/nieuw",
        ),
        Stap(
            "accounts",
            "Bekijk wie er kan inloggen",
            "Hier sluit u een account, of geeft u een nieuw wachtwoord.",
            "/beheer",
        ),
        Stap(
            "logboek",
            "Lees het logboek",
            "Wie deed wat, en wanneer? U zoekt op naam of handeling en haalt de lijst op als bestand.",
            "/logboek",
        ),
        Stap(
            "sleutels",
            "Geef een programma toegang",
            "Maak een sleutel voor een ander programma. Het mag dan nooit meer dan u zelf.",
            "/sleutels",
        ),
        _ACCOUNT,
    ),
}


_VOOR_ALLEN = (_ASSISTENT, _ACCOUNT)


def stappen(rollen: Iterable[Rol]) -> tuple[Stap, ...]:
    """The steps of these rollen, each once; of several rollen only the first two of each, to stay short."""
    eigen = [rol for rol in Rol if rol in set(rollen)]
    alle = [stap for rol in eigen for stap in STAPPEN[rol]]
    laatste = [stap for stap in dict.fromkeys(alle) if stap in _VOOR_ALLEN]
    per_rol = ([stap for stap in STAPPEN[rol] if stap not in _VOOR_ALLEN] for rol in eigen)
    eerst = [stap for rij in per_rol for stap in (rij if len(eigen) == 1 else rij[:2])]
    return (*dict.fromkeys(eerst), *laatste)


@dataclass(frozen=True, slots=True)
class Stapregel:
    stap: Stap
    gedaan: bool


def beeld(rollen: Iterable[Rol], rij: Rondleiding | None) -> tuple[Stapregel, ...]:
    """The steps with how far this person is; nothing when the tour was put away."""
    if rij is not None and rij.gesloten is not None:
        return ()
    gedaan = set(rij.gedaan if rij else ())
    return tuple(Stapregel(stap, stap.sleutel in gedaan) for stap in stappen(rollen))
