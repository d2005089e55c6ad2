"""The pictures in an FB2 file, found without parsing it."""

from __future__ import annotations

import binascii
import re
from html import unescape

from reader.formats.fb2.characters import BINARY, decoded
from reader.formats.fb2.packing import unpacked
from reader.formats.source import UnreadableError

_ID = re.compile(r"""\bid\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def picture(data: bytes, target: str) -> bytes | None:
    """The picture that an image's target ("#cover.jpg") names in the file; None where there is none."""
    try:
        text = decoded(unpacked(data))
        for binary in BINARY.finditer(text):
            name = _ID.search(binary[1])
            if name and unescape(name[1] or name[2] or "") == target.removeprefix("#"):
                return binascii.a2b_base64(binary[2].encode(errors="ignore")) or None
    except (UnreadableError, binascii.Error):
        return None
    return None
