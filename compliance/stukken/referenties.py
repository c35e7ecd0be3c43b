"""The two references (§5.4): all three kerncompetenties, within three years, of a referent who may be one."""

import re
from dataclasses import dataclass
from datetime import date

from compliance.bewijs import bewijs
from compliance.dossier import Dossier, Uitslag, uitslag
from compliance.formulier import datums, ja_of_nee, velden, zichtbaar
from compliance.inschrijving import Deel
from compliance.rapport import Bevinding, Bewijs, StukStatus
from compliance.tekst import MAANDEN, dag_tekst, opsomming
from knowledge.documents import Blok, Document
from knowledge.text.normalise import fold

_PERIODE = re.compile(
    r"^(?:\d+\W+)?(?:looptijd|periode|uitvoeringsperiode|duur|contractperiode|uitgevoerd|"
    r"start- en einddatum|datum|"
    r"(?:start|begin|eind)datum|einde|jaar van uitvoering|uitvoering)\b"
)
_TUSSEN = re.compile(r"\b(?:van|vanaf|sinds|tussen|periode)\b.*\d{4}")
_ONDERTEKEND = re.compile(r"ondertek|akkoord|verklaart")
_LOPEND = re.compile(
    r"\bheden\b|lopend|loopt (?:nog|door)|nog lopend|t/m nu|tot nu|doorlopend|onbepaalde tijd"
)
_REFERENT = re.compile(
    r"^(?:\d+\W+)?(?:naam )?(?:van )?(?:de )?(?:opdrachtgever|referent|referentieorganisatie|gemeente)\b"
)
_RSJ = re.compile(r"\brsj\b|regionaal serviceteam jeugd|bedrijfsvoeringsorganisatie")
_ONTBONDEN = re.compile(
    r"(?:tussentijds|voortijdig)[^.|]{0,30}(?:ontbonden|beeindigd|opgezegd)|ontbonden wegens|"
    r"onvoldoende presteren"
)
_GEEN_CLIENT = re.compile(
    r"(?:nooit|geen|nog geen)\s+(?:enkele\s+)?(?:client|jeugdige|"
    r"kind)\w*\s+(?:\w+\s+){0,2}(?:geholpen|ondersteund|begeleid|in zorg)|"
    r"aantal (?:geholpen )?(?:jeugdigen|clienten)\W+(?:0|geen)\b"
)
_PROGNOSE = re.compile(
    r"\bprognose|\bverwachten? (?:wij|we|resultaten?)|verwachte resultaten|nog te behalen|nog geen resultaten"
)
_VRIJ = re.compile(
    r"vrij(?:elijk)? toegankelijk|zonder verwijzing|aanvullende verzekering|preventieve? (?:hulp|"
    r"aanbod)|welzijnswerk"
)
_COMPETENTIES = {
    1: re.compile(
        r"kerncompetentie\s*1|competentie 1|\bkc ?1\b|specialistische? (?:ambulante )?(?:jeugd)?hulp"
    ),
    2: re.compile(
        r"kerncompetentie\s*2|competentie 2|\bkc ?2\b|kwalitatief op orde|kwaliteit op orde"
        r"|\bdatabank|kenniscentrum|zorgstandaard|\bevidence|effectieve interventie"
        r"|(?:goed onderbouwde|bewezen|werkzame) (?:\w+ ){0,2}(?:interventie|methode|behandel|aanpak)"
    ),
    3: re.compile(
        r"kerncompetentie\s*3|competentie 3|\bkc ?3\b|samenwerk\w+ met (?:de |"
        r"het )?(?:\w+ )?(?:toegang|wijkteam|lokale team)"
        r"|(?:toegang|wijkteam|lokale team)\b[^.]{0,80}\b(?:tevreden|overleg|samenwerk)"
        r"|(?:tevreden|overleg)[^.]{0,80}\b(?:toegang|wijkteam|lokale team)\b"
    ),
}
_GEEN_INVULLING = re.compile(
    r"^[\W_]*(?:n\.?v\.?t\.?|niet van toepassing|geen|volgt(?: nog)?|nader in te vullen|"
    r"n\.?t\.?b\.?|pm|-)?[\W_]*$"
)
_NIET_GETOOND = re.compile(
    r"^[\W_]*(?:n\.?v\.?t\b|niet van toepassing\b|geen (?:samenwerking|ervaring|contact)"
    r"|hier(?:van|bij) was geen|deze (?:kern)?competentie (?:is|wordt|was) (?:\w+ )?niet"
    r"|(?:in|bij|binnen) deze opdracht (?:\w+ )?geen)"
)
_ONTEVREDEN = re.compile(
    r"niet tevreden|ontevreden|matig tevreden|onvoldoende beoordeeld|niet naar tevredenheid"
)


