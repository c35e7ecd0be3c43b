"""The log of what people did: written with what it records, chained by hashes, never changed."""
