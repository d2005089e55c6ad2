"""What a file says never steers the terminal: not in lists, in search results, in texts, on a page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.formats.ao3_page import Page, PageChapter, render
from tests.formats.epub_file import epub
from tests.formats.fb2_file import ABOUT, Fb2, fb2
from tests.formats.markdown_file import WORK
from tests.formats.work_laws import UNSAFE

from reader.formats.detect import read_work_and_format
from reader.formats.source import Source
from reader.layout.pages import lay_out
from reader.layout.style import PageStyle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Said

    Reader = Callable[..., Said]

POISONS = {
    "colours": "\x1b[31;5m",
    "title of the window": "\x1b]0;owned\x07",
    "link": "\x1b]8;;https://evil.example\x1b\\",
    "C1": "\x9b2J\x9d0;owned\x9c",
    "override": "\u202e\u2066",
    "line separators": "\u2028\u2029\x85",
    "references": "&#27;[2J&#155;2J&#x202e;&#8294;",
}


def _page(poison: str) -> bytes:
    chapters = (
        PageChapter(f"<p>Harb{poison}our lamps.</p>", f"The {poison}Quay"),
        PageChapter("<p>So.</p>", "B"),
    )
    tags: dict[str, tuple[str, ...]] = {"Fandom": (f"Tide{poison}wrack",), "Character": (f"{poison}Ana",)}
    made = Page(chapters, title="Salt POISON Road", tags=tags, summary=f"<p>A {poison}coast.</p>")
    return render(made).replace(b"POISON", poison.encode())


FILES: dict[str, Callable[[str], bytes]] = {
    "a.html": _page,
    "a.txt": lambda poison: (
        f"The Salt {poison} Road\n\nby marrow{poison}light\n\nChapter 1: The {poison}Quay\n\n"
        f"Harb{poison}our lamps. {'They lit the quay. ' * 60}\n\nChapter 2: B\n\nSo.\n"
    ).encode(),
    "a.md": lambda poison: WORK.replace("Salt", f"Sa{poison}lt").replace("Tide", f"Ti{poison}de").encode(),
    "a.epub": lambda poison: epub(
        {"c.xhtml": f"<h2>The {poison}Quay</h2><p>Harb{poison}our lamps.</p>"}, title="The Salt Road"
    ),
    "a.fb2": lambda poison: fb2(Fb2(about=ABOUT.replace("дорога", f"до{poison}рога"))),
}


@pytest.mark.parametrize("poison", POISONS.values(), ids=POISONS)
def test_nothing_printed_steers_the_terminal(poison: str, reader: Reader, tmp_path: Path) -> None:
    for name, make in FILES.items():
        (tmp_path / name).write_bytes(make(poison))
    assert reader("add", *(str(tmp_path / name) for name in FILES)).code == 0

    ids = [work["id"] for work in json.loads(reader("list", "--json").out)]
    assert len(ids) == len(FILES)
    said = [reader("list"), reader("list", "--json"), reader("search", "lamps")]
    assert "lamps" in said[2].out
    said += [reader(command, work) for command in ("show", "text") for work in ids]

    for one in said:
        assert one.code == 0
        for line in one.out.split("\n"):
            assert not UNSAFE.search(line.replace("\t", "")), line


@pytest.mark.parametrize("poison", POISONS.values(), ids=POISONS)
@pytest.mark.parametrize("name", FILES)
def test_no_line_of_a_page_does(name: str, poison: str) -> None:
    work, _ = read_work_and_format(Source(name, FILES[name](poison)))

    for chapter in work.chapters:
        layout = lay_out(chapter, PageStyle(40, 20))
        for index in range(len(layout.pages)):
            for line in layout.lines(index):
                assert not UNSAFE.search("".join(run.text for run in line.runs)), line
