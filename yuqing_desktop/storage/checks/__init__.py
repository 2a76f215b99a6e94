"""Check-ups of a registry (第十三条): each reads, compares and yields findings; none writes."""
