"""How fast the reader reads, and so how long the rest takes; values and pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.state.records import MeasuredPace

USUAL = 240
"""Words a minute at which people read silently (Brysbaert 2019: in English 238, of fiction 260)."""
_USUAL_WORDS = 2_000
"""As if so many words had been read at the usual pace already; so many of the reader's own weigh as much."""
_OF_LATE = 20_000
"""Words of the last days' reading that tell today's pace: about an hour and a half."""
_SKIMMED = 1_000
"""Words a minute at which a page is looked through, not read."""
_IDLE_TIMES = 3
_IDLE_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast somebody reads, from words of story and the seconds they took; the usual pace without any."""

    words: float = 0
    seconds: float = 0

    @property
    def a_minute(self) -> float:
        """Words a minute."""
        usual_seconds = _USUAL_WORDS * 60 / USUAL
        return (self.words + _USUAL_WORDS) * 60 / (self.seconds + usual_seconds)

    def minutes(self, words: float) -> float:
        """How long so many words take."""
        return words / self.a_minute

    def idle_after(self, words: float) -> float:
        """The seconds after which somebody who looks at a page of so many words has gone away."""
        return _IDLE_TIMES * 60 * self.minutes(words) + _IDLE_SECONDS

    def tells(self, words: float, seconds: float) -> bool:
        """Whether a page of so many words, looked at for so long, was read and not leafed or left lying."""
        return 0 < words <= seconds * _SKIMMED / 60 and seconds <= self.idle_after(words)

    def with_page(self, words: float, seconds: float) -> Pace:
        """The pace with a page more; the same for one that tells nothing."""
        if not self.tells(words, seconds):
            return self
        return Pace(self.words + words, self.seconds + seconds)


@dataclass(frozen=True, slots=True)
class MinutesLeft:
    """How long the story after a page takes: to the end of its chapter, and of the work."""

    chapter: float
    work: float


def pace_of_late(measured: MeasuredPace) -> Pace:
    """The pace of the last days of reading on all devices, as many of them as tell enough."""
    pace = Pace()
    for day in sorted(measured.words.keys() & measured.seconds.keys(), reverse=True):
        words, seconds = measured.words[day], measured.seconds[day]
        both = words.keys() & seconds.keys()
        pace = Pace(
            pace.words + sum(words[device] for device in both),
            pace.seconds + sum(seconds[device] for device in both),
        )
        if pace.words >= _OF_LATE:
            break
    return pace
