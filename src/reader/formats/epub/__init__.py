"""EPUB 2 and 3: the package around a work's text, however broken, and who made it."""
