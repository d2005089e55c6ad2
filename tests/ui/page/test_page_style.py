"""From settings to how lines are set, by how long they are."""

from __future__ import annotations

import pytest

from reader.layout.style import PageStyle, Setting
from reader.settings import Settings
from reader.ui.page.geometry import Geometry
from reader.ui.page.style import page_style


def styled(settings: Settings, measure: int = 66) -> PageStyle:
    return page_style(settings, "en", Geometry(measure, 20))


@pytest.mark.parametrize(("measure", "setting"), [(66, Setting.JUSTIFIED), (50, Setting.RAGGED)])
def test_lines_that_are_long_enough_are_justified_of_themselves(measure: int, setting: Setting) -> None:
    assert styled(Settings(), measure).setting is setting
    assert styled(Settings(setting="justified"), measure).setting is Setting.JUSTIFIED
    assert styled(Settings(setting="ragged"), measure).setting is Setting.RAGGED


def test_only_justified_lines_are_hyphenated_and_chosen_together_unless_told_otherwise() -> None:
    ragged = styled(Settings(setting="ragged"))
    assert not ragged.hyphenation
    assert not ragged.whole
    justified = styled(Settings(setting="justified"))
    assert justified.hyphenation
    assert justified.whole
    assert not styled(Settings(setting="justified", hyphenation=False)).hyphenation
    assert not styled(Settings(setting="justified", breaks="greedy")).whole
    assert styled(Settings(setting="ragged", breaks="whole")).whole
