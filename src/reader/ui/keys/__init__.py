"""Which key carries out which command: defaults, presets and the reader's own, settled with one another."""
