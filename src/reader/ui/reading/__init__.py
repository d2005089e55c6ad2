"""The reading screen in parts: the work that is open, where its reader is, and going elsewhere in it."""
