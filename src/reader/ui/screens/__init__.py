"""Screens: they decide."""
