"""Files as FicHub.net makes them: EPUB by EbookLib, and one page of HTML."""

from __future__ import annotations

from html import escape

from tests.formats.epub_file import epub

CHAPTERS = (
    ("1. The Harbour", "<p>Ana had sworn off the <em>coast</em>.</p><p>Then the boat came.</p>"),
    ("2. The Ledger", "<p>Ines kept the ledger shut.</p>"),
)
LINE = (
    "Rated: Fiction T - English - Hurt/Comfort/Romance - [Ana R., Ines M.] Teodor - "
    "Chapters: 2 - Words: 14,394 - Reviews: 3 - Favs: 9 - Follows: 1 - Updated: Jun 3, 2020 - "
    "Published: Jan 2, 2019 - Status: Complete - id: 7"
)
URL = "https://www.fanfiction.net/s/7/1/The-Salt-Road"
_SIGNED = "<p>Exported with the assistance of <a href='https://fichub.net'>FicHub.net</a></p>"


def fichub_epub(
    *,
    line: str = LINE,
    url: str = URL,
    status: str = "complete",
    description: str = "A coast.<br/>And a boat.",
    more: str = "",
) -> bytes:
    """The EPUB of a story; `more` is HTML after each chapter."""
    introduction = (
        f"<h1>The Salt Road</h1><p><b>By: marrowlight</b></p><p>{description}</p><p>Status: {status}</p>"
        f"<p>Published: 2019-01-02</p><p>Updated: 2020-06-03</p><p>Words: 14394</p>"
        f"<p>Chapters: {len(CHAPTERS)}</p><p>{escape(line)}</p>{_source(url)}{_SIGNED}"
    )
    documents = {"introduction.xhtml": introduction, "nav.xhtml": "<nav><ol><li>Introduction</li></ol></nav>"}
    for number, (title, body) in enumerate(CHAPTERS, 1):
        documents[f"chap_{number}.xhtml"] = f"<h2>{title}</h2>{body}{more}"
    contents = [(title, f"chap_{number}.xhtml") for number, (title, _) in enumerate(CHAPTERS, 1)]
    return epub(
        documents,
        version=2,
        identifier="aBcD1234",
        folder="EPUB",
        contents=[("Introduction", "introduction.xhtml"), *contents],
    )


def fichub_page(*, line: str = LINE, url: str = URL) -> bytes:
    """The page of a story."""
    links = "".join(f'<li><a href="#chap_{n}">{title}</a></li>' for n, (title, _) in enumerate(CHAPTERS, 1))
    chapters = "".join(
        f'<div id="chap_{number}"><div class="chapter_nav"><a href="#chap_2" class="right">next chapter</a>'
        f'<a href="#contents-list">chapter list</a></div><h2>{title}</h2>{body}</div>'
        for number, (title, body) in enumerate(CHAPTERS, 1)
    )
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>The Salt Road by marrowlight</title><style>html {{ font-size: 24px; }}</style></head><body>
<h1><span class="title">The Salt Road</span>
</h1><h2>by <span class="author">marrowlight</span></h2><div>A coast.<br>And a boat.</div>{_source(url)}
<p>Chapters: {len(CHAPTERS)}</p><p>Words: 14394</p><p>{escape(line)}</p>{_SIGNED}
<nav id="contents-list"> <ol>{links}</ol> </nav>{chapters}
<a href="#contents-list">(back to chapter list)</a></body></html>""".encode()


def _source(url: str) -> str:
    return f'<p>Original source: <a rel="noopener noreferrer" href="{url}">{url}</a></p>' if url else ""
