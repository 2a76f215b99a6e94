"""A table over ids: rows are read a page at a time and painted by one delegate."""
