"""The files people keep, each turned into a `Work`."""
