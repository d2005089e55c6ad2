"""Stores opened at a fixed time, and files in which a work had several titles."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.state.store import Store

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 21, 10, 3, 12, tzinfo=UTC)


def open_store(folder: Path, now: datetime = NOW) -> Store:
    return Store(folder, device="here", now=lambda: now)


def give_title(store: Store, work: str, title: str) -> None:
    store.change(work, lambda record: replace(record, title=title))


def with_titles(folder: Path, *titles: str) -> Path:
    """A store in which one work had each of these titles in turn."""
    store = open_store(folder)
    for title in titles:
        give_title(store, "ao3:1", title)
        store.save()
    return store.path
