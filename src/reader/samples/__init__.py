"""The work that comes with Reader, for a library with nothing in it yet."""
