from __future__ import annotations

import pytest
from tests.formats.epub_file import DOCUMENTS, epub_files, zipped

from reader.formats.epub.package import open_package
from reader.formats.source import UnreadableError

ENCRYPTED = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
    'xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
    '<enc:EncryptionMethod Algorithm="{}"/><enc:CipherData><enc:CipherReference URI="{}"/></enc:CipherData>'
    "</enc:EncryptedData></encryption>"
)
AES = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"


@pytest.mark.parametrize(
    ("key", "content", "named"),
    [
        ("rights.xml", b"<adept:rights/>", "Adobe ADEPT"),
        ("rights.xml", b"<kdrm/>", "Kobo"),
        ("license.lcpl", b"{}", "Readium LCP"),
        ("sinf.xml", b"<fairplay/>", "Apple FairPlay"),
        ("other.xml", b"", "unknown kind"),
    ],
)
def test_protected_text_is_refused_and_its_lock_named(key: str, content: bytes, named: str) -> None:
    locked = ENCRYPTED.format(AES, "OEBPS/chapter2.xhtml").encode()
    files = {**epub_files(), "META-INF/encryption.xml": locked, f"META-INF/{key}": content}

    with pytest.raises(UnreadableError, match=named):
        open_package(zipped(files))


@pytest.mark.parametrize(
    ("algorithm", "uri"),
    [
        ("http://www.idpf.org/2008/embedding", "OEBPS/font.ttf"),
        ("http://ns.adobe.com/pdf/enc#RC", "OEBPS/font.ttf"),
        (AES, "OEBPS/font.ttf"),
        (AES, "OEBPS/gone.xhtml"),
    ],
)
def test_disguised_fonts_keep_nobody_from_reading(algorithm: str, uri: str) -> None:
    files = epub_files(extra={"font.ttf": b"\x00\x01"})
    files["META-INF/encryption.xml"] = ENCRYPTED.format(algorithm, uri).encode()
    files["META-INF/rights.xml"] = b"<adept:rights/>"

    spine = open_package(zipped(files)).spine
    assert [place.item.id for place in spine] == list(DOCUMENTS)
