"""The headings that the five real documents have, so that a test can count which of them were found."""

import re

_GENUMMERD = {
    "ijsselland-inkoopdocument": (
        "1 1.1-1.5 2 3 3.1-3.8 3.4.1-3.4.2 4 4.1-4.6 4.1.1-4.1.14 4.3.1-4.3.3 4.3.1.1-4.3.1.2 5 5.1-5.9 "
        "5.3.1-5.3.2 5.5.1 5.5.1.1-5.5.1.3 6 6.1 6.1.1-6.1.3 7 7.1-7.3 7.1.1-7.1.12 8 8.1-8.6 8.2.1-8.2.3 "
        "8.3.1-8.3.3 8.5.1-8.5.4 9 9.1-9.8 9.2.1-9.2.4 9.3.1-9.3.4 9.7.1-9.7.3 10 10.1-10.6 10.2.1-10.2.2"
    ),
    "ijmond": "1 2 2.1-2.5 3 3.1-3.6 4 4.1-4.4 4.2.1-4.2.4",
    "ijsselland-inkoopstrategie": "1-6",
}

BIJLAGEN = [
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
]
"""Of the inkoopdocument."""

EISEN = [*"ABCDEFGHIJKL", *map(str, range(1, 110))]
"""Of the inkoopdocument."""

_KOPPEN = {
    "dalfsen": (
        "Toelichting|Aanloop tot doorontwikkeling inkoopmodel|Uitvoeringsplan doorontwikkeling inkoopmodel|"
        "Ambulante Jeugdhulp, wonen en crisis|Transformatie|Inkoopstrategie|Tariefonderzoek en impactanalyse|"
        "Betrokkenheid gemeenteraad|Advies van Participatieraad Dalfsen|Financiën|Communicatie|Vervolg|"
        "Bijlagen"
    ),
    "noordoost-brabant": (
        "Doelstellingen|Inleiding|Ambities en doelstellingen|Doelstelling regionale transformatie-beweging|"
        "Doelstelling regionale inkoop 2021 t/m 2023|Producten|"
        "Onderscheid tussen lichte en zware ‘producten’|"
        "Lichte producten|Zware producten|Beschikbaar budget|Jeugdhulp buiten deze inkoopopdracht|"
        "Bekostigingssystematiek|Welke vormen van bekostiging zijn relevant voor onze inkoop?|"
        "Arrangementen/trajectfinanciering|Eisen gesteld aan jeugdhulpaanbieders|Type eisen en criteria|"
        "Selectiecriteria|Randvoorwaarden voor jeugdhulpaanbieders|Samenwerking|Social Return|"
        "Incidenten en calamiteiten|Gemeentelijk Gegevensknooppunt|Monitoren en verantwoorden|Informatie|"
        "Implementatie|Accountmanagement|Toegang|Monitoring en verantwoording"
    ),
    "ijsselland-inkoopstrategie": (
        "Inleiding|Opbouw van de inkoopstrategie|Ambulante Jeugdhulp|Wonen / Verblijf|Crisisfunctie|"
        "Lokaal en regionaal inkopen|Reële tarieven|Algemene inkoopvoorwaarden|Het wettelijk kader|"
        "Conceptovereenkomst|Publicatie en digitaal aanbesteden|Social Return"
    ),
}

ZONDER_NUMMER = {naam: koppen.split("|") for naam, koppen in _KOPPEN.items()}
"""Headings without a number (the important ones), by document."""


def nummers(naam: str) -> list[str]:
    """The numbers of all chapters and paragraphs of a document: ["1", "1.1", ...]."""
    found: list[str] = []
    for part in _GENUMMERD.get(naam, "").split():
        first, _, last = part.partition("-")
        if not last:
            found.append(first)
            continue
        stem, number = re.fullmatch(r"(.*?)(\d+)", first).groups()  # type: ignore[union-attr]
        found += [f"{stem}{n}" for n in range(int(number), int(last.rsplit(".", 1)[-1]) + 1)]
    return found
