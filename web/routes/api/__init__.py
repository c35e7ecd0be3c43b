"""The JSON interface for other programs, at /api/v1, by the NL API Design Rules; see docs/api.md."""

from web.routes.api.app import make_api

__all__ = ["make_api"]
