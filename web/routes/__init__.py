"""HTTP in and out; one family of pages a file."""
