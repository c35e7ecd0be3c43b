"""Lays out the texts of the invented bids as Word, PDF and spreadsheet files, the same bytes every time."""
