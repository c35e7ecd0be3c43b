"""A term of one's own: so many days, working days, weeks, months or years after or before a day."""

from typing import Literal

from pydantic import Field

from knowledge.calculators.rekentool import Invoer, Rekentool
from knowledge.calculators.termijnen.dagen import (
    Tijdseenheid,
    dag_in_woorden,
    duur_in_woorden,
    is_werkdag,
    verschuif,
)
from knowledge.calculators.termijnen.einddag import Dag, geen_werkdag, telwijze
from knowledge.calculators.uitkomst import Stap, Uitkomst
from knowledge.catalogue import Tender


class EigenTermijnInvoer(Invoer):
    datum: Dag = Field(title="Datum", description="de dag vanaf wanneer u telt (dd-mm-jjjj)")
    aantal: int = Field(title="Aantal", description="hoeveel dagen, weken, maanden of jaren", ge=1, le=1000)
    eenheid: Tijdseenheid = Field("werkdag", title="Eenheid", description="dag is een kalenderdag")
    richting: Literal["na", "voor"] = Field(
        "na", title="Richting", description="na of voor de datum; de datum zelf telt niet mee"
    )


def bereken_eigen_termijn(tender: Tender, invoer: EigenTermijnInvoer) -> Uitkomst:
    """The day so much after or before a date. `waarden`: dag (date), werkdag (is it one)."""
    aantal = invoer.aantal if invoer.richting == "na" else -invoer.aantal
    dag = verschuif(invoer.datum, aantal, invoer.eenheid)
    duur = duur_in_woorden(invoer.aantal, invoer.eenheid)
    return Uitkomst(
        rekentool="eigen_termijn",
        antwoord=f"{duur} {invoer.richting} {dag_in_woorden(invoer.datum)} is {dag_in_woorden(dag)}.",
        invoer=invoer.model_dump(),
        waarden={"dag": dag, "werkdag": is_werkdag(dag)},
        stappen=(Stap(f"{duur} {invoer.richting} {invoer.datum:%d-%m-%Y}", "", dag_in_woorden(dag)),),
        vindplaatsen=EIGEN_TERMIJN.vindplaatsen,
        opmerkingen=(*telwijze(invoer.datum, aantal, invoer.eenheid, dag), *geen_werkdag(dag)),
    )


EIGEN_TERMIJN = Rekentool(
    sleutel="eigen_termijn",
    naam="Dagen, werkdagen, weken of maanden tellen",
    uitleg="Welke dag is het na, of voor, een aantal werkdagen, dagen, weken, maanden of jaren?",
    vindplaatsen=("eis 43", "eis 47", "§4.1.4"),
    invoer=EigenTermijnInvoer,
    reken=bereken_eigen_termijn,
    voorbeeld={"datum": "20-04-2023", "aantal": 5, "eenheid": "werkdag", "richting": "na"},
)
