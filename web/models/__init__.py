"""The tables, one a file."""

from web.models.aanbesteding import Aanbesteding
from web.models.aanvraag import Accountaanvraag
from web.models.antwoord import Antwoordbewaring
from web.models.apisleutel import Apisleutel
from web.models.base import Base
from web.models.besluit import Besluitstap, Uitlegverzoek
from web.models.bevindingbesluit import Bevindingbesluit
from web.models.eigendom import Eigendom
from web.models.eisbesluit import Eisbesluit
from web.models.gebruiker import Gebruiker, Rol
from web.models.gunning import Gunningsstap
from web.models.herkansing import Herkansing
from web.models.inschrijving import IngediendBestand, Inschrijving
from web.models.inzending import Inzending, Inzendingbestand, Inzendingversie, Ontvangst
from web.models.job import Job, JobStatus
from web.models.kluis import Kluislaag, Kluisopening, Sleutelhouder
from web.models.koppeling import Aanmelding, Koppeling
from web.models.logregel import Logregel
from web.models.organisatie import Organisatie, Organisatiesoort
from web.models.plaatsingsronde import Plaatsingsronde
from web.models.register import Registerimport, Registerrij, Registersoort, Registerwijziging
from web.models.rondleiding import Rondleiding
from web.models.score import Aanwijzing, Consensus, Score, Tweedebeurt
from web.models.sessie import Nog, Sessie
from web.models.teller import Teller
from web.models.toelating import Toelating
from web.models.tweede_stap import Herstelcode, TweedeStap
from web.models.variant import Variant
from web.models.vraag import Lijstvraag, Vragenbrief
from web.models.wachtwoord import Wachtwoord
from web.models.werkplek import Werkplek

__all__ = [
    "Aanbesteding",
    "Aanmelding",
    "Aanwijzing",
    "Accountaanvraag",
    "Antwoordbewaring",
    "Apisleutel",
    "Base",
    "Besluitstap",
    "Bevindingbesluit",
    "Consensus",
    "Eigendom",
    "Eisbesluit",
    "Gebruiker",
    "Gunningsstap",
    "Herkansing",
    "Herstelcode",
    "IngediendBestand",
    "Inschrijving",
    "Inzending",
    "Inzendingbestand",
    "Inzendingversie",
    "Job",
    "JobStatus",
    "Kluislaag",
    "Kluisopening",
    "Koppeling",
    "Lijstvraag",
    "Logregel",
    "Nog",
    "Ontvangst",
    "Organisatie",
    "Organisatiesoort",
    "Plaatsingsronde",
    "Registerimport",
    "Registerrij",
    "Registersoort",
    "Registerwijziging",
    "Rol",
    "Rondleiding",
    "Score",
    "Sessie",
    "Sleutelhouder",
    "Teller",
    "Toelating",
    "TweedeStap",
    "Tweedebeurt",
    "Uitlegverzoek",
    "Variant",
    "Vragenbrief",
    "Wachtwoord",
    "Werkplek",
]
