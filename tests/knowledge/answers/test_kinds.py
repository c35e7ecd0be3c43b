"""What a question asks for."""

import pytest

from knowledge.answers.kinds import Vraagsoort, past_bij, vraagsoort
from knowledge.answers.question import lees_vraag


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Hoe snel wordt een klacht opgelost?", Vraagsoort.TERMIJN),
        ("Binnen hoeveel werkdagen meld ik dit?", Vraagsoort.TERMIJN),
        ("Wat kost een etmaal?", Vraagsoort.BEDRAG),
        ("Vanaf welke omzet is dat nodig?", Vraagsoort.BEDRAG),
        ("Met hoeveel jeugdigen is het tarief berekend?", Vraagsoort.AANTAL),
        ("Kunnen de tarieven omlaag?", Vraagsoort.JA_NEE),
        ("Wie betaalt het rapport?", Vraagsoort.WIE),
        ("Wanneer worden de tarieven herberekend?", Vraagsoort.MOMENT),
        ("Hoe vaak wordt het plan bekeken?", Vraagsoort.FREQUENTIE),
        ("Wat betekent een cliëntenstop?", Vraagsoort.BEGRIP),
        ("Wat is een nulfactuur?", Vraagsoort.BEGRIP),
        ("Wat is de norm voor de solvabiliteit?", Vraagsoort.OPEN),
        ("Welke gemeenten doen mee?", Vraagsoort.LIJST),
        ("Waarom geen open house?", Vraagsoort.WAAROM),
        ("Hoe worden de tarieven berekend?", Vraagsoort.OPEN),
    ],
)
def test_kind(question: str, kind: Vraagsoort) -> None:
    assert vraagsoort(question) is kind


@pytest.mark.parametrize(
    ("kind", "yes", "no"),
    [
        (Vraagsoort.BEDRAG, "Dat kost € 12,50.", "Dat is gratis."),
        (Vraagsoort.TERMIJN, "Binnen zes weken.", "Zo spoedig mogelijk."),
        (Vraagsoort.AANDEEL, "Hoogstens 25% daarvan.", "Een klein deel."),
        (Vraagsoort.MOMENT, "Uiterlijk 1 maart.", "Elk jaar opnieuw."),
    ],
)
def test_a_text_holds_the_kind_or_not(kind: Vraagsoort, yes: str, no: str) -> None:
    assert past_bij(kind, yes) and not past_bij(kind, no)


def test_core_and_amounts_of_a_question() -> None:
    assert lees_vraag("Welke software gebruik ik?").kern == "software"
    assert lees_vraag("Hoeveel keer per jaar?").kern == ""
    assert [str(b) for b in lees_vraag("Welke klasse kost 1.594,06 euro?").bedragen] == ["1594.06"]
