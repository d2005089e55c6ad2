"""FB2 files: what is read of a complete one, in any encoding, and of broken and hostile ones."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.fb2_file import ABOUT, DOCUMENT, PNG, Fb2, fb2

from reader.formats.detect import read_work_and_format
from reader.formats.fb2 import file
from reader.formats.fb2.pictures import picture
from reader.formats.source import Source, UnreadableError
from reader.work.model import Block, BlockKind, Role, SeriesPart, Style, TagKind, Work


def read(data: bytes) -> Work:
    return file.read(Source("x.fb2", data))


def body(xml: str) -> Work:
    return read(fb2(Fb2(bodies=f"<body>{xml}</body>")))


def blocks(work: Work) -> list[Block]:
    return [block for chapter in work.chapters for block in chapter.blocks]


def shown(work: Work) -> list[tuple[Role, BlockKind, str]]:
    return [(block.role, block.kind, block.text) for block in blocks(work)]


WHOLE = read(fb2())


def test_the_description_is_the_works() -> None:
    info = WHOLE.info
    assert (info.id, info.title, info.language) == ("fb2:5C1A-SALT", "Соляная дорога", "ru")
    assert info.authors == ("Мира Олеговна Солева", "marrowlight")
    assert info.names(TagKind.ADDITIONAL) == ("Fantasy", "lighthouse_lore", "море", "маяк", "письма")
    assert info.series == (SeriesPart("Берег", 2), SeriesPart("Зимний круг", 1.5))
    assert info.summary == "Ана клялась не возвращаться.\nНо пришла лодка."
    assert info.published == date(2019, 3, 4)


def test_parts_hold_chapters() -> None:
    headings = [chapter.title for chapter in WHOLE.chapters]
    assert headings == ["Часть первая. Берег – Глава 1", "Глава 2", "Эпилог"]


def test_cover_translator_and_summary_stand_before_the_work() -> None:
    front = [block for block in WHOLE.chapters[0].blocks if block.role in {Role.PREFACE, Role.SUMMARY}]
    assert (front[0].kind, front[0].target) == (BlockKind.IMAGE, "#cover.png")
    assert front[1].text == "Translated by Тео Якорев"
    assert [block.text for block in front[2:]] == [
        "Summary",
        "Ана клялась не возвращаться.",
        "Но пришла лодка.",
    ]


def test_notes_are_end_notes_that_links_lead_to() -> None:
    note = WHOLE.chapters[-1].blocks[-1]
    assert (note.role, note.text, note.marker, note.anchors) == (
        Role.END_NOTES,
        "По местному времени.",
        "1",
        ("n1",),
    )
    first = next(block for block in WHOLE.chapters[0].story() if block.text.startswith("Лодка"))
    link = next(span for span in first.spans if span.link)
    assert (link.link, first.text[link.start : link.end]) == ("#n1", "[1]")
    assert Style.SUPERSCRIPT in link.style


def test_what_a_text_is_made_of() -> None:
    kinds = {block.text: block for block in blocks(WHOLE)}
    assert kinds["* * *"].kind is BlockKind.SCENE_BREAK
    assert kinds["и вторая"].kind is BlockKind.VERSE
    assert kinds["и вторая"].continues
    assert not kinds["третья"].continues
    assert kinds["Возвращайся скорее."].quote == 1
    assert kinds["Соль помнит воду."].quote == 1
    assert kinds["День\tВетер"].kind is BlockKind.TABLE_ROW
    assert kinds["Карта"].target == "#map.png"
    assert kinds["Письма с маяка."].role is Role.NOTES
    assert [block.text for block in blocks(WHOLE)].count("Соляная дорога") == 1
    after = [block.text for block in WHOLE.chapters[0].story()]
    assert after[after.index("Ана считала вёсла.") + 1] == ""


def test_a_section_without_a_title_goes_on_after_a_break() -> None:
    last = list(WHOLE.chapters[-1].story())
    assert [(block.kind, block.text) for block in last] == [
        (BlockKind.PARAGRAPH, "Дом стоял у воды."),
        (BlockKind.SCENE_BREAK, ""),
        (BlockKind.PARAGRAPH, "И соль сохла на камнях."),
    ]


def test_sections_none_of_which_has_a_title_are_chapters() -> None:
    assert len(body("<section><p>a</p></section><section><p>b</p></section>").chapters) == 2


def test_short_sections_are_parts_of_a_chapter() -> None:
    scenes = (
        "<section><title><p>1</p></title><p>a</p></section><section><title><p>2</p></title><p>b</p></section>"
    )
    work = body(f"<section><title><p>One</p></title>{scenes}</section>")
    assert [chapter.title for chapter in work.chapters] == ["One"]
    assert [block.text for block in work.chapters[0].story()] == ["1", "a", "2", "b"]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r", "utf-16", "utf-8-sig", "utf-16-le"])
def test_it_is_known_and_the_same_in_any_encoding(encoding: str) -> None:
    source = Source("anything.bin", fb2(encoding=encoding))
    work, name = read_work_and_format(source)
    assert name == "fb2"
    assert shown(work) == shown(WHOLE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (' xmlns:l="http://www.w3.org/1999/xlink"', ""),
        ('xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" ', ""),
        ("l:href", "xlink:href"),
        ("</emphasis>", ""),
        ("считала вёсла.</p>", "считала вёсла."),
        ("</body><body name", "</section></body><body name"),
        ("</FictionBook>", ""),
        ("<p>Она ждала.</p>", "<P>Она ждала.</P>"),
        ("<p>Она ждала.</p>", "<p>Она <!-- не --> ждала.</p>"),
        ("<p>Она ждала.</p>", "<p>Она <![CDATA[ждала.]]></p></i>"),
        ("Она ждала.", "Она&#32;ждала.<code></b></code>"),
    ],
)
def test_a_broken_file_has_the_same_text(old: str, new: str) -> None:
    data = fb2().decode().replace(old, new)
    texts = [text for _, _, text in shown(read(data.encode())) if "</" not in text]
    whole = [text for _, _, text in shown(WHOLE)]
    assert [text.replace("</b>", "") for text in texts] == whole or [
        text for text in texts if "ждала" not in text
    ] == [text for text in whole if "ждала" not in text]


def test_a_sign_that_is_no_tag_is_text() -> None:
    work = body("<section><p>3 < 4 & <sigh> &nbsp;&unknown; &#0;&#x1b;&#233;</p></section>")
    assert blocks(work)[-1].text == "3 < 4 & <sigh> &unknown; é"


def test_no_entity_of_the_file_is_expanded() -> None:
    bomb = '<!DOCTYPE FictionBook [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    data = fb2(Fb2(doctype=bomb, bodies="<body><section><p>x &b;&f; y</p></section></body>"))
    assert file.recognises(Source("x", data))
    assert blocks(read(data))[-1].text == "x &b;&f; y"


def test_pictures_are_found_in_the_file_and_in_a_zip_of_it() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("work.fb2", fb2(encoding="windows-1251"))
    for data in (fb2(), packed.getvalue()):
        assert picture(data, "#cover.png") == PNG
        assert picture(data, "#map.png") == PNG[::-1]
        assert picture(data, "#none") is None
    source = Source("work.fb2.zip", packed.getvalue())
    assert file.recognises(source)
    assert shown(file.read(source)) == shown(WHOLE)


@pytest.mark.parametrize(
    ("document", "publish", "expected"),
    [
        (
            DOCUMENT.replace("FictionBook Editor", "calibre"),
            "<isbn>978-0-306-40615-7</isbn>",
            "isbn:9780306406157",
        ),
        ("", "<book-name>Все рассказы</book-name><isbn>978-0-306-40615-7</isbn>", "sha256:"),
        ("", "<isbn>здесь isbn</isbn>", "sha256:"),
        (
            "<document-info><src-url>https://ficbook.net/readfic/123456</src-url><id>1</id></document-info>",
            "",
            "ficbook.net/readfic/123456",
        ),
        (
            "<document-info><src-url>http://library.example/</src-url><id>a b</id></document-info>",
            "",
            "fb2:a b",
        ),
    ],
)
def test_identity(document: str, publish: str, expected: str) -> None:
    made = Fb2(document=document, publish=f"<publish-info>{publish}</publish-info>")
    assert read(fb2(made)).info.id.startswith(expected)


def test_a_file_without_a_text_is_refused() -> None:
    with pytest.raises(UnreadableError):
        read(fb2(Fb2(bodies="")))


def test_a_file_without_a_description_is_called_as_itself() -> None:
    assert read(fb2(replace(Fb2(), about=""))).info.title == "x"
    assert "book-title" in ABOUT


@given(st.data())
def test_any_damage_is_read_or_refused(data: st.DataObject) -> None:
    text = Fb2(bodies="<body><section><p>a<emphasis>b</emphasis></p></section></body>").text()
    start = data.draw(st.integers(0, len(text)))
    put = data.draw(st.text("<>/&;\"' pasection=![]-\x00é", max_size=12))
    broken = text[:start] + put + text[start + data.draw(st.integers(0, 40)) :]
    with suppress(UnreadableError):
        assert read(broken.encode()).chapters


@pytest.mark.parametrize(
    "part", ["<section>", "<p>", "<emphasis>", "<a l:href='#x'>", "<!--", "<b", "<cite><p>", "&a", "<p a='"]
)
def test_thirty_thousand_unclosed_parts_are_harmless(part: str) -> None:
    data = fb2(Fb2(bodies="<body><section><p>begin</p>" + part * 30_000 + "end"))
    assert any("begin" in block.text for block in blocks(read(data)))
