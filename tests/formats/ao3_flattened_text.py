"""A download page copied or converted to text, its markup lost and its paragraphs run together. Invented."""

from __future__ import annotations

PREFACE = """



The Salt Stair - marrowlight - Original Work
p.message{text-align:center}.meta h1{font-size:1.5em}#chapters{font-family:serif;padding:1em}



Preface

The Salt Stair
    Posted originally on the Archive of Our Own at http://archiveofourown.org/works/7654321.



Rating:
Teen And Up Audiences
Archive Warnings:
No Archive Warnings Apply, Major Character Death
Category:
F/F
Fandoms:
Original Work, Tidewrack (Web Series, 2019)
Relationship:
Ana/Ines
Characters:
Ana, Ines, Teodor (the ferryman, and his dog), Ship's Cat
Additional Tags:
Slow Burn, Off - Stage deaths
Language:
English
Series:
Part 2 of The Harbour Years
Stats:

        Published: 2015-08-04
          Completed: 2017-11-07
          Chapters: 3/3
        Words: 1,234


The Salt Stair
by marrowlight, T Oxbow
Summary
Ana came back.“Why?” asked Ines.Nobody knew.
Notes
For Quill.Thanks to all.

          See the end of the work for more notes
"""
CHAPTERS = """




Chapter 1



The rope sang in the dark. Ana listened for a while.“Who is it?” she called.Nobody answered. “Ines?”\
He went on. Mr. Harrow, of course, at 5 p.m. sharp. Then the lamp went.She sat down.* * *"And now," she said.



The Long Way Down
Chapter by T Oxbow
Chapter Summary
Down they go.
Chapter Notes

        See the end of the chapter for  notes




They went down together.“Careful,” said Ines.It was steep.



Chapter End Notes
Find me by the sea


Chapter 3
Chapter Notes
Short one!



They were home. It was late.The end came softly.



Afterword


End Notes
Thanks for reading.Come again!


Please drop by the archive and comment to let the author know if you enjoyed their work!
"""


def ao3_flattened() -> bytes:
    """The whole text."""
    return (PREFACE + CHAPTERS).encode()
