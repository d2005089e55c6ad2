"""Works for the tests of the library screen, and an app that shows nothing but that screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import App

from reader.folders import Folders
from reader.library.entries import Entry
from reader.library.listing import made_brief
from reader.library.queries.facet_index import FacetIndex
from reader.library.queries.filtering import Filtering
from reader.settings import Settings
from reader.ui.screens.library import LibraryScreen
from reader.ui.themes import theme_in_force
from reader.work.model import Tag, TagKind, WorkInfo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.screen import Screen

    from reader.workspace import Workspace

ADDED = datetime(2026, 1, 1, tzinfo=UTC)
_NOWHERE = Path("/nowhere")


def entry(
    title: str,
    *tags: tuple[TagKind, str],
    author: str = "marrowlight",
    words: int = 1000,
    progress: float | None = None,
    read_days_ago: int | None = None,
    **facts: Any,
) -> Entry:
    """A work as a list shows it; its id is its title."""
    last_read = ADDED - timedelta(days=read_days_ago) if read_days_ago is not None else None
    made = [Tag(kind, name) for kind, name in tags]
    info = WorkInfo(f"test:{title}", title, (author,), tuple(made), words=words, **facts)
    status = "unread" if progress is None else "reading"
    return Entry(
        info, None, "html", "", ADDED, words, 1, status=status, progress=progress, last_read=last_read
    )


def fandom(name: str) -> tuple[TagKind, str]:
    """A fandom tag."""
    return TagKind.FANDOM, name


THREE = (
    entry("The Salt Road", fandom("Tidewrack"), progress=0.43, read_days_ago=1),
    entry("Nine Letters", fandom("Tidewrack"), fandom("Original Work"), author="oxbow", words=158_002),
    entry("Whatever the River Keeps", fandom("Original Work"), author="quillfeather"),
)


@dataclass
class ListedCatalogue:
    """A catalogue that has works and nothing else."""

    works: Sequence[Entry]

    def entries(self, *, brief: bool = False) -> list[Entry]:
        return [made_brief(work) for work in self.works] if brief else list(self.works)

    def summaries(self, work_ids: Sequence[str]) -> Iterator[str | None]:
        known = {work.info.id: work.info.summary for work in self.works}
        return map(known.get, work_ids)

    def beginning(self, number: int) -> list[Entry]:
        read = [work for work in self.works if work.last_read]
        read.sort(key=lambda work: work.last_read or ADDED, reverse=True)
        return (read + [work for work in self.works if not work.last_read])[:number]

    def count(self) -> int:
        return len(self.works)

    def last_read_id(self) -> str | None:
        """It is in the works."""
        return None

    def changed_outside(self) -> bool:
        return False


@dataclass
class ListedWorkspace:
    """As much of a workspace as the library screen asks while it shows works."""

    catalogue: ListedCatalogue
    settings: Settings = field(default_factory=Settings)
    store: Any = field(
        default_factory=lambda: SimpleNamespace(work=lambda _: SimpleNamespace(position=None), shelves=())
    )
    folders: Folders = field(default_factory=lambda: Folders(_NOWHERE, _NOWHERE, _NOWHERE))
    warnings: list[str] = field(default_factory=list)

    state_is_read: ClassVar = False

    def versions(self, _: str) -> tuple[()]:
        """No work has any file."""
        return ()

    def entry(self, work_id: str) -> Entry | None:
        """What lists show of a work."""
        return next((work for work in self.catalogue.works if work.info.id == work_id), None)

    def place(self, _: str) -> None:
        """Nobody knows where reading stopped."""


class LibraryApp(App[int]):
    """Shows the library screen and remembers what it opened."""

    painted = None
    settling = SimpleNamespace(more_stays=lambda: None)
    CSS_PATH: ClassVar = [
        f"../../src/reader/ui/styles/{name}.tcss" for name in ("base", "library", "library_later", "rows")
    ]

    def __init__(self, works: Sequence[Entry]) -> None:
        super().__init__()
        self.workspace = ListedWorkspace(ListedCatalogue(works))
        self.saver = SimpleNamespace(settings=SimpleNamespace(change=self._change))
        self.opened: list[str] = []
        theme = theme_in_force(Settings())
        self.register_theme(theme)
        self.theme = theme.name

    def _change(self, key: str, value: str | bool) -> None:
        self.workspace.settings = self.workspace.settings._replace(**{key: value})  # type: ignore[arg-type]  # its own kind

    @property
    def library(self) -> LibraryScreen:
        return cast("LibraryScreen", self.screen)

    def get_default_screen(self) -> Screen[None]:
        return LibraryScreen(cast("Workspace", self.workspace))

    def on_library_screen_opened(self, event: LibraryScreen.Opened) -> None:
        self.opened.append(event.work_id)


def shown_lines(app: App[int]) -> list[str]:
    """The text on the screen, a line each."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


def shown_text(app: App[int]) -> str:
    """All of it, lines separated by a line feed."""
    return "\n".join(shown_lines(app))


def row_of(app: App[Any], words: str) -> int:
    """The first row of the screen in which words stand."""
    return next(at for at, line in enumerate(shown_lines(app)) if words in line)


def plain(entries: Sequence[Entry]) -> Filtering:
    """The filter of a reader who has said nothing of tags, and hides nothing."""
    return Filtering(FacetIndex(entries))
