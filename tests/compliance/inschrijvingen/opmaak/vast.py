"""Makes office files the same bytes every time: fixed times inside the zip and in the properties."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

TIJD = (2022, 7, 14, 12, 0, 0)


def zet_vast(pad: Path) -> None:
    """Rewrite a docx or xlsx file with one fixed time everywhere."""
    with zipfile.ZipFile(pad) as zip_in:
        delen = [(deel.filename, zip_in.read(deel)) for deel in zip_in.infolist()]
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as zip_uit:
        for naam, inhoud in delen:
            if naam == "docProps/core.xml":
                inhoud = re.sub(rb">\d{4}-\d\d-\d\dT[\d:.]+Z?<", b">2022-07-14T12:00:00Z<", inhoud)
            info = zipfile.ZipInfo(naam, TIJD)
            info.compress_type = zipfile.ZIP_DEFLATED
            zip_uit.writestr(info, inhoud)
