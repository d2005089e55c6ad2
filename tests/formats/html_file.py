"""Pages as people kept them: from old archives, blogs, forums, converters. The texts are invented."""

# ruff: noqa: E501  pages have longer lines than programs

from __future__ import annotations

PROSE = "The harbour lay still, and Ana counted the lamps along the quay until the last one went out. "
LONG = PROSE * 12


def old_archive() -> bytes:
    """A page as archives before 2005 had them: no paragraphs, labels at the front, chapters in bold."""
    lines = (
        "<b>Title:</b> The Salt Road",
        "<b>Author:</b> marrowlight and oxbow",
        "<b>Fandom:</b> Tidewrack",
        "<b>Pairing:</b> Ana/Ines",
        "<b>Rating:</b> PG-13",
        "<b>Summary:</b> A boat comes back without its crew.",
    )
    chapters = "".join(
        f"<br><br><center><font size=4><b>Chapter {number}</b></font></center><br><br>{LONG}<br><br>{LONG}<br>"
        for number in (1, 2, 3)
    )
    return (
        "<HTML><HEAD><TITLE>Tidewrack Archive</TITLE></HEAD><BODY BGCOLOR=#000000 TEXT=white><FONT FACE=Arial>"
        + "<br>\n".join(lines)
        + f"<hr>{chapters}</FONT></BODY></HTML>"
    ).encode("cp1252")


def blog() -> bytes:
    """A post on a blog, with what a blog puts around it."""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>The Salt Road by marrowlight – Harbour Notes</title>
<meta property="og:title" content="The Salt Road"><meta property="og:description" content="A boat comes back.">
<meta name="author" content="marrowlight"><link rel="canonical" href="https://harbour.example/2019/salt-road/">
<meta property="article:published_time" content="2019-03-04T10:00:00+00:00"></head><body>
<header role="banner"><a href="/">Harbour Notes</a></header><nav><ul><li>Home</li></ul></nav>
<article><h1>The Salt Road</h1><div class="entry-content"><p>{LONG}</p><p>* * *</p><p>{LONG}</p>
<div class="sharedaddy">Share this:</div></div></article>
<div id="comments"><p>Lovely!</p></div><footer role="contentinfo">Powered by salt</footer></body></html>""".encode()


def forum_thread() -> bytes:
    """A thread of posts as XenForo shows them."""
    posts = "".join(
        f'<article class="message"><div class="message-user">oxbow</div><div class="bbWrapper"><p>{text}{LONG}</p></div>'
        '<aside class="message-signature">Salt is life</aside></article>'
        for text in ("First post. ", "Second post. ")
    )
    return (
        f"<!doctype html><html><head><title>The Salt Road</title></head><body>{posts}</body></html>".encode()
    )


def pandoc() -> bytes:
    """What Pandoc writes: a title block, headings with ids, a section of footnotes."""
    return f"""<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><meta charset="utf-8"/>
<meta name="generator" content="pandoc"/><meta name="author" content="Ana Salt"/><title>The Salt Road</title></head>
<body><header id="title-block-header"><h1 class="title">The Salt Road</h1><p class="author">Ana Salt</p></header>
<nav id="TOC" role="doc-toc"><ul><li><a href="#one">One</a></li></ul></nav>
<h1 id="one">One</h1><p>{PROSE}<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p>
<h1 id="two">Two</h1><p>{PROSE}</p>
<section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr/><ol>
<li id="fn1"><p>As sailors say.<a href="#fnref1" class="footnote-back">↩︎</a></p></li></ol></section></body></html>""".encode()


def gutenberg() -> bytes:
    """A page of Project Gutenberg, with header, contents and licence."""
    chapters = "".join(
        f'<div class="chapter"><h2><a id="c{number}"></a>CHAPTER {number}<br/>A Lamp</h2><p>{LONG}</p></div>'
        for number in (1, 2)
    )
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"><title>
The Project Gutenberg eBook of The Salt Road, by Ana Salt.</title><meta name="dc.title" content="The Salt Road">
<link rel="canonical" href="https://www.gutenberg.org/ebooks/99999"></head><body>
<section class="pg-boilerplate pgheader" id="pg-header"><h2>The Project Gutenberg eBook of The Salt Road</h2>
<div>This ebook is for the use of anyone anywhere.</div><div><p><strong>Title</strong>: The Salt Road</p>
<p><strong>Author</strong>: Ana Salt</p><p><strong>Release date</strong>: March 4, 2019 [eBook #99999]</p>
<p><strong>Language</strong>: English</p></div>
<div id="pg-start-separator"><span>*** START OF THE PROJECT GUTENBERG EBOOK THE SALT ROAD ***</span></div></section>
<h1>The Salt Road</h1><p>CONTENTS</p><p><a href="#c1">CHAPTER 1</a></p><p><a href="#c2">CHAPTER 2</a></p>
<p><a href="#c2">NOTES</a></p>{chapters}
<section class="pg-boilerplate" id="pg-footer"><div>*** END OF THE PROJECT GUTENBERG EBOOK THE SALT ROAD ***</div>
<p>Updated editions will replace the previous one.</p></section></body></html>""".encode()


def html() -> bytes:
    """A page with something of everything."""
    return blog()
