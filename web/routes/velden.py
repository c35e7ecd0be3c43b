"""A sent form whose fields a route does not know beforehand, as a parameter: `form: Velden`."""

from typing import Annotated

from fastapi import Depends, Request


async def _velden(request: Request) -> dict[str, str]:
    """The text fields; of a name that comes twice the last."""
    return {naam: waarde for naam, waarde in (await request.form()).items() if isinstance(waarde, str)}


Velden = Annotated[dict[str, str], Depends(_velden)]
