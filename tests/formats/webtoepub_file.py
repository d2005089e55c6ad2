"""EPUB files as the browser extension WebToEpub makes them of pages of AO3 and FanFiction.net."""

from __future__ import annotations

from html import escape

from tests.formats.epub_file import epub
from tests.formats.fichub_file import LINE

FANFICTION = "https://www.fanfiction.net/s/7/{}/The-Salt-Road"
ARCHIVE = "https://archiveofourown.org/works/77/chapters/{}?view_adult=true"
_FANFICTION_PAGE = f"""<div id="pre_story_links"><a href="https://www.fanfiction.net/tv/">TV Shows</a> &gt;
<a href="https://www.fanfiction.net/tv/Tidewrack/">Tidewrack</a></div><div id="profile_top">
<b>The Salt Road</b> By: <a href="https://www.fanfiction.net/u/1">marrowlight</a>
<div class="xcontrast_txt">A coast.</div><span class="xgray xcontrast_txt">{LINE}</span></div>"""
_ARCHIVE_PAGE = """<dl class="work meta group">
<dt class="rating tags">Rating:</dt><dd><ul><li><a href="/tags/x">Mature</a></li></ul></dd>
<dt class="fandom tags">Fandoms:</dt><dd class="fandom tags"><ul><li><a href="/tags/y">Harbour, Ho!</a></li>
<li><a href="/tags/z">Tidewrack</a></li></ul></dd>
<dt class="language">Language:</dt><dd>English</dd><dt class="stats">Stats:</dt><dd><dl class="stats">
<dt>Published:</dt><dd>2024-01-02</dd><dt>Words:</dt><dd>1,234</dd><dt>Chapters:</dt><dd>2/3</dd></dl></dd></dl>"""


def webtoepub_fanfiction(*, information: bool = True) -> bytes:
    """A story of two chapters from FanFiction.net."""
    chapters = {
        "1. The Harbour": "<h1>1. The Harbour</h1><p>Ana had sworn off.</p>",
        "2. The Ledger": "<h1>2. The Ledger</h1><p>Ines kept it shut.</p>",
    }
    return _file(chapters, FANFICTION, _FANFICTION_PAGE if information else "")


def webtoepub_archive(*, more: str = "") -> bytes:
    """A work of two chapters from AO3, with notes; `more` is HTML after each chapter."""
    notes = (
        '<div class="notes module"><h3 class="heading">Notes:</h3><blockquote class="userstuff"><p>Hello.</p>'
        "</blockquote></div>"
    )
    chapters = {
        f"{number}. {title}": f'<div class="chapter"><div class="chapter preface group">'
        f'<h3 class="title">Chapter {number}: {title}</h3>{notes}</div>'
        f'<div class="userstuff module"><p>{text}</p>{more}</div></div>'
        for number, (title, text) in enumerate((("Harbour", "Ana had sworn off."), ("Ledger", "Shut.")), 1)
    }
    return _file(chapters, ARCHIVE, _ARCHIVE_PAGE)


def _file(chapters: dict[str, str], address: str, page: str) -> bytes:
    url = escape(address.format(1))
    documents, sources, contents = {}, {}, []
    if page:
        about = "Text/0000_Information.xhtml"
        documents[about] = (
            f"<h1>Information</h1><div><p><b>Table of Contents URL:</b>{url}</p></div><div>{page}</div>"
        )
        sources[about] = url
        contents.append(("Information", about))
    for number, (title, body) in enumerate(chapters.items(), 1):
        path = f"Text/000{number if page else number - 1}_{title.replace('. ', '_').replace(' ', '_')}.xhtml"
        documents[path] = body
        sources[path] = escape(address.format(number))
        contents.append((title, path))
    stated = "".join(
        f'<dc:source id="id.{path.replace("/", "-")}">{source}</dc:source>'
        for path, source in sources.items()
    )
    return epub(
        documents,
        version=2,
        identifier="uri:https://example.org/x" if page else address.format(1),
        contents=contents,
        metadata="<dc:description>A coast.</dc:description><dc:date>2026-01-01T10:00:00Z</dc:date>"
        '<dc:contributor opf:role="bkp">[https://github.com/dteviot/WebToEpub] (ver. 1.0)</dc:contributor>'
        f'<dc:source id="id.image0001">https://example.org/picture.png</dc:source>{stated}',
    )
