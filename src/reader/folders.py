"""Where Reader keeps what is its own: data, settings and log, each in the folder the system has for it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

APP_NAME = "terminal-reader"
DATA_DIR_VARIABLE = "READER_DATA_DIR"


class Folders(NamedTuple):
    """The folders in use. None of them need exist."""

    data: Path
    config: Path
    logs: Path
    shared: Path | None = None
    """A folder that other machines have too, for the state alone."""

    @property
    def catalogue(self) -> Path:
        """The database of works; can be made again from originals and state."""
        return self.data / "library.db"

    @property
    def originals(self) -> Path:
        """The files that were added, compressed, by hash."""
        return self.data / "originals"

    @property
    def breaks(self) -> Path:
        """Where the lines of chapters opened lately begin; found anew if it is gone."""
        return self.data / "breaks"

    @property
    def state(self) -> Path:
        """What the reader made."""
        return (self.shared or self.data) / "state.toml"

    @property
    def settings(self) -> Path:
        """How the reader likes it."""
        return self.config / "config.toml"

    @property
    def tag_table(self) -> Path:
        """What tags mean to the reader."""
        return self.config / "tags.toml"

    @property
    def remembered(self) -> Path:
        """Small things that the app remembers for the reader's comfort; nobody misses them if it is gone."""
        return self.data / "remembered.json"

    @property
    def log(self) -> Path:
        """Where an unexpected error leaves its traceback."""
        return self.logs / "reader.log"


def absolute(path: str | Path) -> Path:
    """A path from the root on, without ".." in it; a "~" that no home is known for is a name like others."""
    return Path(os.path.abspath(os.path.expanduser(path)))  # noqa: PTH100, PTH111  # pathlib's raise, or keep ".."


def shown(path: Path) -> str:
    """A path as people write it, "~" for their home."""
    home = absolute("~")
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) and path != home else str(path)


def downloads_folder() -> Path | None:
    """Where browsers put what is downloaded; None where there is no such folder."""
    import platformdirs  # as below

    try:
        folder = platformdirs.user_downloads_path()
    except (OSError, RuntimeError):  # no home is known
        return None
    return folder if os.path.isdir(folder) else None  # noqa: PTH112  # Path.is_dir can raise


def with_state_in(folders: Folders, folder: str) -> Folders:
    """The folders with the state in this one, of which "~" is the home; where they say if it is empty."""
    return folders._replace(shared=absolute(folder)) if folder.strip() else folders


def find_folders(data_dir: str | Path | None = None) -> Folders:
    """The folders of the system's user, or all under `data_dir`, else `READER_DATA_DIR` where that is set."""
    chosen = data_dir or os.environ.get(DATA_DIR_VARIABLE)
    if chosen:
        root = absolute(chosen)
        return Folders(data=root, config=root, logs=root)
    import platformdirs  # not needed, and not paid for, with a folder of one's own

    return Folders(
        data=platformdirs.user_data_path(APP_NAME, appauthor=False),
        config=platformdirs.user_config_path(APP_NAME, appauthor=False),
        logs=platformdirs.user_log_path(APP_NAME, appauthor=False),
    )
