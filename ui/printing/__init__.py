"""Papers through Qt's own printing: preview, printer, PDF, with no office suite."""
