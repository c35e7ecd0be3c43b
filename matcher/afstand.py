"""Distance between home and groep; see `knowledge.geo.afstand`."""

from knowledge.geo.afstand import AARDSTRAAL_KM, afstand_km, km_in_woorden

__all__ = ["AARDSTRAAL_KM", "afstand_km", "km_in_woorden"]
