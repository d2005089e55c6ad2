"""`tags.toml`, the reader's own table of tags: read with care, written with comments kept.

leave_out = ["Tidewrack"]               # "Ana (Tidewrack)" is "Ana"

[[same]]
kind = "additional"
name = "Slow Burn"
also = ["slowburn", "slow-burn"]

[[parent]]
kind = "fandom"
name = "Everything with ships"
has = ["Tidewrack", "The Salt Road"]
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from reader.settings.tag_table import KINDS, Group, TagTable, is_same
from reader.settings.toml_file import SettingsError, editable, read_toml, write_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_LISTS = {"same": "also", "parent": "has"}
"""The tables of the file, and the key under which each lists its names."""
_LEAVE_OUT = "leave_out"
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*[\"']?(\w+)[\"']?[ \t]*\]\]", re.MULTILINE)


def read_tag_table(path: Path) -> tuple[TagTable, list[str]]:
    """The table in a file, and a warning of one line for each thing in it that is wrong and left aside.

    A file that isn't there is nothing to warn of; one that can't be read is a table of nothing.
    """
    try:
        text, values = read_toml(path)
    except SettingsError as error:
        return TagTable(), [f"{error}; every tag means itself"]
    reading = _Reading(path, text)
    return reading.table(values), reading.warnings


class _Reading:
    """One reading of a file. It changes: it gathers what is wrong, with lines where it is given the text."""

    def __init__(self, path: Path, text: str = "") -> None:
        self._path = path
        self._text = text
        self.warnings: list[str] = []

    def table(self, values: Mapping[str, Any]) -> TagTable:
        """The table; what is wrong in it is left out."""
        for key in values.keys() - {*_LISTS, _LEAVE_OUT}:
            self._warn(f"there is nothing called “{key}” here")
        leave_out = values.get(_LEAVE_OUT, [])
        if not _is_list_of_names(leave_out):
            self._warn(f"{_LEAVE_OUT} must be a list of fandoms")
            leave_out = []
        same = _combined(self._once(self._groups(values, "same")))
        parents = _combined(group for _, group in self._groups(values, "parent"))
        return TagTable(same, parents, tuple(leave_out))

    def _groups(self, values: Mapping[str, Any], key: str) -> list[tuple[int | None, Group]]:
        """The groups of a table that are right, with the line where each begins."""
        listed = values.get(key, [])
        if not isinstance(listed, list):
            self._warn(f"“{key}” must be written [[{key}]]")
            return []
        lines: list[int | None] = [
            self._text.count("\n", 0, found.start()) + 1
            for found in _HEADER.finditer(self._text)
            if found[1] == key
        ]
        if len(lines) != len(listed):  # written in another way
            lines = [None] * len(listed)
        groups = []
        for line, entry in zip(lines, listed, strict=True):
            group, problem = _group(entry, _LISTS[key])
            if problem:
                self._warn(
                    f"{problem}; {'this is left aside' if group is None else 'that is left aside'}", line
                )
            if group is not None:
                groups.append((line, group))
        return groups

    def _once(self, groups: list[tuple[int | None, Group]]) -> Iterator[Group]:
        """Each name in the first group that has it."""
        known: dict[tuple[str, str], str] = {}
        for line, group in groups:
            others = []
            for other in group.others:
                first = known.setdefault((group.kind, _plain(other)), group.name)
                if is_same(first, group.name):
                    others.append(other)
                else:
                    self._warn(f"“{other}” means “{first}” already", line)
            yield group._replace(others=tuple(others))

    def _warn(self, message: str, line: int | None = None) -> None:
        where = f"{self._path}, line {line}" if line else f"{self._path}"
        self.warnings.append(f"{where}: {message}")


def _group(entry: object, list_key: str) -> tuple[Group | None, str]:
    """A group as the file has it, and what is wrong with it; None for the group where it can't be used."""
    if not isinstance(entry, dict):
        return None, "a group must be a table"
    kind, name, others = (entry.get(key) for key in ("kind", "name", list_key))
    if kind not in KINDS:
        return None, f"kind must be one of {', '.join(KINDS)}"
    if not _is_name(name):
        return None, "name must be a name"
    if not isinstance(others, list) or not _is_list_of_names(others):
        return None, f"{list_key} must be a list of names"
    unknown = sorted(entry.keys() - {"kind", "name", list_key})
    problem = f"there is nothing called “{unknown[0]}” here" if unknown else ""
    return Group(str(kind), str(name), tuple(map(str, others))), problem


