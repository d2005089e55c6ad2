"""A page of AO3 as a browser saves it, the site around the work included. The texts are invented."""

from __future__ import annotations

CHAPTERED = """
<div class="chapter" id="chapter-1"><div class="chapter preface group" role="complementary">
  <h3 class="title"><a href="/works/77/chapters/1">Chapter 1</a>: The Quay</h3>
  <div id="summary" class="summary module"><h3 class="heading">Summary:</h3>
    <blockquote class="userstuff"><p>What was.</p></blockquote></div>
  <div id="notes" class="notes module"><h3 class="heading">Notes:</h3>
    <p class="jump">(See the end of the chapter for <a href="#chapter_1_endnotes">notes</a>.)</p></div></div>
  <div class="userstuff module" role="article"><h3 class="landmark heading" id="work">Chapter Text</h3>
    <p>First.</p></div>
  <div class="chapter preface group"><div id="chapter_1_endnotes" class="end notes module">
    <h3 class="heading">Notes:</h3><blockquote class="userstuff"><p>Thanks.</p></blockquote></div></div>
</div>
<div class="chapter" id="chapter-2"><div class="chapter preface group">
  <h3 class="title"><a href="/works/77/chapters/2">Chapter 2</a></h3></div>
  <div class="userstuff module"><h3 class="landmark heading">Chapter Text</h3><p>Second.</p></div></div>
"""
ONE_SHOT = """<h3 class="landmark heading" id="work">Work Text:</h3>
<div class="userstuff"><p>First.</p></div>"""


def saved_page(chapters: str = CHAPTERED) -> bytes:
    """A page with its chapters as they stand on the site."""
    return f"""<!DOCTYPE html><html lang="en"><head><title>Salt - ana [Archive]</title></head><body>
<h1 class="heading"><a href="/">Archive of Our Own</a></h1><ul class="menu"><li>Browse</li></ul>
<div id="main"><ul class="work navigation actions"><li><a href="/works/77/bookmarks">Bookmark</a></li></ul>
<dl class="work meta group">
  <dt class="fandom tags">Fandom:</dt>
  <dd class="fandom tags"><ul class="commas"><li><a class="tag" href="/tags/t">Harbour, Ho!</a></li></ul></dd>
  <dt class="language">Language:</dt><dd class="language" lang="en">English</dd>
  <dt class="series">Series:</dt><dd class="series"><span><a href="/works/76">← Previous Work</a>
    <span class="position">Part 2 of <a href="/series/5">Tides</a></span></span></dd>
  <dt class="stats">Stats:</dt><dd class="stats"><dl class="stats"><dt class="published">Published:</dt><dd
    class="published">2024-01-02</dd><dt>Words:</dt><dd>1,234</dd><dt>Chapters:</dt><dd>2/3</dd><dt>Kudos:</dt>
    <dd>9</dd></dl></dd></dl>
<div id="workskin"><div class="preface group"><h2 class="title heading">Salt</h2>
  <h3 class="byline heading"><a rel="author" href="/users/a">ana</a>, <a rel="author" href="/u">b (c)</a></h3>
  <div class="summary module"><h3 class="heading">Summary:</h3>
    <blockquote class="userstuff"><p>Of the sea.</p></blockquote></div>
  <div class="notes module"><h3 class="heading">Notes:</h3>
    <blockquote class="userstuff"><p>Hi.</p></blockquote>
  </div></div>
<div id="chapters" role="article">{chapters}</div>
<div class="afterword preface group"><div id="work_endnotes" class="end notes module">
  <h3 class="heading">Notes:</h3><blockquote class="userstuff"><p>Bye.</p></blockquote></div></div></div>
<div id="feedback"><h3 class="landmark heading">Comments</h3><p>Lovely!</p></div></div>
</body></html>""".encode()
