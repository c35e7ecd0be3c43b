"""The entries of a tender's catalogue as fragments: what each says in plain Dutch, with its place."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from knowledge.calculators.getal import euro, getal
from knowledge.calculators.tarief import band
from knowledge.catalogue.models import Intensiteit, Perceel, Tender, VormVanVerblijf
from knowledge.retrieval.fragments import Fragment


def of_tender(tender: Tender) -> list[Fragment]:
    """One fragment an entry; prices and functions that only differ in a number are one fragment together."""
    asked = _asked(tender)
    return [
        Fragment(
            tender.bron, place, title, text, kind, terms, catalogus=True, vragen=asked.get((place, title), ())
        )
        for kind, place, title, text, terms in (
            *_eisen(tender),
            *_regels(tender),
            *_percelen(tender),
            *_voorzieningen(tender),
            *_tarieven(tender),
            *_beoordeling(tender),
            *_stukken(tender),
            *_begrippen(tender),
        )
    ]


Row = tuple[str, str, str, str, str]
"""Kind, place, title, text, search terms."""


def _words(*parts: str | Iterable[str]) -> str:
    return "; ".join(text for part in parts for text in ([part] if isinstance(part, str) else part) if text)


def _asked(tender: Tender) -> dict[tuple[str, str], tuple[str, ...]]:
    """How people ask for eisen and regels, by place and title."""
    asked = {v.van: v.vragen for v in tender.vragen}
    return {
        **{(e.vindplaats, e.onderwerp): asked.get(e.vindplaats, ()) for e in tender.eisen},
        **{(r.vindplaats, r.onderwerp): asked.get(r.id, ()) for r in tender.regels},
    }


def _eisen(tender: Tender) -> Iterator[Row]:
    for eis in tender.eisen:
        quantities = [f"{n.grootheid} {n.moment}" for n in eis.normen]
        yield (
            "eis",
            eis.vindplaats,
            eis.onderwerp,
            eis.samenvatting,
            _words(
                eis.zoektermen,
                quantities,
                eis.thema,
                (w for group in eis.synoniemen for w in group),
            ),
        )


def _regels(tender: Tender) -> Iterator[Row]:
    for regel in tender.regels:
        quantities = [f"{n.grootheid} {n.moment}" for n in regel.normen]
        yield (
            "regel",
            regel.vindplaats,
            regel.onderwerp,
            regel.samenvatting,
            _words(regel.zoektermen, quantities),
        )
    for rule in tender.combinatieregels:
        names = [p.korte_naam for p in tender.percelen if p.nummer in (*rule.percelen, *rule.met)]
        yield (
            "combinatieregel",
            rule.vindplaats,
            "percelen combineren",
            rule.samenvatting,
            _words("inschrijven op meerdere percelen", names, rule.vormen),
        )


def perceel_tekst(perceel: Perceel) -> str:
    return (
        f"Perceel {perceel.nummer} ({perceel.naam}): voorzieningen {', '.join(perceel.voorzieningen)}. "
        f"Aantal aanbieders: {perceel.contractanten}."
    )


def _percelen(tender: Tender) -> Iterator[Row]:
    for perceel in tender.percelen:
        name = f"Perceel {perceel.nummer} ({perceel.naam})"
        terms = _words(perceel.korte_naam, perceel.herkenning)
        yield (
            "perceel",
            perceel.vindplaats,
            name,
            perceel_tekst(perceel),
            _words(terms, "hoeveel contractanten", "welke voorzieningen"),
        )


_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip


def dutch_date(year: int, month: int, day: int) -> str:
    return f"{day} {_MONTHS[month - 1]} {year}"


def _voorzieningen(tender: Tender) -> Iterator[Row]:
    for item in tender.voorzieningen:
        yield (
            "voorziening",
            item.vindplaats,
            item.naam,
            f"{item.naam}: {item.omschrijving}",
            _words(item.code, item.synoniemen),
        )
    for vorm in tender.vormen:
        yield (
            "vorm",
            vorm.vindplaats,
            vorm.naam,
            f"{vorm.naam}: {vorm.omschrijving} {vorm_intensiteiten(vorm)}",
            _words(vorm.synoniemen),
        )
    for level in tender.intensiteiten:
        yield (
            "intensiteit",
            level.vindplaats,
            level.naam,
            intensiteit_tekst(level),
            "band bandbreedte tarief",
        )


def vorm_intensiteiten(vorm: VormVanVerblijf) -> str:
    codes = [c.replace("GGZ-", "tariefklasse ") for c in vorm.intensiteiten]
    if not codes:
        return f"{vorm.naam}: geen vaste intensiteiten."
    least = (
        f" Minstens {vorm.minstens_intensiteiten} intensiteiten." if vorm.minstens_intensiteiten > 1 else ""
    )
    kind = "" if codes[-1].startswith("tarief") else "intensiteit "
    return f"{vorm.naam}: inschrijven op {', '.join(codes)}; de hoogste is {kind}{codes[-1]}.{least}"


def intensiteit_tekst(level: Intensiteit) -> str:
    hours = "per jeugdige per etmaal" if level.soort == "verblijf" else "per openingsuur per jeugdige"
    bounds = f" Begeleidingsintensiteit {band(level)} uur {hours}." if band(level) else ""
    text = f"{level.naam} kost {euro(level.tarief)} per {level.eenheid}.{bounds}"
    return " ".join(part for part in (text, level.inschrijfinformatie, level.toelichting) if part)


def _tarieven(tender: Tender) -> Iterator[Row]:
    minute = [t for t in tender.tarieven if t.tariefgroep is not None]
    for number, group in groupby(
        sorted(minute, key=lambda t: t.tariefgroep or 0), key=lambda t: t.tariefgroep
    ):
        prices = list(group)
        listed = ", ".join(f"perceel {t.perceel} {euro(t.bedrag)}" for t in prices)
        yield (
            "tarief",
            prices[0].vindplaats,
            f"tarief van tariefgroep {number} (TG{number})",
            f"TG{number} kost per {prices[0].eenheid}: {listed}.",
            "minuuttarief tarief per minuut",
        )
    for price in tender.tarieven:
        if price.tariefgroep is None:
            yield (
                "tarief",
                price.vindplaats,
                f"tarief van {price.voorziening}",
                f"{price.voorziening} kost {euro(price.bedrag)} per {price.eenheid}. "
                f"{price.toelichting}".strip(),
                _words(price.zoektermen, "prijs"),
            )
    for groep in tender.tariefgroepen:
        names = [f.naam for f in tender.functies if f.tariefgroep == groep.nummer]
        budgets = "herstel en duurzaam" if groep.duurzaam else "alleen herstel, niet duurzaam"
        pay = "; ".join(
            t for t in (groep.fwg and f"FWG {groep.fwg}", groep.schaal and f"schaal {groep.schaal}") if t
        )
        yield (
            "tariefgroep",
            groep.vindplaats,
            f"functies in tariefgroep {groep.nummer} (TG{groep.nummer})",
            f"TG{groep.nummer} (budget: {budgets}; {pay}): {', '.join(names)}.",
            "functielijst beroepentabel inzetten binnen duurzaam budget herstelbudget fwg schaal",
        )


def _beoordeling(tender: Tender) -> Iterator[Row]:
    for c in tender.criteria:
        part = next((o.naam for o in tender.criteria if o.id == c.onderdeel_van), "")
        within = f" binnen {part}" if part else ""
        lots = ", ".join(map(str, c.percelen))
        least = f" Minimale score {getal(c.minimum)}." if c.minimum is not None else ""
        yield (
            "criterium",
            c.vindplaats,
            f"weging van {c.naam} (perceel {lots})",
            f"{c.naam} telt{within} voor {getal(c.weging)}% mee (perceel {lots}).{least} "
            f"{c.samenvatting}".strip(),
            _words("gunningscriterium score punten", c.vragen),
        )
    for score in tender.scorewaarden:
        yield (
            "scorewaarde",
            score.vindplaats,
            f"score {score.punten}: {score.naam}",
            f"{score.punten} punten ({score.naam}): {score.samenvatting}",
            "beoordeling cijfer scoretabel",
        )
    for norm in tender.financiele_normen:
        yield (
            "financiele norm",
            norm.vindplaats,
            norm.naam,
            f"{norm.naam}: {norm.samenvatting} Berekening: {norm.formule}.",
            "financiële draagkracht norm jaarcijfers",
        )
    for outcome in tender.financiele_gevolgen:
        yield (
            "financieel gevolg",
            outcome.vindplaats,
            f"{outcome.jaren_onder_norm} jaar onder de norm",
            outcome.samenvatting,
            "financiële draagkracht niet voldoen aan norm rentabiliteit solvabiliteit current ratio gevolgen",
        )


def _stukken(tender: Tender) -> Iterator[Row]:
    for stuk in (*tender.stukken, *tender.opvraagbare_stukken):
        when = f" Nodig {stuk.wanneer}." if stuk.wanneer else ""
        yield (
            "stuk",
            stuk.vindplaats,
            stuk.naam,
            f"{stuk.naam}: {stuk.samenvatting}{when}",
            _words(stuk.herkenning, "aanleveren indienen uploaden", (n.grootheid for n in stuk.normen)),
        )


def _begrippen(tender: Tender) -> Iterator[Row]:
    for d in tender.definities:
        yield ("definitie", d.vindplaats, d.term, f"{d.term}: {d.omschrijving}", _words(d.synoniemen))
    for m in tender.planning:
        time = f" om {m.tijd} uur" if m.tijd else ""
        day = dutch_date(m.datum.year, m.datum.month, m.datum.day)
        yield (
            "mijlpaal",
            m.vindplaats,
            m.naam,
            f"{m.naam}: {day}{time}. {m.toelichting}".strip(),
            "planning datum wanneer deadline",
        )
    for i in tender.inconsistenties:
        yield (
            "inconsistentie",
            i.plaatsen[0],
            i.onderwerp,
            f"{i.onderwerp}: {' '.join(i.wat_staat_er)} Aangehouden wordt: {i.geldt}. {i.reden}".strip(),
            _words("tegenstrijdigheid", i.plaatsen),
        )
