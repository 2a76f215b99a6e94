"""审批: what waits for which leader, read one after another."""
