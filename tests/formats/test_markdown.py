from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.formats.markdown_file import FRONT_MATTER, STORY, WORK, markdown_file

from reader.formats.detect import read_work_and_format
from reader.formats.markdown import file
from reader.formats.markdown.front_matter import split_front_matter
from reader.formats.source import Source, UnreadableError
from reader.work.model import Align, Block, BlockKind, Role, SeriesPart, Style, TagKind, Work

WORDS = st.from_regex(r"[A-Z][a-z]{1,8}( [a-z]{1,8}){2,9}[.!?]", fullmatch=True)


def read(text: str, name: str = "work.md") -> Work:
    return file.read(Source(name, text.encode()))


def blocks(text: str) -> list[Block]:
    return [block for chapter in read(text).chapters for block in chapter.story()]


def recognised(text: str, name: str = "x") -> bool:
    return file.recognises(Source(name, text.encode()))


@given(st.lists(WORDS, min_size=1, max_size=12))
@settings(max_examples=25)
def test_paragraphs_stay_paragraphs(paragraphs: list[str]) -> None:
    assert [block.text for block in blocks("\n\n".join(paragraphs))] == paragraphs


@given(st.text("#*_`>-+=|[]()!<>&\\~^: \n\tab1.\x00\x1b", max_size=300))
@example("[" * 3000 + "]" * 3000)
@example("> " * 3000 + "a")
@example("- " * 3000 + "a")
@example("*a **b " * 3000)
@example("<div>" * 3000)
@example("![" * 3000)
@example("`" * 3000 + "a")
@example("[^1]: a [^1]\n" * 500)
@example("|a" * 2000 + "\n" + "|-" * 2000 + "\n" + "|a" * 2000)
def test_any_text_is_a_work_or_refused(text: str) -> None:
    try:
        work = read(text)
    except UnreadableError:
        return
    assert work.chapters
    assert all("\x1b" not in chapter.text for chapter in work.chapters)


@given(st.dictionaries(st.from_regex("[a-z]{2,8}", fullmatch=True), WORDS, min_size=1, max_size=6))
@settings(max_examples=25)
def test_fields_are_read_however_they_are_quoted(fields: dict[str, str]) -> None:
    for form in ("{}: {}", '{}: "{}"', "{}: '{}'", "{}:\n  - {}", "{}: [{}]", "{}: >\n  {}"):
        lines = "\n".join(form.format(key, value) for key, value in fields.items())
        found = split_front_matter(f"---\n{lines}\n---\nStory.\n")
        assert found.text == "Story.\n"
        assert found.fields == {key: (value,) for key, value in fields.items()}
    toml = "\n".join(f'{key} = "{value}"' for key, value in fields.items())
    assert split_front_matter(f"+++\n{toml}\n+++\nStory.\n").fields == {k: (v,) for k, v in fields.items()}


def test_front_matter_gives_typed_facts() -> None:
    info = read(WORK).info

    assert (info.id, info.title) == ("ao3:4497330", "The Salt Road: A Ledger")
    assert info.authors == ("marrowlight", "Oxbow & Daughters")
    assert info.names(TagKind.FANDOM) == ("Tidewrack", "Original Work")
    assert info.names(TagKind.RELATIONSHIP) == ("Ana Oxbow/Ines de la Cruz",)
    assert info.names(TagKind.RATING) == ("Teen And Up Audiences",)
    assert info.names(TagKind.ADDITIONAL) == ("Slow Burn", "Lamps, Lit and Unlit", "Keeper's Ledger")
    assert info.series == (SeriesPart("The Harbour Years", 2.0),)
    assert (info.words, info.chapters_posted, info.chapters_total, info.complete) == (12345, 3, 3, True)
    assert (info.published, info.updated) == (date(2021, 3, 2), date(2022, 11, 9))
    assert info.language == "en"
    assert info.summary == "Ana had sworn off the coast for good.\nThen the post boat came."


def test_chapters_begin_at_headings() -> None:
    work = read(WORK)

    assert [chapter.title for chapter in work.chapters] == ["The Harbour", "The Ledger", "The Ledger"]
    front = [block.text for block in work.chapters[0].blocks if block.role is Role.PREFACE]
    assert front == ["For those who wait."]


def test_every_kind_of_block_is_kept() -> None:
    found = {(block.kind, block.text) for block in blocks(STORY)}

    assert (BlockKind.SCENE_BREAK, "") in found
    assert (BlockKind.SCENE_BREAK, "***") in found
    assert (BlockKind.TABLE_ROW, "Owed\tPaid") in found
    assert (BlockKind.PREFORMATTED, "kept   as it is") in found
    assert (BlockKind.VERSE, "violets are blue,") in found
    assert (BlockKind.IMAGE, "The quay at night") in found
    assert (BlockKind.LIST_ITEM, "of hemp") in found
    assert [block.quote for block in blocks(STORY) if block.text in ("Dear Ana,", "come home.")] == [1, 2]
    assert [block.align for block in blocks(STORY) if block.text == "The end"] == [Align.CENTRE]


