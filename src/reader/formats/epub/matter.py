"""Which documents of an EPUB are cover, title page, contents, and matter before or behind the story."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePosixPath

from reader.work.model import Role
from reader.work.titles import folded


class Kind(Enum):
    """What a document, or a part that the contents name, is."""

    STORY = "story"
    COVER = "cover"
    TITLE = "title page"
    CONTENTS = "contents"
    FRONT = "front matter"
    IMPRINT = "imprint"
    """What the publisher says of rights and of itself; people begin with the story, so it goes behind it."""
    NOTES = "notes"
    BACK = "back matter"


ROLES = {
    Kind.FRONT: Role.PREFACE,
    Kind.TITLE: Role.PREFACE,
    Kind.COVER: Role.PREFACE,
    Kind.CONTENTS: Role.PREFACE,
    Kind.NOTES: Role.END_NOTES,
}
"""The role of the blocks of each kind; of others it is `Role.AFTERWORD`."""

_TERMS = {
    Kind.STORY: """
        chapter part volume division prologue epilogue foreword introduction preface preamble afterword
        conclusion
    """,
    Kind.COVER: "cover cover-image frontcover backcover",
    Kind.TITLE: "titlepage title-page halftitlepage halftitle half-title-page",
    Kind.CONTENTS: "toc landmarks page-list",
    Kind.NOTES: "endnotes footnotes rearnotes notes",
    Kind.BACK: "colophon index bibliography errata keywords revision-history",
    Kind.FRONT: """
        dedication epigraph acknowledgments acknowledgements contributors seriespage loi lot frontispiece
    """,
    Kind.IMPRINT: "copyright-page imprint imprimatur other-credits",
}
_BY_TERM = {term: kind for kind, terms in _TERMS.items() for term in terms.split()}
"""By the terms of `epub:type`, and those of the guide in the Open Packaging Format 2.0.1, section 2.6."""

_TITLES = {
    Kind.COVER: """
        cover; cover page; coverpage; front cover; back cover; cover image; couverture; umschlag; cubierta;
        обложка
    """,
    Kind.TITLE: """
        title page; titlepage; title; half title; halftitle; half title page; halftitlepage; page de titre;
        titel; titelseite; portada; portadilla; frontespizio; титульный лист
    """,
    Kind.CONTENTS: """
        contents; table of contents; toc; table des matieres; sommaire; inhalt; inhaltsverzeichnis; indice;
        nav; navigation; tabla de contenidos; содержание; оглавление; навигация
    """,
    Kind.FRONT: """
        dedication; epigraph; acknowledgments; acknowledgements; acknowledgment; list of illustrations;
        illustrations; praise; frontispiece; series page; widmung; danksagung; dedicace;
        remerciements; dedicatoria; agradecimientos; dedica; ringraziamenti; посвящение;
        благодарности
    """,
    Kind.IMPRINT: """
        copyright; copyright page; copyright notice; copyright information; imprint; legal notice; credits;
        impressum; creditos; выходные данные
    """,
    Kind.BACK: """
        colophon; uncopyright; about the author; about the authors; about this book; about the publisher;
        newsletter; bibliography; index; transcriber s note; transcriber s notes; about the translator;
        the full project gutenberg license; project gutenberg license; uber den autor; uber die autorin;
        a propos de l auteur; du meme auteur; sobre el autor; об авторе; about; author bio; backcover; alsoby
    """,
    Kind.NOTES: """
        notes; endnotes; end notes; footnotes; anmerkungen; fussnoten; notas; note; примечания; сноски
    """,
}
_BY_TITLE = {title: kind for kind, titles in _TITLES.items() for title in map(folded, titles.split(";"))}
_BY_OPENING = re.compile(
    r"(?:also (?:written )?(?:by|available)|other (?:books|works|titles) by|(?:more )?books by"
    r"|by the same author|praise for|about the author|discover more|newsletter sign|sign up for)\b"
)
_LONGEST_BY_NAME = 6000
"""Code points of a document that its file's name alone makes matter."""
_UNSURE = frozenset({"about", "note", "title", "index", "text"})
"""Names that a chapter might have too."""


def terms_of(*kinds: Kind) -> frozenset[str]:
    """The terms by which parts of these kinds are told."""
    return frozenset(term for term, kind in _BY_TERM.items() if kind in kinds)


def kind_by_terms(terms: frozenset[str]) -> Kind | None:
    """What a document is by the terms that stand on it; a chapter's term settles it (it comes first)."""
    found = {_BY_TERM[term] for term in terms if term in _BY_TERM}
    return next((kind for kind in Kind if kind in found), None)


def kind_by_title(title: str) -> Kind | None:
    """What a part is by its title in the contents or over its text; None for that of a chapter."""
    plain = folded(title)
    return _BY_TITLE.get(plain) or (Kind.BACK if _BY_OPENING.match(plain) else None)


def kind_by_name(path: str, length: int) -> Kind | None:
    """What a document of so many code points is by its file's name ("03_copyright.xhtml")."""
    if length > _LONGEST_BY_NAME:
        return None
    stem = re.sub(r"^[\d_\W]+|[\d_\W]+$", "", PurePosixPath(path).stem.lower())
    plain = folded(stem)
    return None if plain in _UNSURE else _BY_TITLE.get(plain)
