"""How what stands on a page looks: from the role, kind and style of a run to the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style as RichStyle

from reader.layout.line import Ornament
from reader.work.model import BlockKind, Role, Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.layout.line import Run

MARKS = frozenset(
    {"page--mark", *(f"page--mark-{colour}" for colour in ("green", "blue", "pink", "orange", "violet"))}
)
"""Those of marked text; without a name it is yellow."""
COMPONENTS = frozenset(
    {
        "page--text",
        "page--heading",
        "page--matter",
        "page--strong",
        "page--link",
        "page--code",
        "page--ornament",
        "page--rule",
        *MARKS,
        "page--marks",
        "page--match",
        "page--current",
        "page--chosen",
    }
)
"""The component classes of the page, which `page.tcss` gives their colours."""
_BEHIND = {*MARKS, "page--marks", "page--match", "page--current", "page--chosen"}
"""Those that are laid over the look of what they are behind."""
_CLEAR = RichStyle(dim=False)
"""Quiet text is dim in some themes, which can't be read on the colour of a mark."""
_LOOKS = {
    Style.EMPHASIS: RichStyle(italic=True),
    Style.STRONG: RichStyle(bold=True),
    Style.UNDERLINE: RichStyle(underline=True),
    Style.STRIKE: RichStyle(strike=True),
}
_HEADINGS = {4: RichStyle(italic=True), 5: RichStyle(bold=False, italic=True)}
"""How headings in a text look below the third level, each beside what those above have."""
_LEAST = 6
"""The level of the headings that look like matter."""
_SMALL = Style.SUPERSCRIPT | Style.SUBSCRIPT
_LEVELLED = {BlockKind.HEADING, BlockKind.TABLE_ROW}
_DRAWN = {Ornament.RULE, Ornament.FRAME, Ornament.TURN}
_MATTER = {Role.PREFACE, Role.SUMMARY, Role.NOTES, Role.END_NOTES, Role.AFTERWORD}


class RunStyles:
    """The styles of a page. It changes: it keeps those asked for, until the theme is another.

    It is given the `get_component_rich_style` of the widget that has the component classes.
    """

    def __init__(self, component_style: Callable[..., RichStyle]) -> None:
        self._component_style = component_style
        self._components: dict[str, RichStyle] = {}
        self._runs: dict[tuple[object, ...], RichStyle] = {}

    def forget(self) -> None:
        """Forget the colours of the theme before."""
        self._components.clear()
        self._runs.clear()

    def component(self, name: str) -> RichStyle:
        """The style of a component class."""
        if name not in self._components:
            style = self._component_style(name, partial=name in _BEHIND)
            self._components[name] = style + _CLEAR if name in _BEHIND else style
        return self._components[name]

    def of_run(self, run: Run) -> RichStyle:
        """The style of a run on which nothing stands out."""
        level = run.level if run.kind in _LEVELLED else 0
        small = run.style is not Style.PLAIN and bool(run.style & _SMALL) and _is_in_small_figures(run.text)
        key = (run.role, run.kind, level, run.style, bool(run.link), run.ornament, small)
        if key not in self._runs:
            self._runs[key] = self._mixed(run, small=small)
        return self._runs[key]

    def _mixed(self, run: Run, *, small: bool) -> RichStyle:
        if run.ornament in _DRAWN:
            return self.component("page--rule")
        if run.ornament is Ornament.FOLD:
            return self.component("page--matter") + _LOOKS[Style.EMPHASIS]
        if run.kind is BlockKind.SCENE_BREAK or run.ornament:
            return self.component("page--ornament")
        style = self._of_block(run)
        if Style.CODE in run.style:
            style = self.component("page--code")
        elif Style.STRONG in run.style and style is self.component("page--text"):
            style = self.component("page--strong")
        for flag, look in _LOOKS.items():
            if flag in run.style:
                style += look
        if run.link:
            raised = Style.SUPERSCRIPT in run.style
            style += RichStyle(color=self.component("page--link").color, underline=not raised)
        elif run.style & _SMALL and not small:
            style += RichStyle(color=self.component("page--matter").color)
        return style

    def _of_block(self, run: Run) -> RichStyle:
        """What the kind of block alone makes of its text."""
        heading = run.kind is BlockKind.HEADING
        if run.role in _MATTER or (run.role is Role.TITLE and not heading):
            style = self.component("page--matter")
            return style + _LOOKS[Style.STRONG] if heading or _is_head(run) else style
        if run.kind is BlockKind.IMAGE or (heading and run.level >= _LEAST):
            return self.component("page--matter") + _LOOKS[Style.EMPHASIS]
        if heading:
            return self.component("page--heading") + _HEADINGS.get(run.level, RichStyle.null())
        return self.component("page--strong" if _is_head(run) else "page--text")


def _is_head(run: Run) -> bool:
    """Whether it stands in a table's row of heads."""
    return run.kind is BlockKind.TABLE_ROW and run.level > 0


def _is_in_small_figures(text: str) -> bool:
    """Whether raised or lowered text is shown in characters that are so by themselves."""
    return not any(character.isascii() and character.isalnum() for character in text)
