"""The library screen in parts: its works, tags, filter, and what is done with them."""
