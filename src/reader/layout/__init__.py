"""A chapter set into pages of terminal cells."""
