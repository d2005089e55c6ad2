"""Text cut to the cells that there are for it. No Textual."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size


def shortened(text: str, width: int) -> str:
    """The text in at most so many cells, with an ellipsis where it was cut."""
    if cell_len(text) <= width:
        return text
    ellipsis = "…" if cell_len("…") == 1 else "~"  # two cells for what says nothing would be one too many
    return set_cell_size(text, max(0, width - 1)).rstrip() + ellipsis if width > 0 else ""
