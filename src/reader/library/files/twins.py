"""Which files of a batch are the same work in another format: those that differ in their endings alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.files.kinds import KINDLE_AND_PDF, ending

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.files.candidates import Candidate


class Twins:
    """The files of a batch by their names without endings. It is not changed once it is made."""

    def __init__(self, files: Iterable[Candidate]) -> None:
        self._read: dict[str, str] = {}
        for file in files:
            if not file.problem and ending(file.name) not in KINDLE_AND_PDF:
                self._read.setdefault(_stem(file), file.name)

    def of(self, candidate: Candidate) -> str:
        """The name of the file that makes a Kindle file or PDF needless where that can't be read, else empty.

        A file that a person named is never needless.
        """
        if candidate.named or ending(candidate.name) not in KINDLE_AND_PDF:
            return ""
        return self._read.get(_stem(candidate), "")


def _stem(candidate: Candidate) -> str:
    return candidate.location.removesuffix(
        candidate.name[len(candidate.name) - len(ending(candidate.name)) :]
    )
