"""The calculators (rekentools): pure functions over a tender's catalogue, amounts in Decimal."""
