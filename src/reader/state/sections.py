"""The text of the state file in parts, one a work, so that reading or changing one leaves the rest alone.

A megabyte of TOML takes a third of a second to parse. Text as `document.section` writes it can be taken apart
at its headers; other TOML, as after an edit by hand, is parsed whole and written anew.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reader.state import toml_text
from reader.state.document import section, work_from_table
from reader.state.merge import merge_work
from reader.state.records import WorkState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FORMAT = 1
_OWN_TOP = f"format = {FORMAT}"
_WORK = re.compile(r'\n\[works\."([^"\\\n]*(?:\\.[^"\\\n]*)*)"\](?=\n)')
_TABLE = re.compile(
    r'\n(?:\[(\[?)works\."([^"\\\n]*(?:\\.[^"\\\n]*)*)"'
    r"(\](?=\n)|\.positions\.|\.bookmarks\]\](?=\n))|[\[ \t])"
)
"""A header as it is written: whether of one table among several, of which work, and of what of it. Nothing of
these for a line that begins as another header might, or is indented."""
_AT_ONCE = 400
_SURROGATE = re.compile("[\ud800-\udfff]")


class NotStateError(ValueError):
    """The text is no TOML, or no state; the message says where and why."""


@dataclass(slots=True)
class Sections:
    """The file in parts. It changes: the store puts new sections in."""

    top: dict[str, Any] = field(default_factory=lambda: {"format": FORMAT})
    """The keys outside `works`."""
    works: dict[str, str] = field(default_factory=dict)
    """The text of each work's tables, by id."""
    unchecked: set[str] = field(default_factory=set)
    """The works whose text was not parsed yet, and may be broken."""

    def text(self) -> str:
        """The whole file."""
        return "".join(self._texts(_AT_ONCE))

    def pieces(self, at_once: int = _AT_ONCE) -> Iterator[bytes]:
        """The whole file in UTF-8, so many works at a time: while a text is put together no thread runs."""
        return (text.encode() for text in self._texts(at_once))

    def _texts(self, at_once: int) -> Iterator[str]:
        texts = ["\n".join(toml_text.lines(self.top)), "\n\n", *self.works.values()]
        texts[-1] = texts[-1][:-1]
        for start in range(0, len(texts), at_once):
            yield "".join(texts[start : start + at_once])

    def record(self, work_id: str) -> WorkState:
        """What a work's text says, empty where there is none. Raises NotStateError."""
        if work_id not in self.works:
            return WorkState(work_id)
        record = _read_section(work_id, self.works[work_id])
        self.unchecked.discard(work_id)
        return record

    def check(self) -> None:
        """Parse what was not parsed yet; other threads may look at works meanwhile. Raises NotStateError."""
        for work_id in list(self.unchecked):
            self.record(work_id)

    def aliases(self) -> dict[str, str]:
        """For each former id the work's present one. Raises NotStateError."""
        found: dict[str, str] = {}
        for work_id, text in self.works.items():
            if "\naliases = []\n" not in text and "aliases" in text:
                add_aliases(found, self.record(work_id))
        return found


def parse(text: str) -> dict[str, Any]:
    """The tables of TOML text; raises NotStateError for what is none."""
    import tomllib  # takes longer to load than a small state to read

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise NotStateError(str(error) or "nested too deeply") from error


def add_aliases(aliases: dict[str, str], work: WorkState) -> None:
    """Note a work's former ids; one that leads round to itself, or is another's already, is passed over."""
    for alias in work.aliases:
        if resolve(aliases, work.id) != alias:
            aliases.setdefault(alias, work.id)


def resolve(aliases: dict[str, str], work_id: str) -> str:
    """The id a work has now."""
    while work_id in aliases:
        work_id = aliases[work_id]
    return work_id


def salvage(text: str) -> dict[str, WorkState]:
    """What can still be read of a broken file, work by work.

    Bytes that are not UTF-8 are expected as lone surrogates; a work with any of them can't be read.
    """
    text = "\n" + text.replace("\r\n", "\n")
    headers = list(_WORK.finditer(text))
    works: dict[str, WorkState] = {}
    for header, end in zip(headers, [*(h.start() for h in headers), len(text)][1:], strict=True):
        if _SURROGATE.search(text, header.start(), end):
            continue
        with contextlib.suppress(NotStateError):
            work_id = _unescaped(header[1])
            work = _read_section(work_id, text[header.start() : end])
            works[work_id] = merge_work(works.get(work_id, work), work)
    return works


def take_apart(text: str, *, own: bool = False) -> Sections:
    """The parts of a state file, which is known to be sound and taken apart before where it is `own`.

    Raises NotStateError; but broken text within a work may be noticed later, when that work is parsed
    (`unchecked`).
    """
    text = "\n" + text
    headers = list(_WORK.finditer(text))
    if not own and not _is_ours(text):
        return _parsed(text)
    ends = [*(header.start() for header in headers), len(text)][1:]
    works = {
        _unescaped(header[1]): text[header.start() + 1 : end] + "\n"
        for header, end in zip(headers, ends, strict=True)
    }
    if works:
        final = next(reversed(works))
        works[final] = works[final].rstrip("\n") + "\n\n"
    top = text[: headers[0].start()] if headers else text
    keys = {"format": FORMAT} if top.strip() == _OWN_TOP else parse(top)
    if "works" in keys or len(works) < len(headers):
        return _parsed(text)
    return Sections(keys, works, set() if own else set(works))


def _read_section(work_id: str, text: str) -> WorkState:
    """The record in a work's section. Raises NotStateError."""
    try:
        table = parse(text)["works"][work_id]
    except (KeyError, TypeError) as error:
        raise NotStateError(f"no table of {work_id}") from error
    if not isinstance(table, dict):
        raise NotStateError(f"{work_id} is not a table")
    return work_from_table(work_id, table)


def _is_ours(text: str) -> bool:
    """Whether the text can be cut at the headers of works: it is written as `document.section` writes it.

    So it is when no string runs over lines, no line is indented, and each line that could be a header is a
    work's own or one of the tables of the work before it.
    """
    if "\r" in text or '"""' in text or "'''" in text:
        return False
    work = None
    for among_several, of, what in _TABLE.findall(text):
        if bool(among_several) != (what == ".bookmarks]]"):
            return False
        if what == "]":
            work = of
        elif not what or of != work:
            return False
    return True


def _unescaped(name: str) -> str:
    return name if "\\" not in name else str(parse(f'name = "{name}"')["name"])


def _parsed(text: str) -> Sections:
    data = parse(text)
    works = data.pop("works", {})
    if not isinstance(works, dict) or not all(isinstance(work, dict) for work in works.values()):
        raise NotStateError("works is not a table of works")
    sections = {key: section(work_from_table(key, work)) for key, work in works.items()}
    return Sections({"format": FORMAT} | data, sections)


def put_together(works: Iterable[WorkState], top: dict[str, Any] | None = None) -> Sections:
    """The parts of a file that holds these works."""
    return Sections(top or {"format": FORMAT}, {work.id: section(work) for work in works})
