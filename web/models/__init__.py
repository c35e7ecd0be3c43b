"""The tables, one a file."""

from web.models.base import Base
from web.models.eigendom import Eigendom
from web.models.gebruiker import Gebruiker, Rol
from web.models.inschrijving import IngediendBestand, Inschrijving
from web.models.job import Job, JobStatus
from web.models.logregel import Logregel
from web.models.organisatie import Organisatie, Organisatiesoort
from web.models.plaatsingsronde import Plaatsingsronde
from web.models.register import Registerimport, Registerrij, Registersoort, Registerwijziging
from web.models.sessie import Sessie
from web.models.wachtwoord import Wachtwoord

__all__ = [
    "Base",
    "Eigendom",
    "Gebruiker",
    "IngediendBestand",
    "Inschrijving",
    "Job",
    "JobStatus",
    "Logregel",
    "Organisatie",
    "Organisatiesoort",
    "Plaatsingsronde",
    "Registerimport",
    "Registerrij",
    "Registersoort",
    "Registerwijziging",
    "Rol",
    "Sessie",
    "Wachtwoord",
]
