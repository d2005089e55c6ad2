"""Works made up for measuring: as many words and chapters as wanted, the same ones every time."""

from __future__ import annotations

import random

_WORDS = (
    "the a of and to in that was her his it she he with for on not at but had as from they what which"
    " harbour lantern salt rope weather morning ledger answer window quiet kettle letter island tide gull"
    " stone winter hands name story never almost remembered carried opened waited laughed turned promised"
).split()


def prose(words: int, seed: int = 1) -> str:
    """Paragraphs of sentences, a line each, with blank lines between."""
    chance = random.Random(seed)
    paragraphs, left = [], words
    while left > 0:
        sentences = []
        for _ in range(chance.randint(2, 6)):
            length = min(max(left, 1), chance.randint(5, 22))
            sentence = " ".join(chance.choice(_WORDS) for _ in range(length))
            sentences.append(sentence.capitalize() + chance.choice((".", ".", ".", "?", "!")))
            left -= length
        spoken = chance.random() < 0.4
        text = " ".join(sentences)
        paragraphs.append(f"“{text}”" if spoken else text)
    return "\n\n".join(paragraphs)


_SAID_AGAIN = (
    "“No.”",
    "“Yes,” she said. “I know.”",
    "She laughed.",
    "“What?”",
    "And the tide came in over the stones as it always had, and always would, whoever stood there to see it.",
    "“You never answered the letter,” he said, and turned the lantern down until the window was a window.",
)


def repetitive_prose(words: int, seed: int = 1) -> str:
    """The same, of a chapter that begins as all others do, with a refrain for every other paragraph."""
    chance = random.Random(seed)
    paragraphs = ["Notes", "See the end of the chapter for notes."]
    for paragraph in prose(words, seed).split("\n\n"):
        paragraphs.append(paragraph)
        if chance.random() < 0.8:
            paragraphs.append(chance.choice(_SAID_AGAIN))
        if chance.random() < 0.02:
            paragraphs.append(chance.choice(paragraphs))
    return "\n\n".join(paragraphs)


def chaptered_text(chapters: list[int], title: str = "A Measured Tale") -> str:
    """A text file of a work with chapters of so many words each."""
    parts = [title]
    for number, words in enumerate(chapters, 1):
        parts.append(f"\n\nChapter {number}\n\n{prose(words, seed=number)}")
    return "\n".join(parts) + "\n"
