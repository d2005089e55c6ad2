from __future__ import annotations

import pytest
from tests.formats.epub_anthology import WORKS, merged
from tests.formats.epub_file import epub, zipped

from reader.formats.archive import Archive
from reader.formats.epub.anthology import part, parts
from reader.formats.epub.file import recognises
from reader.formats.epub.package import open_package
from reader.formats.source import Source, UnreadableError


def test_each_work_of_an_anthology_is_an_epub_like_its_own() -> None:
    archive = Archive(zipped(merged(*WORKS)))

    assert parts(archive) == ("1/content.opf", "2/OEBPS/content.opf")
    for name, files in zip(parts(archive), WORKS, strict=True):
        own = Archive(part(archive, name))
        assert {file: own.read(file) for file in own.names if not file.startswith("META-INF")} == {
            file: data for file, data in files.items() if not file.startswith("META-INF")
        }
        again, before = open_package(part(archive, name)), open_package(zipped(files))
        assert recognises(Source("", part(archive, name)))
        assert (again.metadata, again.spine, again.contents) == (
            before.metadata,
            before.spine,
            before.contents,
        )


def test_a_work_has_the_same_bytes_each_time() -> None:
    data = zipped(merged(*WORKS))

    assert part(Archive(data), "1/content.opf") == part(Archive(data), "1/content.opf")
    other = zipped(dict(reversed(list(merged(*WORKS, WORKS[0]).items()))))
    assert part(Archive(other), "3/content.opf") == part(Archive(other), "1/content.opf")


def test_works_are_in_the_anthologys_order() -> None:
    archive = Archive(zipped(merged(*WORKS[:1] * 12)))

    assert parts(archive) == tuple(f"{number}/content.opf" for number in range(1, 13))


def test_of_an_anthology_in_an_anthology_there_are_its_works() -> None:
    archive = Archive(zipped(merged(merged(*WORKS), WORKS[0])))

    assert parts(archive) == ("1/1/content.opf", "1/2/OEBPS/content.opf", "2/content.opf")
    assert open_package(part(archive, "1/2/OEBPS/content.opf")).metadata.title == "Nine Letters & more"


def test_an_anthology_of_what_has_no_package_file_is_one_work() -> None:
    assert parts(Archive(zipped(merged(*WORKS, keep=False)))) == ()


def test_other_epubs_have_no_parts() -> None:
    assert parts(Archive(epub())) == ()
    assert parts(Archive(epub({"1/chapter.xhtml": "<p>One</p>"}))) == ()
    assert parts(Archive(epub(folder="2024"))) == ()


def test_a_part_that_is_not_there_is_refused() -> None:
    archive = Archive(zipped(merged(*WORKS)))

    for name in ("content.opf", "3/content.opf", "1/toc.ncx", ""):
        with pytest.raises(UnreadableError):
            part(archive, name)
