"""Checks of the intensities bid for: reads the rekentools (rekentool), judges every group (beoordeling)."""