@dataclass(frozen=True, slots=True)
class _Gebrek:
    status: StukStatus
    uitleg: str
    bewijs: Bewijs


def beoordeel_referenties(dossier: Dossier) -> tuple[Uitslag, ...]:
    """Judges the first two references; each that lacks or fails gives a finding."""
    delen = _op_volgorde(dossier.delen("referentie"))
    uitslagen = []
    for nummer in (1, 2):
        sleutel = f"referentie_{nummer}"
        if nummer > len(delen):
            uitslagen.append(_ontbreekt(sleutel, len(delen), dossier))
            continue
        deel = delen[nummer - 1]
        gebreken = _gebreken(deel, dossier)
        if not gebreken:
            uitslagen.append(uitslag(sleutel, "aanwezig", deel.bestand, _goed(deel)))
            continue
        status: StukStatus = "verlopen" if any(g.status == "verlopen" for g in gebreken) else "onvolledig"
        uitleg = " ".join(g.uitleg for g in gebreken)
        bevinding = Bevinding(
            soort="referentie",
            ernst="knock-out"
            if status == "verlopen" or any("§5.4 onder" in g.uitleg for g in gebreken)
            else "herstelbaar",
            bewijs=tuple(g.bewijs for g in gebreken),
            toelichting=f"Referentie {nummer}: {uitleg}",
        )
        uitslagen.append(uitslag(sleutel, status, deel.bestand, uitleg, bevinding))
    return tuple(uitslagen)


def _op_volgorde(delen: tuple[Deel, ...]) -> list[Deel]:
    """By their own number where they have one, else as they came; the same reference once."""
    uniek: list[Deel] = []
    for deel in delen:
        if all(fold(deel.document.tekst) != fold(ander.document.tekst) for ander in uniek):
            uniek.append(deel)
    return sorted(uniek, key=lambda deel: _nummer(deel) or 9)


def _nummer(deel: Deel) -> int | None:
    kop = " ".join(b.tekst for b in zichtbaar(deel.document)[:4])
    for tekst in (fold(kop), fold(deel.bestand).replace("_", " ")):
        if (found := re.search(r"referentie\w*\W*(?:nr\.?|nummer)?\W*(\d)\b", tekst)) is not None:
            return int(found.group(1))
    return None


def _ontbreekt(sleutel: str, aantal: int, dossier: Dossier) -> Uitslag:
    tekst = (
        f"Er zijn twee referenties nodig; gevonden {'is er één' if aantal == 1 else 'is er geen'} (§5.4 "
        f"onder 1)."
    )
    bewijzen = []
    for document in dossier.documenten("invulsjabloon"):
        bewijzen += [
            bewijs(document, b) for b in zichtbaar(document) if b.cellen and "referentie" in fold(b.cellen[0])
        ][:2]
    bevinding = Bevinding(soort="referentie", ernst="knock-out", bewijs=tuple(bewijzen), toelichting=tekst)
    # With none at all the finding is made once, with the first.
    eenmaal = (bevinding,) if aantal == 1 or sleutel == "referentie_1" else ()
    return uitslag(sleutel, "ontbreekt", None, tekst, *eenmaal)


