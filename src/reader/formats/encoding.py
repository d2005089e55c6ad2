"""From the bytes of a text file to clean text: byte order marks, UTF-8, then guessing; never binary data."""

from __future__ import annotations

import codecs
import re
import sys

from reader.formats.source import UnreadableError

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY_STARTS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"Rar!",
    b"7z\xbc\xaf",
    b"SQLite format 3\x00",
    b"ID3",
    b"OggS",
    b"RIFF",
    b"\xd0\xcf\x11\xe0",
)
_FIRST_TAGS = ((re.compile(rb"<\0[^\0]\0"), "utf-16-le"), (re.compile(rb"\0<\0[^\0]"), "utf-16-be"))
_HEAD = 65536
"""Bytes at the beginning of a file that may say how the rest is to be read."""
_OF_TEXTS = re.compile(
    "utf-?(?:8|16|32)|windows|cp|iso|latin|koi8|mac|x-mac|gb|big5|euc|shift|s_?jis|johab|tis|us-ascii|ascii|hz",
    re.IGNORECASE,
)
"""How the names of encodings begin that are for texts; of what else Python knows, some takes forever."""
_AS_WINDOWS_1252 = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"})
"""What browsers take for Windows-1252 (WHATWG Encoding Standard, 4.2)."""
_NO_TEXT = "It holds binary data, not text."
_TEXT_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a\x1b\x00"))
_LINE_ENDS = re.compile("(?<!\r)\r++\n|[\r\v\f\x85\u2028\u2029]")
_OTHER_LINE_ENDS = "\r\v\f\x85\u2028\u2029"
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""Those that are no line ends, and what overrides the direction of text."""
_ASCII_CONTROLS = bytes([*range(9), *range(0x0E, 0x20), 0x7F])
_WESTERN = frozenset(
    "‘’“”‚„…–—•™€‹› ¡¢£§©«®°±·»¼½¾¿éèêëàâäáãåæçîïíñôöóòøœùûüúÉÈÊÀÂÄÅÇÎÏÑÔÖÓØŒÙÛÜßŠšŽž".encode("cp1252")
)
"""What an English or French text in Windows-1252 holds beside ASCII."""
_LARGEST = 90_000_000
"""Bytes of memory of a text; that of a work of a million words is 6,000,000, or twice that in Cyrillic."""
_MOST_ELEMENTS = 1_300_000
"""Elements of markup, 600 bytes of memory each; the longest works there are have half as many."""
_SAMPLE = 1_000_000
"""Bytes by which an old encoding is guessed."""
_MOSTLY = 20
"""Of this many non-ASCII characters, one may be broken in what is still called UTF-8."""


def decode(data: bytes) -> str:
    """The text of a file: no byte order mark, lines ended by LF alone, no control character but the tab.

    Raises `UnreadableError` for binary data, and for more than any work has.
    """
    return limited(clean(_characters(data)))


def limited(text: str) -> str:
    """The same text. Raises `UnreadableError` where reading it would take a gigabyte, ten times its size."""
    if sys.getsizeof(text) > _LARGEST or text.count("<") - text.count("</") > _MOST_ELEMENTS:
        raise UnreadableError("It holds more text than Reader takes in.")
    return text


def decode_markup(data: bytes, declared: re.Pattern[bytes]) -> str:
    """The text of a file that may name its encoding, which is the last group that `declared` matches.

    By byte order mark, as UTF-8 where it is that whatever it declares (no other text looks so by chance), as
    declared, else as `decode` does, and raises what that raises. UTF-16 without a mark is told by its first
    tag (XML 1.0, appendix F.1).
    """
    for first_tag, encoding in _FIRST_TAGS:
        if first_tag.match(data):
            return limited(clean(data.decode(encoding, errors="replace")))
    if data.startswith(tuple(mark for mark, _ in _MARKS)) or b"\x00" in data[:_HEAD]:
        return decode(data)
    found = declared.search(data[:_HEAD])
    name = found[found.lastindex or 0].decode("ascii", errors="ignore").lower() if found else ""
    for encoding in ("utf-8", "cp1252" if name in _AS_WINDOWS_1252 else name):
        if _OF_TEXTS.match(encoding):
            try:
                return limited(clean(data.decode(encoding)))
            except (UnicodeError, LookupError):
                continue
    return decode(data)


def clean(text: str) -> str:
    """The text with each line end as LF, no control characters but the tab and no overrides of direction."""
    if any(end in text for end in _OTHER_LINE_ENDS):
        text = _LINE_ENDS.sub("\n", text)
    if text.isascii():
        return text.encode().translate(None, _ASCII_CONTROLS).decode()  # a tenth of the time of a pattern
    return _CONTROLS.sub("", text)


def _characters(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if data.startswith(_BINARY_STARTS):
        raise UnreadableError(_NO_TEXT)
    if b"\x00" in data:
        unmarked = _unmarked_utf_16(data)
        if unmarked:
            return data.decode(unmarked, errors="replace")
    if _is_binary(data):
        raise UnreadableError(_NO_TEXT)
    try:
        return data.decode()
    except UnicodeDecodeError:
        return _damaged_utf_8(data) or _guessed(data)


def _unmarked_utf_16(data: bytes) -> str:
    """The byte order of UTF-16 without a mark, told by the zero bytes of its Latin letters; else empty."""
    sample = data[:4096]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def _is_binary(data: bytes) -> bool:
    """Whether more bytes are zero or control characters than a text damaged in transit would hold."""
    zeros = data.count(0)
    controls = len(data) - len(data.translate(None, _TEXT_CONTROLS))
    return zeros * 1000 > len(data) or controls * 100 > len(data)


def _damaged_utf_8(data: bytes) -> str:
    """The text where it is UTF-8 but for a few bytes (cut off, patched together), else empty."""
    text = data.decode(errors="replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(data.translate(None, bytes(range(0x80, 0x100)))) - broken
    return text if broken * _MOSTLY <= whole else ""


def _guessed(data: bytes) -> str:
    """The text in the likeliest old encoding.

    A short Western text is too little for statistics, so Windows-1252 is taken where nothing speaks against
    it: few bytes beyond ASCII, and each of them common in such texts.
    """
    beyond = data.translate(None, bytes(range(0x80)))
    if len(beyond) * 20 < len(data) and _WESTERN.issuperset(beyond):
        return data.decode("cp1252")
    from charset_normalizer import from_bytes  # slow to import, and hardly ever needed

    best = from_bytes(data[:_SAMPLE]).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")
