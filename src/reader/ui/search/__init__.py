"""Searching all texts on a screen: the session, its rows, the visits to passages."""
