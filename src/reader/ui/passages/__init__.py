"""Choosing a passage on the page, marking it, copying it."""
