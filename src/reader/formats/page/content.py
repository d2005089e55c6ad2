"""The part of a page that is the story, among menus, sidebars, comments and signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from reader.formats.markup.elements import classes
from reader.formats.markup.tree import drop

if TYPE_CHECKING:
    from lxml.etree import _Element

_FURNITURE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search"})
_FURNITURE = frozenset(
    {"sharedaddy", "jp-relatedposts", "message-signature", "post-notes", "bbCodeBlock-expandLink"}
)
"""Classes of what sites put among a text: buttons, related posts, signatures, the notes of Tumblr."""
_STORY_CLASSES = frozenset(
    {
        "bbWrapper",  # XenForo: SpaceBattles, Sufficient Velocity, Questionable Questing
        "b-singlepost-body",  # LiveJournal
        "aentry-post__text",  # LiveJournal since 2015
        "entry-content",  # Dreamwidth, WordPress
        "chapter-inner",  # Royal Road
        "panel-reading",  # Wattpad
        "post-body",  # Blogger
        "storytextp",
        "userstuff",
    }
)
_STORY_IDS = frozenset({"storytext", "chp_raw", "storycontent"})
"""FanFiction.net, Scribble Hub, eFiction."""
_ENOUGH = 500
"""Code points of a story; in less, a page has something else to say."""
_SHARE = 0.1
"""The least share of a page's text that its story is; what is less is a note, and the comments to few stories
are longer than nine times the story."""
_FOOTNOTES = frozenset({"footnotes", "footnotes-end-of-document"})
"""Pandoc's section of notes (its HTML writer)."""


def story_of(body: _Element) -> _Element:
    """The element that holds the text of a page; what is no text is taken out of it."""
    for element in [element for element in body.iter() if _is_furniture(element)]:
        drop(element)
    for notes in [element for element in body.iter() if _is_footnotes(element)]:
        notes.tag = "reader-end-notes"
    stories = _stories(body)
    if sum(_length(story) for story in stories) >= max(_ENOUGH, _SHARE * _length(body)):
        return _together(stories)
    mains = [*body.iter("main")] or [*body.iter("article")]
    return mains[0] if len(mains) == 1 and _length(mains[0]) else body


def is_of_frames(root: _Element) -> bool:
    """Whether the page only says which other pages to show beside one another."""
    return next(root.iter("frameset", "frame"), None) is not None


def _is_furniture(element: _Element) -> bool:
    if element.tag == "nav" or element.get("role", "") in _FURNITURE_ROLES:
        return True
    return bool(element.get("class")) and not _FURNITURE.isdisjoint(classes(element))


def _is_footnotes(element: _Element) -> bool:
    return element.get("role") == "doc-endnotes" or (
        element.tag in {"section", "div"} and not _FOOTNOTES.isdisjoint(classes(element))
    )


def _is_story(element: _Element) -> bool:
    return element.get("id") in _STORY_IDS or not _STORY_CLASSES.isdisjoint(classes(element))


def _stories(body: _Element) -> list[_Element]:
    """The elements known to hold a story, but for those inside others."""
    stories = []
    steps = etree.iterwalk(body, events=("start",))
    for _, element in steps:
        if _is_story(element):
            stories.append(element)
            steps.skip_subtree()
    return stories


def _together(stories: list[_Element]) -> _Element:
    """One element with all of them, a rule between two."""
    holder = stories[0].makeelement("div")
    for story in stories:
        if len(holder):
            holder.append(story.makeelement("hr"))
        story.tail = None
        holder.append(story)
    return holder


def _length(element: _Element) -> int:
    return sum(len(text.strip()) for text in element.itertext())
