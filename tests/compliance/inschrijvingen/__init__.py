"""Invented bids with labels: each folder holds its texts, `bouw.py` that lays them out and `gold.json`.

`oefen-*` may be looked at while tuning the rules; `toets-*` stays untouched and only measures.
"""
