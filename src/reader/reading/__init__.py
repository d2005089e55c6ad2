"""One reading of one work: its place and pages, what it leaves in the state, and searching it. No Textual."""