def _gebreken(deel: Deel, dossier: Dossier) -> list[_Gebrek]:
    document = deel.document
    gebreken: list[_Gebrek] = []
    if not document.blokken:
        return [
            _Gebrek(
                "onvolledig",
                "De referentie is niet te lezen.",
                Bewijs(bestand=deel.bestand, pagina=None, citaat=""),
            )
        ]
    jaren = dossier.stuk("referentie_1").uitgevoerd_binnen_jaren or 3
    einde = einde_opdracht(deel, dossier.peildatum)
    if einde is not None:
        dag, blok, lopend = einde
        grens = _jaren_eerder(dossier.peildatum, jaren)
        if not lopend and dag < grens:
            gebreken.append(
                _Gebrek(
                    "verlopen",
                    (
                        f"De opdracht eindigde op {dag_tekst(dag)}, dat is niet binnen {jaren} jaar voor "
                        f"{dag_tekst(dossier.peildatum)} (§5.4 onder 2)."
                    ),
                    bewijs(document, blok),
                )
            )
    if (rsj := _rsj_als_referent(document)) is not None:
        gebreken.append(
            _Gebrek(
                "onvolledig",
                "Het RSJ en zijn medewerkers kunnen geen referent zijn (§5.4 onder 6).",
                bewijs(document, rsj),
            )
        )
    if missend := _missende_competenties(deel):
        eerste = next(iter(missend.values())) or document.blokken[0]
        nummers = opsomming([str(n) for n in sorted(missend)])
        woord = "kerncompetenties" if len(missend) > 1 else "kerncompetentie"
        gebreken.append(
            _Gebrek(
                "onvolledig",
                f"De referentie toont {woord} {nummers} niet aan (§5.4 onder 1).",
                bewijs(document, eerste),
            )
        )
    for blok in zichtbaar(document):
        plain = fold(blok.tekst)
        if _ONTBONDEN.search(plain) and not _ontkend(blok):
            gebreken.append(
                _Gebrek(
                    "onvolledig",
                    "Het contract is tussentijds ontbonden (§5.4 onder 9).",
                    bewijs(document, blok),
                )
            )
        elif _GEEN_CLIENT.search(plain):
            gebreken.append(
                _Gebrek(
                    "onvolledig",
                    "Binnen de opdracht is geen cliënt ondersteund (§5.4 onder 9).",
                    bewijs(document, blok),
                )
            )
        elif _PROGNOSE.search(plain) and not re.search(r"geen prognose", plain):
            gebreken.append(
                _Gebrek(
                    "onvolledig",
                    "De referentie geeft verwachte in plaats van behaalde resultaten (§5.4 onder 7).",
                    bewijs(document, blok),
                )
            )
        elif (vrij := _VRIJ.search(plain)) and not re.search(
            r"\b(?:niet|geen|nooit|nergens)\b[^.]{0,40}$", plain[: vrij.start()]
        ):
            gebreken.append(
                _Gebrek(
                    "onvolledig",
                    "De hulp in de referentie is vrij toegankelijk of niet op verwijzing (§5.4 onder 1).",
                    bewijs(document, blok),
                )
            )
        elif _ONTEVREDEN.search(plain):
            gebreken.append(
                _Gebrek(
                    "onvolledig",
                    "De referent is niet tevreden over de samenwerking (§5.4 onder 1).",
                    bewijs(document, blok),
                )
            )
    return gebreken


def _rsj_als_referent(document: Document) -> Blok | None:
    """The passage that names the RSJ behind the label of the referent, or in that very cell."""
    for veld in velden([document], _REFERENT):
        if _RSJ.search(fold(veld.waarde)):
            return veld.blok
    for blok in zichtbaar(document):
        if any(_REFERENT.match(fold(cel)) and _RSJ.search(fold(cel)) for cel in blok.cellen or (blok.tekst,)):
            return blok
    return None


def _ontkend(blok: Blok) -> bool:
    """ "Tussentijds ontbonden? Nee" is no defect."""
    if blok.cellen:
        return any(ja_of_nee(cel) is False for cel in blok.cellen[1:])
    plain = fold(blok.tekst)
    return re.search(r"\bniet\b|\bnee\b|\bgeen\b", plain) is not None


