"""统计: the figures of a period, each opening its list."""
