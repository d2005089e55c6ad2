"""Keys given to the app one after the other, however fast they come.

Textual sends every key on its way to what has the focus when the key arrives, and carries out what it is
bound to when it has come back from there. Of "/word" in one go, all of `word` was then on its way to the
page before `/` had opened the prompt.
"""

from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from textual.app import App
    from textual.message_pump import MessagePump

_LOST = 0.2
"""Seconds after which the next key is sent when the widget is gone that the one before was on its way to, and
with it most likely what would have told that it was handled."""
_LONGEST = 2.0
"""Seconds after which it is sent in any case."""
_ROUNDS = 2
"""A key was handled once a message behind it has arrived, and what that set off, such as the answer that a
prompt hands to its screen, once a second message has arrived that was sent when the first one had."""


def _is_gone(target: MessagePump) -> bool:
    return not (target.is_running and target.is_attached)


class _Followed(events.Event, bubble=True):
    """Goes where a key goes, behind it."""

    def __init__(self, key: events.Key, rounds: int) -> None:
        super().__init__()
        self._sender = None  # what an app sent itself is not handed up to it
        self.key = key
        self.rounds = rounds
        """How many more are to be sent after it."""


class KeysInTurn:
    """Holds back keys while one is on its way. It changes: it knows that one, and those that wait."""

    def __init__(self, app: App[int]) -> None:
        self._app = app
        self._waiting: deque[events.Key] = deque()
        self._sent: events.Key | None = None
        self._sent_at = 0.0
        self._target: MessagePump | None = None
        self._is_followed = False
        self._is_resting = False

    def rest(self) -> None:
        """Hold back all keys until `go_on`."""
        self._is_resting = True

    def go_on(self) -> None:
        """Send the first of those that wait."""
        self._is_resting = False
        self._send_next()

    def hold(self, event: events.Event) -> bool:
        """Whether an event that came to the app is not to be handled now: it waits, or is one of these."""
        if isinstance(event, _Followed):
            if event.key is self._sent:
                self._follow(event.key, event.rounds)
            return True
        if not isinstance(event, events.Key) or event.is_forwarded:
            return False
        if not self._waiting and self._is_free:
            self._send(event)
        if event is self._sent:
            self._have_someone_listen()
            return False
        if not self._waiting:
            self._app.set_timer(_LOST, self._look)
        self._waiting.append(event)
        return True

    def handled(self, event: events.Event) -> None:
        """The app has handled an event: if it was a fresh key, it is on its way now."""
        if isinstance(event, events.Key) and event is self._sent and not self._is_followed:
            self._is_followed = True
            self._follow(event, 0 if self._is_text(event) else _ROUNDS)

    def _is_text(self, key: events.Key) -> bool:
        """Whether a key is but a letter in a line: that opens nothing, and others need not wait for it."""
        focused = self._app.focused
        return focused is not None and focused.check_consume_key(key.key, key.character)

    def _follow(self, key: events.Key, rounds: int) -> None:
        self._target = target = self._app.focused or self._app.screen
        if not rounds:
            self._send_next()
        else:  # lost with a screen that is on its way out, and the next key is sent a moment later
            target.post_message(_Followed(key, rounds - 1))

    def _have_someone_listen(self) -> None:
        """Take the focus from a widget that is gone: it would swallow all keys, even the one to quit."""
        focused = self._app.focused
        if focused is not None and _is_gone(focused):
            self._app.screen.set_focus(None)

    def _send(self, key: events.Key) -> None:
        self._sent, self._sent_at, self._is_followed, self._target = key, monotonic(), False, None

    def _send_next(self) -> None:
        self._sent = None
        if self._waiting:
            key = self._waiting.popleft()
            self._send(key)
            self._app.post_message(key)

    @property
    def _is_free(self) -> bool:
        return not self._is_resting and (self._sent is None or self._is_late())

    def _is_late(self) -> bool:
        is_lost = self._target is not None and _is_gone(self._target)
        return monotonic() - self._sent_at >= (_LOST if is_lost else _LONGEST)

    def _look(self) -> None:
        """Go on if the key on its way is late; look again while there are keys that wait."""
        if self._is_free:
            self._send_next()
        if self._waiting:
            self._app.set_timer(_LOST, self._look)
