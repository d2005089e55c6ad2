"""Pictures written into a page itself (RFC 2397, "data:image/png;base64,…"): named by what is in them."""

from __future__ import annotations

import binascii
import re
from hashlib import blake2b

_PICTURE = re.compile(
    rb"data:image/[a-z0-9+.-]{1,20}(?:;[a-z0-9=_-]{1,30}){0,3};base64,([a-z0-9+/=\s]+)", re.IGNORECASE
)
_SCHEME = "data:"


def is_embedded(address: str) -> bool:
    """Whether an address holds what it leads to, or is the name of a picture that one held."""
    return address[: len(_SCHEME)].lower() == _SCHEME


def embedded_name(address: str) -> str:
    """A short name for the picture that an address holds; empty where it holds none."""
    found = _PICTURE.match(address.encode(errors="replace"))
    return _name(found[1]) if found else ""


def embedded_picture(page: bytes, name: str) -> bytes | None:
    """The picture of that name in a page; None when there is none."""
    for found in _PICTURE.finditer(page):
        if _name(found[1]) == name:
            try:
                return binascii.a2b_base64(found[1])
            except binascii.Error:
                return None
    return None


def _name(code: bytes) -> str:
    return _SCHEME + blake2b(b"".join(code.split()), digest_size=12).hexdigest()
