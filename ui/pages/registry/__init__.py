"""登记簿: filter bar, table, case file."""
