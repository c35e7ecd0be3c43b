"""The log of what people of one organisation did, for its beheerder."""

import csv
import io
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import Response

from web.access import Handeling, Soort
from web.auth.huidig import Ingelogd
from web.contexts.logboek import Logboekpagina, Logboekregel
from web.rendering import render
from web.repositories import log
from web.state import CurrentState

router = APIRouter(prefix="/logboek")

BLADZIJDE = 50
"""Lines on one page."""
MEESTE = 50_000
"""Lines of one export."""
KOLOMMEN = (
    "nummer", "tijd", "gebruiker", "rollen", "namens", "handeling", "uitkomst", "soort", "record", "deel",
    "adres", "verzoek", "hash",
)  # fmt: skip


@router.get("")
def show(
    request: Request, state: CurrentState, wie: Ingelogd, zoek: str = "", bladzijde: int = 1
) -> Response:
    bladzijde = max(1, bladzijde)
    van = (bladzijde - 1) * BLADZIJDE
    handeling = Handeling.ZOEKEN if zoek.strip() else Handeling.LEZEN
    with state.toegang.lezen(wie, Soort.LOG, deel=zoek.strip()[:100], handeling=handeling) as session:
        regels, aantal = log.page(session, wie.organisatie_id, zoek, van, BLADZIJDE)

    def adres(nummer: int) -> str:
        return "/logboek?" + urlencode({"zoek": zoek, "bladzijde": nummer})

    pagina = Logboekpagina(
        regels=tuple(
            Logboekregel(
                r.nummer, r.tijd, r.gebruiker, r.handeling, r.soort, r.record, r.deel, r.adres,
                r.uitkomst == "geweigerd",
            )
            for r in regels
        ),
        zoek=zoek,
        aantal=aantal,
        vorige=adres(bladzijde - 1) if van else "",
        volgende=adres(bladzijde + 1) if van + BLADZIJDE < aantal else "",
        uitvoer="/logboek/uitvoer.csv?" + urlencode({"zoek": zoek}),
    )  # fmt: skip
    return render(request, pagina)


@router.get("/uitvoer.csv")
def export(state: CurrentState, wie: Ingelogd, zoek: str = "") -> Response:
    with state.toegang.lezen(wie, Soort.LOG, "", zoek.strip()[:100], Handeling.UITVOEREN) as session:
        regels, _ = log.page(session, wie.organisatie_id, zoek, 0, MEESTE)
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\n")
    schrijver.writerow(KOLOMMEN)
    schrijver.writerows([_veilig(str(getattr(regel, kolom))) for kolom in KOLOMMEN] for regel in regels)
    headers = {"Content-Disposition": 'attachment; filename="logboek.csv"'}
    return Response(uit.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def _veilig(tekst: str) -> str:
    """No cell that a spreadsheet would take for a formula."""
    return f"'{tekst}" if tekst.startswith(("=", "+", "-", "@", "\t", "\r")) else tekst
