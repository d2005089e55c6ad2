from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.library.queries.facets import NAMED
from reader.settings import SettingsError
from reader.settings.tag_table import KINDS, Group, TagTable, merged, parted, put_under
from reader.settings.tag_table_file import read_tag_table, save_tag_table

if TYPE_CHECKING:
    from pathlib import Path

FILE = """\
# What tags mean to me.
leave_out = ["Tidewrack"]  # there is only one Ana

# burning
[[same]]
kind = "additional"  # an additional tag
name = "Slow Burn"
also = [
  "slowburn",  # the usual one
  "slow-burn",
]

[[parent]]
kind = "fandom"
name = "The Sea"
has = ["Tidewrack", "The Salt Road"]
mood = "wet"

[[same]]
kind = "colour"
name = "Red"
also = ["red"]
"""
TABLE = TagTable(
    (Group("additional", "Slow Burn", ("slowburn", "slow-burn")),),
    (Group("fandom", "The Sea", ("Tidewrack", "The Salt Road")),),
    ("Tidewrack",),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tags.toml"


def test_a_file_that_is_not_there_says_nothing(path: Path) -> None:
    assert read_tag_table(path) == (TagTable(), [])


def test_what_is_right_is_read_and_what_is_wrong_named_by_its_line(path: Path) -> None:
    path.write_text(FILE, encoding="utf-8")
    table, warnings = read_tag_table(path)
    assert table == TABLE
    unknown, kind = sorted(warnings)
    assert unknown.startswith(f"{path}, line 13: there is nothing called “mood” here")
    assert kind.startswith(f"{path}, line 19: kind must be one of fandom, ")


def test_every_kind_of_the_table_is_a_facet_of_names() -> None:
    assert set(KINDS) == {facet.value for facet in NAMED}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("same = 3", "must be written [[same]]"),
        ("same = [3]", "must be a table"),
        ("[[same]]\nkind='my'\nname=' '\nalso=['a']", "name must be"),
        ("[[same]]\nkind='my'\nname='a'\nalso='b'", "also must be a list"),
        ("[[parent]]\nkind='my'\nname='a'\nhas=[1]", "has must be a list"),
        ("leave_out = 'Tidewrack'", "leave_out must be"),
        ("sane = []", "nothing called “sane”"),
        ("[[same]\n", "not valid TOML"),
        ("a = " + "[" * 5000, "not valid TOML"),
        (
            "[[same]]\nkind='my'\nname='a'\nalso=['c']\n[[same]]\nkind='my'\nname='b'\nalso=['C']",
            "line 5: “C” means “a” already",
        ),
    ],
)
def test_whatever_is_wrong_is_a_warning_of_one_line(path: Path, text: str, said: str) -> None:
    path.write_text(text, encoding="utf-8")
    _, (warning,) = read_tag_table(path)
    assert said in warning
    assert str(path) in warning


