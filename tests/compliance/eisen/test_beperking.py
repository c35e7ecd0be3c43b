"""What limits a promise, in sentences of every kind; and what only looks like it."""

from datetime import date

import pytest

from compliance.eisen.beperking import begint_na, beperkingen, haalt_aan, laat_na, zonder_wat
from tests.compliance.eisen.inschrijvingen import document, oordelen


@pytest.mark.parametrize(
    ("zin", "geval"),
    [
        ("Wij werken mee aan een toets, mits die vooraf is aangekondigd.", "die vooraf is aangekondigd"),
        ("Folders delen wij alleen uit als ouders erom vragen.", "ouders erom vragen"),
        ("Alleen klachten op papier registreren wij.", "klachten op papier"),
        ("De lijst staat online, behalve in de zomermaanden.", "in de zomermaanden"),
        ("Aan overleg doen wij alleen mee tegen vergoeding van onze uren.", "vergoeding van onze uren"),
    ],
)
def test_a_promise_with_a_limit(zin: str, geval: str) -> None:
    assert [b.geval for b in beperkingen(zin)] == [geval]


@pytest.mark.parametrize(
    "zin",
    [
        "Wij stoppen alleen als de resultaten zijn behaald.",
        "Het dossier gaat mee, voor zover de privacywet dat toelaat.",
        "De jongere zit aan tafel, tenzij hij dat niet wil.",
        "Leningen verstrekken wij niet, tenzij zij met de zorg samenhangen.",
    ],
)
def test_limits_that_stand_to_reason(zin: str) -> None:
    assert beperkingen(zin) == ()


@pytest.mark.parametrize(
    "zin",
    [
        "Kleine incidenten houden wij intern.",
        "Beveiligd mailen vinden wij te omslachtig.",
        "Het zoeken van een andere plek laten wij over aan de verwijzer.",
        "Wie er wacht, is de verantwoordelijkheid van de gemeente.",
        "Wij volgen een eigen protocol.",
        "Dwang passen wij toe wanneer de groepsleiding dat nodig vindt.",
        "Is er meer nodig, dan leveren en declareren we dat toch.",
        "De regeling vervalt bij een faillissement.",
    ],
)
def test_something_left_out_or_to_others(zin: str) -> None:
    assert laat_na(zin)


@pytest.mark.parametrize(
    "zin",
    [
        "Wij laten een kind niet los voordat er een plek is.",
        "Een cliëntenraad hoeven wij volgens de wet niet te hebben.",
        "Het gezin kiest zelf wie er aan tafel zit, als het gezin dat goed vindt ook opa.",
        "De vraag is te zwaar voor onze expertise.",
        "Wij volgen het landelijke protocol.",
    ],
)
def test_nothing_is_left_out(zin: str) -> None:
    assert not laat_na(zin)


@pytest.mark.parametrize(
    ("zin", "wat"),
    [
        ("Leiders passen dwang toe zonder maatregel of machtiging.", ("maatregel of machtiging",)),
        ("Wij beginnen nooit zonder toewijzing.", ()),
        ("Zonder verwijzing leveren wij niets.", ()),
        ("Van de gezinnen die zonder netwerk begonnen, slaagde de helft.", ()),
    ],
)
def test_what_is_done_without(zin: str, wat: tuple[str, ...]) -> None:
    assert zonder_wat(zin) == wat


@pytest.mark.parametrize(
    ("zin", "later"),
    [
        ("Wij worden pas in 2025 lid.", True),
        ("De training volgt pas na anderhalf jaar.", True),
        ("Wij zijn lid sinds 2019.", False),
        ("Vanaf 2021 werken wij zo.", False),
        ("Pas na een week bellen wij terug.", False),
    ],
)
def test_a_start_after_the_contract_starts(zin: str, later: bool) -> None:
    assert begint_na(zin, date(2023, 1, 1)) is later


def test_what_the_eis_asks_is_no_promise() -> None:
    assert haalt_aan("U stelt dat een klacht in zes weken klaar moet zijn.")
    assert not haalt_aan("Wij handelen een klacht in zes weken af.")


@pytest.mark.parametrize(
    ("eis", "zin"),
    [
        (
            "25",
            "Informatie over klachten en medezeggenschap geven wij alleen als een jeugdige erom vraagt.",
        ),
        ("15", "Om concurrentieredenen publiceren wij geen wachttijden."),
        ("30", "Alleen calamiteiten op ons terrein melden we aan de Inspectie, het RSJ en de Toegang."),
        ("104", "De werkwijze van het Regionaal Expertise Team volgen wij zolang die bij ons past."),
        ("12", "U wilt klachten in zes weken. Ernstige klachten worden bij ons in tien weken afgehandeld."),
        ("107", "Wij worden pas in 2025 lid van het Nederlands Kwaliteitsinstituut Dyslexie."),
    ],
)
def test_a_clash_by_its_wording(eis: str, zin: str) -> None:
    percelen = [9] if eis == "107" else [8] if eis == "104" else range(1, 8)
    uitkomst, _ = oordelen(document("plan.pdf", "# Werkwijze", zin), percelen=percelen)
    assert uitkomst[eis].status == "strijdig"


@pytest.mark.parametrize(
    ("eis", "zin"),
    [
        ("14", "Vrijwilligers beginnen pas als er een geldige VOG ligt, en worden begeleid."),
        ("22", "Tussentijds stoppen doen wij alleen bij hoge uitzondering, na overleg met de Toegang."),
        ("76", "Wij toetsen vooraf of onze hulp bij de hulpvraag past. Pas bij een ja begint de hulp."),
        ("88", "Een plek is er pas na een zorgtoewijzing van de Toegang."),
    ],
)
def test_a_kept_order_is_no_clash(eis: str, zin: str) -> None:
    uitkomst, _ = oordelen(document("plan.pdf", "# Werkwijze", zin), percelen=range(1, 9), vormen=["wonen"])
    assert uitkomst[eis].status != "strijdig"
