"""What plain text shows of itself: its paragraphs, headings, chapters, title, and what was lost of them."""
