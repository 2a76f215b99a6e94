"""台账: the figures of a period and its workbook."""
