"""How a state, a time, a figure is said on the screen: pure functions."""
