"""What the command line prints: safe text, tables that fit, JSON, and complaints of one line each."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

from reader.cli.terminal import is_terminal
from reader.first_frame.held_terminal import held

if TYPE_CHECKING:
    from collections.abc import Sequence

_ESCAPE_SEQUENCES = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor movement
    r"|[\]PX^_][^\x07\x1b]{0,2000}(?:\x07|\x1b\\)"  # OSC, DCS, SOS, PM, APC: titles, links, device strings
    r"|[ -/]*[0-~])"
    r"|\x9b[0-?]*[ -/]*[@-~]",
)
_CONTROLS = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_UNESCAPED_CONTROLS = re.compile("[\x7f-\x9f]")
_WIDEST_GAP = 2


def safe(text: str) -> str:
    """Text from a file as it may go to a terminal: one line, without control sequences; tabs are kept."""
    return shown(_CONTROLS.sub("", _ESCAPE_SEQUENCES.sub("", text)))


def shown(text: str) -> str:
    r"""Text with what can't be encoded written out: a byte of a path that is not UTF-8 appears as `\xff`."""
    return _SURROGATES.sub(_written_out, text)


def _written_out(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"


def shown_path(path: str | bytes | None) -> str | None:
    """A path as people and programs can be given it: escaped where it is not UTF-8."""
    if isinstance(path, bytes):
        return path.decode("utf-8", "backslashreplace")
    return None if path is None else shown(path)


def complain(message: str) -> None:
    """Say on stderr, in one line, what went wrong."""
    held.give_back()
    print(f"reader: {safe(' '.join(message.split()))}", file=sys.stderr)


def print_json(value: Any) -> None:
    """Print one JSON value with every control character escaped."""
    import json

    is_unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    text = json.dumps(value, ensure_ascii=not is_unicode, indent=2)
    print(_UNESCAPED_CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def print_export(text: str) -> None:
    """Print lines that were made for another program; only what would control a terminal is taken out."""
    sys.stdout.write("\n".join(safe(line) for line in text.split("\n")))


def print_table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, right: frozenset[int]) -> None:
    """Print rows in columns; on a terminal the first two columns give way until a line fits.

    `right` names the columns that stand at the right edge of theirs, from 0.
    """
    import shutil

    from rich.cells import cell_len, set_cell_size

    ellipsis = "…" if cell_len("…") == 1 else "~"
    cells = [heads, *([safe(cell).replace("\t", " ") for cell in row] for row in rows)]
    widths = [max(cell_len(row[column]) for row in cells) for column in range(len(heads))]
    if is_terminal(sys.stdout):
        _narrow(widths, shutil.get_terminal_size().columns - 1)
    for row in cells:
        line = []
        for column, (text, width) in enumerate(zip(row, widths, strict=True)):
            length = cell_len(text)
            if length > width:
                line.append(set_cell_size(text, max(0, width - 1)) + ellipsis if width else "")
            elif column in right:
                line.append(" " * (width - length) + text)
            else:
                line.append(text + " " * (width - length))
        print((" " * _WIDEST_GAP).join(line).rstrip())


def _narrow(widths: list[int], room: int) -> None:
    """Take what a line has too much from the first two columns, most from the wider."""
    excess = sum(widths) + _WIDEST_GAP * (len(widths) - 1) - room
    while excess > 0 and max(widths[:2]) > 1:
        widths[0 if widths[0] >= 2 * widths[1] else 1 if widths[1] > 1 else 0] -= 1
        excess -= 1
