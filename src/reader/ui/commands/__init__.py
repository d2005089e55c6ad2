"""What a reader can do with a key, each thing declared once."""
