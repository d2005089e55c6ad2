"""Make the pictures in this folder from the program itself: `python screenshots/make.py`.

Each is the app in a terminal of its own size, over a library made for it in a temporary folder. With
`--png FOLDER` each is rendered there too, to be looked at (needs cairosvg).
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from demo_library import write_library  # noqa: E402  # found only now

from reader.folders import find_folders  # noqa: E402
from reader.layout.style import PageStyle  # noqa: E402
from reader.reading.keeping import Keeping  # noqa: E402
from reader.reading.reading import Reading  # noqa: E402
from reader.ui.app import ReaderApp  # noqa: E402
from reader.workspace import Workspace  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Sequence

SAMPLE = "reader:sample"
CHINESE = "第九封信"
"""A chapter written for the pictures: `the-ninth-letter.html`."""
LIBRARY = ("tab", "down", "space", "tab", "j", "j")
IN_THE_STORY = ("home", "3", "right_square_bracket", "4", "G")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the app after some keys; its file is named by `name` and its size in cells."""

    name: str
    sizes: tuple[tuple[int, int], ...]
    keys: Sequence[str] = ()
    target: str | None = SAMPLE
    """The work that is opened, by its id or title; the library when None."""
    settings: str = ""
    """What is in the settings file, besides that hints for the first days are off."""


SIZES = ((120, 36), (80, 24))
SMALL = ((80, 24),)
PICTURES = (
    Picture("library", (*SIZES, (180, 50)), LIBRARY, target=None),
    Picture("reading", SIZES, IN_THE_STORY),
    Picture("contents", SIZES, (*IN_THE_STORY, "t")),
    Picture("spread", ((160, 45),), IN_THE_STORY),
    Picture("chinese", SMALL, target=CHINESE),
    Picture("verse", SMALL, ("home", "right_square_bracket", "5", "G")),
    Picture("table", SMALL, ("home", "3", "right_square_bracket", "3", "G")),
    Picture("note", SMALL, ("home", "4", "G", "tab", "enter")),
    Picture("settings", SIZES, (*IN_THE_STORY, "D", "j", "j")),
    Picture("finding", SMALL, (*IN_THE_STORY, "slash", *"the tide", "enter"), settings='theme = "moss"'),
    Picture("sepia", SMALL, IN_THE_STORY, settings='theme = "sepia"'),
    Picture("black", SMALL, IN_THE_STORY, settings='theme = "black"'),
    Picture("contrast", SMALL, IN_THE_STORY, settings='theme = "contrast-light"'),
)


READ = {"ao3:9100001": 0.43, "ao3:9100002": 1.0, "ao3:9100004": 1.0, "ao3:9100007": 0.78, SAMPLE: 0.42}
"""How far some of the works were read; the last one most recently."""


def read_some(workspace: Workspace) -> None:
    """Leave the state of someone who has read some of the works."""
    for work_id, share in READ.items():
        reading = Reading(workspace.work_info(work_id), workspace.catalogue, PageStyle())
        reading.go(reading.work_end() if share == 1 else reading.at_share(share))
        Keeping(reading, workspace.store).remember_place()
        workspace.save()


def prepare(folder: Path) -> None:
    """A library with the sample begun and the made-up works beside it."""
    write_library(folder / "works")
    shutil.copy(HERE / "the-ninth-letter.html", folder / "works")
    workspace = Workspace(find_folders(folder / "data"))
    for _ in workspace.add([folder / "works"]):
        pass
    read_some(workspace)
    workspace.close()


async def take(folder: Path, picture: Picture, size: tuple[int, int]) -> str:
    """The app after some keys, as SVG."""
    folders = find_folders(folder / "data")
    folders.settings.parent.mkdir(parents=True, exist_ok=True)
    folders.settings.write_text(f'hints = "never"\n{picture.settings}', encoding="utf-8")
    workspace = Workspace(folders)
    app = ReaderApp(workspace, picture.target and workspace.find(picture.target).info.id)
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.6)
        await pilot.press(*picture.keys)
        await pilot.pause(0.6)
        shown = app.export_screenshot(title="Reader")
        app.saver.now()
    workspace.close()
    return shown


def render(picture: str, target: Path) -> None:
    """A picture as PNG, in a font that is there: the SVG names one that browsers fetch."""
    import cairosvg  # only to look at them

    picture = picture.replace("Fira Code", "DejaVu Sans Mono")
    cairosvg.svg2png(bytestring=picture.encode(), write_to=str(target), output_width=1600)


def main() -> None:
    """Take every picture at every size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--png", type=Path, help="render them into this folder too")
    parser.add_argument("--only", default="", help="take only those whose names begin so")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        start = Workspace(find_folders(folder / "data"))
        _ = start.catalogue  # with nothing in it, so that the sample is there
        start.close()
        asyncio.run(take(folder, PICTURES[1], SIZES[0]))  # begin the sample
        prepare(folder)
        for picture in PICTURES:
            if not picture.name.startswith(arguments.only):
                continue
            for width, height in picture.sizes:
                shown = asyncio.run(take(folder, picture, (width, height)))
                target = HERE / f"{picture.name}-{width}x{height}.svg"
                target.write_text(shown, encoding="utf-8")
                print(target.name)
                if arguments.png:
                    arguments.png.mkdir(parents=True, exist_ok=True)
                    render(shown, arguments.png / f"{target.stem}.png")


if __name__ == "__main__":
    main()
