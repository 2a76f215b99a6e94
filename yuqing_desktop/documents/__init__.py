"""Papers out: Word files from templates, Excel workbooks, HTML for the printer."""
