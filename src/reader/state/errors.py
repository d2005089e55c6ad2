"""What the state can't do, apart from the store so that to know the error is not to load the store."""

from __future__ import annotations


class StateError(Exception):
    """What the reader made could not be saved; the message says in one line why, with the path."""
