"""Which formats build on which: every arrow points down, to how markup and text are read."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from reader import formats

ROOT = Path(formats.__file__).parent
PREFIX = f"{formats.__name__}."

BELOW: dict[str, set[str]] = {
    "markup": set(),
    "text": set(),
    "page": {"markup", "text"},
    "markdown": {"markup"},
    "fb2": {"markup"},
    "epub": {"markup"},
    "ao3": {"markup", "text", "epub"},
    "fanficfare": {"markup", "markdown", "epub"},
    "fichub": {"markup", "epub"},
    "kindle": {"markup", "epub", "ao3"},
    "pdf": {"markup", "ao3"},
}
"""The folders, and which other folders each may import."""
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts): path
    for path in sorted(ROOT.rglob("*.py"))
    if path.name != "__init__.py"
}
FOLDERS = sorted(path.parent.name for path in ROOT.glob("*/__init__.py"))


@cache
def _imports(module: str) -> set[tuple[str, str]]:
    """The modules of formats that one imports names from when it is run or called, with the names."""
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    checked = [node for node in tree.body if isinstance(node, ast.If)]
    for block in checked:
        tree.body.remove(block)
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and f"{node.module}.".startswith(PREFIX):
            source = node.module.removeprefix(PREFIX[:-1]).lstrip(".")
            for alias in node.names:
                inner = f"{source}.{alias.name}".lstrip(".")
                found.add((inner, "") if inner in MODULES else (source, alias.name))
    return found


def test_every_folder_is_in_the_table() -> None:
    assert sorted(BELOW) == FOLDERS


@pytest.mark.parametrize("module", MODULES)
def test_a_folder_imports_only_those_below_it_and_no_private_name(module: str) -> None:
    folder = module.partition(".")[0]
    others = {name.partition(".")[0] for name, _ in _imports(module)} & set(BELOW)
    if folder in BELOW:
        assert others <= BELOW[folder] | {folder}
    assert not [name for _, name in _imports(module) if name.startswith("_")]


def test_no_module_imports_itself_by_way_of_others() -> None:
    below = {module: {name for name, _ in _imports(module) if name in MODULES} for module in MODULES}
    settled: set[str] = set()
    while len(settled) < len(below):
        ready = {module for module, names in below.items() if module not in settled and names <= settled}
        assert ready, f"these import one another: {sorted(set(below) - settled)}"
        settled |= ready
