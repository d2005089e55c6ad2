"""All commands of the reading screen, by what one wants to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.about_work import ABOUT_THE_WORK
from reader.ui.commands.command import by_id
from reader.ui.commands.everywhere import EVERYWHERE
from reader.ui.commands.finding import FINDING
from reader.ui.commands.following import FOLLOWING
from reader.ui.commands.going import GOING
from reader.ui.commands.marking import MARKING
from reader.ui.commands.motions import RETRACING, TO_THE_ENDS, TURNING
from reader.ui.commands.page_look import PAGE_LOOK, ToggleNotes
from reader.ui.commands.passage import PASSAGE
from reader.ui.commands.reading_command import ReadingCommand

if TYPE_CHECKING:
    from reader.ui.commands.command import CommandGroups

READING_GROUPS: CommandGroups = (
    ("Turn pages", TURNING),
    ("Go somewhere, and come back", (*GOING, *TO_THE_ENDS, *RETRACING)),
    ("Find words", FINDING),
    ("Notes, links, pictures", (*FOLLOWING, ToggleNotes)),
    ("Mark places", MARKING),
    ("How the page looks", PAGE_LOOK),
    ("The work", ABOUT_THE_WORK),
    ("Everywhere", EVERYWHERE),
)
"""What help shows of the reading screen, in this order."""
READING_HELP: CommandGroups = (*READING_GROUPS[:5], ("In a passage", PASSAGE), *READING_GROUPS[5:])
"""The same with what holds only while a passage is chosen."""
READING_COMMANDS = by_id(ReadingCommand, (command for _, commands in READING_GROUPS for command in commands))
"""Those that say themselves what they do."""
