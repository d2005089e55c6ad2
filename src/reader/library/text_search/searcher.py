"""Searching on a thread while someone types: what is asked last counts, and is answered in parts."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.library.entries import CatalogueError
from reader.library.schema import connect
from reader.library.text_search.searching import Found, look_for, passages_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.library.text_search.searching import Wanted


@dataclass(frozen=True, slots=True)
class Answer:
    """A part of what was found. The first one has no works yet, but says how many there are."""

    question: int
    """Which question it answers, as `ask` counted it."""
    works: int = 0
    chapters: int = 0
    """In how many chapters of these it was found."""
    found: tuple[Found, ...] = ()
    """The works that come after those of the answers before."""
    problem: str = ""
    """Why nothing can be found, in a line for people."""


@dataclass(frozen=True, slots=True)
class _Question:
    number: int
    words: str
    within: frozenset[str] | None


class TextSearcher:
    """Answers one question at a time, with a connection of its own. It changes: it knows the last question.

    The thread sleeps as long as nothing is asked, and as soon as it has found as many works as are wanted.
    SQLite does nearly all of its work, without keeping Python from anything else meanwhile.
    """

    def __init__(self, path: Path, tell: Callable[[Answer], None], wanted: Wanted) -> None:
        """`tell` is called on the thread with each answer, and no more after `close`."""
        self._path = path
        self._tell = tell
        self._wanted = wanted
        self._changed = threading.Condition()
        self._question: _Question | None = None
        self._number = 0
        self._works = 0
        self._closed = False
        self._db: sqlite3.Connection | None = None
        self._thread: threading.Thread | None = None

    def ask(self, words: str, within: frozenset[str] | None, works: int) -> int:
        """Look for this from now on, until so many works are found; the number of the question."""
        with self._changed:
            self._number += 1
            self._question = _Question(self._number, words, within)
            self._works = works
            self._wake()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="text search", daemon=True)
                self._thread.start()
            return self._number

    def go_on(self, works: int) -> None:
        """Go on until so many works are found in all."""
        with self._changed:
            self._works = max(self._works, works)
            self._changed.notify()

    def close(self) -> None:
        """End the thread, at once or as soon as SQLite lets go."""
        with self._changed:
            self._closed = True
            self._question = None
            self._wake()

    def join(self) -> None:
        """Wait until the thread has ended."""
        if self._thread is not None:
            self._thread.join()

    def _wake(self) -> None:
        if self._db is not None:
            self._db.interrupt()
        self._changed.notify()

    # -- On the thread ----------------------------------------------------------------------------------

    def _run(self) -> None:
        done = 0
        while (question := self._next(done)) is not None:
            done = question.number
            try:
                for answer in self._answers(self._connected(), question):
                    if not self._is_asked(question):
                        break
                    self._tell(answer)
            except CatalogueError as error:  # also where it was interrupted
                if self._is_asked(question):
                    self._tell(Answer(question.number, problem=str(error)))
        with self._changed:
            db, self._db = self._db, None
        if db is not None:
            db.close()

    def _next(self, done: int) -> _Question | None:
        """The question to be answered, as soon as there is one; None when there will be no more."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._number > done)
            return self._question

    def _is_asked(self, question: _Question) -> bool:
        with self._changed:
            return self._question is question

    def _connected(self) -> sqlite3.Connection:
        if self._db is None:
            db, _ = connect(self._path)
            with suppress(sqlite3.Error):
                db.execute("PRAGMA query_only = ON")
            with self._changed:
                self._db = db
        return self._db

    def _answers(self, db: sqlite3.Connection, question: _Question) -> Iterator[Answer]:
        hits = look_for(db, question.words, question.within)
        yield Answer(question.number, len(hits.works), hits.chapters)
        given = 0
        for found in passages_of(db, hits, self._wanted):
            yield Answer(question.number, len(hits.works), hits.chapters, tuple(found))
            given += len(found)
            if not self._more_wanted(question, given):
                return

    def _more_wanted(self, question: _Question, given: int) -> bool:
        """Whether to go on, as soon as it is known."""
        with self._changed:
            self._changed.wait_for(lambda: self._question is not question or self._works > given)
            return self._question is question
