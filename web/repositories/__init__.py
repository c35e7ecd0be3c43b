"""All queries, one table (or family of tables) a file. Every function takes an open session."""
