"""One invented story as FanFicFare writes it: EPUB of every era, HTML, and text."""

from __future__ import annotations

import re
import zipfile
from html import escape
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING

from tests.formats.epub_file import epub, page, zipped
from tests.formats.fanficfare_story import STORY, Story, StoryChapter

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 78
PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)


def fanficfare_html(story: Story = STORY, *, contents: bool = True, cover: bool = False) -> bytes:
    rows = "".join(
        f"\n<tr><td><b>{label}:</b></td><td>{value}</td></tr>\n" for label, value in _values(story)
    )
    links = "".join(
        f'\n<a href="#section{number:04}">{escape(chapter.title, quote=False)}</a><br />\n'
        for number, chapter in enumerate(story.chapters, 1)
    )
    text = "".join(
        f'\n<a name="section{number:04}"><h2>{escape(chapter.title, quote=False)}</h2></a>\n'
        f"{_body(chapter)}\n"
        for number, chapter in enumerate(story.chapters, 1)
    )
    toc = f'\n<a name="TOCTOP"><h2>Table of Contents</h2></a>\n<p>\n{links}\n</p>\n' if contents else ""
    picture = '\n<img src="images/cover.jpg" alt="cover" />\n' if cover else ""
    return (
        '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="UTF-8">\n'
        f"<title>{escape(story.title)} by {escape(', '.join(story.authors))}</title>\n"
        '<style type="text/css">\n.u {text-decoration: underline;}\n</style>\n</head>\n<body>\n'
        f'<h1>{_heading(story)}</h1>\n{picture}\n<table class="full">\n{rows}\n</table>\n{toc}{text}\n'
        "</body>\n</html>"
    ).encode()


def fanficfare_text(
    story: Story = STORY, *, contents: bool = True, width: int = WIDTH, eol: str = "\n"
) -> bytes:
    labels = "".join(f"{label}: {value}\n" for label, value in story.entries)
    summary = "\n\n".join(story.summary)
    url = f"Story URL: {story.url}\nAuthor URL: https://archiveofourown.org/users/marrowlight\n"
    head = (
        f"\n\n\n{story.title}\n\nby {', '.join(story.authors)}\n\n\n\n{labels}{url}Summary: {summary}\n\n\n\n"
    )
    if contents and len(story.chapters) > 1:
        head += (
            "\n\nTABLE OF CONTENTS\n\n" + "".join(f"\n{chapter.title}\n" for chapter in story.chapters) + "\n"
        )
    text = _wrapped(head, width)
    for chapter in story.chapters:
        notes = [f"**Author's Note:**\n\n> {chapter.head}\n\n"] if chapter.head else []
        after = [f"\n**Notes for the Chapter:**\n\n> {chapter.foot}\n\n"] if chapter.foot else []
        body = "".join([*notes, chapter.markdown, *after])
        text += _wrapped(f"\n\n\t{chapter.title}\n\n", width) + _converted(body, width)
    return (text + "\n\nEnd file.\n").replace("\n", eol).encode()


def fanficfare_epub(
    story: Story = STORY,
    *,
    version: int = 2,
    title_page: str = "lines",
    contents: bool = True,
    log: Sequence[str] = (),
    cover: bool = False,
    old: bool = False,
    dated: bool = True,
) -> bytes:
    """`title_page` is "lines", "table" or ""; `log` are days of updates; `old` is how it was before 2016.

    Without `dated` the package of version 3 says nothing of the day of the last update.
    """
    documents: dict[str, str | bytes] = {}
    if cover:
        picture = '<div><img src="images/cover.png" alt="cover"/></div>'
        documents["OEBPS/cover.xhtml"] = _page(picture, "Cover", "fff_coverpage", old=old)
    if title_page:
        documents["OEBPS/title_page.xhtml"] = _title_page(story, table=title_page == "table", old=old)
    if contents:
        links = "".join(f'<a href="file{n:04}.xhtml">x</a><br/>' for n in range(1, len(story.chapters) + 1))
        body = f"<div><h3>Table of Contents</h3>{links}</div>"
        documents["OEBPS/toc_page.xhtml"] = _page(body, "Contents", "fff_tocpage", old=old)
    if log:
        documents["OEBPS/log_page.xhtml"] = _page(_log(log), "Update Log", "fff_logpage", old=old)
    for number, chapter in enumerate(story.chapters, 1):
        documents[f"OEBPS/file{number:04}.xhtml"] = _chapter(chapter, old=old)
    maker = "fanficdownloader" if old else "fanficfare"
    return epub(
        documents,
        version=version,
        title=story.title,
        creators=(),
        identifier=f"{maker}-uid:archiveofourown.org-umarrowlight-s4497330",
        metadata=_metadata(story, version, dated=dated),
        folder="",
        extra={"OEBPS/images/cover.png": PNG} if cover else None,
    )


