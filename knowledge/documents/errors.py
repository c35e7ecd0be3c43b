"""Why a file can't be read, with the kind of problem that a Leesprobleem names."""

from knowledge.errors import InvoerFout


class LeesFout(InvoerFout):
    """A file that can't be read. `soort` is one of the kinds of Leesprobleem; the text is plain Dutch."""

    def __init__(self, soort: str, uitleg: str) -> None:
        super().__init__(uitleg)
        self.soort = soort
