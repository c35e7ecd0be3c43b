"""Doors: who somebody is. What they may do is `web.access`."""
