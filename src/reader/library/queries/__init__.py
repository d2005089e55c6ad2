"""Queries and filters over the list of works: read, carried out, and counted by tags."""
