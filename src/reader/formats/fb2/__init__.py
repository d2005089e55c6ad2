"""FictionBook 2: its description, its bodies and sections, its notes and pictures."""
