"""Papers: one short module each, its context and its template's name."""