def einde_opdracht(deel: Deel, peildatum: date) -> tuple[date, Blok, bool] | None:
    """The last day of the assignment, where it says so, and whether it still runs on the peildatum."""
    kandidaten = [veld.blok for veld in velden([deel.document], _PERIODE)]
    if not kandidaten:
        kandidaten = [
            b for b in zichtbaar(deel.document)
            if _TUSSEN.search(fold(b.tekst)) and not _ONDERTEKEND.search(fold(b.tekst))
        ]  # fmt: skip
    gevonden: tuple[date, Blok] | None = None
    for blok in kandidaten:
        plain = fold(blok.tekst)
        if _LOPEND.search(plain):
            return peildatum, blok, True
        dagen = [dag for dag, _, _ in datums(blok.tekst)]
        dagen += (
            [date(int(jaar), 12, 31) for jaar in re.findall(r"(?<![\d-])(20[0-3]\d)(?![\d-])", blok.tekst)]
            if not dagen
            else []
        )
        dagen += _maanden(plain) if len(dagen) < 2 else []
        if not dagen or re.match(r"^(?:start|begin)datum", plain):
            continue
        einde = max(dagen)
        if (
            len(dagen) == 1
            and re.search(r"\b(?:sinds|vanaf|per|met ingang van)\b", plain)
            and not re.search(r"tot|t/m", plain)
        ):
            return peildatum, blok, True
        if gevonden is None or einde > gevonden[0]:
            gevonden = (einde, blok)
    return (gevonden[0], gevonden[1], gevonden[0] >= peildatum) if gevonden is not None else None


def _maanden(plain: str) -> list[date]:
    """Months without a day: "maart 2018"; the first of the next month less a day is near enough: its 28th."""
    namen = list(MAANDEN)
    return [
        date(int(jaar), namen.index(maand) + 1, 28)
        for maand, jaar in re.findall(rf"\b({'|'.join(namen)})\s+(20\d\d)", plain)
    ]


def _jaren_eerder(dag: date, jaren: int) -> date:
    try:
        return dag.replace(year=dag.year - jaren)
    except ValueError:  # 29 February
        return dag.replace(year=dag.year - jaren, day=28)


def _missende_competenties(deel: Deel) -> dict[int, Blok | None]:
    """Kerncompetenties that are not named, or named with nothing behind them."""
    blokken = zichtbaar(deel.document)
    tekst = fold(deel.document.tekst)
    missend: dict[int, Blok | None] = {}
    for nummer, patroon in _COMPETENTIES.items():
        if not patroon.search(tekst):
            missend[nummer] = None
            continue
        genoemd = re.compile(rf"kerncompetentie\s*{nummer}\b")
        for index, blok in enumerate(blokken):
            if not genoemd.match(re.sub(r"^[\d.\s]+", "", fold(blok.tekst))):
                continue
            if blok.cellen:
                leeg = all(_zonder_inhoud(fold(cel)) for cel in blok.cellen[1:]) and len(blok.cellen) > 1
            else:
                volgende = fold(blokken[index + 1].tekst) if index + 1 < len(blokken) else ""
                kort = len(blok.tekst) < 75
                leeg = kort and (
                    not volgende or volgende.startswith("kerncompetentie") or _zonder_inhoud(volgende)
                )
            if leeg:
                missend[nummer] = blok
            break
    return missend if len(missend) < 3 or "kerncompetentie" in tekst else {}


def _zonder_inhoud(plain: str) -> bool:
    """Does this answer leave the kerncompetentie open, or say that there was none of it?"""
    return _GEEN_INVULLING.match(plain) is not None or _NIET_GETOOND.match(plain) is not None


def _goed(deel: Deel) -> str:
    einde = einde_opdracht(deel, date.max)
    periode = (
        ""
        if einde is None
        else "lopend contract"
        if einde[2] or einde[0] == date.max
        else f"uitgevoerd tot {dag_tekst(einde[0])}"
    )
    return f"Alle drie kerncompetenties{', ' + periode if periode else ''}."
