"""体检: is everything as it was recorded."""
