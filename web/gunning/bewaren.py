"""Until when a bid is kept, from the day of the award (docs/recht/bewaartermijnen.md)."""

from datetime import date, datetime, time, timedelta

from knowledge.catalogue import Tender
from knowledge.catalogue.models import Perceel
from web.gunning.opzet import dag_van
from web.models import Aanbesteding

JAREN_NA_CONTRACT = 7
"""Of who gets a contract: after its last day (AWR art. 52)."""
INGANG = "ingang"


def einde_contract(aanbesteding: Aanbesteding, tender: Tender, perceel: Perceel, besluit: date) -> date:
    """The last day of a contract after all extensions: as long after its start as in the catalogue.

    Where no start was planned, the contract is taken to start on the day of the decision.
    """
    begin = next((m.datum for m in tender.planning if m.id == INGANG), besluit)
    return (dag_van(aanbesteding, INGANG) or besluit) + (perceel.einde_uiterlijk - begin)


def bewaren_tot(contract_tot: date | None, besluit: date, dagen: int) -> datetime:
    """`contract_tot`: None for who gets no contract; that bid is kept `dagen` from the decision."""
    if contract_tot is None:
        return datetime.combine(besluit + timedelta(days=dagen), time())
    jaar = contract_tot.year + JAREN_NA_CONTRACT
    try:
        dag = contract_tot.replace(year=jaar)
    except ValueError:  # 29 February
        dag = date(jaar, 3, 1)
    return datetime.combine(dag, time())
