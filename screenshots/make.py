"""Make the pictures in this folder from the program itself: `python screenshots/make.py`.

Each is the app in a terminal of its own size, over a library made for it in a temporary folder. With
`--png FOLDER` each is rendered there too, to be looked at (needs cairosvg).
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from demo_library import write_library  # noqa: E402  # found only now

from reader.folders import find_folders  # noqa: E402
from reader.ui.app import ReaderApp  # noqa: E402
from reader.workspace import Workspace  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Sequence

SAMPLE = "reader:sample"
SIZES = ((120, 36), (80, 24))
PICTURES: dict[str, tuple[str | None, Sequence[str]]] = {
    "library": (None, ("j",)),
    "reading": (SAMPLE, ("right_square_bracket", "space", "space")),
    "contents": (SAMPLE, ("right_square_bracket", "space", "space", "t")),
}
"""Name: the work that is opened (the library when None) and the keys pressed."""


def prepare(folder: Path) -> None:
    """A library with the sample begun and the made-up works beside it."""
    write_library(folder / "works")
    workspace = Workspace(find_folders(folder / "data"))
    for _ in workspace.add([folder / "works"]):
        pass
    workspace.close()


async def take(folder: Path, name: str, size: tuple[int, int]) -> str:
    """The app after some keys, as SVG."""
    target, keys = PICTURES[name]
    workspace = Workspace(find_folders(folder / "data"))
    app = ReaderApp(workspace, target)
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.6)
        await pilot.press(*keys)
        await pilot.pause(0.6)
        picture = app.export_screenshot(title="Reader")
        app.saver.now()
    workspace.close()
    return picture


def main() -> None:
    """Take every picture at every size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--png", type=Path, help="render them into this folder too")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        start = Workspace(find_folders(folder / "data"))
        _ = start.catalogue  # with nothing in it, so that the sample is there
        start.close()
        asyncio.run(take(folder, "reading", SIZES[0]))  # begin the sample
        prepare(folder)
        for size in SIZES:
            for name in PICTURES:
                picture = asyncio.run(take(folder, name, size))
                target = HERE / f"{name}-{size[0]}x{size[1]}.svg"
                target.write_text(picture, encoding="utf-8")
                print(target.name)
                if arguments.png:
                    import cairosvg  # only to look at them

                    arguments.png.mkdir(parents=True, exist_ok=True)
                    cairosvg.svg2png(
                        bytestring=picture.encode(),
                        write_to=str(arguments.png / f"{target.stem}.png"),
                        output_width=1600,
                    )


if __name__ == "__main__":
    main()
