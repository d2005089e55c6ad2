"""A story in Markdown, as people write it and programs export it."""

from __future__ import annotations

FRONT_MATTER = """\
---
title: "The Salt Road: A Ledger"
author:
  - marrowlight
  - Oxbow & Daughters
fandom: Tidewrack, Original Work
pairing: Ana Oxbow/Ines de la Cruz
rating: Teen And Up Audiences
tags: [Slow Burn, "Lamps, Lit and Unlit", 'Keeper''s Ledger']
language: en
series: The Harbour Years
part: 2
words: 12,345
status: complete
chapters: 3/3
date: 2021-03-02T10:00:00Z
updated: 2022-11-09 # of the third chapter
source: https://archiveofourown.org/works/4497330
summary: |
  Ana had sworn off the coast for good.

  Then the post boat came.
---
"""
STORY = """\
# The Salt Road: A Ledger

*For those who wait.*

## 1. The Harbour

Ana had _sworn off_ the coast **for good**,
until the ~~mail~~ post boat came.[^1]

> Dear Ana,
>
> > come home.

***

The lamp was lit. \\*\\*\\* She said so.

\\*\\*\\*

- one lamp
- two ropes
    1. of hemp

## The Ledger

| Owed | Paid |
|------|------|
| lamp | no   |

Roses are red,\\
violets are blue,\\
the ledger is shut,\\
and so, my love, are you.

    kept   as it is

![The quay at night](images/quay.jpg) See [the harbour](#1-the-harbour) or <b>this</b> <https://lamps.example/>.

## The Ledger

<div align="center"><p>The end</p></div>

[^1]: It came on *Fridays*.
"""
WORK = FRONT_MATTER + STORY


def markdown_file(text: str = WORK) -> bytes:
    return text.encode()
