"""Lines with Hebrew or Arabic in the order in which they are seen, for terminals that don't turn text round.

VTE's terminals, Konsole and Apple's turn it round themselves and want it in the order in which it is read;
foot, kitty, Alacritty and most others show cell after cell. Follows the Unicode Bidirectional Algorithm
(Unicode Standard Annex 9) without embeddings, which `cells` takes out, and with the line for the paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from unicodedata import bidirectional

from reader.layout.cells import clusters, has_clusters, offsets
from reader.layout.line import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STRONG = {"L": "L", "R": "R", "AL": "R"}
_NUMBERS = {"EN", "AN"}
_PAIRS = "()[]{}<>«»‹›≤≥"
_MIRRORS = {half: _PAIRS[at ^ 1] for at, half in enumerate(_PAIRS)}
_BRACKETS = "()[]{}"
_JOINING = {"ES": 2, "CS": 2, "ET": 1}
"""How many numbers must be next to what belongs to a number only then: "." and "," and "%"."""
_TURNED = {"R", "AL", "AN"}


class _Stretch(NamedTuple):
    """A part of a run that stays together."""

    run: Run
    start: int
    """In the run's text."""
    end: int
    width: int
    """In cells, without the tail of the run."""


def as_seen(runs: Sequence[Run], *, rtl: bool) -> list[Run]:
    """The text runs of a line in the order in which they are seen, from left to right, in the same cells.

    What runs from right to left becomes a run for each of its clusters, so that each keeps its text position.
    """
    if not rtl and not any(bidirectional(letter) in _TURNED for run in runs for letter in run.text):
        return list(runs)
    atoms = [atom for run in runs for atom in _atoms(run)]
    levels = _levels([run.text[start] for run, start, _, _ in atoms], base=1 if rtl else 0)
    seen: list[Run] = []
    column = runs[0].column if runs else 0
    for stretch, turned in _stretches(atoms, levels):
        seen.append(_placed(stretch, column, turned=turned))
        column += seen[-1].width
    return seen


def _atoms(run: Run) -> Iterator[_Stretch]:
    """A run's clusters."""
    text = run.text
    cells = offsets(text)
    if has_clusters(text):
        for start, end in clusters(text):
            yield _Stretch(run, start, end, cells[end] - cells[start])
        return
    for start in range(len(text)):
        yield _Stretch(run, start, start + 1, cells[start + 1] - cells[start])


def _stretches(atoms: Sequence[_Stretch], levels: Sequence[int]) -> Iterator[tuple[_Stretch, bool]]:
    """What stands together, from left to right, and whether it runs from right to left."""
    before: _Stretch | None = None
    for index in _order(levels):
        atom = atoms[index]
        if before and levels[index] != 1 and before.run is atom.run and before.end == atom.start:
            before = _Stretch(before.run, before.start, atom.end, before.width + atom.width)
            continue
        if before:
            yield before, False
        before = None if levels[index] == 1 else atom
        if not before:
            yield atom, True
    if before:
        yield before, False


def _placed(stretch: _Stretch, column: int, *, turned: bool) -> Run:
    run, start, end, cells = stretch
    text = run.text[start:end]
    if turned:
        text = _MIRRORS.get(text, text)
    tail = run.tail if end == len(run.text) else ""
    return Run(
        column,
        text,
        cells + len(tail),
        run.start + start,
        run.style,
        run.link,
        run.role,
        run.kind,
        run.level,
        tail,
    )


def _levels(characters: Sequence[str], base: int) -> list[int]:
    """The embedding level of each: 0 and 2 run from left to right, 1 from right to left."""
    kinds = _kinds(characters)
    _settle_brackets(characters, kinds, "R" if base else "L")
    levels = [base] * len(kinds)
    before, start = "R" if base else "L", 0
    for index, kind in enumerate([*kinds, "R" if base else "L"]):
        if not kind:
            continue
        side = _side(kind)
        if before == side:  # what is neutral stands between two of the same direction
            levels[start:index] = [_level(side, base)] * (index - start)
        if index < len(kinds):
            levels[index] = 2 if kind == "N" else _level(kind, base)
        before, start = side, index + 1
    return levels


def _settle_brackets(characters: Sequence[str], kinds: list[str], base: str) -> None:
    """Give both brackets of a pair one direction (rule N0): that of the line if there is such text in them.

    Else that of what is in them, when what stands before them has it too.
    """
    for opening, closing in _pairs(characters):
        inside = {_side(kind) for kind in kinds[opening + 1 : closing] if kind}
        before = next((_side(kind) for kind in reversed(kinds[:opening]) if kind), base)
        if inside:
            kinds[opening] = kinds[closing] = base if base in inside else before


def _pairs(characters: Sequence[str]) -> list[tuple[int, int]]:
    """The indices of the brackets that belong together, by the first of each pair."""
    pairs, open_ones = [], []
    for index, character in enumerate(characters):
        at = _BRACKETS.find(character)
        if at < 0:
            continue
        if at % 2 == 0:
            open_ones.append(index)
            continue
        while open_ones and _BRACKETS[at - 1] in {characters[one] for one in open_ones}:
            opening = open_ones.pop()
            if characters[opening] == _BRACKETS[at - 1]:
                pairs.append((opening, index))
                break
    return sorted(pairs)


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"


def _level(side: str, base: int) -> int:
    return 1 if side == "R" else 2 * base


def _kinds(characters: Sequence[str]) -> list[str]:
    """L, R, N for a number among text from right to left, and nothing for what has no direction."""
    kinds = []
    strong = ""
    found = [bidirectional(character) for character in characters]
    for index, kind in enumerate(found):
        if kind in _STRONG:
            strong = _STRONG[kind]
            kinds.append(strong)
        elif kind in _NUMBERS or (kind in _JOINING and _joins(found, index)):
            kinds.append("L" if strong == "L" and kind != "AN" else "N")
        else:
            kinds.append("")
    return kinds


def _joins(found: Sequence[str], index: int) -> bool:
    """Whether there are as many numbers next to a sign as make it part of them."""
    numbers = sum(found[at] in _NUMBERS for at in (index - 1, index + 1) if 0 <= at < len(found))
    return numbers >= _JOINING[found[index]]


def _order(levels: Sequence[int]) -> list[int]:
    """The indices from left to right: each stretch of a level or higher turned round, the highest first."""
    order = list(range(len(levels)))
    for level in (2, 1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = max(end, start + 1)
    return order
