"""Writing a note of several lines on a passage: a small editor over the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from reader.ui.commands.command import bindings
from reader.ui.commands.note_editor import NOTE_EDITOR
from reader.ui.keys.sentences import told
from reader.ui.screens.terminal_sized import TerminalSized

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reader.ui.app import ReaderApp

_KEYS = "{keep-note} keeps it · {drop-note} leaves"
_REFUSED = "{refusal} · {drop-note} leaves"
_SURE = "Not kept yet · {drop-note} again drops it · {keep-note} keeps it"
_QUOTED = 200
"""Code points shown of the passage."""


class NoteEditor(TerminalSized, ModalScreen[str | None]):
    """Comes back with the note, or None when it was left. What was typed is not dropped by one key."""

    BINDINGS: ClassVar = bindings(NOTE_EDITOR)
    app: ReaderApp

    def __init__(self, passage: str, note: str = "", *, refusal: str | None = None) -> None:
        """With a `refusal` the note can only be read: the keys that are typed go nowhere else meanwhile."""
        super().__init__()
        self._refusal = refusal
        self._passage = " ".join(passage.split())
        self._note = note
        self._asked = ""

    def compose(self) -> ComposeResult:
        """The passage, the editor, the keys."""
        with Vertical(id="note-editor"):
            yield Static(self._passage[:_QUOTED], id="note-passage", markup=False)
            yield TextArea(self._note, id="note-text", read_only=self._refusal is not None)
            yield Static(self._told(_REFUSED if self._refusal else _KEYS), id="note-keys", markup=False)

    def _told(self, sentence: str) -> str:
        return told(sentence, self.app.workspace.settings, refusal=self._refusal or "")

    def on_mount(self) -> None:
        """Begin at the end of the note."""
        editor = self.query_one(TextArea)
        editor.move_cursor(editor.document.end)
        editor.focus()

    def action_keep_note(self) -> None:
        """Go back with the note."""
        self.dismiss(None if self._refusal else self.query_one(TextArea).text.strip())

    def action_drop_note(self) -> None:
        """Leave it; with something unsaved only when asked twice."""
        text = self.query_one(TextArea).text
        if text.strip() == self._note.strip() or self._asked == text:
            self.dismiss(None)
            return
        self._asked = text
        self.query_one("#note-keys", Static).update(self._told(_SURE))
