"""The catalogue: every work of the library with its facts, its text and what the state says of it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from reader.library import listing
from reader.library.database import check, data_version, rows, writing
from reader.library.entries import CatalogueError, ChapterInfo, DamagedError, Entry
from reader.library.mirror import Mirror, new_keys
from reader.library.outline_rows import of_chapter, outline
from reader.library.packing import packed_title, unpack_names
from reader.library.schema import connect

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from reader.library.file_rows import KnownFile
    from reader.library.laid_by import LaidBy
    from reader.library.outcomes import Outcome
    from reader.library.packed_works import PackedWork
    from reader.library.text_search.searching import Found, Wanted
    from reader.work.model import Chapter, Work

__all__ = ["Catalogue", "CatalogueError", "ChapterInfo", "Entry"]

_LAST_READ_FIRST = "w.last_read IS NULL, w.last_read DESC, w.added DESC, w.no DESC"
"""As lists are sorted that are sorted by nothing else: what they begin with is read before the rest."""


class Catalogue:
    """The catalogue's connection; it changes the database. One for each thread.

    Everything raises CatalogueError where the database can't answer: damaged, locked for long, full disk.
    """

    def __init__(self, path: Path, db: sqlite3.Connection, *, fresh: bool) -> None:
        self.path = path
        self.fresh = fresh
        """True when the catalogue was made anew, and works have to be put in again."""
        self._db = db
        self._seen = data_version(self._db)

    @classmethod
    def open(cls, path: Path) -> Catalogue:
        """The catalogue at `path`, made where there is none or none that can be used.

        The folder must exist. Raises CatalogueError.
        """
        db, fresh = connect(path)
        return cls(path, db, fresh=fresh)

    def close(self) -> None:
        """Let the database go."""
        self._db.close()

    def check(self) -> None:
        """Look through the whole database. Raises DamagedError."""
        check(self._db)

    def search_is_sound(self) -> bool:
        """Whether the index for searching all texts agrees with them."""
        from reader.library.text_search.index_check import index_is_sound  # as in `put`

        return index_is_sound(self._db)

    def make_search_anew(self) -> None:
        """Make the index for searching all texts from them."""
        from reader.library.text_search.index_check import make_index_anew  # as in `put`

        make_index_anew(self._db)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- Putting in and taking out ----------------------------------------------------------------------

    def put(
        self,
        work: Work | PackedWork,
        *,
        path: str | bytes | None,
        format: str,  # noqa: A002 -- the word of the contract and of `Entry`
        sha256: str,
        added: datetime,
        size: int | None = None,
        modified: int | None = None,
        supplement: str | None = None,
        replace: bool = False,
    ) -> Outcome:
        """Store a work read from a file, by the rules of `identity`; `added` is when the file came.

        `supplement` is what was known of the work from beside the file: where it changed, the facts follow.
        `replace` takes the text whatever it is beside the one in use: the same file read in another way.
        Raises UnreadableError for text that can't be stored.
        """
        from reader.formats.source import UnreadableError
        from reader.library.file_rows import FileFacts  # going on with a work must not wait for it
        from reader.library.packed_works import BROKEN_TEXT, PackedWork, pack
        from reader.library.storing import store

        packed = work if isinstance(work, PackedWork) else pack(work)
        file = FileFacts(_path_bytes(path), format, sha256, size, modified, supplement)
        try:
            with writing(self._db):
                return store(self._db, packed, file, added=listing.milliseconds(added), replace=replace)
        except UnicodeEncodeError:  # half a surrogate pair in what is told of it
            raise UnreadableError(BROKEN_TEXT) from None

    def batch(self) -> AbstractContextManager[None]:
        """What is put in until its end is one transaction: all of it, or nothing where anything is raised."""
        return writing(self._db)

    def record_file(
        self,
        work_id: str,
        *,
        path: str | bytes,
        format: str,  # noqa: A002 -- as in `put`
        sha256: str,
        size: int | None = None,
        modified: int | None = None,
        instead_of: bytes | None = None,
    ) -> None:
        """Note one more place of a file that is known; `instead_of` is where it was and is no more."""
        from reader.library.file_rows import FileFacts, place_known_file  # as in `put`

        file = FileFacts(_path_bytes(path), format, sha256, size, modified)
        with writing(self._db):
            added = listing.milliseconds(datetime.now(UTC))
            place_known_file(self._db, work_id, file, added=added, instead_of=instead_of)

    def remove(self, *work_ids: str) -> None:
        """Take works out; nothing happens where there is none."""
        with writing(self._db):
            self._db.executemany("DELETE FROM works WHERE id = ?", [(work_id,) for work_id in work_ids])

    @property
    def laid_by(self) -> LaidBy:
        """Works as they were before they were taken out, until this connection is closed."""
        from reader.library.laid_by import LaidBy  # as in `put`

        return LaidBy(self._db)

    # -- Lists ------------------------------------------------------------------------------------------

    def entries(self, *, brief: bool = False) -> list[Entry]:
        """Every work, in the order in which they were added; `brief` as `listing.made_brief` makes them."""
        return listing.every(self._db, brief=brief)

    def summaries(self, work_ids: Sequence[str]) -> Iterator[str | None]:
        """The summaries of these works, read as they are asked for; None for one that has none."""
        return listing.summaries(self._db, work_ids)

    def beginning(self, number: int) -> list[Entry]:
        """The works that a list of all begins with, in the order in which they were added.

        Those are the ones read last, then those added last.
        """
        first = f"SELECT w.no FROM works w ORDER BY {_LAST_READ_FIRST} LIMIT ?"
        return listing.some(self._db, f"WHERE w.no IN ({first}) ORDER BY w.no", number)

    def in_series(self, title: str) -> list[Entry]:
        """The works that are part of a series, by its title as their sources give it."""
        return listing.some(self._db, "WHERE instr(w.series, ?) ORDER BY w.no", packed_title(title))

    def some(self, work_ids: Sequence[str]) -> list[Entry]:
        """Those of these works that are there, in the order in which they were added."""
        marks = ", ".join("?" * len(work_ids))
        return listing.some(self._db, f"WHERE w.id IN ({marks}) ORDER BY w.no", *work_ids)

    def entry(self, work_id: str) -> Entry | None:
        """One work."""
        found = listing.some(self._db, "WHERE w.id = ?", work_id)
        return found[0] if found else None

    def count(self) -> int:
        """How many works there are."""
        return int(rows(self._db, "SELECT count(*) FROM works")[0][0])

    def titles(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """The id, title and authors of every work: those read last, then those added last."""
        found = rows(self._db, f"SELECT w.id, w.title, w.authors FROM works w ORDER BY {_LAST_READ_FIRST}")
        return [(work_id, title, unpack_names(authors)) for work_id, title, authors in found]

    def resolve(self, words: str) -> list[Entry]:
        """The works a person can mean by an id, the start of one, or words of a title (see `resolving`).

        More than one means that the words are not enough.
        """
        from reader.library.resolving import resolve  # as in `put`

        ids = resolve(dict(rows(self._db, "SELECT id, title FROM works ORDER BY no")), words)
        return [entry for work_id in ids if (entry := self.entry(work_id))]

    def search(
        self, words: str, *, within: Collection[str] | None = None, wanted: Wanted | None = None
    ) -> Iterator[Found]:
        """The works in whose text the words occur, best first, of all or of some (see `searching`)."""
        from reader.library.text_search.searching import Wanted, search  # as in `put`

        return search(self._db, words, within=within, wanted=wanted or Wanted())

    # -- Text -------------------------------------------------------------------------------------------

    def outline(self, work_id: str) -> tuple[ChapterInfo, ...]:
        """The chapters of a work in order, without their text; none when there is no such work."""
        return outline(self._db, work_id, new_keys(self._db, work_id))

    def chapter(self, work_id: str, number: int) -> Chapter:
        """One chapter, counted from 1. Raises CatalogueError when there is none."""
        from reader.library.codec import decode_blocks  # a list of works is shown without
        from reader.work.model import Chapter

        title, key, repaired, blocks, text = of_chapter(
            self._db, "title, c.key, c.repaired, c.blocks, c.text", work_id, number
        )
        try:
            return Chapter(number, title, key, decode_blocks(blocks, text), bool(repaired))
        except (ValueError, KeyError, TypeError) as error:
            raise DamagedError(f"{work_id}, chapter {number}") from error

    def text(self, work_id: str, number: int) -> str:
        """The text of one chapter, counted from 1. Raises CatalogueError when there is none."""
        return str(of_chapter(self._db, "text", work_id, number)[0])

    # -- Files ------------------------------------------------------------------------------------------

    def by_sha256(self, sha256: str) -> str | None:
        """The id of the work a file with this hash belongs to."""
        found = rows(
            self._db,
            "SELECT w.id FROM files f JOIN works w ON w.no = f.work WHERE f.sha256 = ? LIMIT 1",
            sha256,
        )
        return found[0][0] if found else None

    def files(self, work_id: str | None = None) -> list[KnownFile]:
        """The files of one work, or of all, in the order in which they came."""
        from reader.library.file_rows import files_of  # as in `put`

        return files_of(self._db, work_id)

    def file_at(self, path: str | bytes) -> KnownFile | None:
        """The file last read from a path."""
        from reader.library.file_rows import file_at  # as in `put`

        return file_at(self._db, os.fsencode(path))

    def mark_missing(self, path: str | bytes, missing: bool) -> None:
        """Note that a file is gone from its path, or is back."""
        with writing(self._db):
            self._db.execute("UPDATE files SET missing = ? WHERE path = ?", (missing, _path_bytes(path)))

    def forget_file(self, work_id: str, sha256: str) -> None:
        """Forget a file of a work that is no longer at any place and whose text is not in use."""
        from reader.library.file_rows import forget_file  # as in `put`

        with writing(self._db):
            forget_file(self._db, work_id, sha256)

    # -- The mirror of the state ------------------------------------------------------------------------

    @property
    def mirror(self) -> Mirror:
        """What is kept of the state, so that lists can show it without reading it."""
        return Mirror(self._db)

    def last_read_id(self) -> str | None:
        """The work read last, None when none was begun."""
        found = rows(
            self._db, "SELECT id FROM works WHERE last_read IS NOT NULL ORDER BY last_read DESC LIMIT 1"
        )
        return found[0][0] if found else None

    # -- Other windows ----------------------------------------------------------------------------------

    def changed_outside(self) -> bool:
        """Whether another connection changed the catalogue since this was last asked."""
        version = data_version(self._db)
        changed, self._seen = version != self._seen, version
        return changed


def _path_bytes(path: str | bytes | None) -> bytes | None:
    return None if path is None else os.fsencode(path)
