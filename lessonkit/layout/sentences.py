"""The sentences of a reading."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import chain

# the end of a block; or a stop, question or exclamation mark with closing marks, then a capital, a
# digit or a quotation. Each begins with one of four characters: so the search is quick
_STOP = re.compile(r"[.!?\n](?:(?<=\n)|[”’\"')\]]*(?= [“‘\"(\[]*[A-Z0-9À-Þ]))")


_CUT_SHORT = frozenset(  # words that end in a point without ending a sentence
    "no nos mr mrs messrs mme mlle dr st gen lieut lt maj col capt comdr brig adm prof rev gov hon "
    "dept co inc ltd etc p pp vol art sec cf viz ff jan feb mar apr jun jul aug sep sept oct nov "
    "dec".split()
)


_NO_STOP = re.compile(  # these, or a letter, or the number of a paragraph
    rf"(?:\b(?:{'|'.join(sorted(_CUT_SHORT))}|[a-z])|(?:^|\n)\d{{1,3}})\.$", re.IGNORECASE
)


_SIGHT = 8  # characters before a stop: more than the longest of these words


class Sentences:
    """The sentences of a reading; the end of a block ends a sentence, too.

    Parameters
    ----------
    reading : str
        The reading of a document.

    Examples
    --------
    >>> Sentences("Mr. A. C. Kirk saw No. 7. It rained.").around(10)
    (0, 25)
    """

    def __init__(self, reading: str):
        self._reading = reading
        end = (len(reading), len(reading) + 1)
        self._ahead = chain((match.span() for match in _STOP.finditer(reading)), [end])
        self._starts: list[int] = []  # of stops, as far as they have been asked for
        self._ends: list[int] = []
        self._found = (0, 0)  # the last sentence: walked through once, however many dates it has

    def around(self, at: int) -> tuple[int, int]:
        """Return start and end of the sentence that an offset stands in."""
        if self._found[0] <= at < self._found[1]:
            return self._found
        while not self._ends or self._ends[-1] <= at:
            self._read_on()
        after = bisect_right(self._ends, at)
        before = after - 1
        while not self._ends_here(after):
            after += 1
            if after == len(self._ends):
                self._read_on()
        while before >= 0 and not self._ends_here(before):
            before -= 1
        begin = self._ends[before] + (not self._ends_block(before)) if before >= 0 else 0
        self._found = begin, (self._starts if self._ends_block(after) else self._ends)[after]
        return self._found

    def _read_on(self) -> None:
        start, end = next(self._ahead)
        self._starts.append(start)
        self._ends.append(end)

    def _ends_block(self, index: int) -> bool:
        start = self._starts[index]
        return start == len(self._reading) or self._reading[start] == "\n"

    def _ends_here(self, index: int) -> bool:
        """Tell whether a stop ends a sentence: No. 7 goes on, and so does Mr. Kirk."""
        start = self._starts[index]
        if self._ends_block(index):
            return True
        before = self._reading[max(start - _SIGHT, 0) : start]
        word = before[before.rfind(" ") + 1 :]
        if len(word) > 1 and word.isalpha():
            return self._reading[start] != "." or word.lower() not in _CUT_SHORT
        return not _NO_STOP.search(self._reading, start - len(before), start + 1)
