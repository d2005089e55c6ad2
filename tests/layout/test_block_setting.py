"""How each kind of block is set."""

from __future__ import annotations

import pytest

from reader.layout.pages import lay_out
from reader.layout.style import Notes, PageStyle
from reader.work.model import Align, Block, BlockKind, Chapter, Role, Span, Style

P, V, T = BlockKind.PARAGRAPH, BlockKind.VERSE, BlockKind.TABLE_ROW


def drawn(
    *blocks: Block, measure: int = 30, height: int = 60, indent: bool = True, notes: Notes = Notes.SHOWN
) -> str:
    """The first page as it would look."""
    style = PageStyle(measure=measure, height=height, indent=indent, notes=notes)
    layout = lay_out(Chapter(1, "", "chapter", blocks), style)
    rows = []
    for line in layout.lines(0):
        row = ""
        for run in line.runs:
            row = row.ljust(run.column) + run.text
        rows.append(row)
    return "\n".join(rows)


def test_paragraphs_after_paragraphs_are_indented() -> None:
    assert drawn(Block(P, "One."), Block(P, "Two."), Block(P, "Three.")) == "One.\n  Two.\n  Three."


def test_or_have_blank_lines_between_them() -> None:
    assert drawn(Block(P, "One."), Block(P, "Two."), indent=False) == "One.\n\nTwo."


def test_the_first_paragraph_after_anything_else_is_not_indented() -> None:
    heading = Block(BlockKind.HEADING, "Part", level=3)
    broken = Block(BlockKind.SCENE_BREAK, "")
    shown = drawn(
        heading, Block(P, "One."), broken, Block(P, "Two."), Block(P, "Said.", quote=1), Block(P, "Three.")
    )
    assert shown == "Part\n\nOne.\n\n            * * *\n\nTwo.\n\n  Said.\n\nThree."


def test_a_scene_break_is_what_the_author_typed() -> None:
    assert (
        drawn(Block(P, "One."), Block(BlockKind.SCENE_BREAK, "oOo"), Block(P, "Two.")).split("\n")[2].strip()
        == "oOo"
    )


def test_a_scene_break_is_centred_in_text_from_right_to_left_too() -> None:
    assert drawn(Block(BlockKind.SCENE_BREAK, "", rtl=True), measure=9) == "  * * *"


def test_a_chapter_heading_is_centred_and_its_byline_with_it() -> None:
    heading = Block(BlockKind.HEADING, "The Ledger", role=Role.TITLE, level=2)
    byline = Block(P, "by oxbow", role=Role.TITLE, align=Align.CENTRE)
    assert drawn(heading, byline, Block(P, "One.")) == f"{' ' * 10}The Ledger\n{' ' * 11}by oxbow\n\n\nOne."


def test_great_headings_in_the_text_are_centred_and_lesser_ones_are_not() -> None:
    shown = drawn(*(Block(BlockKind.HEADING, "Part", level=level) for level in (1, 2, 3)), Block(P, "One."))
    assert [line.index("P") for line in shown.split("\n") if "P" in line] == [13, 13, 0]


def test_quotations_are_set_in_on_both_sides() -> None:
    shown = drawn(Block(P, "word " * 12, quote=1))
    assert shown == "\n".join(["  word word word word word"] * 2 + ["  word word"])


def test_notes_are_set_apart() -> None:
    note = Block(P, "A note.", role=Role.NOTES)
    assert drawn(Block(P, "One."), note, note) == "One.\n\n  A note.\n\n  A note."


def test_notes_can_be_hidden() -> None:
    note = Block(P, "A note.", role=Role.NOTES)
    assert drawn(note, Block(P, "One."), note, Block(P, "Two."), notes=Notes.HIDDEN) == "One.\n  Two."


def test_verse_keeps_its_lines_and_turns_long_ones_over() -> None:
    shown = drawn(
        Block(V, "The tide goes out,"),
        Block(V, "  and takes the names of every boat along", continues=True),
        Block(V, "A new stanza."),
    )
    assert (
        shown == "  The tide goes out,\n    and takes the names of\n      every boat along\n\n  A new stanza."
    )


