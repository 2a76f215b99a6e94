"""Built-in help."""
