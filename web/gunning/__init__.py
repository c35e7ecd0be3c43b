"""From an opened tender to an award: the rules on its set-up, on scores, ranking and steps, and the papers.

No database and no clock here, except that `stand` reads all of a tender at once.
"""
