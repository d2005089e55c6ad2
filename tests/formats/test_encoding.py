from __future__ import annotations

import codecs
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.encoding import decode, decode_markup
from reader.formats.source import UnreadableError

MARKED = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
clean_texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff")
    | st.sampled_from("\n\t"),
    max_size=60,
)


@given(clean_texts, st.sampled_from(sorted(MARKED)))
def test_a_marked_text_comes_back_as_it_was(text: str, encoding: str) -> None:
    # UTF-16 text that begins with a zero cannot be told from UTF-32 by its mark; clean texts never do
    assert decode(MARKED[encoding] + text.encode(encoding)) == text


@given(clean_texts)
def test_plain_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(("A line first. " + text).encode()) == "A line first. " + text


@given(st.text(max_size=60), st.sampled_from(sorted(MARKED)))
def test_no_control_character_is_left(text: str, encoding: str) -> None:
    decoded = decode(MARKED[encoding] + text.encode(encoding, errors="replace"))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]", decoded)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\r\r\n", "\u2028", "\f"])
def test_every_kind_of_line_end_is_one_line_feed(end: str) -> None:
    assert decode(f"Salt.{end}Rope.".encode()) == "Salt.\nRope."


def test_windows_quotes_and_accents_are_understood() -> None:
    text = "“It’s the café – the one by the quay…” said Zoë, and went on about the weather for a good while."
    assert decode(text.encode("cp1252")) == text


def test_latin_1_french_is_understood() -> None:
    text = "Elle était là, près de la fenêtre où l'été finissait. " * 5
    assert decode(text.encode("latin-1")) == text


def test_old_cyrillic_is_guessed() -> None:
    text = (
        "Лодка вышла из гавани перед рассветом, и никто на берегу не обернулся. "
        "Старик молча свернул канат и посмотрел на небо. Ветер обещал перемену. "
    ) * 4
    assert decode(text.encode("cp1251")) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_understood(encoding: str) -> None:
    text = "The ropes had started to sing. “Listen,” said Ines."
    assert decode(text.encode(encoding)) == text


def test_one_broken_byte_does_not_turn_accents_into_rubbish() -> None:
    text = "Zoë’s café – naïve, déjà vu, “quoted”. " * 6
    damaged = text.encode() + b"\xe2\x80"
    assert decode(damaged).startswith(text)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4 and so on",
        b"PK\x03\x04rest of a zip",
        b"\x89PNG\r\n\x1a\n",
        bytes(range(256)) * 8,
        b"text with " + b"\x00" * 40,
        bytes([1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16]) * 20,
    ],
)
def test_binary_data_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(UnreadableError) as refusal:
        decode(data)
    assert "\n" not in str(refusal.value)


def test_a_stray_control_character_is_only_removed() -> None:
    text = "She waited\x07 for the tide.\x1a" + " And waited." * 200
    assert decode(text.encode()) == text.replace("\x07", "").replace("\x1a", "")


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"") == ""


DECLARED = re.compile(rb'encoding="([^"]+)"|charset=([\w-]+)')


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("utf-8", "utf-8"),
        ("utf-16", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("windows-1251", "cp1251"),
        ("utf-16", "utf-16-le"),
        ("utf-16", "utf-16-be"),
    ],
)
@pytest.mark.parametrize("form", ['<?xml encoding="{}"?>', "<meta charset={}>"])
def test_markup_is_read_as_it_is_written_or_declared(declared: str, written: str, form: str) -> None:
    text = form.format(declared) + ("– соль" if written not in ("cp1252", "utf-8") else "– sel –")
    assert decode_markup(text.encode(written), DECLARED) == text


@pytest.mark.parametrize("name", ["zip", "hex", "idna", "punycode", "unicode_escape", "no-such", "cp0"])
def test_an_encoding_that_is_for_no_text_is_not_believed(name: str) -> None:
    data = f'<?xml encoding="{name}"?>'.encode() + b"sel \x96 \xe9"
    assert decode_markup(data, DECLARED) == decode(data)


def test_more_text_than_fits_into_a_gigabyte_is_refused() -> None:
    with pytest.raises(UnreadableError, match="more text"):
        decode(b"a " * 50_000_000)
    assert decode(b"a " * 10_000_000)


def test_more_elements_than_memory_holds_are_refused() -> None:
    with pytest.raises(UnreadableError, match="more text than"):
        decode_markup(b"<p>" * 1_400_000, re.compile(b"charset=(x)"))
    assert decode_markup(b"<p>a</p>" * 1_000_000, re.compile(b"charset=(x)")).startswith("<p>a")
