"""Widgets: they show and report."""
