"""The import table of the design: every arrow points down, and nothing below the app knows Textual."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import reader

ROOT = Path(reader.__file__).parent
PACKAGE = ROOT.name

BELOW: dict[str, set[str]] = {
    "work": set(),
    "layout": {"work"},
    "formats": {"work"},
    "state": {"work"},
    "library": {"formats", "work"},
    "settings": set(),
    "folders": set(),
    "first_frame": set(),
    "reading": {"library", "state", "layout", "work"},
    "workspace": {"library", "formats", "state", "work", "settings", "folders"},
}
"""The parts that have no screen, and which others each may import."""
ABOVE: dict[str, set[str]] = {
    "ui": set(BELOW),
    "cli": {*BELOW, "ui"},
    "__main__": {"cli"},
    "__init__": set(),
    "samples": set(),
}
TABLE = BELOW | ABOVE

KEEPERS: dict[str, set[str]] = {
    "textual": {"ui"},
    "rich": {"ui", "cli", "layout/cells.py"},
    "pyphen": {"layout/hyphenation.py"},
    "lxml": {"formats"},
    "markdown_it": {"formats/markdown/rendering.py"},
    "charset_normalizer": {"formats"},
    "sqlite3": {"library"},
    "tomllib": {"state", "settings"},
    "tomli_w": {"state"},
    "tomlkit": {"settings"},
    "filelock": {"state"},
    "platformdirs": {"folders.py"},
    "argparse": {"cli"},
}
"""Libraries that one part or file alone may import."""
NEVER = {
    "work": {"os", "pathlib", "io", "sqlite3", "shutil"},
    "layout": {"os", "pathlib", "io", "sqlite3", "shutil"},
}
"""What touches no file has no use for these."""


@cache
def _files() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def _part(path: Path) -> str:
    first = path.relative_to(ROOT).parts[0]
    return first.removesuffix(".py")


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def _imports(path: Path) -> set[str]:
    """The modules a file imports anywhere in it, those for type checking and inside functions included."""
    found: set[str] = set()
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            base = node.module or ""
            found |= {f"{base}.{alias.name}" for alias in node.names} if base == PACKAGE else {base}
    return found


def _parts_imported(path: Path) -> set[str]:
    return {name.split(".")[1] for name in _imports(path) if name.startswith(f"{PACKAGE}.")}


def _libraries_imported(path: Path) -> set[str]:
    return {name.split(".")[0] for name in _imports(path)} - {PACKAGE}


def test_every_part_is_in_the_table() -> None:
    assert {_part(path) for path in _files()} == set(TABLE)


@pytest.mark.parametrize("part", TABLE)
def test_every_import_points_down(part: str) -> None:
    wrong = {
        str(path.relative_to(ROOT)): _parts_imported(path) - TABLE[part] - {part}
        for path in _files()
        if _part(path) == part
    }

    assert not any(wrong.values()), wrong


@pytest.mark.parametrize("part", TABLE)
def test_a_library_is_imported_only_by_its_keepers(part: str) -> None:
    for path in (path for path in _files() if _part(path) == part):
        name = path.relative_to(ROOT).as_posix()
        imported = _libraries_imported(path)
        for library, keepers in KEEPERS.items():
            if library in imported:
                assert name in keepers or part in keepers, f"{name} imports {library}"
        assert not imported & NEVER.get(part, set()), name


def test_the_table_has_no_circles() -> None:
    settled: set[str] = set()
    while len(settled) < len(TABLE):
        ready = {part for part, below in TABLE.items() if part not in settled and below <= settled}
        assert ready, f"these import one another: {sorted(set(TABLE) - settled)}"
        settled |= ready


def _imports_when_run(path: Path) -> set[str]:
    """The project's modules that a file imports when it is run, those inside functions included."""
    found: set[str] = set()
    waiting: list[ast.AST] = [_tree(path)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            waiting += node.orelse
            continue
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == PACKAGE:
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module or ""}
        waiting += ast.iter_child_nodes(node)
    return found


def test_no_files_import_each_other() -> None:
    names = {_module(path): path for path in _files()}
    arrows = {name: (_imports_when_run(path) & set(names)) - {name} for name, path in names.items()}

    TopologicalSorter(arrows).prepare()  # raises with the circle in its message


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__")


def _modules(part: str) -> list[str]:
    return [_module(path) for path in _files() if _part(path) == part]


def test_no_part_without_a_screen_loads_textual() -> None:
    modules = {part: _modules(part) for part in (*BELOW, "cli")}
    assert all(modules.values()), modules
    steps = [
        f"import {', '.join(names)}\nif 'textual' in sys.modules: sys.exit({part!r})"
        for part, names in modules.items()
    ]

    done = subprocess.run(
        [sys.executable, "-c", "\n".join(("import sys", *steps))],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, f"the first that imports textual, or can't be imported: {done.stderr}"
