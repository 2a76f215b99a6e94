"""今日: what the day starts with."""
