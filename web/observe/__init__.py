"""What the running server tells who looks after it: `logs` in lines, `metrics` in figures."""
