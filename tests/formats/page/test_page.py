"""Pages of the web as people kept them: which part is story, and what they say of the work."""

from __future__ import annotations

from datetime import date

import pytest
from tests.formats import html_file

from reader.formats import html
from reader.formats.source import Source, UnreadableError
from reader.work.model import Align, Block, Role, Style, TagKind, Work


def read(page: bytes | str) -> Work:
    return html.read(Source("page.html", page if isinstance(page, bytes) else page.encode()))


def of_role(work: Work, role: Role) -> list[Block]:
    return [block for chapter in work.chapters for block in chapter.blocks if block.role is role]


def test_an_old_archives_labels_are_typed_tags_and_its_bold_lines_chapters() -> None:
    work = read(html_file.old_archive())
    info = work.info
    assert (info.title, info.authors) == ("The Salt Road", ("marrowlight", "oxbow"))
    assert info.names(TagKind.FANDOM) == ("Tidewrack",)
    assert info.names(TagKind.RELATIONSHIP) == ("Ana/Ines",)
    assert info.names(TagKind.RATING) == ("PG-13",)
    assert info.summary == "A boat comes back without its crew."
    assert [block.text for block in of_role(work, Role.TITLE)][2:] == ["Chapter 1", "Chapter 2", "Chapter 3"]
    assert [block.text for block in work.chapters[1].story()] == [html_file.LONG.strip()] * 2


def test_a_blogs_head_says_what_its_post_is() -> None:
    work = read(html_file.blog())
    info = work.info
    assert (info.title, info.authors, info.summary) == (
        "The Salt Road",
        ("marrowlight",),
        "A boat comes back.",
    )
    assert (info.id, info.published) == ("harbour.example/2019/salt-road", date(2019, 3, 4))
    assert [block.text for block in of_role(work, Role.STORY)] == [
        html_file.LONG.strip(),
        "* * *",
        html_file.LONG.strip(),
    ]


def test_a_threads_posts_are_its_text() -> None:
    texts = [block.text for block in of_role(read(html_file.forum_thread()), Role.STORY)]
    assert [text[:10] for text in texts] == ["First post", "", "Second pos"]


def test_what_is_marked_as_story_is_not_where_all_the_rest_would_be_lost() -> None:
    note = f'<blockquote class="userstuff"><p>{html_file.LONG[:600]}</p></blockquote>'
    told = "".join(f"<p>{html_file.LONG}</p>" for _ in range(10))
    texts = [block.text for block in of_role(read(f"<html><body>{note}{told}</body></html>"), Role.STORY)]
    assert texts.count(html_file.LONG.strip()) == 10


def test_footnotes_of_pandoc_are_end_notes() -> None:
    work = read(html_file.pandoc())
    assert [chapter.title for chapter in work.chapters] == ["One", "Two"]
    assert work.info.authors == ("Ana Salt",)
    notes = of_role(work, Role.END_NOTES)
    assert [(block.text, block.marker) for block in notes] == [("As sailors say.↩︎", "1.")]
    assert "fn1" in notes[0].anchors
    assert any(span.link == "#fn1" for block in work.chapters[0].story() for span in block.spans)


def test_what_project_gutenberg_adds_is_set_apart() -> None:
    work = read(html_file.gutenberg())
    info = work.info
    assert (info.id, info.title, info.authors) == ("gutenberg:99999", "The Salt Road", ("Ana Salt",))
    assert info.published == date(2019, 3, 4)
    assert len(work.chapters) == 2
    assert [block.text for block in of_role(work, Role.STORY)] == [html_file.LONG.strip()] * 2
    assert of_role(work, Role.PREFACE)[0].text == "The Project Gutenberg eBook of The Salt Road"
    assert of_role(work, Role.AFTERWORD)[-1].text == "Updated editions will replace the previous one."
    assert not any(span.link for block in of_role(work, Role.PREFACE) for span in block.spans)


def test_a_converters_classes_are_styles() -> None:
    css = ".c1{font-style:italic}.c2{font-weight:700}.gone{display:none}p.mid{text-align:center}"
    page = (
        f"<html><style>{css}</style><p class=mid><span class=c1>a</span> <span class='c2 gone'>b</span></p>"
    )
    block = next(iter(read(page).chapters[0].story()))
    assert (block.text, block.align) == ("a b", Align.CENTRE)
    assert [span.style for span in block.spans] == [Style.EMPHASIS, Style.STRONG]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "<title>The Salt Road | Harbour Notes</title><meta property=og:title content='The Salt Road'>",
            "The Salt Road",
        ),
        ("<title>Chapter list</title><meta property=og:title content='The Salt Road'>", "Chapter list"),
        ("<meta property=og:title content='The Salt Road'>", "The Salt Road"),
    ],
)
def test_a_title_without_the_sites_name(head: str, title: str) -> None:
    assert read(f"<html><head>{head}</head><body><p>a</p></body></html>").info.title == title


def test_one_heading_over_nearly_all_the_chapters_is_no_chapter() -> None:
    inner = "".join(f"<h2>{name}</h2><p>{html_file.LONG}</p>" for name in ("One Rope", "Two Ropes"))
    page = f"<h1>Dedication</h1><p>To M.</p><h1>Salt</h1>{inner}<h1>Thanks</h1><p>To all.</p>"
    work = read(f"<html><head><title>Salt</title></head><body>{page}</body></html>")
    assert [chapter.title for chapter in work.chapters] == ["Dedication", "One Rope", "Two Ropes", "Thanks"]


def test_parts_are_named_with_their_first_chapters() -> None:
    part = "<h1>Part {0}</h1><h2>One</h2><p>a</p><h2>Two</h2><p>b</p>"
    work = read(part.format("I") + part.format("II"))
    assert [chapter.title for chapter in work.chapters] == ["Part I – One", "Two", "Part II – One", "Two"]


def test_a_page_of_frames_says_so() -> None:
    with pytest.raises(UnreadableError, match="frames"):
        read("<html><frameset cols=20%,*><frame src=menu.html><frame src=story.html></frameset></html>")


@pytest.mark.parametrize(
    ("address", "identity"),
    [
        ("https://www.fanfiction.net/s/12345/1/The-Salt-Road", "ffnet:12345"),
        ("https://www.fanfiction.net/s/12345/7/The-Salt-Road", "sha256:"),
        ("https://harbour.example/salt/chapter-3", "sha256:"),
    ],
)
def test_a_page_of_one_chapter_is_not_the_work(address: str, identity: str) -> None:
    page = f'<link rel="canonical" href="{address}"><title>x</title><p>a</p>'
    assert read(page).info.id.startswith(identity)


@pytest.mark.parametrize(
    "part", ["<b>", "<div>", "<table>", "<br>", "<p>", "<div class='userstuff'>", "<div class='footnotes'>"]
)
def test_thousands_of_unclosed_elements_are_harmless(part: str) -> None:
    work = read("<html><p>begin " + part * 20_000 + "end")
    assert work.chapters[0].text