def converted(data: bytes) -> bytes:
    """An EPUB of FanFicFare's as calibre's conversion for a Kindle leaves it.

    Documents have other names, bodies one class, nothing else one of FanFicFare's, and calibre is the maker.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    package = re.sub(rb"<dc:contributor.*?</dc:contributor>", b"", files["content.opf"])
    files["content.opf"] = re.sub(rb"(fanficfare|fanficdownloader)-uid:[^<]+", b"1720bb9f", package)
    documents = [name for name in files if name.endswith(".xhtml") and "nav" not in name]
    renamed = {name: f"part{number:04}.xhtml" for number, name in enumerate(documents)}
    changed = {}
    for name, held in files.items():
        if name in renamed:
            held = re.sub(rb' class="[^"]*"', b' class="calibre1"', held)
            held = re.sub(rb"<body[^>]*>", b'<body class="fff_titlepage">', held)
        elif name.endswith((".opf", ".ncx")):
            for before, after in renamed.items():
                held = held.replace(before.encode(), after.encode())
        changed[renamed.get(name, name)] = held
    return zipped(changed)


def _values(story: Story) -> list[tuple[str, str]]:
    """The entries in HTML: a series with its link, a summary in paragraphs."""
    values = [(label, escape(value, quote=False)) for label, value in story.entries]
    linked = {
        label: f"<a class='serieslink' href='https://archiveofourown.org/series/7'>{value}</a>"
        for label, value in values
        if label == "Series"
    }
    paragraphs = "".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in story.summary)
    return [
        *((label, linked.get(label, value)) for label, value in values),
        ("Summary", f"<div>{paragraphs}</div>"),
    ]


def _heading(story: Story) -> str:
    authors = ", ".join(
        f"<a class='authorlink' href='https://a.example/u'>{escape(a)}</a>" for a in story.authors
    )
    return f'<a href="{escape(story.url)}">{escape(story.title, quote=False)}</a> by {authors}'


def _title_page(story: Story, *, table: bool, old: bool) -> str:
    if table:
        rows = "".join(
            f'<tr><td colspan="2"><b>{label}:</b> {value}</td></tr>'
            if label == "Summary"
            else f"<tr><td><b>{label}:</b></td><td>{value}</td></tr>"
            for label, value in _values(story)
        )
        entries = f'<table class="full">{rows}</table>'
    else:
        lines = "".join(f"\n<b>{label}:</b> {value}<br />\n" for label, value in _values(story))
        entries = f"<div>\n{lines}\n</div>"
    return _page(f"<h3>{_heading(story)}</h3>{entries}", story.title, "fff_titlepage", old=old)


def _body(chapter: StoryChapter, *, marked: bool = True) -> str:
    def notes(label: str, text: str, kind: str) -> str:
        inner = f"<b>{label}:</b><blockquote><p>{escape(text, quote=False)}</p></blockquote>" if text else ""
        return f'<div class="fff_chapter_notes {kind}">{inner}</div>' if marked else inner

    head = notes("Author's Note", chapter.head, "fff_head_notes")
    foot = notes("Notes for the Chapter", chapter.foot, "fff_foot_notes")
    return f'<div class="story">{head}<div class="userstuff">{chapter.html}</div>{foot}</div>'


def _chapter(chapter: StoryChapter, *, old: bool) -> str:
    title = escape(chapter.title)
    if old:
        return _page(f"<h3>{title}</h3>{_body(chapter, marked=False)}", chapter.title, "", old=True)
    head = (
        f'<meta name="chapterurl" content="{escape(chapter.url)}" />'
        f'<meta name="chapterorigtitle" content="{title}" />'
        f'<meta name="chaptertitle" content="(new) {title}" />'
    )
    body = f'<h3 class="fff_chapter_title">(new) {title}</h3>{_body(chapter)}'
    return page(body, title=f"(new) {chapter.title}", head=head, attributes=' class="fff_chapter"')


def _page(body: str, title: str, name: str, *, old: bool) -> str:
    return page(body, title=title, attributes="" if old else f' class="{name}"')


def _log(days: Sequence[str]) -> str:
    entries = "".join(
        f"<p class='log_entry'><b>Packaged:</b> <span id=\"dateCreated\">{day} 10:00:00</span>\n"
        f'<b>Updated:</b> <span id="dateUpdated">{day}</span>\n'
        '<b>Words:</b> <span id="numWords">9,000</span></p><hr/>'
        for day in days
    )
    return f"<h3>Update Log</h3>{entries}"


def _metadata(story: Story, version: int, *, dated: bool) -> str:
    updated = ("Last Update Year/Month: 2022/11", "Last Update: 2022/11/09") if dated else ()
    subjects = ("FanFiction", *story.subjects, *updated, "In-Progress")
    escaped = "".join(f"<dc:subject>{escape(escape(name, quote=False))}</dc:subject>" for name in subjects)
    creators = "".join(
        f'<dc:creator opf:role="aut">{escape(escape(name, quote=False))}</dc:creator>'
        for name in story.authors
    )
    maker = '<dc:contributor id="id-2">FanFicFare [https://github.com/JimmXinu/FanFicFare]</dc:contributor>'
    dates = '<dc:date opf:event="publication">2021-03-02</dc:date>'
    dates += '<dc:date opf:event="modification">2022-11-09</dc:date>'
    url = escape(story.url)
    address = (
        f"<dc:identifier>URL:{url}</dc:identifier>"
        if version == 3
        else f'<dc:identifier opf:scheme="URL">{url}</dc:identifier>'
    )
    summary = escape("\n\n".join(story.summary))
    return (
        f"{creators}{maker}{dates if version == 2 else ''}<dc:description>{summary}</dc:description>{escaped}"
        f"<dc:publisher>archiveofourown.org</dc:publisher>{address}<dc:source>{url}</dc:source>"
    )


def _wrapped(text: str, width: int) -> str:
    """As `TextWriter.wraplines` does it."""
    return "".join("\n".join(wrap(line, width)) + "\n" for line in text.split("\n")) if width else text


def _converted(markdown: str, width: int) -> str:
    """As `html2text` wraps: never within a long word, two spaces at a line's end kept."""
    lines = (
        line if not width or line.endswith("  ") else "\n".join(wrap(line, width, break_long_words=False))
        for line in markdown.split("\n")
    )
    return "\n".join(lines) + "\n"
