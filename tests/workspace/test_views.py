"""A work's own look is known before the state is read, where it is the work read last."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.workspace.data_directory import added, begin, moment, opened

from reader.state.records import Stamped, WorkState
from reader.workspace.views import view_of

if TYPE_CHECKING:
    from pathlib import Path

    from reader.workspace import Workspace


def look(workspace: Workspace, work_id: str, **settings: object) -> None:
    """Have these settings be a work's own, and save."""

    def change(state: WorkState) -> WorkState:
        return replace(state, view=Stamped(value=settings, changed=moment(3)))

    workspace.store.change(work_id, change)
    assert workspace.save()


def test_the_own_look_of_the_work_read_last_is_there_without_the_state(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        first, second = [result.id for result in added(workspace, shelf)]
        begin(workspace, second, at=moment(1))
        begin(workspace, first, at=moment(2))
        look(workspace, first, measure=50, hyphenation=False, notes="folded", odd=date(2026, 1, 1))
        look(workspace, second, measure=40)

    with opened(data) as workspace:
        assert view_of(workspace, first) == {"measure": 50, "hyphenation": False, "notes": "folded"}
        assert not workspace.state_is_read
        assert workspace.place(first) == workspace.store.work(first).position.locator  # type: ignore[union-attr]  # it was begun
        assert view_of(workspace, second) == {"measure": 40}


def test_what_an_older_reader_kept_of_the_place_alone_counts_for_nothing(data: Path, shelf: Path) -> None:
    with opened(data) as workspace:
        first, _ = [result.id for result in added(workspace, shelf)]
        begin(workspace, first, at=moment(1))
        look(workspace, first, measure=50)
        catalogue = workspace.catalogue
        kept = json.loads(catalogue.mirror.place)
        catalogue.mirror.set_stamp(catalogue.mirror.stamp or "", json.dumps([first, *kept["place"]]))

    with opened(data) as workspace:
        assert view_of(workspace, first) == {"measure": 50}
        assert workspace.state_is_read
