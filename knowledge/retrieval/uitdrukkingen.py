"""What people say in several everyday words and documents in one: "uit huis moeten" is uithuisplaatsing.

Single words stand in `spreektaal`. The words of a saying count as one
with those that it stands for.
"""

import re
from collections.abc import Iterator

from knowledge.text.normalise import fold

_SAYINGS: dict[str, str] = {
    r"tegen (?:de|hun|zijn|haar) (?:zin|wil)|niet vrijwillig|onder dwang": "gedwongen dwang",
    r"uit huis (?:moet\w*|ga\w*|geplaatst|gehaald|plaats\w*|haal\w*)"
    r"|weg (?:moet|uit) (?:het gezin|huis|thuis)":
        "uithuisplaatsing",
    r"niet (?:meer )?thuis (?:kan|kunnen|wonen|blijven)": "uithuisplaatsing wonen",
    r"in zee (?:ga\w*|gaan met)?|met elkaar verder": "overeenkomst contract",
    r"hoe lang .*\b(?:in zee|vast|aan elkaar|met elkaar)": "contractduur looptijd gestanddoening",
    r"in vertrouwen|niet (?:durf\w*|kan) (?:te )?(?:zeggen|vertellen)|durft te vertellen|zijn verhaal kwijt"
    r"|haar verhaal kwijt|hart luchten": "vertrouwenspersoon",
    r"om (?:de )?tafel|bij elkaar komen|rond de tafel": "overleg gesprek",
    r"papieren rompslomp|papierwerk|gedoe met papier|rompslomp": "administratieve lasten",
    r"op (?:eigen|zichzelf) benen|op zichzelf (?:wonen|gaan)": "zelfstandig zelfredzaam",
    r"voor later|als (?:hij|zij|ze|het kind|iemand) (?:18|achttien) wordt|volwassen wordt":
        "toekomstplan volwassen",
    r"niet (?:op komen dagen|opdagen|verschijn\w*)|wegblij\w*|kwam niet opdagen|komt niet opdagen"
    r"|laat verstek gaan": "no-show afwezigheid",
    r"(?:bij|tegen) elkaar opgeteld|bij elkaar genomen": "totaal optelsom",
    r"op de hoogte (?:houden|brengen|stellen)|laten weten|bijgepraat|bijpraten": "informeren melden",
    r"in de wacht|moet\w* wachten|lang wachten|nog geen plek": "wachtlijst wachttijd",
    r"aan de bel trekken|alarm slaan": "melden escalatie",
    r"de regie|wie (?:trekt|houdt) de kar|de touwtjes": "regie coordinatie",
    r"opdraai\w* voor|voor eigen rekening|uit eigen zak|op wiens kosten": "kosten rekening",
    r"mee uit de voeten|aan de slag|van start": "start aanvang",
    r"omhoog of omlaag|bijgesteld|meestijg\w*|aanpassen aan de prijzen": "indexering indexeren",
    r"met terugwerkende kracht": "terugwerkende kracht",
    r"blauwtje|niet gekozen|buiten de boot|afgevallen|afgewezen": "afgevallen geselecteerd gegund",
    r"samen (?:met (?:een|de) \w+ )?inschrijv\w*|samen optrekken|met z'n (?:tweeen|allen)"
    r"|gezamenlijk inschrijven":
        "combinatie penvoerder samenwerking",
    r"iemand anders inhuren|laten doen door een ander|uitbested\w*|inhuren": "onderaannemer derden",
    r"op slot|deur dicht|deur open|erbij komen|instappen|kan er nog iemand bij|nog meedoen":
        "instroom toetreding",
    r"over de grens|te veel uitgeven|meer uitgeven": "budget overschrijding",
    r"fouten? herstellen|alsnog aanleveren|na ?(?:te )?lever\w*|vergeten mee te sturen":
        "aanvulling herstel ontbrekende",
    r"op de vingers|straf(?:fen)? krijgen|wat (?:staat|hangt) ons boven het hoofd|niet aan de afspraken":
        "maatregelen sancties",
    r"in de gaten (?:houden|houdt)|vinger aan de pols": "monitoren evaluatie",
    r"eruit stappen|stapt? eruit|uit het .*contract stappen|eraf willen|vroegtijdig stoppen":
        "opzeggen beeindigen continueren",
    r"dicht bij huis|in de buurt": "nabij leefomgeving",
    r"goed genoeg|hoe goed (?:moet|je moet)": "kwaliteit eisen",
    r"in het weekend weg|weekendje weg|weekend naar": "kortdurend verblijf logeren",
    r"klik\w*|bij ons (?:gezin )?past?|past bij (?:ons|het gezin)|passen bij": "matching",
    r"overdag (?:iets )?te doen|wat doen ze overdag|overdag bezig": "dagbesteding school daginvulling",
    r"te (?:zwaar|moeilijk) voor ons": "expertise weigeren",
    r"zonder (?:toewijzing|beschikking|papieren|301)": "toewijzing",
}  # fmt: skip
_PATTERNS = tuple((re.compile(rf"\b(?:{pattern})\b"), words) for pattern, words in _SAYINGS.items())


def uitdrukkingen(vraag: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sayings in a question: each stretch, folded, with the words of the field for it."""
    plain = fold(vraag)
    for pattern, words in _PATTERNS:
        if found := pattern.search(plain):
            yield found.group(), tuple(words.split())