def test_a_long_line_of_preformatted_text_is_turned_over_with_a_mark() -> None:
    shown = drawn(Block(BlockKind.PREFORMATTED, "lamp = window and rope = harbour"), measure=20)
    assert shown == "lamp = window and\n↳ rope = harbour"


def test_preformatted_text_keeps_its_spaces() -> None:
    pre = BlockKind.PREFORMATTED
    assert drawn(Block(pre, "a   = 1"), Block(pre, "  b = 2", continues=True)) == "a   = 1\n  b = 2"


def test_list_items_hang_from_their_markers() -> None:
    item = BlockKind.LIST_ITEM
    shown = drawn(
        Block(item, "word " * 8, marker="10.", level=1),
        Block(item, "Deeper.", marker="•", level=2, continues=True),
    )
    assert shown == "10. word word word word word\n    word word word\n    ◦ Deeper."


def test_numbers_end_in_one_column_and_inner_lists_stand_under_their_text() -> None:
    item = BlockKind.LIST_ITEM
    shown = drawn(
        Block(item, "Nine.", marker="9.", level=1),
        Block(item, "word " * 7, marker="a.", level=2, continues=True),
        Block(item, "Ten.", marker="10.", level=1, continues=True),
        Block(item, "And more.", level=1, continues=True),
        Block(item, "Apart.", marker="1.", level=1),
    )
    assert shown.split("\n") == [
        " 9. Nine.",
        "    a. word word word word",
        "       word word word",
        "10. Ten.",
        "    And more.",
        "",
        "1. Apart.",
    ]


def test_the_second_paragraph_of_a_list_item_stands_under_the_first() -> None:
    item = BlockKind.LIST_ITEM
    shown = drawn(
        Block(item, "One.", marker="•", level=1),
        Block(item, "word " * 8, level=1, continues=True),
    )
    assert shown == "• One.\n  word word word word word\n  word word word"


def test_a_table_stands_in_the_middle_with_a_rule_under_its_heads_and_figures_at_the_right() -> None:
    shown = drawn(
        Block(T, "Port\tShips\tOwed", level=1),
        Block(T, "Lissa\t12\t1,204.50", continues=True),
        Block(T, "\t3\t—", continues=True),
    )
    assert shown.split("\n") == [
        "    Port   Ships      Owed",
        "    ──────────────────────",
        "    Lissa     12  1,204.50",
        "               3         —",
    ]


@pytest.mark.parametrize(("before", "rows", "lines"), [(7, 5, [7, 5]), (8, 9, [8, 9]), (7, 9, [10, 7])])
def test_a_small_table_is_not_parted_and_no_row_stands_alone(
    before: int, rows: int, lines: list[int]
) -> None:
    table = [Block(T, f"Lissa\t{number}", continues=number > 0) for number in range(rows)]
    chapter = Chapter(1, "", "chapter", (*[Block(P, "One.")] * before, *table))
    layout = lay_out(chapter, PageStyle(height=10))
    assert [len(layout.lines(index)) for index in range(len(layout.pages))] == lines


@pytest.mark.parametrize(
    "figure", ["12", "-3.5", "1,204.50", "12 %", "£7", "7 €", "10:45", "3 m", "6m. 0d.", "3 Feb."]
)
def test_figures_are_told_from_words(figure: str) -> None:
    shown = drawn(Block(T, f"Lissa\t{figure}"), Block(T, "Anse\t1234567890", continues=True), measure=17)
    assert shown == f"Lissa{figure:>12}\nAnse   1234567890"
    words = drawn(Block(T, f"Lissa\t{figure}"), Block(T, "Anse\tnone given", continues=True), measure=17)
    assert words == f"Lissa  {figure}\nAnse   none given"


def test_a_table_whose_first_row_is_empty_shows_the_others() -> None:
    assert drawn(Block(T, "\t"), Block(T, "Lissa\t12", continues=True)).strip() == "Lissa  12"


def test_wide_tables_wrap_within_their_columns_and_part_their_rows() -> None:
    shown = drawn(
        Block(T, "Lissa\tthe oldest harbour of this coast"), Block(T, "Anse\tnew", continues=True), measure=24
    )
    assert shown == "Lissa  the oldest\n       harbour of this\n       coast\n\nAnse   new"


