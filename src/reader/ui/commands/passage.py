"""The commands with which a passage is chosen and marked; they hold while it is being chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.passage_units import Unit
from reader.ui.commands.command import Command, by_id

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from reader.ui.passages.choosing import PassageMode


class PassageCommand(Command):
    """Something that can be done with a passage that is being chosen."""

    done_by = "passage"

    @staticmethod
    def run(mode: PassageMode, count: int) -> Awaitable[None] | None:
        """Do it so often; what is returned, if anything, is awaited."""
        raise NotImplementedError


class PassageWordOn(PassageCommand):
    """A word on"""

    keys = "w,right,l"

    @staticmethod
    def run(mode: PassageMode, count: int) -> None:
        mode.move(lambda choice: choice.move(Unit.WORD, count))


class PassageWordBack(PassageCommand):
    """A word back"""

    keys = "b,left,h"

    @staticmethod
    def run(mode: PassageMode, count: int) -> None:
        mode.move(lambda choice: choice.move(Unit.WORD, -count))


class PassageSentenceOn(PassageCommand):
    """To the end of the sentence, of the next one"""

    keys = "right_parenthesis"

    @staticmethod
    def run(mode: PassageMode, count: int) -> None:
        mode.move(lambda choice: choice.move(Unit.SENTENCE, count))


class PassageSentenceBack(PassageCommand):
    """To the start of the sentence, of the one before"""

    keys = "left_parenthesis"

    @staticmethod
    def run(mode: PassageMode, count: int) -> None:
        mode.move(lambda choice: choice.move(Unit.SENTENCE, -count))


class PassageLineDown(PassageCommand):
    """A line down"""

    keys = "j,down"

    @staticmethod
    def run(mode: PassageMode, count: int) -> None:
        mode.move(lambda choice: choice.move_lines(count))


class PassageLineUp(PassageCommand):
    """A line up"""

    keys = "k,up"

    @staticmethod
    def run(mode: PassageMode, count: int) -> None:
        mode.move(lambda choice: choice.move_lines(-count))


class PassageParagraphOn(PassageCommand):
    """To the end of the paragraph, of the next one"""

    keys = "right_curly_bracket"

    @staticmethod
    def run(mode: PassageMode, count: int) -> None:
        mode.move(lambda choice: choice.move(Unit.PARAGRAPH, count))


class PassageParagraphBack(PassageCommand):
    """To the start of the paragraph, of the one before"""

    keys = "left_curly_bracket"

    @staticmethod
    def run(mode: PassageMode, count: int) -> None:
        mode.move(lambda choice: choice.move(Unit.PARAGRAPH, -count))


class PassagePageOn(PassageCommand):
    """A page on"""

    keys = "space,pagedown"

    @staticmethod
    def run(mode: PassageMode, count: int) -> None:
        mode.move(lambda choice: choice.move_pages(count))


class PassagePageBack(PassageCommand):
    """A page back"""

    keys = "pageup"

    @staticmethod
    def run(mode: PassageMode, count: int) -> None:
        mode.move(lambda choice: choice.move_pages(-count))


class PassageBeginHere(PassageCommand):
    """Have it begin here"""

    keys = "v"

    @staticmethod
    def run(mode: PassageMode, count: int) -> None:
        mode.move(lambda choice: choice.begin_here())


class PassageOtherEnd(PassageCommand):
    """Move its other end"""

    keys = "o"

    @staticmethod
    def run(mode: PassageMode, count: int) -> None:
        mode.move(lambda choice: choice.swap())


class MarkPassage(PassageCommand):
    """Mark it"""

    keys = "enter,m"
    other_words = "bookmark highlight"

    @staticmethod
    def run(mode: PassageMode, count: int) -> Awaitable[None]:
        return mode.mark()


class MarkPassageWithNote(PassageCommand):
    """Mark it with a note"""

    keys = "M"
    other_words = "annotate comment"

    @staticmethod
    def run(mode: PassageMode, count: int) -> None:
        mode.write_note()


class PassageColour(PassageCommand):
    """Choose the colour: then 1 yellow, 2 green, 3 blue, 4 pink, 5 orange, 6 violet"""

    keys = "c"

    @staticmethod
    def run(mode: PassageMode, count: int) -> None:
        mode.ask_colour()


class CopyPassage(PassageCommand):
    """Copy it"""

    keys = "y"
    other_words = "clipboard yank"

    @staticmethod
    def run(mode: PassageMode, count: int) -> Awaitable[None]:
        return mode.copy()


class LeavePassage(PassageCommand):
    """Leave it"""

    keys = "escape"

    @staticmethod
    def run(mode: PassageMode, count: int) -> Awaitable[None]:
        return mode.leave()


PASSAGE: tuple[type[PassageCommand], ...] = (
    PassageWordOn,
    PassageWordBack,
    PassageSentenceOn,
    PassageSentenceBack,
    PassageLineDown,
    PassageLineUp,
    PassageParagraphOn,
    PassageParagraphBack,
    PassagePageOn,
    PassagePageBack,
    PassageBeginHere,
    PassageOtherEnd,
    MarkPassage,
    MarkPassageWithNote,
    PassageColour,
    CopyPassage,
    LeavePassage,
)
PASSAGE_COMMANDS = by_id(PassageCommand, PASSAGE)
