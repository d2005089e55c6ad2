from __future__ import annotations

from typing import Any

import pytest
from tests.formats.epub_file import epub, page

from reader.formats.epub.package import open_package

PROPERTY = '<item id="c" href="cover.jpg" media-type="image/jpeg" properties="cover-image"/>'
PICTURE = {"cover.jpg": b"\xff\xd8", "other.jpg": b"\xff\xd8"}
SHOWN = page('<div><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
             '<image xlink:href="cover.jpg"/></svg></div>')  # fmt: skip


@pytest.mark.parametrize(
    ("parts", "cover"),
    [
        ({}, None),
        ({"metadata": '<meta name="cover" content="cover.jpg"/>'}, "cover.jpg"),
        ({"metadata": '<meta content="OEBPS/cover.jpg" name="cover"/>'}, "cover.jpg"),
        ({"manifest": PROPERTY}, "cover.jpg"),
        ({"after_spine": '<guide><reference type="cover" href="cover.jpg"/></guide>'}, "cover.jpg"),
        ({"documents": {"c.xhtml": '<p><img src="cover.jpg" alt=""/></p>'}}, "cover.jpg"),
        ({"documents": {"c.xhtml": SHOWN}}, "cover.jpg"),
        ({"documents": {"c.xhtml": '<p>A <img src="cover.jpg" alt=""/></p>'}}, None),
        ({"documents": {"c.xhtml": '<img src="cover.jpg"/><img src="other.jpg"/>'}}, None),
        ({"documents": {"c.xhtml": '<img src="https://example.org/cover.jpg"/>'}}, None),
        ({"documents": {"a.xhtml": "A", "c.xhtml": SHOWN}}, None),
        ({"documents": {"a.xhtml": "A", "c.xhtml": SHOWN},
          "after_spine": '<guide><reference type="cover" href="c.xhtml"/></guide>'}, "cover.jpg"),
    ],
    ids=range(12),
)  # fmt: skip
def test_the_cover_is_found(parts: dict[str, Any], cover: str | None) -> None:
    package = open_package(epub(**{"extra": PICTURE, **parts}))

    assert (package.cover and package.cover.path) == (cover and f"OEBPS/{cover}")
