"""Keys: each in its turn, and which one carries out which command: defaults, presets and the reader's own."""