@given(
    st.binary(max_size=60)
    | st.text(st.sampled_from('[]{}"=\n#same kind also,\\'), max_size=60).map(str.encode)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_a_table_or_a_warning(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    table, warnings = read_tag_table(path)
    assert isinstance(table, TagTable)
    assert all("\n" not in warning.strip() or "TOML" in warning for warning in warnings)


def test_groups_of_one_name_are_one(path: Path) -> None:
    path.write_text(
        "[[same]]\nkind='my'\nname='a'\nalso=['b']\n[[same]]\nkind='my'\nname='A'\nalso=['c', 'b']"
    )
    table, warnings = read_tag_table(path)
    assert (table, warnings) == (TagTable((Group("my", "a", ("b", "c")),)), [])
    save_tag_table(path, parted(table, "my", "b"))
    assert read_tag_table(path)[0] == TagTable((Group("my", "a", ("c",)),))


def test_comments_and_what_did_not_change_stay(path: Path) -> None:
    path.write_text(FILE, encoding="utf-8")
    now = put_under(merged(TABLE, "additional", "s/b", "Slow Burn"), "fandom", "Nine Letters", "The Sea")
    save_tag_table(path, parted(now, "additional", "slow-burn"))
    written = path.read_text(encoding="utf-8")
    kept = [line for line in FILE.splitlines() if "slow-burn" not in line and "has =" not in line]
    assert [line for line in kept if line not in written.splitlines()] == []
    assert read_tag_table(path)[0].same[0].others == ("slowburn", "s/b")
    save_tag_table(path, TABLE)
    assert read_tag_table(path)[0] == TABLE


GROUPS = st.lists(
    st.builds(
        Group,
        st.sampled_from(KINDS),
        st.sampled_from(["Tide", 'Say "when"', "É/ü # no comment", "[[same]]"]),
        st.lists(st.sampled_from(["a", "b\\", "c # d", "'e'"]), min_size=1, unique=True).map(tuple),
    ),
    max_size=4,
    unique_by=lambda group: group.kind,
).map(tuple)
TABLES = st.builds(TagTable, GROUPS, GROUPS, st.lists(st.sampled_from(["x", "y"]), unique=True).map(tuple))


def in_any_order(table: TagTable) -> tuple[object, ...]:
    """The table without regard to where in the file and in lists things stand."""
    same, parents = (
        {g._replace(others=tuple(sorted(g.others))) for g in t} for t in (table.same, table.parents)
    )
    return same, parents, set(table.leave_out)


@given(TABLES, TABLES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_what_is_saved_over_anything_is_read_again(path: Path, first: TagTable, second: TagTable) -> None:
    path.write_text("# mine\n", encoding="utf-8")
    save_tag_table(path, first)
    save_tag_table(path, second)
    table, warnings = read_tag_table(path)
    assert warnings == []
    assert in_any_order(table) == in_any_order(second)
    assert path.read_text(encoding="utf-8").startswith("# mine\n")


def test_a_file_that_is_no_toml_is_left_alone(path: Path) -> None:
    path.write_text("[[same]\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="not valid TOML"):
        save_tag_table(path, TABLE)
    assert path.read_text(encoding="utf-8") == "[[same]\n"


def test_the_first_table_makes_the_file(path: Path) -> None:
    save_tag_table(path, TABLE)
    assert set(tomllib.loads(path.read_text(encoding="utf-8"))) == {"leave_out", "same", "parent"}
    assert read_tag_table(path) == (TABLE, [])


@pytest.mark.parametrize(
    "written",
    [
        'same = [{kind = "fandom", name = "A", also = ["B"]}]  # in brackets\n',
        'same = [1, [2], true, {}, {kind = "fandom", name = "A", also = ["B", 3]}]\nparent = []\n',
        'leave_out = 3\n[[same]]\nkind = "fandom"\nname = "Y"\nalso = "B"\n',
        "[[same]]\nkind = 4\n[[parent]]\n",
    ],
)
def test_a_table_written_in_another_way_takes_more_and_gives_it_back(path: Path, written: str) -> None:
    path.write_text(written, encoding="utf-8")
    before, warnings = read_tag_table(path)
    now = put_under(merged(before, "fandom", "X", "Y"), "fandom", "Q", "R")
    save_tag_table(path, now)
    assert in_any_order(read_tag_table(path)[0]) == in_any_order(now)
    save_tag_table(path, before)
    table, again = read_tag_table(path)
    assert (table, len(again)) == (before, len(warnings))


@pytest.mark.parametrize("written", ["same = 3\n", "parent = {a = 1}\n", "[same]\na = 1\n", 'same = "x"\n'])
def test_where_something_else_stands_nothing_is_written(path: Path, written: str) -> None:
    path.write_text(written, encoding="utf-8")
    with pytest.raises(SettingsError, match="must be written"):
        save_tag_table(path, TABLE)
    assert path.read_text(encoding="utf-8") == written
