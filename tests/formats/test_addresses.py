from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats.addresses import archive_work, chapter_place, identity, isbn

STORIES = {
    "archiveofourown.org/works/4497330": "ao3:4497330",
    "archiveofourown.org/collections/yule_2019/works/4497330": "ao3:4497330",
    "archiveofourown.gay/works/4497330": "ao3:4497330",
    "archive.transformativeworks.org/works/4497330": "ao3:4497330",
    "squidgeworld.org/works/99": "squidgeworld.org:99",
    "fanfiction.net/s/1234/1/A-Salt-Road": "ffnet:1234",
    "fictionpress.com/s/77/2": "fpcom:77",
    "royalroad.com/fiction/3056/the-lamp": "rylrdl:3056",
    "royalroadl.com/fiction/3056": "rylrdl:3056",
    "scribblehub.com/series/81/the-lamp": "scrhub:81",
    "wattpad.com/story/12345-the-lamp": "wattpad:12345",
    "forums.spacebattles.com/threads/the-lamp.998": "fsb:998",
    "forums.sufficientvelocity.com/threads/998": "fsv:998",
    "forum.questionablequesting.com/threads/the-lamp.998": "qq:998",
    "ficwad.com/story/52": "fw:52",
    "siye.co.uk/siye/viewstory.php?sid=13": "siye:13",
    "hp.adult-fanfiction.org/story.php?no=600": "hpaff:600",
    "oxbow.tumblr.com/post/700/a-little-thing": "tumblr:700",
    "tumblr.com/oxbow/700/a-little-thing": "tumblr:700",
    "gutenberg.org/ebooks/3261": "gutenberg:3261",
    "test1.com?sid=664": "tst1:664",
    "m.example/a": "m.example/a",
    "lamps.example/archive/viewstory.php?sid=9": "lamps.example/archive/viewstory.php?sid=9",
    "lamps.example/stories/the-lamp": "lamps.example/stories/the-lamp",
}
CHAPTERED = {
    "archiveofourown.org/works/12/chapters/34": "ao3:12",
    "m.fanfiction.net/s/1234/12/": "ffnet:1234",
    "royalroad.com/fiction/3056/the-lamp/chapter/5/dusk": "rylrdl:3056",
    "forums.spacebattles.com/threads/the-lamp.998/page-3#post-77": "fsb:998",
    "forums.spacebattles.com/threads/the-lamp.998/reader/page-2": "fsb:998",
    "siye.co.uk/viewstory.php?action=printable&sid=13&chapter=2": "siye:13",
    "test1.com?sid=664&chapter=1": "tst1:664",
    "lamps.example/stories/the-lamp/chapter-12-dusk": "lamps.example/stories/the-lamp",
    "lamps.example/archive/viewstory.php?chapter=4&sid=9": "lamps.example/archive/viewstory.php?sid=9",
    "archiveofourown.org/downloads/12/A_Lamp.epub?updated_at=17": "ao3:12",
    "archiveofourown.org/downloads/An/Ana/12/A_Lamp.html": "ao3:12",
    "web.archive.org/web/2016id_/http://archiveofourown.org/works/12": "ao3:12",
}


@given(
    story=st.sampled_from([*STORIES.items()]),
    scheme=st.sampled_from(["http://", "https://", "HTTPS://", "//", ""]),
    mirror=st.sampled_from(["", "www."]),
    slash=st.booleans(),
    noise=st.sampled_from(["", "utm_source=a", "view_adult=true&view_full_work=true"]),
    fragment=st.sampled_from(["", "#", "#workskin", "#post-12"]),
)
def test_how_an_address_is_written_changes_no_identity(
    story: tuple[str, str], scheme: str, mirror: str, slash: bool, noise: str, fragment: str
) -> None:
    url, expected = story
    page, _, query = url.partition("?")
    query = "&".join(part for part in (query, noise) if part)
    written = f"{scheme}{mirror}{page}{'/' * slash}{'?' * bool(query)}{query}{fragment}"

    assert identity(written) == expected


@pytest.mark.parametrize(("url", "expected"), CHAPTERED.items())
def test_a_chapter_has_the_identity_of_its_story(url: str, expected: str) -> None:
    assert identity(f"https://{url}") == expected


@given(st.one_of(st.text(), st.text("ahtps:/.?=&#@ %-_2\x1b", max_size=40).map("http://".__add__)))
def test_any_text_has_an_identity_fit_to_be_shown_or_none(text: str) -> None:
    found = identity(text)

    assert found.isprintable()
    assert " " not in found
    assert not archive_work(text) or archive_work(text) == found


@given(st.from_regex(r"[a-z]{1,8}\.example(/[a-z]{1,8}){1,3}", fullmatch=True))
def test_an_address_of_no_site_we_know_is_its_own_identity(url: str) -> None:
    assert identity(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "The Salt Road",
        "https://archiveofourown.org/",
        "https://archiveofourown.org/users/ana",
        "https://www.fanfiction.net/u/12/ana",
        "https://www.wattpad.com/9999-chapter-one",
        "https://lamps.example/",
        "and/or",
        "1.5/2",
        "urn:uuid:9c2f",
        "javascript:alert(1)",
        "ftp://lamps.example/a",
        "https://lamps.example/" + "a" * 3000,
    ],
)
def test_what_names_no_story_has_no_identity(url: str) -> None:
    assert identity(url) == ""


def test_different_stories_of_a_script_are_different() -> None:
    first, second = (identity(f"https://lamps.example/read.php?book={number}") for number in (1, 2))

    assert first
    assert first != second


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("http://archiveofourown.org/works/12/chapters/34", "archiveofourown.org/works/12/chapters/34"),
        ("https://www.fanfiction.net/s/1234/5/A-Salt-Road", "fanfiction.net/s/1234/5"),
        ("https://www.fanfiction.net/s/1234/5/", "fanfiction.net/s/1234/5"),
        ("http://test1.com?sid=664&chapter=2", "test1.com?sid=664&chapter=2"),
        ("https://lamps.example/", ""),
        ("", ""),
        ("Chapter 5", ""),
    ],
)
def test_a_chapter_is_known_by_its_address_without_what_changes(url: str, place: str) -> None:
    assert chapter_place(url) == place


def test_only_works_of_archives_are_works_of_archives() -> None:
    assert archive_work("http://archiveofourown.org/works/12") == "ao3:12"
    assert archive_work("https://www.fanfiction.net/s/12/1/") == ""
    assert archive_work("http://archiveofourown.org/") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("978-0-306-40615-7", "isbn:9780306406157"),
        ("urn:isbn:9780306406157", "isbn:9780306406157"),
        ("ISBN 0-306-40615-2", "isbn:9780306406157"),
        ("urn:isbn:080442957X", "isbn:9780804429573"),
        ("isbn-10: 0 306 40615 2", "isbn:9780306406157"),
        ("0306406152", ""),
        ("9780306406158", ""),
        ("isbn:0306406153", ""),
        ("urn:uuid:9780306406157", ""),
        ("", ""),
    ],
)
def test_numbers_with_a_right_check_digit_are_isbns(text: str, expected: str) -> None:
    assert isbn(text) == expected


@given(st.text("0123456789X- isbn:", max_size=30))
def test_an_isbn_is_its_own_isbn(text: str) -> None:
    found = isbn(text)

    assert not found or isbn(found) == found
