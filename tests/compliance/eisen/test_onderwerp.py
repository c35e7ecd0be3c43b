"""The words of an eis about something else: staff, suppliers, buildings, another's work."""

import pytest

from compliance.eisen.onderwerp import andere_zaken
from tests.compliance.eisen.inschrijvingen import document, oordelen


@pytest.mark.parametrize(
    ("eis", "zin"),
    [
        ("12", "Klachten van onze leveranciers handelen wij binnen zes weken na indiening af."),
        ("14", "Met het personeel van de kantine houden wij elk half jaar een evaluatiegesprek."),
        ("83", "Het onderhoudsplan evalueren wij elke zes maanden met de installateur."),
        ("47", "Sollicitanten krijgen binnen vijf werkdagen na de eerste afspraak bericht."),
        ("57", "De gemeente publiceert haar jaarstukken op tijd."),
    ],
)
def test_other_business_says_nothing_of_an_eis(eis: str, zin: str) -> None:
    uitkomst, _ = oordelen(document("plan.pdf", "# Toelichting", zin), akkoord=False)
    assert uitkomst[eis].status == "ontbreekt"


@pytest.mark.parametrize(
    "zin",
    [
        "Klachten van jeugdigen over de schoonmaak handelen wij binnen zes weken af.",
        "Medewerkers melden een calamiteit direct.",
        "Wij registreren wat er is gedaan.",
    ],
)
def test_the_hulp_itself_is_no_other_business(zin: str) -> None:
    assert andere_zaken(zin) == ()


def test_bare_agreement_with_a_number() -> None:
    for zin in ("Eis 39: akkoord.", "Nr. 35 – akkoord", "Eis 12 – akkoord"):
        uitkomst, _ = oordelen(document("plan.pdf", "# Toelichting", zin), akkoord=False)
        nummer = next(deel for deel in zin.replace(":", " ").split() if deel.isdigit())
        assert uitkomst[nummer].status == "verklaard"
    uitkomst, _ = oordelen(document("plan.pdf", "# Toelichting", "Eis 39: niet akkoord."), akkoord=False)
    assert uitkomst["39"].status == "strijdig"
