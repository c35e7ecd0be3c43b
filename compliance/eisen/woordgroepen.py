"""Words that bids use for each other, beside the terms of the catalogue: "plekken" for "capaciteit",
"bellen" for "contact". Stems and short phrases in the notation of the catalogue, without accents.

A group only widens one half of a term of two ("dossier+overdra"): the other half keeps it on the subject.
"""

from functools import lru_cache

_GROEPEN: tuple[tuple[str, ...], ...] = (
    ("jeugdige", "kind", "kinderen", "jongere", "tiener", "puber", "client", "zoon of dochter"),
    ("ouder", "ouders", "verzorger", "opvoeder", "vader of moeder", "gezin", "gezinnen"),
    ("gezinslid", "gezinsleden", "broer", "zus", "ouders"),
    ("toegang", "toegangsteam", "wijkteam", "lokaal team", "lokale team", "sociaal team", "consulent"),
    ("medewerker", "hulpverlener", "professional", "begeleider", "behandelaar", "beroepskracht"),
    ("start", "begin", "aanvang", "aanvangen", "van start", "eerste afspraak", "eerste gesprek", "intake"),
    ("beeindig", "stop", "afsluit", "afgesloten", "afrond", "afgerond", "eindig", "einde"),
    ("overdra", "overgedra", "overdracht", "draagt over", "dragen over", "dragen we", "dragen wij"),
    ("meld", "gemeld", "melding", "informer", "laten weten", "op de hoogte", "doorgeven", "bericht"),
    ("contact", "overleg", "bellen", "belt", "afstem", "stemmen af", "in gesprek", "bespre", "neem contact"),
    ("onverwijld", "direct", "meteen", "terstond", "onmiddellijk", "dezelfde dag", "zonder uitstel"),
    ("schriftelijk", "op schrift", "op papier", "per brief", "per mail", "brief"),
    ("onderbouw", "motiver", "toelicht", "leggen uit", "uitleg", "redenen"),
    ("evalu", "geevalueerd", "evaluatie", "terugkijk", "kijken terug", "voortgangsgesprek"),
    ("instem", "ingestemd", "stemt in", "instemt", "toestem", "goedkeur", "akkoord"),
    ("betrek", "betrokken", "meedenk", "denken mee", "denkt mee", "praten mee", "praat mee", "meepraten"),
    ("betrek", "betrokken", "inspraak", "meebeslis", "beslissen mee", "samen met", "in overleg met"),
    ("registr", "geregistreerd", "vastleg", "leggen vast", "vastgelegd", "genoteerd", "bijgehouden"),
    ("publice", "gepubliceerd", "openbaar", "website", "site"),
    ("capaciteit", "plekken", "plaatsen", "aantal bedden"),
    ("kosteloos", "gratis", "zonder kosten", "geen kosten", "kost niets", "zonder vergoeding", "geen geld",
     "geen vergoeding", "niets in rekening", "niet in rekening", "niets te betalen"),
    ("verstrek", "lever", "aanlever", "leveren aan", "toestur", "sturen toe", "toegestuurd"),
    ("oneens", "niet eens", "niet vinden", "niet akkoord", "niet toereikend", "klopt niet"),
    ("lening", "lenen", "uitlenen", "leent", "leningen"),
    ("vertegenwoordig", "clientenraad", "jongerenraad", "medezeggenschap", "inspraak", "ouderraad"),
    ("zo snel mogelijk", "zo spoedig mogelijk", "zo snel als", "zo gauw", "zonder uitstel"),
    ("volledig", "compleet", "complete", "hele", "gehele", "in zijn geheel", "alle stukken"),
    ("faillissement", "failliet", "omvallen", "omvalt", "wegvalt", "ophoudt te bestaan", "surseance"),
    ("begrijpelijk", "gewone taal", "eenvoudige taal", "b1", "heldere taal", "duidelijke taal"),
    ("inspectie", "igj", "gezondheidszorg en jeugd"),
    ("rsj", "serviceteam", "regionaal serviceteam", "rsj ijsselland"),
    ("verantwoordelijk", "verantwoordelijkheid", "zorgen wij voor", "zorgen we voor", "ligt bij ons"),
    ("website", "site", "online"),
    ("vrijwilliger", "vrijwilligers", "maatje"),
    ("wachtlijst", "wachttijd", "wachtende", "wachten"),
    ("bereikbaar", "telefonisch", "oproepbaar", "bereikbaarheidsdienst", "achterwacht"),
    ("wijzig", "verander", "gewijzigd", "veranderd", "aanpass", "aangepast"),
    ("budget", "keuzebudget", "bedrag"),
    ("netwerk", "familie", "bekenden", "vrienden", "buren", "omgeving"),
    ("school", "onderwijs", "opleiding", "leerling"),
    ("vakantie", "zomer", "kerst", "feestdag", "oud en nieuw"),
    ("declareren", "declaratie", "declaraties", "factureren", "facturen"),
    ("evaluatiegesprek", "evalu", "geevalueerd", "voortgangsgesprek"),
    ("klacht", "klachten", "klagen", "klager", "ontevreden"),
    ("vog", "verklaring omtrent het gedrag", "gedragsverklaring"),
    ("huur", "huren", "pand", "panden"),
)  # fmt: skip


# A longer rest is no ending but a second word: "afsluitbrief" is not "afsluit".
_UITGANG = 4


@lru_cache(maxsize=10_000)
def verwanten(woord: str) -> tuple[tuple[str, ...], ...]:
    """Other words and phrases (each as words) for this stem; empty when no group holds it."""
    found = {
        tuple(ander.split())
        for groep in _GROEPEN
        if any(
            (woord.startswith(lid) and len(woord) - len(lid) <= _UITGANG)
            or (len(woord) >= 5 and lid.startswith(woord))
            for lid in groep
            if " " not in lid
        )
        for ander in groep
    }
    return tuple(sorted(found))
