"""Downloads as the Archive of Our Own makes them, made up for measuring: tags, notes, chapters, emphasis."""

from __future__ import annotations

import random

from tests.benchmarks.made_works import prose

_HEAD = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"
"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>{title} - oxbow - Tidewrack</title>
<style type="text/css">p.message {{ text-align: center; }}</style></head><body>
<div id="preface"><h2 class="toc-heading">Preface</h2>
<p class="message"><b>{title}</b><br />Posted originally on the
<a href="http://archiveofourown.org/">Archive of Our Own</a> at
<a href="http://archiveofourown.org/works/{number}">http://archiveofourown.org/works/{number}</a>.</p>
<div class="meta"><dl class="tags">{tags}<dt>Language:</dt><dd>English</dd><dt>Stats:</dt>
<dd>Published: 2023-04-01 Updated: 2024-02-29 Words: {words:,} Chapters: {chapters}/{chapters}</dd></dl>
<h1>{title}</h1><div class="byline">by <a rel="author"
href="http://archiveofourown.org/users/oxbow/pseuds/oxbow">oxbow</a></div>
<p>Summary</p><blockquote class="userstuff"><p>What the river keeps, and from whom.</p></blockquote></div>
</div><div id="chapters" class="userstuff">
"""
_CHAPTER = """<div class="meta group"><h2 class="heading">Chapter {number}: The {number}th Lantern</h2></div>
<div class="userstuff"><!--chapter content-->
{paragraphs}
<!--/chapter content--></div>
"""
_FOOT = """</div><div id="afterword"><h2 class="toc-heading">Afterword</h2>
<p class="message">Please drop by the archive and comment.</p></div></body></html>
"""


def made_tags(seed: int) -> list[tuple[str, list[str]]]:
    """Labels and names, about two dozen, some on many works and some on few."""
    chance = random.Random(seed)

    def some(word: str, of: int, count: int) -> list[str]:
        return sorted({f"{word} {min(int(chance.paretovariate(0.5)), of)}" for _ in range(count)})

    pairs = [f"{one}/{other}" for one, other in zip(some("Ana", 900, 3), some("Ines", 900, 3), strict=False)]
    return [
        ("Rating", [chance.choice(["General Audiences", "Teen And Up Audiences", "Mature", "Explicit"])]),
        ("Archive Warning", [chance.choice(["No Archive Warnings Apply", "Major Character Death"])]),
        ("Category", [chance.choice(["F/F", "F/M", "M/M", "Gen"])]),
        ("Fandom", some("Tidewrack", 800, 1)),
        ("Relationships", pairs),
        ("Characters", some("Teodor", 3000, 6)),
        ("Additional Tags", some("Slow and Winding Road", 20000, 12)),
    ]


def made_page(number: int, chapters: int, words: int) -> str:
    """One download with so many chapters of so many words."""
    tags = "".join(
        f"<dt>{label}:</dt><dd>{', '.join(map(_link, names))}</dd>" for label, names in made_tags(number)
    )
    head = _HEAD.format(
        title=f"Work {number}", number=number, tags=tags, words=words * chapters, chapters=chapters
    )
    return (
        head + "".join(_chapter(at, words, seed=number * 100 + at) for at in range(1, chapters + 1)) + _FOOT
    )


def _link(name: str) -> str:
    return f'<a href="http://archiveofourown.org/tags/x">{name}</a>'


def _chapter(number: int, words: int, seed: int) -> str:
    paragraphs = prose(words, seed).split("\n\n")
    marked = [f"<p>{text.replace(' lantern ', ' <em>lantern</em> ')}</p>" for text in paragraphs]
    return _CHAPTER.format(number=number, paragraphs="\n".join(marked))
