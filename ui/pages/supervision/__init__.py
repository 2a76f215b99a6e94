"""督办: late sections on the ladder, and the next act."""
