"""Everything that the judges of stukken and findings look at, read once."""

from dataclasses import dataclass
from datetime import date

from compliance.herkenning.aanbod import Aanbod
from compliance.inschrijving import Deel, Inschrijving
from compliance.omstandigheden import Omstandigheden
from compliance.rapport import Bevinding, StukOordeel, StukStatus
from knowledge.catalogue.models import Stuk, Tender
from knowledge.documents import Document


@dataclass(frozen=True, slots=True)
class Dossier:
    """A bid with what was read from it."""

    inschrijving: Inschrijving
    tender: Tender
    aanbod: Aanbod
    omstandigheden: Omstandigheden

    @property
    def peildatum(self) -> date:
        return self.inschrijving.peildatum

    def delen(self, *sleutels: str) -> tuple[Deel, ...]:
        return self.inschrijving.delen_van(*sleutels)

    def documenten(self, *sleutels: str) -> list[Document]:
        return [deel.document for deel in self.delen(*sleutels)]

    def stuk(self, sleutel: str) -> Stuk:
        """The stuk as the catalogue describes it. KeyError when the tender has no such stuk."""
        for stuk in self.tender.stukken:
            if stuk.sleutel == sleutel:
                return stuk
        raise KeyError(sleutel)


@dataclass(frozen=True, slots=True)
class Uitslag:
    """The judgement of one stuk and the findings that come with it."""

    oordeel: StukOordeel
    bevindingen: tuple[Bevinding, ...] = ()


def uitslag(
    sleutel: str, status: StukStatus, bestand: str | None, toelichting: str, *bevindingen: Bevinding
) -> Uitslag:
    """Shorthand for a judged stuk."""
    oordeel = StukOordeel(sleutel=sleutel, status=status, bestand=bestand, toelichting=toelichting)
    return Uitslag(oordeel, bevindingen)
