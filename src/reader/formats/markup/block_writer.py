"""Text and its places in, blocks out: paragraphs, verse, headings, list items, scene breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.markup.inline import (
    BREAK,
    Line,
    Piece,
    one_line,
    set_indented_line,
    set_line,
    set_verbatim,
    split_at_breaks,
    without_controls,
)
from reader.formats.markup.line_breaks import stretches
from reader.work.model import Block, BlockKind
from reader.work.scene_breaks import is_scene_break

if TYPE_CHECKING:
    from reader.formats.markup.place import Place

_LONGEST_HEADING = 300
"""Code points; a longer one is a paragraph that someone wanted in large type."""
_BREAKABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
"""Kinds of which a block may turn out to be a scene break that someone typed."""
_SPACE = " \t\n\r\f"


class BlockWriter:
    """Collects text until a block ends. It changes as it goes.

    Every call that ends a block or adds one takes the place that the block stands in.
    """

    def __init__(self) -> None:
        self.blocks: list[Block | None] = []
        """None for a blank paragraph, which may turn out to be a scene break."""
        self._pieces: list[Piece] = []
        self._marker = ""
        self._listed = False
        self._in_stanza = False

    def text(self, text: str | None, place: Place) -> None:
        """Take in text as it stands in the source."""
        if not text:
            return
        verbatim = place.kind is BlockKind.PREFORMATTED
        if not verbatim and not self._pieces and not text.strip(_SPACE):
            return
        text = without_controls(text)
        if not verbatim:
            self._pieces.append(Piece(text, place.style, place.link))
            return
        for index, line in enumerate(text.split("\n")):
            if index:
                self._pieces.append(BREAK)
            if line:
                self._pieces.append(Piece(line, place.style, place.link))

    def line_break(self) -> None:
        """Take in a line break within the block."""
        self._pieces.append(BREAK)

    def anchor(self, name: str) -> None:
        """Name the text that comes next, for links within the work."""
        self._pieces.append(Piece("", anchor=one_line(name)))

    def begin_list(self) -> None:
        """Say that the next item is the first of a list that stands in no other."""
        self._listed = False

    def begin_stanza(self) -> None:
        """Say that the next line of verse is the first of its stanza."""
        self._in_stanza = False

    def item(self, marker: str) -> None:
        """Say what stands before the next list item; empty for one that has been shown."""
        self._marker = marker

    def end_block(self, place: Place) -> None:
        """Make blocks of the text since the last; anchors without text wait for the next."""
        pieces = self._pieces
        if not any(piece.text for piece in pieces):
            return
        self._pieces = []
        if place.kind is BlockKind.PREFORMATTED:
            self._show_verbatim(pieces, place)
        elif place.kind is BlockKind.VERSE:
            self._show_stanza(pieces, place)
        elif place.kind is BlockKind.HEADING:
            self._show(set_line([Piece(" ") if piece is BREAK else piece for piece in pieces]), place)
        elif any(piece is BREAK for piece in pieces):
            self._show_stretches(pieces, place)
        else:
            line = set_line(pieces)
            if not line.text and any("\xa0" in piece.text for piece in pieces):
                self.blank(place)
            self._show(line, place)

    def finish(self, place: Place) -> None:
        """End the last block; anchors after it become its own."""
        self.end_block(place)
        waiting = tuple(piece.anchor for piece in self._pieces if piece.anchor)
        last = self.blocks[-1] if self.blocks else None
        if waiting and last:
            self.blocks[-1] = last._replace(anchors=last.anchors + waiting)

    def blank(self, place: Place) -> None:
        """Add a blank paragraph."""
        if place.kind is BlockKind.PARAGRAPH:
            self.blocks.append(None)

    def add(
        self,
        line: Line,
        kind: BlockKind,
        place: Place,
        *,
        level: int = 0,
        continues: bool = False,
        marker: str = "",
        target: str = "",
    ) -> None:
        """Add a block as it is, with the anchors that wait for one."""
        waiting = tuple(piece.anchor for piece in self._pieces if piece.anchor)
        self._pieces = []
        self.blocks.append(
            Block(
                kind=kind,
                text=line.text,
                spans=line.spans,
                role=place.role,
                level=level,
                quote=place.quote,
                align=place.align,
                marker=marker,
                continues=continues,
                anchors=waiting + line.anchors,
                target=target,
                lang=place.lang,
                rtl=place.rtl,
            )
        )

    def _show_stretches(self, pieces: list[Piece], place: Place) -> None:
        found = stretches(pieces)
        for stretch in found:
            if stretch is None:
                self.blank(place)
            elif stretch.verse and place.kind is BlockKind.PARAGRAPH:
                self.add(stretch.line, BlockKind.VERSE, place, continues=stretch.continues)
            else:
                self._show(stretch.line, place)
        if found == [None]:
            self._pieces = [piece for piece in pieces if piece.anchor]

    def _show_verbatim(self, pieces: list[Piece], place: Place) -> None:
        lines = [set_verbatim(part) for part in split_at_breaks(pieces)]
        while lines and not lines[-1].text:
            lines.pop()
        begun = False
        for line in lines:
            if begun or line.text:
                self.add(line, BlockKind.PREFORMATTED, place, continues=begun)
                begun = True

    def _show_stanza(self, pieces: list[Piece], place: Place) -> None:
        """Add each line as verse; a blank one between two ends a stanza."""
        carried: list[Piece] = []
        parts = split_at_breaks(pieces)
        for index, part in enumerate(parts):
            line = set_indented_line(carried + part)
            carried = [] if line.text else [piece for piece in carried + part if piece.anchor]
            if line.text:
                before = self.blocks[-1] if self.blocks else None
                continues = self._in_stanza and before is not None and before.kind is BlockKind.VERSE
                self.add(line, BlockKind.VERSE, place, continues=continues)
                self._in_stanza = True
            elif 0 < index < len(parts) - 1:
                self._in_stanza = False
        self._pieces = carried

    def _show(self, line: Line, place: Place) -> None:
        """Add the line as a block of its place's kind, or of the kind that it turns out to be."""
        kind = place.kind
        if not line.text:
            self._pieces += [Piece("", anchor=anchor) for anchor in line.anchors]
        elif kind in _BREAKABLE and is_scene_break(line.text) and not any(span.link for span in line.spans):
            self.add(Line(line.text, (), line.anchors), BlockKind.SCENE_BREAK, place)
        elif kind is BlockKind.LIST_ITEM:
            self.add(line, kind, place, level=place.level, continues=self._listed, marker=self._marker)
            self._listed, self._marker = True, ""
        elif kind is BlockKind.HEADING and len(line.text) <= _LONGEST_HEADING:
            self.add(line, kind, place, level=place.level)
        else:
            self.add(line, BlockKind.PARAGRAPH, place)
