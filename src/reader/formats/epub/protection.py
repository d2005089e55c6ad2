"""Whether an EPUB's text is locked (OCF 3.3, sections 4.2.6.3.2 and 4.3), and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.formats.epub.trees import xml_tree
from reader.formats.source import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Collection

    from reader.formats.archive import Archive

_OBFUSCATIONS = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
"""What only disguises fonts, which we do not need."""
_LOCKS = (
    ("META-INF/license.lcpl", b"", "Readium LCP"),
    ("META-INF/sinf.xml", b"", "Apple FairPlay"),
    ("META-INF/rights.xml", b"kdrm", "Kobo"),
    ("META-INF/rights.xml", b"", "Adobe ADEPT"),
)
"""Where each kind of protection keeps its key, what is in that file, and what it is called."""


def refuse_locked(archive: Archive, documents: Collection[str]) -> None:
    """Raise `UnreadableError` where one of the documents (names in the archive) is encrypted."""
    lock = _lock(archive)
    if lock == "Kobo" or not _encrypted(archive).isdisjoint(documents):
        raise UnreadableError(
            f"It is protected by DRM ({lock or 'of an unknown kind'}): only its seller's own apps open it. "
            "Get a copy without DRM, and add that."
        )


def _lock(archive: Archive) -> str:
    """What locks the archive, if anything does; empty if there is no sign of it."""
    for name, mark, lock in _LOCKS:
        if name in archive.names and mark in _content(archive, name):
            return lock
    return ""


def _encrypted(archive: Archive) -> frozenset[str]:
    """The names of the files that can't be read without a key."""
    root = xml_tree(_content(archive, "META-INF/encryption.xml"))
    if root is None:
        return frozenset()
    names = set()
    for element in root.iter("encrypteddata"):
        algorithms = {method.get("Algorithm", "") for method in element.iter("encryptionmethod")}
        if algorithms and algorithms <= _OBFUSCATIONS:
            continue
        for reference in element.iter("cipherreference"):
            names.add(archive.find(reference.get("URI", "")) or "")
    return frozenset(names)


def _content(archive: Archive, name: str) -> bytes:
    try:
        return archive.read(name) if name in archive.names else b""
    except UnreadableError:
        return b""
