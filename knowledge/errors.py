"""Errors whose text a user may read: plain Dutch, naming the file and the place in it."""


class InvoerFout(Exception):
    """Bad input. `str(fout)` is one clear Dutch line; `fouten` holds every line when there are several."""

    def __init__(self, *regels: str) -> None:
        super().__init__(regels[0] if regels else "Onbekende invoerfout.")
        self.fouten: tuple[str, ...] = regels
