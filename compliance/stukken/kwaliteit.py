"""Proof of the quality system (§5.5.1.1) and the keurmerk of gezinshuis and zorgboerderij (§5.5.1.2)."""

import re
from datetime import date

from compliance.bewijs import bewijs
from compliance.dossier import Dossier, Uitslag, uitslag
from compliance.formulier import datum_achter, datums, zichtbaar
from compliance.inschrijving import Deel
from compliance.rapport import Bevinding, Bewijs, Ernst
from compliance.tekst import dag_tekst
from knowledge.documents import Blok
from knowledge.text.normalise import fold

_GELDIG_TOT = re.compile(
    r"geldig(?:heid)?\s*(?:tot(?: en met)?|t/m|t\.?e\.?m\.?)|geldigheidsdatum|"
    r"geldigheidsduur[^.]{0,20}?tot|vervaldatum|vervalt op|"
    r"verloopdatum|verloopt op|einddatum|expir\w+(?: date| on)?|valid (?:until|to|through)|"
    r"loopt af op|eindigt op|geldig tot"
)
_VAN_TOT = re.compile(r"(?:geldig|geldigheid|looptijd|periode|valid)\b[^.]{0,60}")
_INGETROKKEN = re.compile(r"ingetrokken|geschorst|opgeschort|niet langer geldig|beeindigd")
_NIET_BEHAALD = re.compile(
    r"nog niet (?:toegekend|behaald|afgegeven|gecertificeerd|verkregen)|in (?:aanvraag|behandeling|"
    r"voorbereiding)|aangemeld|aanmelding|traject"
)

# Systems that count as nationally recognised, with ISO 9001 and NEN-EN 15224 the ones perceel 8 names.
_ISO = re.compile(r"iso[\s-]*9001|9001\s*:\s*2015|15224")
_ISO_OUD = re.compile(r"9001\s*:\s*(?:2008|2000|1994)")
_ERKEND = re.compile(
    r"iso[\s-]*9001|15224|\bhkz\b|\bprezo\b|\bniaz\b|\bqmentum\b|\bntpn\b|\bjci\b|"
    r"register van (?:het )?zorginstituut|"
    r"zorginstituut|kwaliteitsstatuut|\bnkd\b|kwaliteitsinstituut dyslexie|landelijk erkend|"
    r"keurmerk (?:basis)?ggz|kiwa"
)
_REGISTER = re.compile(r"zorginstituut|kwaliteitsstatuut|openbaar register")


def geldig_tot(deel: Deel) -> tuple[date, Blok] | None:
    """The last day of validity that a certificate or policy gives."""
    gevonden = datum_achter([deel.document], _GELDIG_TOT, binnen=40)
    if gevonden is not None:
        return gevonden[0], gevonden[2]
    for blok in zichtbaar(deel.document):
        for stuk in _VAN_TOT.finditer(fold(blok.tekst)):
            dagen = datums(stuk.group())
            if len(dagen) >= 2:
                return max(dag for dag, _, _ in dagen), blok
    return None


def beoordeel_kwaliteitscertificaat(dossier: Dossier) -> Uitslag:
    """The best certificate of the bid decides; without one a whole kwaliteitsplan is only half the proof."""
    sleutel = "kwaliteitscertificaat"
    delen = dossier.delen(sleutel)
    if not delen:
        plannen = dossier.delen("kwaliteitsplan")
        if plannen:
            tekst = (
                "Er is een kwaliteitsplan of -handboek, maar geen certificaat of registratiebewijs van "
                "een landelijk erkend "
                "kwaliteitssysteem (§5.5.1.1; §5.5.1.2 noemt ook het hele kwaliteitsplan)."
            )
            bewijzen = [bewijs(p.document, p.document.blokken[0]) for p in plannen if p.document.blokken]
            return uitslag(
                sleutel,
                "onvolledig",
                plannen[0].bestand,
                tekst,
                _bevinding("kwaliteitssysteem", "herstelbaar", tekst, *bewijzen),
            )
        tekst = "Er is geen certificaat of registratiebewijs van het kwaliteitssysteem gevonden (§5.5.1.1)."
        return uitslag(sleutel, "ontbreekt", None, tekst, _bevinding("kwaliteitssysteem", "knock-out", tekst))
    uitslagen = [_certificaat(deel, dossier) for deel in delen]
    rang = {"aanwezig": 0, "onvolledig": 1, "verlopen": 2}
    return min(uitslagen, key=lambda u: (rang[u.oordeel.status], len(u.bevindingen)))


