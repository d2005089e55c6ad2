"""Facts before a text in Markdown: YAML between lines of "---", TOML between "+++", Pandoc's "%" lines.

Only what people write there by hand is read, keys with a value or a list; no parser of YAML is needed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 400
"""Lines; what is not closed within so many is no front matter."""
_CLOSED_BY = {"---": ("---", "..."), "+++": ("+++",)}
_PAIR = re.compile(r"(?P<key>[^\W\d][\w /-]{0,40}?)\s*(?:[:](?=\s|$)|=)\s*(?P<value>.*)")
_ITEM = re.compile(r"\s*-\s+(?P<value>\S.*)")
_QUOTED = re.compile(
    r"""\s*(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^']|'')*)'|(?P<plain>[^,\]]+))"""
)
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_ESCAPED = re.compile(r"\\(.)")
_BLOCK = re.compile(r"[|>][+-]?\s*")


class FrontMatter(NamedTuple):
    """What stands before a text, and the text without it."""

    fields: dict[str, tuple[str, ...]]
    """By key in lower case with spaces for "_" and "-"; a value of several paragraphs has line feeds."""
    text: str


def split_front_matter(text: str) -> FrontMatter:
    """The facts at the beginning of a text, none where it has no front matter."""
    lines = text.split("\n", _LONGEST)
    closed_by = _CLOSED_BY.get(lines[0].rstrip(), ())
    ends = (at for at, line in enumerate(lines[1:_LONGEST], 1) if line.rstrip() in closed_by)
    end = next(ends, 0)
    if end:
        fields = _fields(lines[1:end])
        if fields or not any(line.strip() for line in lines[1:end]):
            return FrontMatter(fields, "\n".join(lines[end + 1 :]))
    return _pandoc(lines) or FrontMatter({}, text)


def _fields(lines: list[str]) -> dict[str, tuple[str, ...]]:
    """The fields among the lines; empty where a line that says nothing shows that they are none."""
    fields: dict[str, tuple[str, ...]] = {}
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        pair = _PAIR.fullmatch(line.rstrip())
        if not pair:
            return {}
        below = at
        while below < len(lines) and _goes_on(lines[below]):
            below += 1
        key = re.sub(r"[\s_-]+", " ", pair["key"]).lower()
        fields[key] = tuple(value for value in _values(pair["value"], lines[at:below]) if value)
        at = below
    return {key: values for key, values in fields.items() if values}


def _goes_on(line: str) -> bool:
    """Whether a line belongs to the key above it."""
    return line.startswith((" ", "\t", "- ", "]")) or not line.strip()


def _values(value: str, below: list[str]) -> Iterator[str]:
    value = value.strip()
    if _BLOCK.fullmatch(value):
        yield _paragraphs(below, folded=value.startswith(">"))
    elif value.startswith("["):
        listed = " ".join([value, *(line.strip() for line in below)]).removeprefix("[")
        yield from (_plain(found) for found in _QUOTED.finditer(listed))
    elif not _COMMENT.sub("", value):
        items = (_ITEM.match(line) for line in below)
        yield from (_scalar(item["value"]) for item in items if item)
    else:
        yield _scalar(" ".join([value, *(line.strip() for line in below)]).strip())


def _paragraphs(lines: list[str], *, folded: bool) -> str:
    """A text of several lines: as they are, or each paragraph's as one."""
    text = "\n".join(line.strip() for line in lines).strip()
    return re.sub(r"\n+", "\n", re.sub(r"(?<!\n)\n(?!\n)", " ", text) if folded else text)


def _scalar(text: str) -> str:
    """A value without its quotation marks and the comment after it."""
    quoted = _QUOTED.match(text) if text.startswith(('"', "'")) else None
    return _plain(quoted) if quoted else _COMMENT.sub("", text).strip()


def _plain(found: re.Match[str]) -> str:
    if found["double"] is not None:
        return _ESCAPED.sub(r"\1", found["double"]).strip()
    return (found["single"] or "").replace("''", "'").strip() or (found["plain"] or "").strip()


def _pandoc(lines: list[str]) -> FrontMatter | None:
    """Pandoc's title block: up to three lines that begin with "%", for title, authors and date."""
    block = [line.removeprefix("%").strip() for line in lines[:3] if line.startswith("%")]
    if not block or not lines[0].startswith("% "):
        return None
    fields = dict(zip(("title", "author", "date"), block, strict=False))
    split = {key: tuple(part.strip() for part in value.split(";")) for key, value in fields.items() if value}
    return FrontMatter(split, "\n".join(lines[len(block) :]))
