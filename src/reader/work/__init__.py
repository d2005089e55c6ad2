"""Works, tags and places in a text: pure values, no files, no widths."""