def _certificaat(deel: Deel, dossier: Dossier) -> Uitslag:
    sleutel, tekst = "kwaliteitscertificaat", fold(deel.document.tekst)
    eerste = deel.document.blokken[0] if deel.document.blokken else None
    if eerste is None:
        return uitslag(sleutel, "onvolledig", deel.bestand, "Het certificaat is niet te lezen.")
    tot = geldig_tot(deel)
    naam = _naam_systeem(tekst)
    if tot is not None and tot[0] < dossier.peildatum:
        uitleg = (
            f"{naam} was geldig tot {dag_tekst(tot[0])} en is op {dag_tekst(dossier.peildatum)} verlopen "
            f"(§5.5.1.1)."
        )
        return _verlopen(sleutel, deel, uitleg, bewijs(deel.document, tot[1]))
    blok = _blok_met(deel, _ERKEND) or eerste
    if (ingetrokken := _blok_met(deel, _INGETROKKEN)) is not None:
        uitleg = f"{naam} is ingetrokken of geschorst (§5.5.1.1)."
        citaat = bewijs(deel.document, ingetrokken)
        return uitslag(
            sleutel,
            "verlopen",
            deel.bestand,
            uitleg,
            _bevinding("kwaliteitssysteem", "knock-out", uitleg, citaat),
        )
    if not _ERKEND.search(tekst) or (
        _ISO_OUD.search(tekst) and not re.search(r"9001\s*:\s*2015|15224|\bhkz\b", tekst)
    ):
        uitleg = (
            f"{naam} is geen landelijk erkend of in het register van het Zorginstituut opgenomen "
            f"kwaliteitssysteem (§5.5.1.1)."
        )
        return uitslag(
            sleutel,
            "onvolledig",
            deel.bestand,
            uitleg,
            _bevinding("kwaliteitssysteem", "knock-out", uitleg, bewijs(deel.document, blok)),
        )
    nog_niet = _blok_met(
        deel,
        re.compile(
            r"nog niet gecertificeerd|in voorbereiding op certificering|"
            r"certificering is aangevraagd|in opleiding tot"
        ),
    )
    if nog_niet is not None:
        uitleg = "Het certificaat is nog niet behaald (§5.5.1.1)."
        return uitslag(
            sleutel,
            "onvolledig",
            deel.bestand,
            uitleg,
            _bevinding("kwaliteitssysteem", "knock-out", uitleg, bewijs(deel.document, nog_niet)),
        )
    duur = f", geldig tot {dag_tekst(tot[0])}" if tot is not None else ""
    if 8 in dossier.inschrijving.percelen and not _ISO.search(tekst) and not _REGISTER.search(tekst):
        uitleg = (
            f"{naam}{duur}: voor perceel 8 vraagt §5.5.1.1 een systeem volgens ISO 9001:2015 of NEN-EN "
            f"15224, of een kader uit "
            "het register van het Zorginstituut."
        )
        return uitslag(
            sleutel,
            "aanwezig",
            deel.bestand,
            uitleg,
            _bevinding("kwaliteitssysteem", "herstelbaar", uitleg, bewijs(deel.document, blok)),
        )
    return uitslag(sleutel, "aanwezig", deel.bestand, f"{naam}{duur}.")


def _naam_systeem(tekst: str) -> str:
    for patroon, naam in (
        (r"15224", "NEN-EN 15224"), (r"9001\s*:\s*2015", "ISO 9001:2015"),
        (r"9001\s*:\s*2008", "ISO 9001:2008"),
        (r"iso[\s-]*9001", "ISO 9001"), (r"\bhkz\b", "HKZ"), (r"\bprezo\b", "PREZO"),
        (r"\bniaz\b|qmentum", "NIAZ"),
        (r"\bntpn\b", "NTPN"), (r"kwaliteitsstatuut", "Kwaliteitsstatuut ggz"),
        (r"\bnkd\b|kwaliteitsinstituut dyslexie", "NKD"),
    ):  # fmt: skip
        if re.search(patroon, tekst):
            return naam
    return "Het certificaat"


def _verlopen(sleutel: str, deel: Deel, uitleg: str, citaat: Bewijs) -> Uitslag:
    """An expired proof is a document to renew, and leaves the quality system unproven."""
    return uitslag(
        sleutel,
        "verlopen",
        deel.bestand,
        uitleg,
        _bevinding("vervallen_document", "herstelbaar", uitleg, citaat),
        _bevinding("kwaliteitssysteem", "knock-out", f"Niet aangetoond: {uitleg}", citaat),
    )


