"""Scripts that make and measure what the program ships."""
