"""One archive of everything: the database, the data folder and the store of files.

`archive` is the form of the archive, `sqlite` and `postgresql` read and fill a database, `make` and `restore`
put them together.
"""
