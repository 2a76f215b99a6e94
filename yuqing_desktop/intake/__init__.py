"""Outside material in: spreadsheets, pages and links, read with no database and no window."""
