"""What a reader must know about the day on which a term ends, and how far off it is."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator

from knowledge.calculators.rekentool import Datum
from knowledge.calculators.termijnen.dagen import (
    Tijdseenheid,
    dag_in_woorden,
    duur_in_woorden,
    feestdag,
    is_werkdag,
    laatste_werkdag,
    verschuif,
    werkdagen_tussen,
)

VROEGST, LAATST = date(1990, 1, 1), date(2100, 12, 31)


def _binnen_bereik(dag: date) -> date:
    if not VROEGST <= dag <= LAATST:
        raise ValueError(f"kies een dag van {VROEGST:%d-%m-%Y} t/m {LAATST:%d-%m-%Y}.")
    return dag


Dag = Annotated[Datum, AfterValidator(_binnen_bereik)]
"""A day between 1990 and 2100, for which the holidays are known."""


def telwijze(begin: date, aantal: int, eenheid: Tijdseenheid, einde: date) -> tuple[str, ...]:
    """How was counted, where the document leaves it open. `aantal` below zero: counted back."""
    remarks = ["De dag waarna de telling begint, telt zelf niet mee."]
    if eenheid == "dag":
        remarks.append("Dagen zijn hier kalenderdagen.")
    if eenheid in ("maand", "jaar") and einde.day != begin.day:
        remarks.append(f"Die maand heeft geen dag {begin.day}; de termijn eindigt op de laatste dag ervan.")
    if eenheid == "werkdag":
        remarks.append("Werkdagen zijn maandag t/m vrijdag, zonder de erkende feestdagen.")
        ruim = verschuif(begin, aantal, eenheid, ruim=True)
        if ruim != einde:
            remarks.append(
                "Goede Vrijdag, en 5 mei buiten een lustrumjaar, telt hier als werkdag. Telt u die als vrije "
                f"dag, dan is het {dag_in_woorden(ruim)}."
            )
    return tuple(remarks)


def geen_werkdag(dag: date) -> tuple[str, ...]:
    """A remark when the last day to do something falls on a day on which most offices are closed."""
    if is_werkdag(dag):
        return ()
    naam = feestdag(dag)
    waarom = f"een feestdag ({naam.lower()})" if naam else "een dag in het weekend"
    return (
        f"{dag_in_woorden(dag).capitalize()} is {waarom}. Het document zegt niet dat de termijn dan langer "
        "is, en verwijst niet naar de Algemene termijnenwet. Zeker op tijd bent u op "
        f"{dag_in_woorden(laatste_werkdag(dag))}.",
    )


def afstand(peildatum: date, dag: date) -> str:
    """How far off a day is: "nog 12 dagen (8 werkdagen)", "3 dagen geleden", "vandaag" (on the peildatum)."""
    dagen = (dag - peildatum).days
    if dagen == 0:
        return "op de peildatum zelf"
    if dagen < 0:
        return f"{duur_in_woorden(-dagen, 'dag')} geleden"
    werkdagen = duur_in_woorden(werkdagen_tussen(peildatum, dag), "werkdag")
    return f"over {duur_in_woorden(dagen, 'dag')} ({werkdagen})"
