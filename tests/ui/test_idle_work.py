"""What is made ready in pauses: a slice at a time, after any key, and only what was asked for last."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from textual.app import App

from reader.ui import idle_work
from reader.ui.idle_work import IdleWork

if TYPE_CHECKING:
    from collections.abc import Iterator

PAUSE = 0.005


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle_work, "_PAUSE", PAUSE)


def steps(done: list[str], name: str, count: int = 3) -> Iterator[None]:
    for number in range(count):
        done.append(f"{name}{number}")
        yield


async def until(done: list[str], last: str) -> None:
    for _ in range(1000):
        if last in done:
            return
        await asyncio.sleep(PAUSE)
    raise AssertionError(f"{last} was never done: {done}")


async def test_all_is_done_in_a_moment() -> None:
    done: list[str] = []
    IdleWork(App()).begin(steps(done, "a"))
    assert done == []
    await until(done, "a2")


async def test_what_was_asked_for_last_takes_the_place_of_what_was_before() -> None:
    done: list[str] = []
    idle = IdleWork(App())
    idle.begin(steps(done, "a", 10_000))
    await until(done, "a0")
    idle.begin(steps(done, "b"))
    before = len(done)
    await until(done, "b2")
    assert [name[0] for name in done[before:]] == ["b", "b", "b"]


async def test_between_a_key_and_the_pause_after_it_nothing_is_done() -> None:
    done: list[str] = []
    idle, endless = IdleWork(App()), steps(done, "a", 10_000)
    idle.begin(endless)
    await until(done, "a0")
    idle.put_off()
    before = len(done)
    for _ in range(10):
        await asyncio.sleep(0)
    assert len(done) == before
    await until(done, f"a{before}")
    idle.stop(steps(done, "b"))
    await until(done, f"a{len(done)}")
    idle.stop(endless)
    await asyncio.sleep(0)
    before = len(done)
    await asyncio.sleep(2 * PAUSE)
    assert len(done) == before


async def test_a_key_after_all_is_done_begins_nothing() -> None:
    idle = IdleWork(App())
    idle.put_off()
    assert idle.since_key < 1
    assert idle._next is None


async def test_a_defect_in_it_is_the_apps() -> None:
    def broken() -> Iterator[None]:
        yield
        raise ValueError("a defect")

    async def run(app: App[int]) -> None:
        async with app.run_test() as pilot:
            IdleWork(app).begin(broken())
            for _ in range(100):
                await pilot.pause(PAUSE)

    with pytest.raises(ValueError, match="a defect"):
        await run(App())
