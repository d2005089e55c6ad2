"""Another machine's state file, to be merged into this one's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.state.records import State
from reader.state.sections import FORMAT, NotStateError, take_apart
from reader.workspace.errors import WorkspaceError

if TYPE_CHECKING:
    from pathlib import Path


def read_state(path: Path) -> State:
    """The state in a file. Raises WorkspaceError when it can't be read, or is of a format we don't know."""
    try:
        sections = take_apart(path.read_bytes().decode("utf-8-sig"))
        works = {work_id: sections.record(work_id) for work_id in sections.works}
    except OSError as error:
        raise WorkspaceError(f"{path} can't be read: {error.strerror}") from error
    except (UnicodeDecodeError, NotStateError) as error:
        raise WorkspaceError(f"{path} is not a state file: {error}") from error
    version = sections.top.get("format")
    if version != FORMAT:
        said = "no state file" if version is None else f"of format {version}, which another Reader writes"
        raise WorkspaceError(f"{path} is {said}")
    return State(works, sections.top)
