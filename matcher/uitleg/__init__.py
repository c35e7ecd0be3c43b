"""Why this place, what else could be and at what price, and what if: answers found by solving again."""
