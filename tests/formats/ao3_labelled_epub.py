"""An EPUB of an AO3 work that another program saved with a title page of labels. The texts are invented."""

from __future__ import annotations

from tests.formats.epub_file import epub

TITLE_PAGE = """<h1>The Salt Road</h1><p>by <a href="https://archiveofourown.org/users/a">marrowlight</a></p>
<p><a href="https://archiveofourown.org/works/77">https://archiveofourown.org/works/77</a></p>
<p>Fandoms: <a href="#">Harbour, Ho!</a>, <a href="#">Tidewrack</a></p><p>Rating: Mature</p>
<p>Archive Warnings: No Archive Warnings Apply</p><p>Relationships: Ana/Ines, Ana/Teodor</p>
<p>Status: In-Progress</p><p>Published: 2024-01-02</p><p>Words: 1,234</p><p>Chapters: 2/2</p>
<p>Summary: A coast: and a boat.</p>"""
NOTES = (
    '<div class="notes module"><h3 class="heading">Notes:</h3><blockquote><p>Hello.</p></blockquote></div>'
)
CHAPTERS = {
    "c1.html": f'<h3 class="title">Chapter 1: Harbour</h3>{NOTES}<div class="userstuff module"><h3 '
    'class="landmark heading">Chapter Text</h3><p>Ana had sworn off.</p></div>',
    "c2.html": '<h3 class="title">Chapter 2: Ledger</h3><div class="userstuff module"><p>Shut.</p></div>',
}


def labelled_epub(title_page: str = TITLE_PAGE) -> bytes:
    """The file with this title page."""
    contents = [("Chapter 1: Harbour", "c1.html"), ("Chapter 2: Ledger", "c2.html")]
    return epub({"titlepage.html": title_page, **CHAPTERS}, version=2, contents=contents)
