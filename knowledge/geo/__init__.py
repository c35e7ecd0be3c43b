"""Where a postcode or place lies, and how far from the region's border.

`knowledge.geo.kaart.Kaart.standaard(gemeenten)` uses what was imported (`knowledge geo import`); without it a
small table of places of the project's own, which is less exact and says by how much.
"""
