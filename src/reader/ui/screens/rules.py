"""The reader's own rules, to be taken away one by one: what is hidden, and what tags mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.widgets import Static

from reader.settings import SettingsError
from reader.settings.values import FOLD, REMOVE
from reader.ui.commands.command import bindings
from reader.ui.commands.rules import RULES
from reader.ui.keys.in_force import keys_in_force
from reader.ui.library.rule_rows import HiddenRow, TableRow, TitleRow, rule_pieces, rule_rows
from reader.ui.library.words import hint_parts
from reader.ui.problems import tell_problem
from reader.ui.screens.framed import FramedScreen
from reader.ui.widgets.hint_line import HintLine
from reader.ui.widgets.row_list import RowList
from reader.workspace.filtering import tag_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import ComposeResult

    from reader.ui.library.rule_rows import RuleRow
    from reader.ui.row_pieces import Piece
    from reader.ui.screens.library import LibraryScreen


class RuleList(RowList):
    """The rules under their heads."""

    def __init__(self) -> None:
        super().__init__(id="rule-rows")
        self._rules: Sequence[RuleRow] = ()

    @property
    def chosen(self) -> RuleRow | None:
        """The row under the cursor."""
        return self._rules[self.cursor] if self._rules else None

    def show(self, rows: Sequence[RuleRow]) -> None:
        """Show rows; the cursor stays where it can, at first on the first rule."""
        first = next((at for at, row in enumerate(rows) if not isinstance(row, TitleRow)), 0)
        cursor = self.cursor if self._rules else first
        self._rules = rows
        self.set_count(len(rows), cursor)

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """A head or a rule."""
        return rule_pieces(self._rules[index], width)

    def clicked(self, index: int, was_cursor: bool) -> None:
        """A click chooses, and does no harm."""


class RulesScreen(FramedScreen[None]):
    """Changes rules through the library screen under it, which follows at once."""

    CSS_PATH: ClassVar = ["../styles/rows.tcss", "../styles/framed.tcss", "../styles/rules.tcss"]
    AUTO_FOCUS = "#rule-rows"
    BINDINGS: ClassVar = bindings(RULES)

    def __init__(self, library: LibraryScreen) -> None:
        super().__init__()
        self._library = library
        self._workspace = library.workspace
        self._undoable: list[Callable[[], None]] = []

    def compose(self) -> ComposeResult:
        """The rules, and what can be done with them."""
        with Vertical(id="rules", classes="framed"):
            yield Static("Your rules", id="rules-title", classes="framed-title", markup=False)
            yield RuleList()
            yield HintLine(id="rules-hints", gap=3)

    def on_mount(self) -> None:
        """Show what there is."""
        self._show()
        self.query_one(HintLine).show(hint_parts(RULES, keys_in_force(self._workspace.settings)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.is_mounted  # a key may come before the widgets are there

    def _show(self) -> None:
        for listing in self.query(RuleList):
            folds = self._library.hiding.folds
            rules, table, settings = (
                self._library.hiding.rules,
                tag_table(self._workspace),
                self._workspace.settings,
            )
            listing.show(rule_rows(rules, table, settings, folds=folds))

    def action_drop_rule(self) -> None:
        """Take the rule under the cursor away."""
        row = next((listing.chosen for listing in self.query(RuleList)), None)
        take_back = None
        if isinstance(row, HiddenRow):
            take_back = self._library.hiding.drop(row.text)
        elif isinstance(row, TableRow):
            try:
                take_back = self._library.tagging.change(row.taken_from)
            except SettingsError as error:
                tell_problem(self, error)
        if take_back is not None:
            self._undoable.append(take_back)
        self._show()

    def action_undo_drop(self) -> None:
        """Bring back what was taken away last."""
        if self._undoable:
            self._undoable.pop()()
            self._show()

    def action_change_folding(self) -> None:
        """Fold what is hidden to a line each, or show nothing of it."""
        self.app.saver.settings.change("hidden_works", REMOVE if self._library.hiding.folds else FOLD)  # type: ignore[attr-defined]  # the app's own
        self._library.hiding.fold()
        self._show()

    def action_close_rules(self) -> None:
        """Close it."""
        self.leave()
