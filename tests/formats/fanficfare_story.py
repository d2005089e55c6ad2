"""A story as FanFicFare knows it, of which its files are made."""

from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class StoryChapter:
    title: str
    html: str
    markdown: str
    """The same as html2text writes it, not wrapped."""
    head: str = ""
    """Notes before the text."""
    foot: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    title: str = "Salt & Rope: <A Ledger>"
    authors: tuple[str, ...] = ("marrowlight", "Oxbow & Daughters")
    url: str = "https://archiveofourown.org/works/4497330"
    entries: tuple[tuple[str, str], ...] = (
        ("Series", "The Harbour Years [2]"),
        ("Category", "Tidewrack - All Media Types, The Long, Long Quay (TV), Salt & Rope"),
        ("Genre", "Slow Burn, F/F, Hurt/Comfort, Lighthouse-Keeper Ana who never once looked back, Gen"),
        ("Language", "English"),
        ("Characters", "Ana Oxbow, Ines de la Cruz, Teodor"),
        ("Relationships", "Ana Oxbow/Ines de la Cruz, Ana Oxbow & Teodor"),
        ("Status", "In-Progress"),
        ("Published", "2021-03-02"),
        ("Updated", "2022-11-09"),
        ("Packaged", "2024-01-05 10:20:30"),
        ("Rating", "Teen And Up Audiences"),
        ("Warnings", "No Archive Warnings Apply"),
        ("Chapters", "3"),
        ("Words", "12,345"),
        ("Publisher", "archiveofourown.org"),
        ("Kudos", "88"),
    )
    subjects: tuple[str, ...] = ("The Long, Long Quay (TV)", "Slow Burn", "F/F", "Ana Oxbow & Teodor")
    summary: tuple[str, ...] = (
        "Ana had sworn off the coast for good, until the post boat brought a ledger that nobody would sign.",
        "Note: it is a well-kept ledger, and it <does> end well & soon.",
    )
    chapters: tuple[StoryChapter, ...] = field(default=())


CHAPTERS = (
    StoryChapter(
        "Prologue: what the tide-table said about the first of the winter storms & the boat",
        "<p>Ana <i>had</i>, as everybody on the long-suffering quay knew--and none more so than "
        "Ines--sworn off the coast <b>for good</b> in the winter of the well-remembered storm.</p>"
        "<hr/><p>1 &lt; 2 &amp; *three* &gt; [two]: so said the ledger, line after line, without a word "
        "of who had been so far-sighted as to keep it.</p><p>Dear Ana,<br/>come home.<br/>Ines</p>",
        "Ana _had_ , as everybody on the long-suffering quay knew--and none more so than Ines--sworn off "
        "the coast **for good** in the winter of the well-remembered storm.\n\n* * *\n\n1 < 2 & *three* > "
        "[two]: so said the ledger, line after line, without a word of who had been so far-sighted as to "
        "keep it.\n\n"
        "Dear Ana,  \ncome home.  \nInes\n",
        head="Thanks to the keeper of the light.",
        foot="The next one is <longer>.",
    ),
    StoryChapter(
        "The Ledger",
        "<p>Ines kept the ledger shut.</p><blockquote><p>Owed: one lamp.</p></blockquote>"
        '<p>See <a href="file0001.xhtml">before</a>.</p>',
        "Ines kept the ledger shut.\n\n> Owed: one lamp.\n\nSee [before](file0001.xhtml).\n",
    ),
    StoryChapter("Chapter 3", "<p>The ropes had started to sing.</p>", "The ropes had started to sing.\n"),
)
STORY = replace(
    Story(),
    chapters=tuple(
        replace(chapter, url=f"https://archiveofourown.org/works/4497330/chapters/{1000 + number}")
        for number, chapter in enumerate(CHAPTERS)
    ),
)
