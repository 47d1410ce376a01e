"""Writes the words of an encoded document: what stands in a block, its notes and page breaks."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from lessonkit.marks import Mark
from lessonkit.tei.elements import is_block, is_own, name_of, note_words
from lessonkit.tei.writer import Writer

_CHOICE = ("sic", "orig", "abbr")  # of an editor's correction what stands in the original
_KEPT_SYMBOL = "*"  # of the symbols that mark notes, the one that the plain text keeps
DEEPEST = 200  # elements within elements: what nests deeper is no document


class Note(NamedTuple):
    """A note as it was met: its words, its marker, whose it is."""

    words: str
    marker: Mark | None
    own: bool


class Words:
    """Writes words, and keeps what the encoding says of them.

    Attributes
    ----------
    writer : Writer
        What was written.
    notes : list of Note
        In the order of their markers.
    lost : list of (str, int, int)
        What the site's plain text leaves out, and where it stands.
    facts : dict
        What the encoding says: place, when, dateline, file_number.
    """

    blocks: ClassVar[frozenset[str]] = frozenset()  # elements that part words into blocks

    def __init__(self):
        self.writer = Writer()
        self.notes: list[Note] = []
        self.lost: list[tuple[str, int, int]] = []
        self.facts: dict[str, str] = {}
        self._titled = False
        self._enclosures = 0

    def _first_page(self, page: str | None) -> None:
        self.writer.page(page)
        if self.writer.pages:
            mark = self.writer.pages[-1]
            self.lost.append((f"number of page {mark.value}", mark.start, mark.end))

    def _is_inline(self, child, name: str) -> bool:
        """Tell whether a note or a quotation stands among words."""
        return self.writer.inside and (name == "note" or (name == "quote" and not is_block(child)))

    def _page(self, element) -> None:
        if not self.writer.blocks and not self.writer.inside:
            self._first_page(element.get("n"))
        else:
            self.writer.page(element.get("n"))

    def _words(self, element, depth: int) -> None:
        """Write what stands in a block; blocks in it part it in two."""
        self.writer.say(element.text)
        for child in element:
            name = name_of(child)
            if name and depth >= DEEPEST:
                self.writer.say("".join(child.itertext()))
            elif name:
                if name in self.blocks and (name != "quote" or is_block(child)):
                    self._inside(child, name, depth + 1)
                else:
                    self._inline(child, name, depth + 1)
            self.writer.say(child.tail)

    def _inside(self, child, name: str, depth: int) -> None:
        self.writer.end("paragraph")
        self._write(child, name, depth)

    def _inline(self, element, name: str, depth: int) -> None:
        if name == "pb":
            self.writer.page(element.get("n"))
        elif name == "lb":
            self.writer.line()
        elif name == "note" and element.get("rend") != "inline":
            self._footnote(element)
        elif name == "choice":
            versions = [child for child in element if name_of(child)]
            told = [child for child in versions if name_of(child) in _CHOICE] or versions
            if told:
                self._words(told[0], depth)
        else:
            self._words(element, depth)

    def _footnote(self, element) -> None:
        marker = self.writer.marker(element.get("n"))
        words = note_words(element)
        if words:
            self.notes.append(Note(words, marker, is_own(element, words)))
            if marker and not marker.value[0].isdecimal() and marker.value != _KEPT_SYMBOL:
                name = f"note marker {marker.value} (note {len(self.notes)})"
                self.lost.append((name, marker.start, marker.end))

    def _write(self, element, name: str, depth: int) -> None:
        """Write an element that holds blocks; which does what, the walker knows."""
        raise NotImplementedError
