"""The stations of the regulation: one function an act, each a few lines over one door for writing."""
