"""A work open on the reading screen: its reading, and what belongs to a reading, made when it is needed."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from reader.layout.style import PageStyle
from reader.reading.reading import Reading
from reader.ui.page.area import PageArea
from reader.ui.page.drawing import Highlight, Highlighted
from reader.ui.page.style import with_view
from reader.ui.reading.lasting_texts import LastingTexts
from reader.ui.reading.whereabouts import Whereabouts
from reader.work.languages import language_code
from reader.work.locator import Match
from reader.workspace.break_files import BreakFiles
from reader.workspace.views import view_of

if TYPE_CHECKING:
    from reader.reading.keeping import Keeping
    from reader.reading.links import Links
    from reader.reading.page_search import PageSearch
    from reader.ui.page.look_panel_opening import LookPanelOpening
    from reader.ui.page.only_page import OnlyPage
    from reader.ui.page.settings import PageSettings
    from reader.ui.panel.mark_acting import MarkActing
    from reader.ui.panel.showing import ReadingPanel
    from reader.ui.passages.choosing import PassageMode
    from reader.ui.passages.marking import Marking
    from reader.ui.reading.end_notes import EndNotes
    from reader.ui.reading.finding import PageFinding
    from reader.ui.reading.following import Following
    from reader.ui.reading.next_part import NextPart
    from reader.ui.reading.questions import PageQuestions
    from reader.ui.screens.reading import ReadingScreen


class OpenWork:
    """The reading of one work. It changes: it makes its parts when they are first asked for.

    What is imported in its methods is not needed to show the first page, above all the state and all that
    reads it: a fifth of the time until the page is there.
    """

    def __init__(self, screen: ReadingScreen, work_id: str) -> None:
        self._screen = screen
        self._workspace = screen.workspace
        settings = with_view(self._workspace.settings, view_of(self._workspace, work_id))
        info = self._workspace.work_info(work_id)
        style = PageStyle(language=language_code(info.language) or "")
        self.version = self._version(work_id)
        self.texts = LastingTexts(self._workspace.catalogue)
        self.reading = Reading(info, self.texts, style, BreakFiles(self._workspace.folders.breaks))
        self.area = PageArea(self.reading, settings)
        self.match = self._resume()
        """How the place where the reader had stopped was found; None when there is none."""

    def _version(self, work_id: str) -> tuple[str, bool] | None:
        """What tells one text of a work from another; None when the work is not in the library."""
        entry = self._workspace.entry(work_id)
        return (entry.sha256, entry.repaired) if entry else None

    @property
    def gone(self) -> bool:
        """Whether the work was taken out of the library meanwhile."""
        return self._version(self.reading.info.id) is None

    @property
    def outdated(self) -> bool:
        """Whether the library has another text of it by now."""
        return self._version(self.reading.info.id) != self.version

    def _resume(self) -> Match | None:
        locator = self._workspace.place(self.reading.info.id)
        if locator is None:
            return None
        place, match = self.reading.find(locator)
        self.reading.go(place)
        return match

    @cached_property
    def whereabouts(self) -> Whereabouts:
        """Where the reader is, in words."""
        return Whereabouts(self._screen, self)

    @cached_property
    def keeping(self) -> Keeping:
        """What the reading leaves in the state."""
        from reader.reading.keeping import Keeping

        return Keeping(self.reading, self._workspace.store)

    def keep_place(self) -> None:
        """Put the place into the state; the panel follows."""
        self.keeping.remember_place()
        self.panel.follow_reading()

    @cached_property
    def marking(self) -> Marking:
        """Marking, which saves and answers."""
        from reader.ui.keys.sentences import told
        from reader.ui.passages.marking import Marking
        from reader.ui.problems import tell_problem

        return Marking(
            self.keeping,
            self._screen.app.saver,
            say=lambda sentence: self._screen.say(told(sentence, self._workspace.settings)),
            refuse=partial(tell_problem, self._screen),
            shown=self._screen.show_marks,
        )

    @cached_property
    def passage(self) -> PassageMode:
        """Choosing a passage."""
        from reader.ui.passages.choosing import PassageMode

        return PassageMode(self._screen)

    @cached_property
    def mark_acting(self) -> MarkActing:
        """What is done with bookmarks in the panel."""
        from reader.ui.panel.mark_acting import MarkActing

        return MarkActing(self._screen)

    @cached_property
    def panel(self) -> ReadingPanel:
        """The panel beside the page."""
        from reader.ui.panel.showing import ReadingPanel

        return ReadingPanel(self._screen, self.reading, self.keeping)

    @cached_property
    def following(self) -> Following:
        """Following links and pictures."""
        from reader.ui.reading.following import Following

        return Following(self._screen)

    @cached_property
    def end_notes(self) -> EndNotes:
        """The way to the notes at the end of the chapter."""
        from reader.ui.reading.end_notes import EndNotes

        return EndNotes(self._screen)

    @cached_property
    def next_part(self) -> NextPart:
        """What comes after it in its series."""
        from reader.ui.reading.next_part import NextPart

        return NextPart(self._screen)

    @cached_property
    def only_page(self) -> OnlyPage:
        """Whether there is nothing but the page on the screen."""
        from reader.ui.page.only_page import OnlyPage

        return OnlyPage(self._screen)

    @cached_property
    def questions(self) -> PageQuestions:
        """What is asked: places, words, notes."""
        from reader.ui.reading.questions import PageQuestions

        return PageQuestions(self._screen)

    @cached_property
    def settings(self) -> PageSettings:
        """How the reader wants the page."""
        from reader.ui.page.settings import PageSettings

        return PageSettings(self._screen)

    @cached_property
    def look_panel(self) -> LookPanelOpening:
        """The panel in which that is chosen."""
        from reader.ui.page.look_panel_opening import LookPanelOpening

        return LookPanelOpening(self._screen)

    @cached_property
    def links(self) -> Links:
        """The links on the page."""
        from reader.reading.links import Links

        return Links(self.reading)

    def forget_link(self) -> None:
        """Have no link be chosen, if one is."""
        if "links" in self.__dict__:
            self.links.forget()

    @cached_property
    def search(self) -> PageSearch:
        """The search through the work."""
        from reader.reading.page_search import PageSearch

        return PageSearch(self.reading)

    @cached_property
    def finding(self) -> PageFinding:
        """Going from match to match."""
        from reader.ui.reading.finding import PageFinding

        return PageFinding(self._screen)

    @property
    def search_words(self) -> str:
        """Which match of how many is shown, in words; empty when nothing is searched for."""
        return self.search.summary() if self._screen.waking.is_done else ""

    @property
    def lost_marks(self) -> bool:
        """Whether there are bookmarks whose words are gone from the text."""
        return any(mark.match is Match.APPROXIMATE for mark in self.keeping.marks())

    @property
    def news(self) -> str:
        """How many chapters are new, in words: "3 new chapters"; empty for none."""
        from reader.library.outcomes import chapters

        count = len(self.keeping.new_chapters)
        return chapters(count, "new ") if count else ""

    @property
    def first_words(self) -> str:
        """What is to be said once the state is read; empty for nothing."""
        if self.lost_marks:
            return "Some bookmarks were not found in this version of the text"
        return f"{self.news} since you were here" if self.news and self.match is not Match.APPROXIMATE else ""

    @property
    def mark_count(self) -> int:
        """How many bookmarks there are; none are known of until the state is read."""
        return len(self.keeping.marks()) if self._screen.waking.is_done else 0

    def highlights(self) -> tuple[Highlighted, ...]:
        """What stands out on the page."""
        if not self._screen.waking.is_done:
            return ()
        marks = [
            Highlighted(start, end, Highlight.MARK, colour) for start, end, colour in self.keeping.stretches()
        ]
        matches = [Highlighted(*stretch, Highlight.MATCH) for stretch in self.search.on_page()]
        current = self.search.current_on_page()
        match = [Highlighted(*current, Highlight.CURRENT)] if current else []
        chosen = self.links.chosen
        link = [Highlighted(chosen.start, chosen.end, Highlight.CHOSEN)] if chosen else []
        passage = [Highlighted(*stretch, Highlight.CHOSEN) for stretch in self.passages_chosen()]
        return (*marks, *matches, *match, *link, *passage)

    @property
    def is_choosing(self) -> bool:
        """Whether a passage is being chosen."""
        return "passage" in self.__dict__ and self.passage.is_on

    def passages_chosen(self) -> list[tuple[int, int]]:
        """What is chosen of the current chapter."""
        stretch = self.passage.stretch() if self.is_choosing else None
        return [stretch] if stretch else []
