"""A process that parses files, some of which kill it, hang it, or are read in no time."""

from __future__ import annotations

import os

from tests.library.conftest import read_simple

from reader.library import file_parsing, file_parsing_worker

if __name__ == "__main__":

    def _read(source):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202  # as the one it stands for
        if source.data.startswith(b"abort"):
            os._exit(7)
        while source.data.startswith(b"hang"):
            pass
        return read_simple(source)

    file_parsing.read_work_and_format = _read  # type: ignore[attr-defined]  # where it is looked up
    file_parsing_worker.LONGEST = 0.3  # type: ignore[assignment]  # the timer takes parts of seconds
    file_parsing_worker.main()
