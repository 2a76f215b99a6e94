"""设置: the office's own words, lists and looks."""
