"""What breaks a file as time, tools and enemies do: a seeded choice of changes to its bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    Mutation = Callable[[bytes, Sequence[bytes], Random], bytes]

CONTROLS = (
    *(c.encode() for c in "\x00\x07\x08\x0b\x0c\r\x1b\x7f\x85\x9b\u2028\u202e\u2066\ufeff\uffff"),
    b"\x1b]0;owned\x07",
    b"\x1b[2J\x1b[31m",
    b"\xed\xa0\x80",  # a lone surrogate, written as if it were a character
    b"\xff\xfe",
    b"\xc3",
)
"""What no text should hold, as bytes of UTF-8 or of none."""
REFERENCES = tuple(
    b"&%s;" % name
    for name in b"#0 #x1b #27 #155 #x9b #x202e #8238 #x2066 #x2028 #xd800 #xfeff #xffff #x110000 "
    b"#99999999999999999999 # #x lol amp nbsp lt shy zwj".split()
)
"""The same as markup names it, where a look at the bytes finds nothing."""
_TOKENS = (
    *b"< > </ <!-- --> <![CDATA[ ]]> <?xml ?> \" ' = & ; %00 %2e%2e/ ../ \\ # : , { } ( [ * _ ```".split(),
    *b"<p> </p> <div> </div> </body> <table> <td> <tr> <li> <ol> <br> <h1> <h2> </h2> <pre> [1]".split(),
    *b"<script> <style> <title> <select> <template> <iframe> <section> <q> <rt> <sup> <svg> <math>".split(),
    *(
        b"<a href='#'>",
        b"<a id=''>",
        b"<img src='data:,x'>",
        b"<p dir=rtl lang='\x1b'>",
        b"<td colspan=99999>",
    ),
    *(b"\n", b"\n\n\n\n\n", b"\r\n", b"\t", b" " * 300, b"Chapter 1", b"CHAPTER I", b"Summary", b"Notes:"),
    *(b"Title: x", b"by ", b"http://", b"\n# ", b"\n- ", b"\n> "),
)
_NUMBERS = (
    *b"0 -1 1 00000000001 1e999 nan 0x10 4294967295 9999999999999999999999 1.5 1,5 2024-13-45".split(),
    b"9" * 5000,
    *(digits.encode() for digits in ("٣", "²", "１２", "½", "Ⅷ")),
)
_NUMBER = re.compile(rb"\d+")
_WORD = re.compile(rb"[A-Za-z]{3,}")
_TEXT = re.compile(rb">[^<>]{2,200}<")
_ENTITIES = (
    b'<!DOCTYPE lol [<!ENTITY lol "lol"><!ENTITY l2 "&lol;&lol;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
)
_DEEPEST = 3000
"""More than parsers follow; what nests deeper is among the hostile files, each tried once."""
_RARELY = 0.01


def mutated(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """The file with one to four changes; `others` are files that parts are taken from."""
    for _ in range(random.choice((1, 1, 2, 2, 3, 4))):
        if random.random() < _RARELY:
            data = _rare(data, random)
        else:
            data = random.choice(_MUTATIONS)(data, others, random)
    return data


def _flip(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 8))):
        if changed:
            changed[random.randrange(len(changed))] = random.choice((0, 255, 128, random.randrange(256)))
    return bytes(changed)


def _delete(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    begin, end = _range(data, random)
    return data[:begin] + data[end:]


def _repeat(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    begin, end = _range(data, random)
    return data[:end] + data[begin:end] * random.choice((1, 1, 3)) + data[end:]


def _move(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    begin, end = _range(data, random)
    rest = data[:begin] + data[end:]
    at = random.randint(0, len(rest))
    return rest[:at] + data[begin:end] + rest[at:]


def _cut(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    at = random.randint(0, len(data))
    return data[:at] if random.random() < 0.7 else data[at:]


def _exchange(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    other = random.choice(others) if others else data
    (begin, end), (first, last) = _range(data, random), _range(other, random)
    return data[:begin] + other[first:last] + data[end:]


def _insert(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    for _ in range(random.choice((1, 1, 3))):
        at = random.randint(0, len(data))
        data = data[:at] + random.choice(random.choice((_TOKENS, _TOKENS, CONTROLS, REFERENCES))) + data[at:]
    return data


def _renumber(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    number, share = random.choice(_NUMBERS), random.choice((0.05, 0.3))
    return _NUMBER.sub(lambda found: number if random.random() < share else found[0], data)


def _poison(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """A control in every so many words, so that it is in texts, titles, names and addresses alike."""
    poison, share = random.choice(random.choice((CONTROLS, REFERENCES))), random.choice((0.02, 0.2, 1.0))
    if random.random() < 0.6:
        return _TEXT.sub(lambda found: found[0][:2] + poison + found[0][2:], data)
    return _WORD.sub(lambda found: found[0] + poison if random.random() < share else found[0], data)


def _unwrap(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """Without the texts, so that whatever was named is empty."""
    share = random.choice((0.1, 0.5, 1.0))
    return _TEXT.sub(lambda found: b"><" if random.random() < share else found[0], data)


_MUTATIONS: tuple[Mutation, ...] = (
    *(_flip, _delete, _repeat, _move, _cut, _exchange, _unwrap),
    *(_insert, _insert, _renumber, _poison, _poison),
)


def _rare(data: bytes, random: Random) -> bytes:
    """What costs more to read: deep nesting, many attributes, entities, another encoding."""
    at = random.randint(0, len(data))
    match random.randrange(5):
        case 0:
            tag = random.choice(b"<div> <p> <i> <section> <blockquote> <ul><li> [ * >".split())
            return data[:at] + tag * _DEEPEST + data[at:]
        case 1:
            names = b" ".join(b'a%d="%d"' % (number, number) for number in range(1000))
            return data.replace(b">", b" " + names + b">", 1)
        case 2:
            return re.sub(rb"<(?![?!])", lambda _: _ENTITIES + b"<", data, count=1) + b"&l2;&x;"
        case 3:
            encoding = random.choice(("utf-16", "utf-16-be", "utf-32", "utf-7"))
            return data.decode("utf-8", "replace").encode(encoding)
        case _:
            return data.replace(b"\n", b"") + data.replace(b" ", b"")


def _range(data: bytes, random: Random) -> tuple[int, int]:
    begin = random.randint(0, len(data))
    return begin, min(len(data), begin + random.choice((1, 4, 30, 200, 1000)))
