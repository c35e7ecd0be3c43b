"""Distance between two points, and how it is said."""

import math

AARDSTRAAL_KM = 6371.0088


def afstand_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Distance in km along the earth's surface (haversine) between two WGS84 points in degrees."""
    breedte1, lengte1, breedte2, lengte2 = map(math.radians, (lat1, lon1, lat2, lon2))
    h = (
        math.sin((breedte2 - breedte1) / 2) ** 2
        + math.cos(breedte1) * math.cos(breedte2) * math.sin((lengte2 - lengte1) / 2) ** 2
    )
    return 2 * AARDSTRAAL_KM * math.asin(min(1.0, math.sqrt(h)))


def km_in_woorden(km: float) -> str:
    """'12,4 km'."""
    return f"{km:.1f} km".replace(".", ",")
