"""Full-text search over every work: what can be typed, how it is asked of the index, and what is found."""
