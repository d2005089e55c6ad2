"""`reader completion`: scripts that have a shell complete what is typed after `reader`, and what they ask."""

from __future__ import annotations

from contextlib import closing
from importlib.resources import files
from typing import TYPE_CHECKING

from reader.cli.commands import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import SimpleNamespace

    from reader.cli.candidates import Candidate
    from reader.workspace import Workspace


def completion(arguments: SimpleNamespace, workspace: Workspace) -> int:
    """Print the script for a shell; or, for `words` and `line`, what the scripts ask for.

    After `words` stand those typed after `reader`, to the cursor; after `line` the whole line as bash has it.
    """
    from reader.cli.candidates import SHELLS

    asked, *typed = arguments.words or [""]
    if asked in SHELLS and not typed:
        print((files("reader.cli") / "shells" / f"reader.{asked}").read_text(encoding="utf-8"), end="")
    elif asked == "words":
        for candidate in _candidates(typed or [""], workspace):
            print("\t".join(part for part in candidate if part))
    elif asked == "line" and len(typed) == 1:
        for line in _for_bash(typed[0], workspace):
            print(line)
    else:
        raise UsageError("name your shell: reader completion bash, zsh or fish")
    return 0


def _candidates(words: Sequence[str], workspace: Workspace) -> Iterator[Candidate]:
    """What may be meant, in the library that the words themselves may name."""
    from reader.cli.arguments import without_data_dir
    from reader.cli.candidates import candidates
    from reader.folders import find_folders
    from reader.workspace import Workspace as Other

    try:
        data_dir, _ = without_data_dir(words[:-1])
    except UsageError:
        data_dir = None
    if data_dir is None:
        yield from candidates(words, workspace)
        return
    with closing(Other(find_folders(data_dir))) as other:
        yield from candidates(words, other)


def _for_bash(line: str, workspace: Workspace) -> Iterator[str]:
    """Lines for the script: what to put in, or in a line that begins with a colon how to go about it.

    Of several that begin otherwise than what was typed bash would put in what they have in common, in the
    place of what was typed: one that is blank has them shown and nothing put in.
    """
    from reader.cli.candidates import FILE_NAMES
    from reader.cli.shell_words import replacement, split_line

    typed = split_line(line)
    found = list(_candidates(typed.words[1:] or ("",), workspace))
    current = typed.words[-1].lower()
    begin = all(word.lower().startswith(current) for word, _ in found)
    if found == [FILE_NAMES]:
        yield FILE_NAMES.word
        return
    found = [candidate for candidate in found if candidate != FILE_NAMES]
    if len(found) == 1 and found[0].word.endswith((":", "=")):
        yield ":nospace"
    if not begin and len(found) > 1:
        yield from (f"{word}  {about}" for word, about in found)
        yield " "
        return
    yield from (put for word, _ in found if (put := replacement(word, typed)) is not None)
