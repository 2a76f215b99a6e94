"""每日巡查: every channel of the day, and the month's calendar."""
