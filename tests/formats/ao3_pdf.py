"""PDF files as AO3 makes them: a preface of labels, then chapters with their notes."""

from __future__ import annotations

from tests.formats.pdf_file import Text, pdf, set_text

AO3 = "https://archiveofourown.org"


def ao3_pages() -> list[list[Text]]:
    labels: tuple[tuple[str, list[str], str], ...] = (
        ("Rating:", ["Mature"], ""),
        ("Fandoms:", ["Tidewrack", "Salt, and Rope"], ""),
        ("Language:", [], "English"),
        ("Series:", [], "Part 2 of Tides"),
        ("Stats:", [], "Published: 2024-01-02 Updated: 2024-02-03 Words: 1,200 Chapters: 2/?"),
    )
    first = [Text("The Salt Road", 220, 730, font=2)]
    url = f"{AO3}/works/1234567"
    first += [
        Text("Posted originally on the Archive of Our Own at ", 40, 715, 8),
        Text(url, 264, 715, 8, link=url),
    ]
    base = 690.0
    for label, names, plain in labels:
        first.append(Text(label, 54, base))
        left = 182.0
        for number, name in enumerate(names):
            first += [Text(", ", left, base)] if number else []
            left += 14.4 * bool(number)
            first.append(Text(name, left, base, link=f"{AO3}/tags/{number}"))
            left += len(name) * 7.2
        first += [Text(plain, 182, base)] if plain else []
        base -= 17
    title = [Text("The Salt Road", 240, 730, 18, font=2), Text("by marrowlight", 250, 700)]
    title += [Text("Summary", 41, 670), Text("What the river keeps.", 66, 640)]
    title += [Text("Notes", 41, 600), Text("For oxbow.", 66, 570)]
    return [first, title]


def ao3_chapter(heading: str, notes: str, paragraphs: list[str], end: str) -> list[Text]:
    page = [Text(heading, 200, 735, 18, font=2)]
    page += [Text("Chapter Notes", 54, 705), Text(notes, 79, 660)] if notes else []
    (text,) = set_text(paragraphs, indent=0, gap=0.8, columns=60)
    page += [Text(line.text, 66, line.base - 80) for line in text]
    below = page[-1].base
    page += [Text("Chapter End Notes", 54, below - 40), Text(end, 79, below - 80)] if end else []
    return page


def ao3_pdf() -> bytes:
    """A work of two chapters."""
    paragraphs = ["The boat came late, and nobody met it. " * 5, "Ana counted the lamps along the quay. " * 4]
    last = ao3_chapter("Chapter 2: The Ledger", "", paragraphs, "Not the end.")
    last.append(Text("really", 66, 60, font=1))
    pages = [*ao3_pages(), ao3_chapter("Chapter 1: The Harbour", "Late again.", paragraphs, ""), last]
    return pdf(pages, outline=[("Preface", 0), ("Chapter 1: The Harbour", 2), ("Chapter 2: The Ledger", 3)])
