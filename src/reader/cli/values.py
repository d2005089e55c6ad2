"""What is typed for an argument, as the value it stands for. Each raises ValueError where it is none."""

from __future__ import annotations


def path(word: str) -> str:
    """A path as typed; an empty one would be the folder one is in."""
    if not word:
        raise ValueError
    return word


def tag(word: str) -> str:
    """A tag as typed, with single spaces."""
    name = " ".join(word.split())
    if not name:
        raise ValueError
    return name


def number(word: str) -> int:
    """A place in a list, from 1."""
    if (found := int(word)) < 1:
        raise ValueError
    return found


def count(word: str) -> int:
    """How often, from 0."""
    if (found := int(word)) < 0:
        raise ValueError
    return found


def source(word: str) -> str | int:
    """A source as typed: its number in `reader show`, or "best"."""
    return word if word == "best" else number(word)
