"""`reader`, `reader resume` and `reader FILE…`: the commands that show the app."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from reader.cli.commands import UsageError
from reader.cli.terminal import has_screen, takes_lines
from reader.first_frame.held_terminal import held

if TYPE_CHECKING:
    from types import SimpleNamespace

    from reader.workspace import Workspace


def library(_: SimpleNamespace, workspace: Workspace) -> int:
    """Show the library."""
    _need_screen()
    return _show(workspace)


def resume(_: SimpleNamespace, workspace: Workspace) -> int:
    """Show the page where the reader stopped, the library if nothing was begun."""
    if not takes_lines():
        _need_screen()
    target = workspace.resume_target()
    if target is None:
        _need_screen()
    return _show(workspace, target)


def read_files(arguments: SimpleNamespace, workspace: Workspace) -> int:
    """Add files and read the first of them that is a work.

    A file whose page was painted is known, and has not changed.
    """
    if held.work and workspace.entry(held.work):
        return _show(workspace, held.work)
    from reader.cli.output import complain  # `resume` has nothing to print

    missing = [path for path in arguments.paths if not os.path.exists(path)]  # noqa: PTH110  # Path.exists can raise
    for path in missing:
        complain(f"{path}: no such file or command (see reader --help)")
    if len(missing) == len(arguments.paths):
        return 1
    if not takes_lines():
        _need_screen()
    from reader.cli.adding import works_of
    from reader.cli.progress import Progress

    with Progress() as progress:
        ids = works_of(workspace.add([path for path in arguments.paths if path not in missing], progress))
    if not ids:
        return 1
    return _show(workspace, ids[0])


def _need_screen() -> None:
    if not has_screen():
        raise UsageError(
            "this needs a terminal to draw on; reader text reads on in lines, and list, show and search do"
            " without"
        )


def _show(workspace: Workspace, target: str | None = None) -> int:
    """Run the app, or read in lines where nothing can be drawn.

    Textual is loaded here and nowhere else on the command line.

    The catalogue is opened before, so that its being made anew, and what may be wrong with it, is seen. The
    garbage collector, which finds nothing while modules are loaded and takes a fifth of the time until the
    first frame, stays off until the app has settled.
    """
    if target is not None and not has_screen():
        from reader.cli.plain_reading import read_in_lines

        return read_in_lines(workspace, target)
    from reader.ui.terminal.colour_system import VARIABLE, colour_system  # Textual is told when it is loaded

    workspace.catalogue  # noqa: B018  # opens it
    gc.disable()
    os.environ[VARIABLE] = colour_system(os.environ)
    try:
        from reader.ui.running import run

        return run(workspace, target)
    finally:
        gc.enable()
