"""The reader's own rules as rows: what is hidden, which tags mean the same, which belong under others.

No Textual.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from reader.settings.tag_table import Group, parted, taken_from_under
from reader.ui.keys.sentences import told
from reader.ui.row_pieces import Piece, Tone, fitted, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.settings import Settings
    from reader.settings.tag_table import TagTable


@dataclass(frozen=True, slots=True)
class TitleRow:
    """A head over some rules."""

    text: str


@dataclass(frozen=True, slots=True)
class HiddenRow:
    """A rule of what is never shown."""

    text: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """A name that means another, or is under another."""

    group: Group
    other: str
    """The one of its names that this row is about."""
    is_parent: bool

    def taken_from(self, table: TagTable) -> TagTable:
        """The table without it."""
        kind, name = self.group.kind, self.group.name
        if self.is_parent:
            return taken_from_under(table, kind, self.other, name)
        return parted(table, kind, self.other)


RuleRow: TypeAlias = TitleRow | HiddenRow | TableRow


def rule_rows(hide: Sequence[str], table: TagTable, settings: Settings, *, folds: bool) -> list[RuleRow]:
    """All rules under their heads; what to do where there are none."""
    rows: list[RuleRow] = [TitleRow("Never shown" + (", folded to a line" if folds else ", removed"))]
    rows += map(HiddenRow, hide)
    if not hide:
        rows.append(TitleRow(told("  nothing: {hide-tag} on a tag in the sidebar hides its works", settings)))
    for title, groups, is_parent, hint in (
        ("Means the same", table.same, False, "  nothing: {merge-tag} on a tag says that it means another"),
        ("Belongs under", table.parents, True, "  nothing: {put-under} on a tag puts it under another"),
    ):
        rows.append(TitleRow(title))
        found = [TableRow(group, other, is_parent) for group in groups for other in group.others]
        rows += found or [TitleRow(told(hint, settings))]
    return rows


def rule_pieces(row: RuleRow, width: int) -> tuple[Piece, ...]:
    """A row in so many cells."""
    match row:
        case TitleRow():
            tone = Tone.QUIET if row.text.startswith(" ") else Tone.HEAD
            return (Piece(fitted(f" {row.text}", width), tone),)
        case HiddenRow():
            return (Piece(fitted(f"   {one_line(row.text)}", width)),)
        case TableRow():
            sign = "under" if row.is_parent else "≈"
            words = f"   {one_line(row.other)} {sign} {one_line(row.group.name)}"
            return (
                Piece(fitted(words, max(0, width - len(row.group.kind) - 2))),
                Piece(f"{row.group.kind} ", Tone.QUIET),
            )
