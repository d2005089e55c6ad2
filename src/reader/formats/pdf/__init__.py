"""PDF files: the text is found again in what was only meant for looking at."""
