"""The files of a work: which of them is read can be chosen, and a superseded one let go."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from reader.formats.source import UnreadableError
from reader.library.entries import CatalogueError
from reader.state.errors import StateError
from reader.ui.commands.command import bindings
from reader.ui.commands.versions import VERSIONS, No, Yes
from reader.ui.keys.in_force import keys_in_force
from reader.ui.library.words import hint_part, hint_parts
from reader.ui.problems import tell_problem
from reader.ui.row_pieces import Piece, Tone, one_line
from reader.ui.screens.framed import FramedScreen
from reader.ui.widgets.clickable_line import Part
from reader.ui.widgets.hint_line import HintLine
from reader.ui.widgets.row_list import RowList
from reader.ui.works.version_rows import version_pieces
from reader.work.counts import counted
from reader.workspace import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import ComposeResult

    from reader.work.model import WorkInfo
    from reader.workspace import Workspace
    from reader.workspace.versions import VersionInfo


class VersionList(RowList):
    """The files, the one in use first."""

    class Clicked(Message):
        """The chosen row was clicked again."""

    def __init__(self) -> None:
        super().__init__(id="version-rows")
        self._versions: Sequence[VersionInfo] = ()

    @property
    def chosen(self) -> VersionInfo | None:
        """The file under the cursor; None when there are none."""
        return self._versions[self.cursor] if self._versions else None

    def show(self, versions: Sequence[VersionInfo]) -> None:
        """Show files; the cursor stays where it can."""
        self._versions = versions
        self.set_count(len(versions), self.cursor)

    def pieces(self, index: int, width: int) -> Iterable[Piece]:
        """A file."""
        return version_pieces(self._versions[index], self._versions, width)

    def clicked(self, index: int, was_cursor: bool) -> None:
        """A click on the chosen row reads from that file."""
        if was_cursor:
            self.post_message(self.Clicked())


class VersionsScreen(FramedScreen[bool]):
    """The files of one work; its result says whether another text is in use now."""

    CSS_PATH: ClassVar = ["../styles/rows.tcss", "../styles/framed.tcss", "../styles/versions.tcss"]
    AUTO_FOCUS = "#version-rows"
    BINDINGS: ClassVar = bindings(VERSIONS)

    def __init__(self, workspace: Workspace, work: WorkInfo) -> None:
        super().__init__()
        self._workspace = workspace
        self._work = work
        self._in_question: VersionInfo | None = None

    def compose(self) -> ComposeResult:
        """The title, the files, and what can be done with them."""
        with Vertical(id="versions", classes="framed"):
            yield Static(
                f"Files of “{one_line(self._work.title)}”",
                id="versions-title",
                classes="framed-title",
                markup=False,
            )
            yield VersionList()
            yield HintLine(id="versions-hints", gap=3)

    def on_mount(self) -> None:
        """Show what there is."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.is_mounted  # a key may come before the widgets are there

    def _show(self) -> None:
        for listing in self.query(VersionList):
            listing.show(self._workspace.versions(self._work.id))
        self._show_hints()

    def _show_hints(self) -> None:
        keys = keys_in_force(self._workspace.settings)
        parts = hint_parts((c for c in VERSIONS if c.hint), keys)
        version = self._in_question
        if version is not None:
            question = f"Let the {version.format} of {counted(version.chapters, 'chapter')} go for good?"
            parts = [
                Part((Piece(question, Tone.WARNING),)),
                hint_part(Yes, "let it go", keys),
                hint_part(No, "keep it", keys),
            ]
        for line in self.query("#versions-hints").results(HintLine):
            line.show(parts)

    def on_version_list_clicked(self) -> None:
        """Read from the file that was clicked."""
        self.action_read_version()

    # -- What can be done -------------------------------------------------------------------------------

    def action_read_version(self) -> None:
        """Have the text of the file under the cursor read."""
        version = self._chosen
        if version is not None:
            self._use(version.sha256)

    def action_read_best(self) -> None:
        """Have the best text read, whichever that is."""
        self._use(None)

    def _use(self, sha256: str | None) -> None:
        before = self._workspace.entry(self._work.id)
        if self._done(lambda: self._workspace.choose_version(self._work.id, sha256)):
            after = self._workspace.entry(self._work.id)
            self.leave(bool(before and after and before.sha256 != after.sha256))

    def action_let_go(self) -> None:
        """Ask whether the file under the cursor is to go."""
        version = self._chosen
        if version is not None and version.superseded and not version.chosen:
            self._in_question = version
            self._show_hints()
        elif version is not None:
            self.notify("Only a superseded file that is not chosen can be let go", markup=False)

    def action_yes(self) -> None:
        """Let it go."""
        version, self._in_question = self._in_question, None
        if version is not None:
            self._done(lambda: self._workspace.let_go(self._work.id, version.sha256))
            self._show()

    def action_no(self) -> None:
        """Keep it."""
        self._in_question = None
        self._show_hints()

    def action_close_versions(self) -> None:
        """Leave the question, or the screen."""
        if self._in_question is not None:
            self.action_no()
        else:
            self.leave()

    @property
    def _chosen(self) -> VersionInfo | None:
        return next((listing.chosen for listing in self.query(VersionList)), None)

    def _done(self, change: Callable[[], None]) -> bool:
        """Change something; where that can't be done, say why."""
        try:
            change()
        except (WorkspaceError, UnreadableError, CatalogueError, StateError) as error:
            tell_problem(self, error)
            return False
        return True
