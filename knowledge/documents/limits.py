"""Limits on what we open, so that no file can fill memory or disk or keep a machine busy."""

MAX_BESTANDEN = 500
"""Files in one bid."""
MAX_BYTES = 500 * 2**20
"""Unpacked size of one bid, in bytes."""
MAX_BESTAND_BYTES = 200 * 2**20
"""Size of one file, in bytes."""
MAX_VERHOUDING = 200
"""Times that a file in a zip may grow when unpacked; XML in office files rarely passes 50."""
KLEIN_BYTES = 10 * 2**20
"""Below this unpacked size the ratio does not matter: short repetitive XML shrinks very well."""
MAX_ONDERDELEN = 5000
"""Parts in one office file."""

SECONDEN_PER_BESTAND = 60.0
"""Wall time for reading one file."""
GEHEUGEN_MB = 1536
"""Address space of the process that reads a file, in MB."""

OCR_SECONDEN = 40.0
"""Wall time for recognising text on the scanned pages of one file; a page takes some four seconds."""
OCR_PAGINAS = 25
"""Scanned pages of one file that are recognised."""
OCR_PIXELS = 40_000_000
"""Pixels of a picture; a page of A4 at 300 dots an inch has 9 million."""
