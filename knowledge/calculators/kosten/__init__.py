"""The cost of a traject, line by line."""
