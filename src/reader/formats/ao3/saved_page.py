"""A page of the Archive of Our Own as a browser saves it, made into the download it could have been.

Source: otwarchive, `app/views/works` and `app/views/chapters`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from reader.formats.ao3 import download
from reader.formats.markup.elements import classes, text_of
from reader.formats.markup.tree import drop, parse
from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from lxml.etree import _Element

    from reader.formats.source import Source
    from reader.work.model import Work

NAME = "ao3-page"

_HEAD = 65536
"""Bytes within which the title of a page stands."""
_ASKS = (
    "It is the page on which AO3 asks whether to show adult content, without the work: "
    "continue there and save the page that follows, or download the work."
)
_ASKS_FOR_NAME = (
    "It is the page on which AO3 asks to log in, without the work: "
    "log in and save the page that follows, or download the work."
)
_SKIN = re.compile(rb"""<div\b[^<>]{0,300}?\bid=["']?workskin""")
_FACTS = re.compile(rb"""<dl\b[^<>]{0,300}?class=["']?work meta group""")
_ASKED = re.compile(rb"""class=["']?caution[^<>]{0,80}>\s*This work could have adult content""")
_LOCKED = re.compile(rb"This work is only available to registered users of the Archive")
_ARCHIVE = re.compile(rb"<title>[^<]{0,1000}\b(?:Archive of Our Own|AO3)\b", re.IGNORECASE)
_WORK = re.compile(r"(?:^|//archiveofourown\.org)/(?:collections/\w+/)?works/(\d+)\b")


def recognises(source: Source) -> bool:
    """Whether the page holds a work and the list of its tags, or is what the archive shows in its place."""
    if _SKIN.search(source.data) is not None and _FACTS.search(source.data) is not None:
        return True
    return _ARCHIVE.search(source.data[:_HEAD]) is not None and (
        _ASKED.search(source.data) is not None or _LOCKED.search(source.data) is not None
    )


def read(source: Source) -> Work:
    """The work, or the chapter of it, that the page shows. Raises `UnreadableError` where it shows none."""
    root = parse(source.data)
    if _SKIN.search(source.data) is None:
        raise UnreadableError(_ASKS if _ASKED.search(source.data) else _ASKS_FOR_NAME)
    skin = root.find(".//*[@id='workskin']")
    facts = next((found for found in root.iter("dl") if {"work", "meta"} <= classes(found)), None)
    chapters = None if skin is None else skin.find(".//*[@id='chapters']")
    if skin is None or facts is None or chapters is None:
        raise UnreadableError("It looks like a page of AO3 but shows no work.")
    body = etree.Element("body")
    body.append(_preface(facts, skin, _address(root)))
    for label in [found for found in chapters.iter("h3") if "landmark" in classes(found)]:
        drop(label)
    for chapter in [child for child in chapters if "chapter" in classes(child)]:
        _unwrap(chapter)
    body.append(chapters)
    afterword = next((found for found in skin.iter("div") if "afterword" in classes(found)), None)
    if afterword is not None:
        _relabel(afterword, "")
        afterword.set("id", "afterword")
        body.append(afterword)
    return download.read_tree(body)


def _address(root: _Element) -> str:
    """The work's address, from the first link to it or to what can be done with it."""
    found = (_WORK.search(link.get("href", "")) for link in root.iter("a"))
    return next((f"https://archiveofourown.org/works/{match[1]}" for match in found if match), "")


def _preface(facts: _Element, skin: _Element, address: str) -> _Element:
    """The preface of a download: message, facts, title, byline, summary and notes."""
    preface = etree.Element("div", {"id": "preface"})
    message = etree.SubElement(preface, "p", {"class": "message"})
    etree.SubElement(message, "a", {"href": address})
    meta = etree.SubElement(preface, "div", {"class": "meta"})
    facts.set("class", "tags")
    meta.append(facts)
    group = next((found for found in skin.iter("div") if "preface" in classes(found)), None)
    if group is not None:
        _relabel(group, "")
        for part in list(group):
            if "title" in classes(part):
                part.tag = "h1"
            elif "byline" in classes(part):
                part.tag = "div"
            meta.append(part)
    return preface


def _unwrap(chapter: _Element) -> None:
    """Put a chapter's heading and notes, its text and its end notes in the place of their wrapper."""
    for part in list(chapter):
        if "preface" in classes(part):
            _relabel(part, "Chapter ")
        for heading in part.iterchildren("h3"):
            if "title" in classes(heading):
                heading.tag = "h2"
        chapter.addprevious(part)
    drop(chapter)


def _relabel(group: _Element, prefix: str) -> None:
    """Label the parts of a preface or an afterword as a download does: "Chapter End Notes"."""
    for part in group.iterchildren("div"):
        if "landmark" in classes(part):
            drop(part)
            continue
        end = "End " if "end" in classes(part) else ""
        for label in part.iterchildren("h3"):
            if "heading" in classes(label):
                text = f"{prefix}{end}{text_of(label)}"
                label.clear()
                label.tag, label.text = "p", text
        for jump in part.iterchildren("p"):
            if "jump" in classes(jump):
                jump.tag = "div"
                jump.set("class", "endnote-link")
