"""A draft catalogue from an imported inkoopdocument, so that a new tender does not start with nothing."""

from knowledge.concept.eisen import conceptcatalogus
from knowledge.concept.schrijven import schrijf

__all__ = ["conceptcatalogus", "schrijf"]
