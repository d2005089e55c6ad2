"""Numbers of things in words."""

from __future__ import annotations


def counted(number: int, thing: str, several: str = "") -> str:
    """A number with what there are so many of; `several` is its plural where that is not made with an s."""
    return f"{number:,} {thing if number == 1 else several or f'{thing}s'}"
