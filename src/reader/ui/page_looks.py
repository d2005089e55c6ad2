"""How what stands on a page looks: from the role, kind and style of a run to the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style as RichStyle

from reader.work.model import BlockKind, Role, Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.layout.lines import Run

COMPONENTS = frozenset(
    {
        "page--text",
        "page--heading",
        "page--matter",
        "page--strong",
        "page--link",
        "page--ornament",
        "page--mark",
        "page--match",
        "page--current",
        "page--chosen",
    }
)
"""The component classes of the page, which `reader.tcss` gives their colours."""
_BEHIND = {"page--mark", "page--match", "page--current", "page--chosen"}
"""Those that are laid over the look of what they are behind."""
_LOOKS = {
    Style.EMPHASIS: RichStyle(italic=True),
    Style.STRONG: RichStyle(bold=True),
    Style.UNDERLINE: RichStyle(underline=True),
    Style.STRIKE: RichStyle(strike=True),
}
_MATTER = {Role.PREFACE, Role.SUMMARY, Role.NOTES, Role.END_NOTES, Role.AFTERWORD}


class PageLooks:
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
            self._components[name] = self._component_style(name, partial=name in _BEHIND)
        return self._components[name]

    def of_run(self, run: Run) -> RichStyle:
        """The style of a run on which nothing stands out."""
        key = (run.role, run.kind, run.style, bool(run.link), run.start < 0)
        if key not in self._runs:
            self._runs[key] = self._mixed(run)
        return self._runs[key]

    def _mixed(self, run: Run) -> RichStyle:
        if run.kind is BlockKind.SCENE_BREAK or run.start < 0:
            return self.component("page--ornament")
        base = self.component("page--text")
        heading = run.kind is BlockKind.HEADING
        if run.role in _MATTER or (run.role is Role.TITLE and not heading):
            style = self.component("page--matter")
            if heading:
                style += _LOOKS[Style.STRONG]
        else:
            style = self.component("page--heading") if heading else base
        if Style.STRONG in run.style and style is base:
            style = self.component("page--strong")
        for flag, look in _LOOKS.items():
            if flag in run.style:
                style += look
        if run.link:
            style += RichStyle(color=self.component("page--link").color, underline=True)
        return style
