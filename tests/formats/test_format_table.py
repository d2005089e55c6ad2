from __future__ import annotations

import pytest
from tests.formats.format_table import README, written


def test_the_readme_says_what_the_formats_give() -> None:
    pytest.importorskip("pypdfium2")
    text = README.read_text(encoding="utf-8")

    assert text == written(text), "write it anew: python -m tests.formats.format_table"