def test_a_definition_stands_under_its_term_and_a_caption_under_its_picture() -> None:
    term = Block(P, "Salt", (Span(0, 4, Style.STRONG),))
    meaning = Block(BlockKind.LIST_ITEM, "What the sea leaves.", level=1)
    assert drawn(term, meaning, term, meaning) == "\n\n".join(["Salt\n  What the sea leaves."] * 2)
    shown = drawn(Block(BlockKind.IMAGE, "a lamp"), Block(P, "Lit.", align=Align.CENTRE))
    assert shown.endswith(f"╯\n{' ' * 13}Lit.")


def test_tables_in_no_room_are_stacked() -> None:
    shown = drawn(Block(T, "Lissa\toldest\tharbour"), Block(T, "Anse\tnew", continues=True), measure=14)
    assert shown == "Lissa\n  oldest\n  harbour\n\nAnse\n  new"


def test_stacked_cells_have_the_heads_of_their_columns_before_them() -> None:
    shown = drawn(
        Block(T, "Port\tRopes\tOwed", level=1),
        Block(T, "Lissa\tof hemp and tar\t12", continues=True),
        measure=15,
    )
    assert shown == "Port\n  Ropes\n  Owed\n\nLissa\n  Ropes: of\n  hemp and tar\n  Owed: 12"


def test_a_picture_is_its_description_in_a_frame() -> None:
    shown = drawn(Block(BlockKind.IMAGE, "A lamp in a window above the sea."), measure=26)
    assert shown.split("\n") == [
        "  ╭─ image ────────────╮",
        "  │ A lamp in a window │",
        "  │ above the sea.     │",
        "  ╰────────────────────╯",
    ]


def test_the_frame_is_as_wide_as_a_short_description_and_in_the_middle() -> None:
    shown = drawn(Block(BlockKind.IMAGE, "a lamp"))
    assert shown.split("\n") == [
        "        ╭─ image ───╮",
        "        │  a lamp   │",
        "        ╰───────────╯",
    ]


@pytest.mark.parametrize("text", ["", "image", "Image"])
def test_a_picture_without_a_description_says_only_what_it_is(text: str) -> None:
    shown = drawn(Block(BlockKind.IMAGE, text), measure=13)
    assert shown.split("\n") == ["  ╭───────╮", f"  │ {text or 'image'} │", "  ╰───────╯"]


def test_where_there_is_no_room_for_a_frame_a_picture_stands_in_brackets() -> None:
    assert drawn(Block(BlockKind.IMAGE, "a lamp"), height=2) == "[image: a lamp]"
    assert drawn(Block(BlockKind.IMAGE, ""), height=2) == "[image]"
    assert drawn(Block(BlockKind.IMAGE, "image"), height=2) == "[image]"


def test_alignment_is_kept() -> None:
    shown = drawn(
        Block(P, "mid", align=Align.CENTRE), Block(P, "end", align=Align.END), Block(P, "שלום", rtl=True)
    )
    assert shown == f"{' ' * 13}mid\n\n{' ' * 27}end\n\n{' ' * 26}שלום"


def test_looks_and_links_are_on_their_words() -> None:
    block = Block(P, "A very small lamp", (Span(2, 6, Style.EMPHASIS), Span(13, 17, Style.PLAIN, "#lamp")))
    layout = lay_out(Chapter(1, "", "chapter", (block,)), PageStyle())
    runs = layout.lines(0)[0].runs
    assert [(run.text, run.style, run.link) for run in runs] == [
        ("A ", Style.PLAIN, ""),
        ("very", Style.EMPHASIS, ""),
        (" small ", Style.PLAIN, ""),
        ("lamp", Style.PLAIN, "#lamp"),
    ]


def test_a_soft_hyphen_shows_only_where_the_line_breaks() -> None:
    assert drawn(Block(P, "co\xadopera\xadtion"), measure=9) == "coopera-\ntion"


def test_control_characters_never_show() -> None:
    assert drawn(Block(P, "a\x1b[31mb\x00\u202ec")) == "a[31mbc"
