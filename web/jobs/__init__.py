"""Long work outside the server.

`jobs` is what pages use. A `worker` is either `pool` (SQLite, one machine) or `postgresql` (any number of
machines); both give each attempt at a job a process of its own (`attempt`, and `worker` in that process) and
go by the same rules (`turns`). `handlers` do the work, each with a `werk` in hand.
"""
