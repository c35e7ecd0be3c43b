"""The tables, one a file."""

from web.models.base import Base
from web.models.inschrijving import IngediendBestand, Inschrijving
from web.models.job import Job, JobStatus
from web.models.plaatsingsronde import Plaatsingsronde

__all__ = ["Base", "IngediendBestand", "Inschrijving", "Job", "JobStatus", "Plaatsingsronde"]