def beoordeel_keurmerk(dossier: Dossier, vorm: str) -> Uitslag:
    """A keurmerk that holds on the peildatum, or a trajectory that ends within a year."""
    sleutel = f"keurmerk_{vorm}"
    if vorm not in dossier.aanbod.vormen:
        return uitslag(sleutel, "nvt", None, f"De inschrijving biedt geen {vorm} aan.")
    delen = dossier.delen(sleutel)
    if not delen:
        tekst = (
            f"Voor een {vorm} is een keurmerk of bewijs van een lopend keurmerktraject nodig; dat is niet "
            f"gevonden (§5.5.1.2)."
        )
        return uitslag(sleutel, "ontbreekt", None, tekst, _bevinding("kwaliteitssysteem", "knock-out", tekst))
    deel = delen[0]
    for kandidaat in delen:  # a trajectory beside an older certificate: the one that holds counts
        tot = geldig_tot(kandidaat)
        if tot is not None and tot[0] >= dossier.peildatum:
            deel = kandidaat
    tekst = fold(deel.document.tekst)
    tot = geldig_tot(deel)
    if _is_traject(tekst, tot):
        return _traject(sleutel, deel, dossier)
    if tot is not None and tot[0] < dossier.peildatum:
        uitleg = f"Het keurmerk was geldig tot {dag_tekst(tot[0])} en is verlopen (§5.5.1.2)."
        return _verlopen(sleutel, deel, uitleg, bewijs(deel.document, tot[1]))
    duur = f", geldig tot {dag_tekst(tot[0])}" if tot is not None else ""
    return uitslag(sleutel, "aanwezig", deel.bestand, f"Keurmerk behaald{duur}.")


def _is_traject(tekst: str, tot: tuple[date, Blok] | None) -> bool:
    if re.search(r"nog niet (?:toegekend|behaald|afgegeven|verkregen)", tekst):
        return True
    return tot is None and _NIET_BEHAALD.search(tekst) is not None and not re.search(
        r"\b(?:is|wordt|heeft)\b[^.]{0,60}\b(?:toegekend|behaald|verleend)\b", tekst
    )  # fmt: skip


def _traject(sleutel: str, deel: Deel, dossier: Dossier) -> Uitslag:
    """The trajectory ends within a year: the planned day of decision, counted from the peildatum."""
    grens = dossier.peildatum.replace(year=dossier.peildatum.year + 1)
    besluit: tuple[date, Blok] | None = None
    laatste: tuple[date, Blok] | None = None
    for blok in zichtbaar(deel.document):
        for dag, _, _ in datums(blok.tekst):
            if laatste is None or dag > laatste[0]:
                laatste = (dag, blok)
            if re.search(
                r"besluit|toekenn|verwacht|behaal|afrond|uiterlijk|certificer|uitreik", fold(blok.tekst)
            ) and (besluit is None or dag > besluit[0]):
                besluit = (dag, blok)
    gepland = besluit or laatste
    if gepland is not None and gepland[0] > grens:
        uitleg = (
            f"Het keurmerktraject loopt tot {dag_tekst(gepland[0])}; het keurmerk wordt niet binnen een "
            f"jaar behaald (§5.5.1.2)."
        )
        return uitslag(
            sleutel,
            "onvolledig",
            deel.bestand,
            uitleg,
            _bevinding("kwaliteitssysteem", "knock-out", uitleg, bewijs(deel.document, gepland[1])),
        )
    if gepland is None or gepland[0] < dossier.peildatum:
        return uitslag(
            sleutel,
            "aanwezig",
            deel.bestand,
            (
                "Keurmerk nog niet behaald; het traject loopt. Ga na of het keurmerk binnen een jaar volgt "
                "(§5.5.1.2)."
            ),
        )
    return uitslag(
        sleutel, "aanwezig", deel.bestand,
        (
            f"Keurmerk nog niet behaald, maar het traject loopt: besluit uiterlijk "
            f"{dag_tekst(gepland[0])}, binnen een jaar (§5.5.1.2)."
        ),
    )  # fmt: skip


def _blok_met(deel: Deel, patroon: re.Pattern[str]) -> Blok | None:
    return next((b for b in zichtbaar(deel.document) if patroon.search(fold(b.tekst))), None)


def _bevinding(soort: str, ernst: Ernst, toelichting: str, *bewijzen: object) -> Bevinding:
    return Bevinding.model_validate(
        {"soort": soort, "ernst": ernst, "bewijs": bewijzen, "toelichting": toelichting}
    )
