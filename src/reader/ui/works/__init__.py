"""What is shown of a work: in a row, in a blurb, in its details, of its files."""
