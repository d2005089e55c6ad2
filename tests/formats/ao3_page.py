"""AO3-style download pages made of values, in each template that the archive has used."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

ARCHIVE = "https://archiveofourown.org"


@dataclass(frozen=True, slots=True)
class Template:
    """How the archive wrote its downloads at a time."""

    since: str
    wrapped: bool = True
    language: bool = True
    commas: bool = True
    plurals: bool = True
    numbered: bool = True
    scheme: str = "https"


TEMPLATES = (
    Template("2015", False, False, False, False, False, "http"),
    Template("2019-02", True, False, False, False, False, "http"),
    Template("2022-06", True, True, False, False, False, "http"),
    Template("2023-04", True, True, True, False, False, "http"),
    Template("2023-10", True, True, True, True, False, "http"),
    Template("2025-10", True, True, True, True, True, "http"),
    Template("2026-02"),
)
NEWEST = TEMPLATES[-1]


@dataclass(frozen=True, slots=True)
class PageChapter:
    body: str
    title: str = ""
    byline: str = ""
    summary: str = ""
    notes: str = ""
    end_notes: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What a download says. Texts called *_html, bodies, notes and summaries are HTML, the others plain."""

    chapters: tuple[PageChapter, ...]
    title: str = "The Salt Road"
    id: int = 1234567
    byline_html: str = '<a rel="author" href="/users/marrowlight/pseuds/marrowlight">marrowlight</a>'
    tags: dict[str, tuple[str, ...]] = field(default_factory=lambda: {"Fandom": ("Tidewrack",)})
    """By singular label."""
    language: str = "English"
    series_html: str = ""
    collections: tuple[str, ...] = ()
    published: str = "2024-01-02"
    completed: str = ""
    updated: str = ""
    words: int = 14394
    total: str = ""
    summary: str = ""
    notes: str = ""
    related_html: str = ""
    end_notes: str = ""
    inspired_html: tuple[str, ...] = ()


def render(page: Page, template: Template = NEWEST) -> bytes:
    """The file that the archive would have offered."""
    parts = [_message(page, template), _meta(page, template)]
    preface = "\n".join(parts)
    if template.wrapped:
        preface = f'<div id="preface"><h2 class="toc-heading">Preface</h2>{preface}</div>'
    title = escape(f"{page.title} - someone - Some Fandom")
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>{title}</title>
<style type="text/css">p.message {{ text-align: center; }} .toc-heading {{ display: none; }}</style></head>
<body>
{preface}
<div id="chapters" class="userstuff">{_chapters(page, template)}</div>
{_afterword(page, template)}
</body></html>""".encode()


def _message(page: Page, template: Template) -> str:
    home = f"{template.scheme}://archiveofourown.org"
    return f"""<p class="message"><b>{escape(page.title)}</b><br />
    Posted originally on the <a href="{home}/">Archive of Our Own</a>
    at <a href="{home}/works/{page.id}">{home}/works/{page.id}</a>.</p>"""


def _meta(page: Page, template: Template) -> str:
    fields = [_tags(label, names, template) for label, names in page.tags.items()]
    if template.language:
        fields.append(f"<dt>Language:</dt><dd>{escape(page.language)}</dd>")
    if page.series_html:
        fields.append(f"<dt>Series:</dt>\n<dd>{page.series_html}</dd>")
    if page.collections:
        fields.append(_tags("Collections", page.collections, template))
    fields.append(f"<dt>Stats:</dt>\n<dd>{_stats(page, template)}</dd>")
    related = f"<ul>{page.related_html}</ul>" if page.related_html else ""
    return f"""<div class="meta"><dl class="tags">{"".join(fields)}</dl>
    <h1>{escape(page.title)}</h1><div class="byline">by {page.byline_html}</div>
    {_labelled("Summary", page.summary)}
    {_notes("Notes", page.notes, page.end_notes, "work", "endnotes")}{related}</div>"""


def _tags(label: str, names: tuple[str, ...], template: Template) -> str:
    if template.plurals and len(names) > 1 and not label.endswith("s"):
        label = {"Category": "Categories"}.get(label, label + "s")
    links = ", ".join(f'<a href="{ARCHIVE}/tags/x">{escape(name)}</a>' for name in names)
    return f"<dt>{label}:</dt>\n<dd>{links}</dd>\n"


def _stats(page: Page, template: Template) -> str:
    number = format(page.words, ",") if template.commas else str(page.words)
    lines = [f"Published: {page.published}"]
    if page.completed:
        lines.append(f"Completed: {page.completed}")
    if page.updated:
        lines.append(f"Updated: {page.updated}")
    counts = f"Chapters: {len(page.chapters)}/{page.total or len(page.chapters)}"
    lines += [f"Words: {number}", counts] if template.commas else [counts, f"Words: {number}"]
    return "\n          ".join(["", *lines, ""])


def _labelled(label: str, html: str) -> str:
    return f'<p>{label}</p>\n<blockquote class="userstuff">{html}</blockquote>' if html else ""


def _notes(label: str, html: str, end_notes: str, whole: str, anchor: str) -> str:
    """Notes, and the line that sends the reader on to those at the end."""
    link = f"""<div class="endnote-link">
        See the end of the {whole} for <a href="#{anchor}">{"more " if html else ""}notes</a>
      </div>"""
    shown = _labelled(label, html) or (f"<p>{label}</p>" if end_notes else "")
    return shown + (link if end_notes else "")


def _chapters(page: Page, template: Template) -> str:
    if len(page.chapters) == 1 and not page.chapters[0].title:
        title = escape(page.title)
        return f"""<h2 class="toc-heading">{title}</h2>
        <div class="userstuff">{page.chapters[0].body}</div>"""
    return "".join(
        _chapter(number, chapter, template) for number, chapter in enumerate(page.chapters, start=1)
    )


def _chapter(number: int, chapter: PageChapter, template: Template) -> str:
    heading = f"Chapter {number}"
    if chapter.title:
        heading = f"{heading}: {chapter.title}" if template.numbered else chapter.title
    byline = f'<p class="byline">{escape(chapter.byline)}</p>' if chapter.byline else ""
    anchor = f"endnotes{number}"
    end = _labelled("Chapter End Notes", chapter.end_notes)
    return f"""
    <div class="meta group"><h2 class="heading">
      {escape(heading)}
    </h2>{byline}{_labelled("Chapter Summary", chapter.summary)}
    {_notes("Chapter Notes", chapter.notes, chapter.end_notes, "chapter", anchor)}</div>
    <!--chapter content-->
    <div class="userstuff">{chapter.body}</div>
    <!--/chapter content-->
    {f'<div class="meta" id="{anchor}">{end}</div>' if end else ""}"""


def _afterword(page: Page, template: Template) -> str:
    end = _labelled("End Notes", page.end_notes)
    inspired = "".join(f"<dd>{html}</dd>" for html in page.inspired_html)
    meta = '<div class="meta">'
    if end:
        meta += f'<div id="endnotes">{end}</div>'
    if page.inspired_html:
        meta += f"<dl><dt>Works inspired by this one:</dt>{inspired}</dl>"
    plea = f"""</div><p class="message">Please <a href="{ARCHIVE}/works/{page.id}/comments/new">drop by the
    Archive and comment</a> to let the creator know if you enjoyed their work!</p>"""
    if not template.wrapped:
        return meta + plea
    return f'<div id="afterword"><h2 class="toc-heading">Afterword</h2>{meta}{plea}</div>'
