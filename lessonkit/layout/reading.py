"""The reading of a text: without its marks, white space joined; and where each character stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

# white space but the common one: with a set at its beginning a search is quick
_BREAK = re.compile(r"[\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]\s*")
_SPACES = re.compile("  +")


class Reading:
    """The reading of a text, and the way from it to the text and back."""

    def __init__(self, text: str, blocks: list[int], marks: Iterable[tuple[int, int]]):
        self._source = text
        self._blocks = blocks
        self._block = 0  # how many blocks have begun
        self._pieces: list[str] = []
        self._length = 0
        self._white: int | None = None  # where the white space begins that waits for a word
        self._ours: list[int] = []  # where a stretch begins that stands in the text as it is read,
        self._theirs: list[int] = []  # and where in the text
        self._shift: int | None = None
        at = 0
        for start, end in sorted(marks):
            self._read(at, start)
            at = max(at, end)
        self._read(at, len(text))
        self.text = "".join(self._pieces)

    def in_text(self, start: int, end: int) -> tuple[int, int]:
        """Turn a range of the reading (end exclusive, not empty) into one of the text."""
        return self._of_text(start), self._of_text(end - 1) + 1

    def in_reading(self, start: int, end: int) -> tuple[int, int]:
        """Turn a range of the text into the range of the reading that it covers."""
        return self._of_reading(start), self._of_reading(end)

    def _of_text(self, at: int) -> int:
        stretch = bisect_right(self._ours, at) - 1
        return self._theirs[stretch] + at - self._ours[stretch]

    def _of_reading(self, at: int) -> int:
        stretch = bisect_right(self._theirs, at)
        if not stretch:
            return 0
        end = self._ours[stretch] if stretch < len(self._ours) else self._length
        return min(self._ours[stretch - 1] + at - self._theirs[stretch - 1], end)

    def _read(self, start: int, end: int) -> None:
        """Read a stretch without marks."""
        for match in _BREAK.finditer(self._source, start, end):
            self._words(start, match.start())
            self._space(match.start())
            start = match.end()
        self._words(start, end)

    def _words(self, start: int, end: int) -> None:
        """Read words that no white space but spaces parts."""
        if start >= end:
            return
        words = self._source[start:end]
        if "  " in words:
            for match in _SPACES.finditer(self._source, start, end):
                self._words(start, match.start())
                self._space(match.start())
                start = match.end()
            self._words(start, end)
            return
        if words[0] == " ":
            self._space(start)
            start, words = start + 1, words[1:]
        if words:
            self._begin(start)
            said = words.removesuffix(" ")
            self._put(said, start)
            if said != words:
                self._space(end - 1)

    def _begin(self, start: int) -> None:
        """Read the white space before words: a line's end where a block has begun."""
        block = bisect_right(self._blocks, start, self._block)
        if self._white is not None and self._pieces:
            self._put(" " if block == self._block else "\n", self._white)
        self._block, self._white = block, None

    def _space(self, at: int) -> None:
        """Remember white space: what is behind it says whether it is read."""
        if self._white is None:
            self._white = at

    def _put(self, words: str, at: int) -> None:
        if at - self._length != self._shift:
            self._shift = at - self._length
            self._ours.append(self._length)
            self._theirs.append(at)
        self._pieces.append(words)
        self._length += len(words)
