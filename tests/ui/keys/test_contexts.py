"""The keys as they are at first: one command to a key, wherever commands are at work together."""

from __future__ import annotations

from collections import defaultdict

import pytest

from reader.ui.keys.contexts import CONTEXTS, Context


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda context: context.where)
def test_no_key_has_two_commands(context: Context) -> None:
    commands = defaultdict(set)
    for command in context.commands:
        for key in f"{command.keys},{command.more_keys}".split(","):
            commands[key.strip()].add(command.id())
    commands.pop("", None)
    assert {key: ids for key, ids in commands.items() if len(ids) > 1} == {}
