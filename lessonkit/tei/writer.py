"""Writes a document's text block by block, and keeps where its blocks and marks stand."""

from __future__ import annotations

import re

from lessonkit.layout import Block, Mark

_WHITE = re.compile(r"[ \t\r\n]+")
_BLANKS = " \t\r"


class Writer:
    """Puts a text together as the Office of the Historian's site does."""

    def __init__(self):
        self.blocks: list[Block] = []
        self.pages: list[Mark] = []
        self.markers: list[Mark] = []
        self.enclosure = 0
        self._pieces: list[str] = []
        self._at = 0  # how many characters are written
        self.inside = False  # whether a block is at hand
        self._block: list[str] = []  # its pieces
        self._start = self._length = 0
        self._gap = 0
        self._last = ""  # the last character of the block at hand that is no mark
        self._space = False  # a page break stood after a space: the next word keeps one

    @property
    def text(self) -> str:
        """What was written so far."""
        return "".join(self._pieces)

    def begin(self, gap: int = 1) -> None:
        """Begin a block, with blank lines above it; one at hand is ended as a paragraph."""
        self.end("paragraph")
        self._gap = gap if self._at else 0
        self.inside = True
        self._start = self._at + (gap + 1 if self._at else 0)
        self._length = 0
        self._last, self._space = " ", False

    def say(self, words: str | None) -> None:
        """Write words, white space joined; without a block at hand they begin one."""
        if not words:
            return
        if not self.inside:
            if words.isspace():
                return
            self.begin()
        words = _joined(words)
        if words[0] == " ":
            if self._last in " \n" and not self._space:
                words = words[1:]
        elif self._space:
            words = f" {words}"
        if words:
            self._space = False
            self._put(words)
            self._last = words[-1]

    def line(self) -> None:
        """Break the line."""
        self._trim()
        if self._block:
            self._put("\n")
            self._last, self._space = "\n", False

    def page(self, number: str | None) -> None:
        """Write where a page begins."""
        name = _WHITE.sub("", number or "")[:12].translate({ord("["): "(", ord("]"): ")"})
        if not name:
            return
        alone = not self.inside
        if alone:
            self.begin()
        start = self._start + self._length
        self._put(f"[Page {name}]")
        self.pages.append(Mark(start, start + len(name) + 7, name))
        self._space = self._last == " "
        if alone:
            self.end("page")

    def marker(self, value: str | None) -> Mark | None:
        """Write the marker of a note; None where it has none."""
        value = _WHITE.sub("", value or "")
        if not value:
            return None
        if not self.inside:
            self.begin()
        start = self._start + self._length
        self._put(value)
        self.markers.append(Mark(start, start + len(value), value))
        if self._last == " ":
            self._space = True
        return self.markers[-1]

    def end(self, kind: str) -> Block | None:
        """End the block at hand and name it; one without words is none."""
        self._trim()
        self.inside = False
        if not self._block:
            return None
        start, end = self._start, self._start + self._length
        if start > self._at:
            self._pieces.append("\n" * (start - self._at))
        self._pieces += self._block
        self._at, self._block = end, []
        self.blocks.append(Block(kind, start, end, self._gap, enclosure=self.enclosure))
        return self.blocks[-1]

    def note(self, number: int, words: str) -> None:
        """Write a note of the list that ends a document."""
        label, gap = f"{number}. ", "\n  " if self._at else "  "
        start = self._at + len(gap)
        self._pieces += [gap, label, words]
        self._at = start + len(label) + len(words)
        self.blocks.append(Block("note", start, self._at, 0, label=len(label)))

    def said(self) -> str:
        """Return the words of the block at hand."""
        return "".join(self._block).strip()

    def _put(self, words: str) -> None:
        self._block.append(words)
        self._length += len(words)

    def _trim(self) -> None:
        """Take white space off the end of the block at hand."""
        while self._block and not self._block[-1].strip():
            self._length -= len(self._block.pop())
        if self._block:
            piece = self._block[-1].rstrip(" \n")
            self._length -= len(self._block[-1]) - len(piece)
            self._block[-1] = piece


def _joined(words: str) -> str:
    """Join white space; most of it stands where an encoder's line ends."""
    if "\n" in words:
        first, *lines = words.split("\n")
        last = lines.pop().lstrip(_BLANKS)
        words = " ".join([first.rstrip(_BLANKS), *(line.strip(_BLANKS) for line in lines), last])
    if "  " in words or "\t" in words or "\r" in words:
        words = _WHITE.sub(" ", words)
    return words
