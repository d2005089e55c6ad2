"""What Project Gutenberg puts around the text of a page: header and licence, set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.text.gutenberg import Wrapping, is_end, is_start, unwrap
from reader.work.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.work.model import Block


def set_apart(blocks: Sequence[Block]) -> tuple[Wrapping | None, list[Block], list[Block], list[Block]]:
    """What the header says (None where there is none), the header, the text, and the licence."""
    start = next((at for at, block in enumerate(blocks) if is_start(block.text)), None)
    if start is None:
        return None, [], list(blocks), []
    ends = (at for at in range(start + 1, len(blocks)) if is_end(blocks[at].text))
    end = next(ends, len(blocks))
    head = [block._replace(role=Role.PREFACE) for block in blocks[: start + 1]]
    tail = [block._replace(role=Role.AFTERWORD) for block in blocks[end:]]
    header = "\n\n".join(block.text for block in blocks[: start + 1])
    return unwrap(header), head, list(blocks[start + 1 : end]), tail