def _combined(groups: Iterable[Group]) -> tuple[Group, ...]:
    """One group for each name, whose others are those of all groups of that name; none of nothing."""
    found: dict[tuple[str, str], Group] = {}
    for group in groups:
        first = found.setdefault((group.kind, _plain(group.name)), group._replace(others=()))
        known = {_plain(first.name), *map(_plain, first.others)}
        more = tuple({_plain(name): name for name in group.others if _plain(name) not in known}.values())
        found[group.kind, _plain(group.name)] = first._replace(others=first.others + more)
    return tuple(group for group in found.values() if group.others)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_list_of_names(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_name, value))


def save_tag_table(path: Path, table: TagTable) -> None:
    """Write the table into the file, leaving what did not change, and every comment, as the reader wrote it.

    Raises SettingsError when the file is not valid TOML, has something else where groups belong, or can't be
    written; it is then as it was.
    """
    document, values = editable(path)
    for key in _LISTS:
        if not isinstance(values.get(key, []), list):
            raise SettingsError(f"{path}: “{key}” must be written [[{key}]]; put that right first")
    before = _Reading(path).table(values)
    if table.leave_out != before.leave_out:
        _write_list(document, _LEAVE_OUT, table.leave_out)
    _write_groups(document, "same", before.same, table.same)
    _write_groups(document, "parent", before.parents, table.parents)
    write_document(path, document)


def _write_groups(document: Any, key: str, before: tuple[Group, ...], now: tuple[Group, ...]) -> None:
    """Change the groups of a table that changed; those that can't be used are nobody's to change."""
    if before == now:
        return
    import tomlkit

    listed = document.get(key)
    if listed is None:
        listed = tomlkit.aot()
    wanted = {(group.kind, _plain(group.name)): group for group in now}
    known = {(group.kind, _plain(group.name)): group for group in before}
    for place, entry in reversed([*enumerate(listed.unwrap())]):
        group, _ = _group(entry, _LISTS[key])
        name = (group.kind, _plain(group.name)) if group else ("", "")
        if name not in wanted and name in known:
            del listed[place]
        elif name in wanted and wanted.get(name) != known.get(name):
            _write_list(listed[place], _LISTS[key], wanted[name].others)
    for name, group in wanted.items():
        if name not in known:
            listed.append(_new_table(group, _LISTS[key], inline=not isinstance(listed, tomlkit.items.AoT)))
    if key not in document and listed:
        document[key] = listed
    elif key in document and not listed:
        del document[key]


def _new_table(group: Group, list_key: str, *, inline: bool) -> Any:
    """A group as it is written under a head of its own, or in a list in brackets."""
    import tomlkit

    table = tomlkit.inline_table() if inline else tomlkit.table()
    if not inline:
        table.trivia.indent = "\n"  # a blank line before its head
    table.update({"kind": group.kind, "name": group.name, list_key: list(group.others)})
    return table


def _write_list(table: Any, key: str, names: tuple[str, ...]) -> None:
    """Make a list hold these names, the ones that stay where they are, with the comments beside them."""
    if key not in table:
        table[key] = list(names)
        return
    written = table[key]
    for place in range(len(written) - 1, -1, -1):
        if written[place] not in names:
            del written[place]
    for name in names:
        if name not in written:
            written.append(name)
