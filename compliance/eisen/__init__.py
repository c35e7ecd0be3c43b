"""Judging the eisen: which the bid shows, partly shows, contradicts, only agrees to, or leaves out."""

from compliance.eisen.oordeel import judge_eisen

__all__ = ["judge_eisen"]
