"""The commands that move through a work, each with its move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.reading_command import ReadingCommand

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from reader.reading.reading import Reading
    from reader.ui.screens.reading import ReadingScreen


class Motion(ReadingCommand):
    """A move through a work."""

    @staticmethod
    def move(reading: Reading, count: int | None) -> bool:
        """Move; False when there is nothing further. `count` is the number typed before the key."""
        raise NotImplementedError

    @classmethod
    def run(cls, screen: ReadingScreen) -> Awaitable[None] | None:
        screen.moved(cls.move(screen.reading, screen.count))
        return None


class NextPage(Motion):
    """Next page"""

    keys = "space,right,l,pagedown,j,down"
    hint = "next"
    other_words = "turn"

    @staticmethod
    def move(reading: Reading, count: int | None) -> bool:
        return reading.turn(count or 1)

    @classmethod
    def run(cls, screen: ReadingScreen) -> Awaitable[None] | None:
        screen.turn(screen.count or 1)
        return None


class PreviousPage(Motion):
    """Previous page"""

    keys = "b,left,h,pageup,k,up"
    more_keys = "shift+space"
    hint = "back"
    other_words = "turn back"

    @staticmethod
    def move(reading: Reading, count: int | None) -> bool:
        return reading.turn(-(count or 1))


class NextChapter(Motion):
    """Next chapter"""

    keys = "right_square_bracket,ctrl+right"

    @staticmethod
    def move(reading: Reading, count: int | None) -> bool:
        return reading.turn_chapters(count or 1)


class PreviousChapter(Motion):
    """Previous chapter"""

    keys = "left_square_bracket,ctrl+left"

    @staticmethod
    def move(reading: Reading, count: int | None) -> bool:
        return reading.turn_chapters(-(count or 1))


class NextScene(Motion):
    """Next scene"""

    keys = "right_curly_bracket"
    other_words = "section break"

    @staticmethod
    def move(reading: Reading, count: int | None) -> bool:
        return reading.turn_scenes(count or 1)


class PreviousScene(Motion):
    """Previous scene"""

    keys = "left_curly_bracket"
    other_words = "section break"

    @staticmethod
    def move(reading: Reading, count: int | None) -> bool:
        return reading.turn_scenes(-(count or 1))


class ChapterStart(Motion):
    """Start of the chapter"""

    keys = "g"
    other_words = "beginning top"

    @staticmethod
    def move(reading: Reading, count: int | None) -> bool:
        return reading.jump(reading.page_start(count or 1))


class ChapterEnd(Motion):
    """End of the chapter; after a 12, its page 12"""

    keys = "G"

    @staticmethod
    def move(reading: Reading, count: int | None) -> bool:
        return reading.jump(reading.page_start(count or reading.page_count))


class WorkStart(Motion):
    """Start of the work"""

    keys = "home"
    other_words = "beginning first page top"

    @staticmethod
    def move(reading: Reading, count: int | None) -> bool:
        return reading.jump(reading.chapter_start(count or 1))


class WorkEnd(Motion):
    """End of the work"""

    keys = "end"
    other_words = "last page bottom"

    @staticmethod
    def move(reading: Reading, count: int | None) -> bool:
        return reading.jump(reading.work_end())


class GoBack(Motion):
    """Back to where you were before a jump"""

    keys = "ctrl+o,alt+left"
    other_words = "history return before"

    @staticmethod
    def move(reading: Reading, count: int | None) -> bool:
        return reading.back()

    @classmethod
    def run(cls, screen: ReadingScreen) -> Awaitable[None] | None:
        if screen.visit is not None and not screen.reading.can_go_back:
            return screen.action_leave()
        return super().run(screen)


class GoForward(Motion):
    """Forward again"""

    keys = "alt+right"
    other_words = "history redo"

    @staticmethod
    def move(reading: Reading, count: int | None) -> bool:
        return reading.forward()


TURNING: tuple[type[Motion], ...] = (
    NextPage,
    PreviousPage,
    NextChapter,
    PreviousChapter,
    NextScene,
    PreviousScene,
)
TO_THE_ENDS: tuple[type[Motion], ...] = (ChapterStart, ChapterEnd, WorkStart, WorkEnd)
RETRACING: tuple[type[Motion], ...] = (GoBack, GoForward)
