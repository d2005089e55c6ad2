"""Style sheets parsed once for all apps of a run: Textual parses them for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.css.model import RuleSet
    from textual.css.stylesheet import Stylesheet


def parsed_once(parse: Callable[..., list[RuleSet]]) -> Callable[..., list[RuleSet]]:
    """`Stylesheet._parse_rules` that keeps its answers, as Textual does within one app.

    They depend on the sheet's text and place, and on the variables, which hold the theme's colours.
    """
    kept: dict[tuple[Any, ...], list[RuleSet]] = {}

    def _parse_rules(sheet: Stylesheet, *args: Any, **named: Any) -> list[RuleSet]:
        key = (tuple(sheet._variables.items()), args, tuple(named.items()))
        if key not in kept:
            kept[key] = parse(sheet, *args, **named)
        return kept[key]

    return _parse_rules
