"""The rows: SQLite through peewee, one door for writing."""
