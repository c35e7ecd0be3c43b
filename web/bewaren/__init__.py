"""How long each kind of data is kept, and its removal (docs/recht/bewaartermijnen.md)."""
