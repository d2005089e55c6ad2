"""The copies that synchronisers leave beside a state file which two machines changed at once.

Told by the names they give them: Syncthing's `state.sync-conflict-20261121-101500-ABC2DEF.toml` (its manual,
"Conflicting Changes"); Dropbox's `state (Ana's conflicted copy 2026-11-21).toml`, in the language of whoever
uses it; Nextcloud's `state (conflicted copy 2026-11-21 101500).toml`, and ownCloud's of old,
`state_conflict-20261121-101500.toml`. A name such as `state 2.toml` or `state-laptop.toml` may be anything.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SAYS_SO = r"conflict|conflit|konflikt|конфл[иі]кт|冲突|衝突|競合|問題のあるコピー|충돌"
"""The word for it in English and Spanish; French, Italian and Portuguese; German and Polish; and others."""
_PATTERN = (
    r"\.sync-conflict-\d{{8}}-\d{{6}}(?:-[A-Z2-7]+)?"
    r"|_conflict-\d{{8}}-\d{{6}}"
    r"|\ ?\([^()]*(?:{words})[^()]*(?:\([^()]*\)[^()]*)?\)"
)
MERGED = ".merged"
"""The ending that is put to the name of a copy when all that is in it is in the state file too."""


def copies_beside(path: Path, data: Path) -> list[Path]:
    """What is to be merged into the state file: conflict copies, and the file of before it was to be shared.

    That is the one in the data directory `data`, where the settings say that the state is in another folder.
    """
    left = data / path.name
    is_left = left != path and left.is_file() and not left.is_symlink()
    return [*conflict_copies(path), *([left] if is_left else [])]


def conflict_copies(path: Path) -> list[Path]:
    """Those beside the file, by name. None where the folder can't be looked into."""
    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name for entry in entries if _may_be(entry.name, path)]
    except OSError:
        return []
    if not names:
        return []
    pattern = _PATTERN.format(words=_SAYS_SO)
    copy = re.compile(f"{re.escape(path.stem)}(?:{pattern})+{re.escape(path.suffix)}", re.IGNORECASE)
    return [path.with_name(name) for name in sorted(names) if copy.fullmatch(name)]


def _may_be(name: str, path: Path) -> bool:
    """Asked of every file in the folder every few seconds, so it costs next to nothing."""
    return name.startswith(path.stem) and name.endswith(path.suffix) and name != path.name


def set_aside(copy: Path) -> Path | None:
    """Put a copy that was merged under a name that says so; None if somebody else did. Raises OSError."""
    for number in range(1, 1000):
        aside = copy.with_name(f"{copy.name}{MERGED}{'' if number == 1 else f'-{number}'}")
        if not aside.exists():
            try:
                return copy.rename(aside)
            except FileNotFoundError:
                return None
    raise FileExistsError(f"there are too many files like {copy.name}{MERGED}")
