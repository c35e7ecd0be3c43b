"""The one door to the data: who may do what (`rechten`), on which rows (`grenzen`), kept in the log.

Routes and services open every session by `Toegang`; tests/web/test_access.py holds that nothing else does.
"""

from web.access.rechten import GeenToegang, Handeling, Soort, mag
from web.access.toegang import Toegang, noem
from web.access.wie import Wie

__all__ = ["GeenToegang", "Handeling", "Soort", "Toegang", "Wie", "mag", "noem"]