def test_styles_and_line_ends() -> None:
    paragraph = next(block for block in blocks(STORY) if block.text.startswith("Ana had"))
    styled = {paragraph.text[span.start : span.end]: span.style for span in paragraph.spans}

    assert paragraph.text == "Ana had sworn off the coast for good, until the mail post boat came.1"
    assert styled["sworn off"] is Style.EMPHASIS
    assert styled["for good"] is Style.STRONG
    assert styled["mail"] is Style.STRIKE
    assert styled["1"] is Style.SUPERSCRIPT


def test_links_within_the_text_lead_somewhere() -> None:
    work = read(STORY)
    all_blocks = [block for chapter in work.chapters for block in chapter.blocks]
    anchors = {f"#{anchor}" for block in all_blocks for anchor in block.anchors}
    links = {span.link for block in all_blocks for span in block.spans if span.link.startswith("#")}

    assert links == {"#fn-1", "#1-the-harbour"}
    assert links <= anchors


def test_a_reference_without_its_note_is_text() -> None:
    assert [block.text for block in blocks("All of [^a-z] here.")] == ["All of [^a-z] here."]


@pytest.mark.parametrize("name", ["x.md", "X.MARKDOWN", "x.txt", "x"])
def test_a_story_in_markdown_is_known(name: str) -> None:
    assert read_work_and_format(Source(name, markdown_file()))[1] == "markdown"
    assert read_work_and_format(Source(name, markdown_file(STORY)))[1] == "markdown"


@pytest.mark.parametrize(
    "text",
    [
        "She had *never* seen it.\n\nThe _Ledger_ was shut.\n\n***\n\nThen [someone] came.",
        "# 1\n\n#2\n\n#ship #ledger\n\nThe ropes had started to sing.",
        "THE SALT ROAD\n\nby Ana\n\n* * *\n\n> she wrote,\n\n- and left.",
        "---\n\nThe boat: it came late.\n\n---\n\nNobody saw.",
        "---\nIt was late: she knew.\nThe boat came.\n---\n\nNobody saw.",
        "# The Salt Road\n\nThe boat came late.",
        "% of the ledger was paid\n\nThe rest was owed.",
        "<p># One</p>\n\n# Two\n\n# Three\n\n**a**",
    ],
)
def test_a_plain_text_with_a_stray_mark_is_not(text: str) -> None:
    assert not recognised(text)
    assert not recognised(text, "x.txt")


def test_a_paragraph_a_line_is_left_to_plain_text() -> None:
    line = "Ana had sworn off the coast for good, until the post boat brought a ledger. " * 4
    assert not recognised("\n".join([line] * 9), "x.md")
    assert recognised("\n\n".join([line] * 9), "x.md")


def test_a_title_of_pandoc() -> None:
    info = read("% The Salt Road\n% Ana Oxbow; Ines\n% March 2021\n\nThe boat came.").info
    assert (info.title, info.authors) == ("The Salt Road", ("Ana Oxbow", "Ines"))


def test_a_title_from_the_heading_or_the_name() -> None:
    assert read("# The Quay\n\nThe boat came.").info.title == "The Quay"
    assert read("The boat came.", "the_quay.md").info.title == "the quay"
    assert [chapter.title for chapter in read("# One\n\na\n\n# Two\n\nb").chapters] == ["One", "Two"]


@pytest.mark.parametrize("end", ["  \n", "\n", "\n\n", "\\\n"])
def test_facts_in_bold_labels_under_the_title(end: str) -> None:
    labels = (
        "**Fandom:** Tidewrack, Salt",
        "**Rating**: Teen And Up",
        "**Words:** 9,000",
        "**Summary:** It rains.",
    )
    work = read(
        f"# The Quay\n\nby Ana and Ines\n\n{end.join(labels)}\n\n**Rain: it** fell.\n\nThe boat came."
    )

    assert (work.info.title, work.info.authors) == ("The Quay", ("Ana", "Ines"))
    assert work.info.names(TagKind.FANDOM) == ("Tidewrack", "Salt")
    assert work.info.names(TagKind.RATING) == ("Teen And Up",)
    assert (work.info.words, work.info.summary) == (9000, "It rains.")
    assert [block.text for block in work.chapters[0].story()] == ["Rain: it fell.", "The boat came."]


def test_what_is_before_the_text_wins_over_what_is_in_it() -> None:
    info = read("---\nrating: Mature\n---\n# The Quay\n\n**Rating:** Teen\n\nThe boat came.").info
    assert (info.title, info.names(TagKind.RATING)) == ("The Quay", ("Mature",))


def test_a_text_of_nothing_but_labels_is_shown() -> None:
    assert [block.text for block in blocks("**Rating:** Teen")] == ["Rating: Teen"]


def test_what_a_weblog_calls_a_category_is_a_tag() -> None:
    info = read("---\ntitle: T\ncategories: [F/F, Short stories]\n---\nThe boat came.").info
    assert info.names(TagKind.CATEGORY) == ("F/F",)
    assert info.names(TagKind.ADDITIONAL) == ("Short stories",)


@pytest.mark.parametrize("text", ["", " \n", "---\ntitle: T\n---\n", "<!-- a -->"])
def test_nothing_to_read_is_said(text: str) -> None:
    with pytest.raises(UnreadableError):
        read(text)


def test_front_matter_that_is_not_closed_is_text() -> None:
    opened = FRONT_MATTER.removesuffix("---\n")
    assert split_front_matter(opened).fields == {}
    assert split_front_matter(opened).text == opened
