"""Carrying out at once what is done in steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Generator

T = TypeVar("T")


def made(steps: Generator[None, None, T]) -> T:
    """What comes of it."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            result: T = done.value
            return result
