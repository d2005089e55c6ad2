"""Other readers of EPUB in a terminal, each in a virtual environment of its own, measured beside ours."""

from __future__ import annotations

import subprocess
import sys
import venv
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 300
"""Seconds that installing one may take."""
_PROGRAMS = {"epr-reader": "epr", "epy-reader": "epy", "baca": "baca"}


@dataclass(frozen=True, slots=True)
class OtherReader:
    """A program that opens an EPUB."""

    name: str
    program: Path

    def argv(self, file: Path, home: Path) -> tuple[str, ...]:
        """How it is started, with a home folder of its own, so that it knows nothing of the person here."""
        return ("env", f"HOME={home}", f"XDG_CONFIG_HOME={home / '.config'}", str(self.program), str(file))


def other_readers(cache: Path) -> list[OtherReader]:
    """Those that are in the cache folder or can be installed there; of the rest it is said why not."""
    found = []
    for package, command in _PROGRAMS.items():
        folder = cache / package
        program = folder / "bin" / command
        if not program.exists() and (problem := _install(package, folder)):
            print(f"{package} could not be installed: {problem}", file=sys.stderr)
            continue
        found.append(OtherReader(package, program))
    return found


def _install(package: str, folder: Path) -> str:
    """Make an environment with one package in it; what went wrong, if anything."""
    try:
        venv.create(folder, with_pip=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", package]
        subprocess.run(pip, check=True, capture_output=True, timeout=_LONGEST)
    except subprocess.CalledProcessError as error:
        return (error.stderr or b"").decode(errors="replace").strip().rpartition("\n")[2] or str(error)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return ""
