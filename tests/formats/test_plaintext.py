from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats import plaintext
from reader.formats.source import Source, UnreadableError
from reader.work.model import BlockKind, Chapter, Role, Style, TagKind, Work

SENTENCE = "The rope sang in the dark and nobody on the quay turned a head to listen. "
LONG = SENTENCE * 5


def read(text: str, name: str = "salt_stair.txt", *, repair: bool = True) -> Work:
    return plaintext.read(Source(name, text.encode(), repair))


def story(chapter: Chapter) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in chapter.story()]


def kinds(chapter: Chapter) -> str:
    """One letter a story block: Paragraph, Scene break, Verse, Heading."""
    letters = {
        BlockKind.PARAGRAPH: "P",
        BlockKind.SCENE_BREAK: "S",
        BlockKind.VERSE: "V",
        BlockKind.HEADING: "H",
    }
    return "".join(letters[block.kind] for block in chapter.story())


def spaced(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs) + "\n"


# Words that are neither numbers, headings nor titles, so that the laws speak of text alone.
words = st.sampled_from("salt rope tide lantern quay gull harbour stair ledger oar wind storm".split())
prose = st.lists(words, min_size=3, max_size=60).map(lambda found: (" ".join(found) + ".").capitalize())
breaks = st.sampled_from(["\n\n", "\n\n\n", "\n\n* * *\n\n", "\n\n~\n\n"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    parts = draw(st.lists(prose, min_size=2, max_size=8))
    width = draw(st.sampled_from([0, 0, 60, 72]))
    shaped = [textwrap.fill(part, width) if width else part for part in parts]
    text = shaped[0]
    for part in shaped[1:]:
        text += draw(breaks) + part
    return text


@given(texts(), st.sampled_from(["\n", "\r\n"]))
def test_every_word_is_there_once_and_in_order(text: str, end: str) -> None:
    work = read(text.replace("\n", end))
    shown = " ".join(block.text for chapter in work.chapters for block in chapter.story())
    assert shown.split() == text.split()


@given(st.text(st.sampled_from("aB1 .\n\t\"'*_#-~\u00a0IVX:"), min_size=1, max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    if not text.strip():
        with pytest.raises(UnreadableError):
            read(text)
        return
    work = read(text)
    assert work.chapters
    assert all("\n" not in block.text for chapter in work.chapters for block in chapter.blocks)


def test_an_empty_or_binary_file_is_refused() -> None:
    with pytest.raises(UnreadableError):
        read(" \n\n ")
    with pytest.raises(UnreadableError):
        plaintext.read(Source("x.txt", b"\x00\x01\x02" * 50))


class TestParagraphs:
    def test_one_paragraph_a_line_with_blank_lines_between(self) -> None:
        work = read(spaced(LONG, SENTENCE, "“No.”"))
        assert kinds(work.chapters[0]) == "PPP"

    def test_line_follows_line(self) -> None:
        work = read(f"{LONG}\n{SENTENCE}\n“No,” she said.\n{LONG}")
        assert kinds(work.chapters[0]) == "PPPP"

    def test_where_line_follows_line_a_blank_one_is_a_scene_break(self) -> None:
        lines = [LONG, SENTENCE, "“No,” she said.", LONG, "“Yes.”", LONG, SENTENCE]
        work = read("\n".join(lines) + "\n\n" + "\n".join(lines))
        assert kinds(work.chapters[0]) == "PPPPPPPSPPPPPPP"

    def test_two_blank_lines_are_a_scene_break_among_spaced_paragraphs(self) -> None:
        work = read(spaced(LONG, SENTENCE) + "\n\n" + spaced(LONG, SENTENCE))
        assert kinds(work.chapters[0]) == "PPSPP"

    def test_paragraphs_spaced_twice_throughout_are_no_scenes(self) -> None:
        text = "\n\n\n".join([SENTENCE] * 6) + "\n\n\n\n\n" + "\n\n\n".join([SENTENCE] * 3)
        assert kinds(read(text).chapters[0]) == "PPPPPPSPPP"

    def test_typed_breaks_are_scene_breaks_once(self) -> None:
        work = read(spaced(LONG) + "\n\n\n* * *\n\n\n" + spaced(LONG, "~", LONG))
        assert kinds(work.chapters[0]) == "PSPSP"

    def test_hard_wrapped_lines_are_joined(self) -> None:
        wrapped = spaced(*(textwrap.fill(LONG, 70) for _ in range(3)))
        assert story(read(wrapped).chapters[0]) == [(BlockKind.PARAGRAPH, LONG.strip())] * 3

    def test_wrapped_lines_with_indents_alone_between_paragraphs(self) -> None:
        wrapped = "\n".join(textwrap.fill(LONG, 70, initial_indent="    ") for _ in range(4))
        assert story(read(wrapped).chapters[0]) == [(BlockKind.PARAGRAPH, LONG.strip())] * 4

    def test_compounds_and_dashes_at_a_line_end_stay_close(self) -> None:
        line = "a" * 68
        ends = [
            f"{line} good-",
            f"tempered {line}",
            f"{line}--",
            f"indeed {line}",
            f"{line} --",
            f"well {line}",
        ]
        text = "\n".join([line, *ends, line, ""])
        shown = read(text + "\n" + text).chapters[0].text
        assert "good-tempered" in shown
        assert "--indeed" in shown
        assert "-- well" in shown

    def test_indented_short_lines_are_verse(self) -> None:
        verse = "    Salt on the stair,\n      salt in the sea,\n    nobody there\n    to listen for me."
        work = read(spaced(textwrap.fill(LONG, 70), verse, textwrap.fill(LONG, 70)))
        lines = [block for block in work.chapters[0].blocks if block.kind is BlockKind.VERSE]
        assert [block.text for block in lines] == [
            "Salt on the stair,",
            "  salt in the sea,",
            "nobody there",
            "to listen for me.",
        ]
        assert [block.continues for block in lines] == [False, True, True, True]

    def test_indented_wrapped_lines_are_a_quotation(self) -> None:
        letter = textwrap.fill(LONG, 70, initial_indent="    ", subsequent_indent="    ")
        work = read(spaced(textwrap.fill(LONG, 70), letter, textwrap.fill(LONG, 70)))
        assert [block.quote for block in work.chapters[0].story()] == [0, 1, 0]

    def test_lines_that_hold_a_no_break_space_alone_are_blank(self) -> None:
        assert kinds(read(f"{LONG}\n\n\u00a0\n\n{LONG}\n\n{LONG}\n").chapters[0]) == "PSPP"

    def test_words_between_underscores_are_emphasised(self) -> None:
        (block,) = read("She _never really_ said so, snake_case_name and _ alone.").chapters[0].story()
        assert block.text == "She never really said so, snake_case_name and _ alone."
        assert [(span.start, span.end, span.style) for span in block.spans] == [(4, 16, Style.EMPHASIS)]

    def test_glued_paragraphs_are_parted_and_said_to_be(self) -> None:
        glued = "“Who is it?” she called.Nobody answered. It was late.“Ines?”" * 10
        chapter = read(glued).chapters[0]
        assert chapter.repaired
        assert kinds(chapter) == "P" * 30
        assert kinds(read(glued, repair=False).chapters[0]) == "P"

    def test_a_forgotten_space_parts_nothing(self) -> None:
        chapter = read(spaced(LONG, "He rose.She fell.", LONG)).chapters[0]
        assert kinds(chapter) == "PPP"
        assert not chapter.repaired


class TestTitle:
    def test_a_short_first_line_is_the_title(self) -> None:
        work = read(spaced("The Salt Stair", LONG, SENTENCE))
        assert work.info.title == "The Salt Stair"
        assert [text for _, text in story(work.chapters[0])] == [LONG.strip(), SENTENCE.strip()]

    @pytest.mark.parametrize("between", ["\n", "\n\n"])
    def test_a_byline_names_the_authors(self, between: str) -> None:
        work = read(f"The Salt Stair{between}by Ana Salt and T. Oxbow\n\n" + spaced(LONG, SENTENCE))
        assert work.info.authors == ("Ana Salt", "T. Oxbow")
        assert kinds(work.chapters[0]) == "PP"

    @pytest.mark.parametrize(
        "first",
        [
            "The rope sang in the dark.",
            "“The rope sang,” said Ines",
            "- What was that",
            "And then,",
            "what was that?",
            SENTENCE.strip().removesuffix(".") + " again and again",
        ],
    )
    def test_a_sentence_or_speech_is_no_title(self, first: str) -> None:
        work = read(spaced(first, LONG, SENTENCE), "002_salt_stair.txt")
        assert work.info.title == "002 salt stair"
        assert story(work.chapters[0])[0][1] == first

    def test_a_title_alone_is_still_a_text(self) -> None:
        assert read("The Salt Stair\n").chapters[0].text.endswith("The Salt Stair")

    @pytest.mark.parametrize(
        ("name", "title"),
        [
            ("a\x1b[31mb\x9b2Jc\n.txt", "a[31mb2Jc"),
            ("caf\udce9.txt", "caf\ufffd"),
            ("\x1b.txt", "Untitled"),
            ("\u200b\u202e.txt", "Untitled"),
        ],
    )
    def test_a_name_of_whatever_characters_makes_a_title_that_can_be_shown(
        self, name: str, title: str
    ) -> None:
        assert read(spaced(LONG, SENTENCE), name).info.title == title

    def test_lines_of_facts_are_read_and_shown_apart(self) -> None:
        facts = (
            "Title: The Salt Stair\nAuthor: Ana Salt\nRating: T\nPairing: Ana/Ines\nSummary: She comes back."
        )
        work = read(facts + "\n\n" + spaced(LONG, SENTENCE, LONG))
        assert work.info.title == "The Salt Stair"
        assert work.info.authors == ("Ana Salt",)
        assert work.info.names(TagKind.RATING) == ("T",)
        assert work.info.names(TagKind.RELATIONSHIP) == ("Ana/Ines",)
        assert work.info.summary == "She comes back."
        assert kinds(work.chapters[0]) == "PPP"
        assert [block.text for block in work.chapters[0].blocks if block.role is Role.PREFACE] == facts.split(
            "\n"
        )


class TestGutenberg:
    TEXT = (
        "The Project Gutenberg eBook of The Salt Stair\r\n\r\nTitle: The Salt Stair\r\n"
        "       or, a Tale\r\n\r\nAuthor: Ana Salt\r\n\r\nRelease Date: May 8, 2007 [eBook #99999]\r\n\r\n"
        "Language: English\r\n\r\n*** START OF THE PROJECT GUTENBERG EBOOK THE SALT STAIR ***\r\n\r\n\r\n"
        "CHAPTER I: THE QUAY\r\n\r\n\r\n{0}\r\n\r\n\r\n\r\nCHAPTER II: THE STAIR\r\n\r\n\r\n{0}\r\n\r\n"
        "*** END OF THE PROJECT GUTENBERG EBOOK THE SALT STAIR ***\r\n\r\nThe licence follows.\r\n"
    ).format(textwrap.fill(LONG, 70).replace("\n", "\r\n"))

    def test_what_stands_around_is_matter(self) -> None:
        work = read(self.TEXT)
        assert (work.info.id, work.info.title) == ("gutenberg:99999", "The Salt Stair or, a Tale")
        assert (work.info.authors, work.info.language) == (("Ana Salt",), "English")
        assert [chapter.title for chapter in work.chapters] == ["THE QUAY", "THE STAIR"]
        assert [kinds(chapter) for chapter in work.chapters] == ["P", "P"]
        assert work.chapters[1].blocks[-1].role is Role.AFTERWORD
