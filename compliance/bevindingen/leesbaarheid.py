"""Files that could not be read, and text that a reader does not see."""

import re
from collections.abc import Iterator

from compliance.bewijs import bewijs
from compliance.dossier import Dossier
from compliance.rapport import Bevinding, Bewijs
from knowledge.documents import Soort

_ONLEESBAAR = {"onleesbaar", "versleuteld", "leeg", "beschadigd", "te_groot", "niet_gelezen"}
_MINSTE_WOORDEN = 4
_WOORD = re.compile(r"[^\W\d_]{2,}")


def zoek_leesbaarheid(dossier: Dossier) -> Iterator[Bevinding]:
    """One finding a file for what was not read, and one for hidden text."""
    for document in dossier.inschrijving.documenten:
        problemen = [p for p in document.problemen if p.soort in _ONLEESBAAR]
        if problemen:
            geheel = not any(blok.tekst.strip() for blok in document.blokken)
            yield Bevinding(
                soort="onleesbaar",
                ernst="herstelbaar" if geheel else "aandacht",
                bewijs=tuple(
                    Bewijs(bestand=document.bestand, pagina=p.pagina, citaat="") for p in problemen[:5]
                ),
                toelichting=" ".join(dict.fromkeys(p.uitleg for p in problemen)),
            )
        verborgen = [
            blok for blok in document.blokken
            if blok.soort is Soort.VERBORGEN and len(_WOORD.findall(blok.tekst)) >= _MINSTE_WOORDEN
        ]  # fmt: skip
        if verborgen:
            yield Bevinding(
                soort="verborgen_tekst",
                ernst="aandacht",
                bewijs=tuple(bewijs(document, blok) for blok in verborgen[:5]),
                toelichting=(
                    f"{document.bestand} bevat tekst die een lezer niet ziet (bijvoorbeeld wit, heel klein "
                    f"of buiten de pagina). Die telt niet als onderbouwing."
                ),
            )
