"""责任追究: situations of a period with facts for and against, never a verdict."""
