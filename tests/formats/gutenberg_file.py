"""Texts as Project Gutenberg publishes them, hard-wrapped, with header and licence. The story is invented."""

from __future__ import annotations

import textwrap

PROSE = (
    "The harbour lay still, and Ana counted the lamps along the quay until the last of them went out "
    "and there was nothing left to count but the stars over the breakwater. "
) * 4
HEADER = """The Project Gutenberg eBook of The Salt Road

This ebook is for the use of anyone anywhere in the United States and
most other parts of the world at no cost and with almost no restrictions.

Title: The Salt Road
       A Tale of the Coast

Author: Ana Salt

Release date: March 4, 2019 [eBook #99999]
                Most recently updated: June 1, 2020

Language: English

"""
START = "*** START OF THE PROJECT GUTENBERG EBOOK THE SALT ROAD ***"
END = "*** END OF THE PROJECT GUTENBERG EBOOK THE SALT ROAD ***"
LICENCE = """
Updated editions will replace the previous one--the old editions will
be renamed.
"""
OLD_HEADER = """**The Project Gutenberg Etext of The Salt Road, by Ana Salt**

Copyright laws are changing all over the world, be sure to check.

March, 1997  [Etext #99999]

"""
SMALL_PRINT = "*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*"
OLD_END = "End of The Project Gutenberg Etext of The Salt Road, by Ana Salt"


def story() -> str:
    """Two chapters with what such texts mark by signs."""
    first = f"{PROSE}She was _not_ afraid,[1] and =said= so. {PROSE}"
    second = f"He wrote +slowly+.[2] {PROSE}"
    parts = (
        "CONTENTS\n\n  CHAPTER I. The Lamp\n  CHAPTER II. The Oar",
        "CHAPTER I\n\nThe Lamp",
        textwrap.fill(first, 70),
        "[Illustration: The quay at night.]",
        "    Salt on the oar,\n      salt on the hand,\n    salt on the shore,\n      and salt on the land.",
        textwrap.fill(PROSE, 70),
        textwrap.fill("[Footnote 1: Or so she told the others, who believed her for a year.]", 70),
        "CHAPTER II\n\nThe Oar",
        textwrap.fill(second, 70),
        textwrap.fill(PROSE, 70),
        "[2] With the left hand.",
    )
    return "\n\n\n".join(parts)


def gutenberg() -> bytes:
    """A text as it is published now."""
    text = f"{HEADER}{START}\n\n\nProduced by Oxbow and the Proofreaders\n\n\n{story()}\n\n\n{END}\n{LICENCE}"
    return text.replace("\n", "\r\n").encode("utf-8-sig")


def old_gutenberg() -> bytes:
    """A text as it was published before 2004."""
    return f"{OLD_HEADER}{SMALL_PRINT}\n\n\n{story()}\n\n\n{OLD_END}\n".replace("\n", "\r\n").encode(
        "latin-1"
    )
