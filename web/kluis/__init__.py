"""The cryptography of the vault, without database or clock: docs/kluis.md tells why it is like this.

`officier` is one person's own key, `nesten` locks the vault's key behind two of them, `versleutelen` does the
files, `serversleutel` takes over once two people have opened.
"""
