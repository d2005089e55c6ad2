"""What single HTML elements and attributes mean: styles, alignment, addresses, hidden text and e-mails."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.formats.markup.inline import one_line, without_controls
from reader.work.model import Align, Role, Style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_BLOCKS = """
    html body p div blockquote center address article aside section main header footer hgroup nav figure
    figcaption details summary dialog fieldset legend form menu ul ol li dir dl dt dd table caption thead
    tbody tfoot tr td th h1 h2 h3 h4 h5 h6 pre listing xmp hr option
"""
STANZA = "reader-stanza"
"""An element of our own: each line in it, ended by a block or a line break, is a line of verse.

Such elements are put into a tree (`tree.wrap`) by a format that knows more of a text than HTML can say.
"""

MATTER = {
    "reader-preface": Role.PREFACE,
    "reader-notes": Role.NOTES,
    "reader-end-notes": Role.END_NOTES,
    "reader-afterword": Role.AFTERWORD,
}
"""Elements of our own whose content has another role than what stands around them."""
_DROPPED = """
    script style template noscript head title meta link base object applet embed select button input
    textarea datalist svg math canvas map area frameset rp
"""
BLOCK_TAGS = frozenset({*_BLOCKS.split(), STANZA, *MATTER})
"""Elements that begin and end a line; every other element runs on in one."""

DROPPED_TAGS = frozenset(_DROPPED.split())
"""Elements whose content is not text to read."""

HEADING_LEVELS = {f"h{level}": level for level in range(1, 7)}

STYLES = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), Style.EMPHASIS),
    **dict.fromkeys(("strong", "b"), Style.STRONG),
    **dict.fromkeys(("u", "ins"), Style.UNDERLINE),
    **dict.fromkeys(("s", "strike", "del"), Style.STRIKE),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), Style.CODE),
    "sup": Style.SUPERSCRIPT,
    "sub": Style.SUBSCRIPT,
    "dt": Style.STRONG,
    "summary": Style.STRONG,
}

_ALIGNMENTS = {
    "center": Align.CENTRE,
    "middle": Align.CENTRE,
    "right": Align.END,
    "end": Align.END,
    "left": Align.START,
    "justify": Align.START,
    "start": Align.START,
}
_MEDIA = {"audio": "audio", "video": "video", "iframe": "embedded page"}
_ICON = 32
"""Pixels."""
_SLANTED = re.compile("italic|oblique")
_BOLD = re.compile(r"bold|[6-9]00")
_E_MAIL_LINK = re.compile(r"/cdn-cgi/l/email-protection#([0-9a-fA-F]+)$")
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+|#\S+", re.IGNORECASE)


def classes(element: _Element) -> frozenset[str]:
    """The names in its class attribute."""
    return frozenset(element.get("class", "").split())


def text_of(element: _Element) -> str:
    """All its text on one line."""
    return without_controls(" ".join("".join(element.itertext()).split()))


def declarations(style: str) -> dict[str, str]:
    """The properties in a style attribute, in lower case."""
    pairs = (part.partition(":") for part in style.lower().split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs if value}


def is_hidden(element: _Element, css: Mapping[str, str]) -> bool:
    """Whether a browser would not show the element."""
    return element.get("hidden") is not None or css.get("display", "").startswith("none")


def styled(style: Style, css: Mapping[str, str]) -> Style:
    """The style as the properties change it: they can take away what an element's name gave."""
    style = _switched(style, Style.EMPHASIS, css.get("font-style"), _SLANTED)
    style = _switched(style, Style.STRONG, css.get("font-weight"), _BOLD)
    decoration = css.get("text-decoration", "") + css.get("text-decoration-line", "")
    if "underline" in decoration:
        style |= Style.UNDERLINE
    if "line-through" in decoration:
        style |= Style.STRIKE
    if "small-caps" in css.get("font-variant", "") + css.get("font-variant-caps", ""):
        style |= Style.SMALL_CAPS
    if css.get("vertical-align") == "super":
        style |= Style.SUPERSCRIPT
    if css.get("vertical-align") == "sub":
        style |= Style.SUBSCRIPT
    return style


def _switched(style: Style, member: Style, value: str | None, on: re.Pattern[str]) -> Style:
    """The style with a member on or off as a property's value says."""
    if value is None or value == "inherit":
        return style
    return style | member if on.search(value) else style & ~member


def alignment(element: _Element, css: Mapping[str, str]) -> Align | None:
    """Where the element puts its lines, None where it does not say."""
    return _ALIGNMENTS.get(css.get("text-align") or element.get("align", "").lower())


def is_absolute(href: str) -> bool:
    """Whether an address leads out of the file and the archive that it stands in."""
    return _ABSOLUTE.match(href) is not None


def safe_address(href: str) -> str:
    """The address of a link that may be shown and followed: web, mail, or a place in the work; else empty."""
    href = href.strip()
    hidden = _E_MAIL_LINK.search(href)
    if hidden:
        return f"mailto:{_uncovered(hidden[1])}"
    return href if _SAFE_ADDRESS.fullmatch(href) and href.isprintable() else ""


def covered_e_mail(element: _Element) -> str:
    """The e-mail address that Cloudflare replaced by "[email protected]" in this element, else empty."""
    code = element.get("data-cfemail")
    return _uncovered(code) if code else ""


def _uncovered(code: str) -> str:
    """The text of a code in hexadecimal digits: each byte is XORed with the first."""
    try:
        key, *rest = bytes.fromhex(code)
    except ValueError:
        return ""
    return one_line(bytes(byte ^ key for byte in rest).decode(errors="replace"))


def description(element: _Element) -> str:
    """What a picture is called: its alternative text, its title, or just "image"."""
    name = " ".join((element.get("alt") or element.get("title") or "").split())
    return name or _MEDIA.get(str(element.tag), "image")


def is_icon(image: _Element) -> bool:
    """Whether an image is so small that it stands for a character of the text."""
    sizes = [image.get("width", "").removesuffix("px"), image.get("height", "").removesuffix("px")]
    return all(size.isdecimal() and len(size) < 9 and int(size) <= _ICON for size in sizes)
