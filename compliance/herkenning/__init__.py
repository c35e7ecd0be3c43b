"""Recognises a bid: which file is which stuk, who bids, and for which percelen, vormen and intensiteiten."""

from compliance.herkenning.aanbod import Aanbod, lees_aanbod
from compliance.herkenning.delen import herken_delen
from compliance.herkenning.inschrijver import lees_inschrijver
from compliance.herkenning.percelen import lees_percelen

__all__ = ["Aanbod", "herken_delen", "lees_aanbod", "lees_inschrijver", "lees_percelen"]
