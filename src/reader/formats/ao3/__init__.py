"""Works of the Archive of Our Own: its downloads, saved pages of its site, and both flattened to text."""
