"""A small library made up for the pictures: works that exist nowhere, in the form of archive downloads."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_LABELS = ("Rating", "Archive Warning", "Category", "Fandom", "Relationship", "Character", "Additional Tags")


@dataclass(frozen=True, slots=True)
class DemoWork:
    """What a download says of a work; `tags` holds the names for each of the seven labels, in their order."""

    number: int
    title: str
    author: str
    tags: tuple[str, ...]
    words: int
    chapters: str
    summary: str
    updated: str


def _work(number: int, title: str, author: str, tags: str, words: int, chapters: str, more: str) -> DemoWork:
    updated, summary = more.split(" ", 1)
    return DemoWork(number, title, author, tuple(tags.split("|")), words, chapters, summary, updated)


_TIDE = "Tidewrack (Original Setting)"
WORKS = (
    _work(
        9100001,
        "Whatever the River Keeps",
        "quillfeather",
        f"Mature|Graphic Depictions Of Violence|M/M|{_TIDE}|Teodor/Jory Vane|Teodor;Jory Vane;Ines|"
        "Slow Burn;River Journeys;Found Family;Hurt/Comfort",
        116_754,
        "31/31",
        "2025-11-02 Two ferrymen, one boat, and a body that will not stay down.",
    ),
    _work(
        9100002,
        "Nine Letters to a Lighthouse",
        "oxbow",
        f"General Audiences|No Archive Warnings Apply|F/F|{_TIDE}|Ana/Ines|Ana;Ines;Teodor|"
        "Epistolary;Pining;Slow Burn;Lighthouses",
        58_002,
        "9/9",
        "2026-01-14 She answers every letter. She never sends the answers.",
    ),
    _work(
        9100003,
        "A Field Guide to Small Weather",
        "brindle",
        "Teen And Up Audiences|No Archive Warnings Apply|Gen|Original Work||Halloran;Bee|"
        "Humour;Found Family;Weather Witches",
        23_410,
        "7/12",
        "2026-10-30 Bee can make it rain, but only on one person at a time.",
    ),
    _work(
        9100004,
        "The Clockmaker’s Second Apprentice",
        "marrowlight",
        "Teen And Up Audiences|Creator Chose Not To Use Archive Warnings|F/M;Gen|Original Work|"
        "Ottoline/Marek|Ottoline;Marek;The Clock|Steampunk;Enemies to Lovers;Slow Burn",
        84_993,
        "22/?",
        "2026-11-08 The first apprentice is still in there, ticking.",
    ),
    _work(
        9100005,
        "雪の下の灯",
        "Zoë Árnadóttir",
        f"General Audiences|No Archive Warnings Apply|Gen|{_TIDE}|Ana & Teodor|Ana;Teodor|Winter;Translation",
        3_120,
        "1/1",
        "2024-12-24 A lamp, a long night, and what is owed to those who wait.",
    ),
    _work(
        9100006,
        "Bread for the Drowned",
        "saltlick",
        f"Explicit|Major Character Death|M/M;Multi|{_TIDE}|Ana/Teodor|Ana;Teodor;Ines|Angst;Ghosts;Baking",
        41_286,
        "14/14",
        "2025-06-19 The oven is lit on the night the boats do not come home.",
    ),
    _work(
        9100007,
        "Minor Spirits of the Northern Line",
        "tangent",
        "General Audiences|No Archive Warnings Apply|F/F;Gen|Original Work|Priya/The Conductor|"
        "Priya;The Conductor|Trains;Ghosts;Humour;Slow Burn",
        12_877,
        "4/4",
        "2026-03-03 Every night at Highgate, somebody who isn't there gets on.",
    ),
    _work(
        9100008,
        "How to Salt a Road",
        "oxbow",
        f"General Audiences|No Archive Warnings Apply|F/F|{_TIDE}|Ana/Ines|Ana;Ines|Fluff;Lighthouses",
        4_802,
        "1/1",
        "2026-09-12 After the letters, the kitchen floor.",
    ),
)


def page(work: DemoWork) -> str:
    """The download of a demo work; each of its chapters is one short paragraph."""
    rows = "".join(
        f"<dt>{label}:</dt><dd>{', '.join(f'<a href=#>{escape(n)}</a>' for n in names.split(';'))}</dd>"
        for label, names in zip(_LABELS, work.tags, strict=True)
        if names
    )
    posted = int(work.chapters.split("/")[0])
    body = "".join(
        f'<div class="meta group"><h2 class="heading">Chapter {n}</h2></div>'
        f'<div class="userstuff"><p>{escape(work.summary)}</p></div>'
        for n in range(1, posted + 1)
    )
    url = f"https://archiveofourown.org/works/{work.number}"
    title = escape(work.title)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body>
<div id="preface"><p class="message"><b>{title}</b><br>Posted originally on the
<a href="https://archiveofourown.org/">Archive of Our Own</a> at <a href="{url}">{url}</a>.</p>
<div class="meta"><dl class="tags">{rows}<dt>Language:</dt><dd>English</dd>
<dt>Stats:</dt><dd>Published: 2024-01-05 Updated: {work.updated}
Words: {work.words:,} Chapters: {work.chapters}</dd>
</dl><h1>{title}</h1><div class="byline">by <a rel="author" href="#">{escape(work.author)}</a></div>
<p>Summary</p><blockquote class="userstuff"><p>{escape(work.summary)}</p></blockquote></div></div>
<div id="chapters" class="userstuff">{body}</div><div id="afterword"></div></body></html>"""


def write_library(folder: Path) -> None:
    """Write a file for each demo work."""
    folder.mkdir(parents=True, exist_ok=True)
    for work in WORKS:
        (folder / f"{work.number}.html").write_text(page(work), encoding="utf-8")
