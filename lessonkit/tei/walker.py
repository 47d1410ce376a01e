"""Walks through an encoded document and writes it: what is head, dateline, note, the encoding says."""

from __future__ import annotations

import re
from typing import ClassVar, NamedTuple

from lessonkit.layout import Mark, is_closing, is_enclosure, is_label
from lessonkit.tei.elements import (
    PARAGRAPHS,
    above,
    below,
    is_apart,
    is_block,
    is_centred,
    is_own,
    is_set_off,
    name_of,
    note_words,
    words_of,
)
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
    """Writes words, and keeps what the encoding says of them."""

    blocks: ClassVar[frozenset[str]] = frozenset()  # elements that part words into blocks

    def __init__(self):
        self.writer = Writer()
        self.notes: list[Note] = []
        self.lost: list[tuple[str, int, int]] = []  # what the site's plain text leaves out
        self.facts: dict[str, str] = {}  # place, when, received, dateline, file_number
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


_HELD = frozenset("p head list table row quote lg l div attachment opener closer postscript ab "
                  "signed salute dateline seg item label trailer figure floatingText body cit".split())  # fmt: skip

_NUMBER_ABOVE = re.compile(r"(No\. \d{1,4}\.?)\n(?=\S)")
BLOCKS = (_HELD | PARAGRAPHS) - {"seg", "label", "signed", "salute"}


class Walker(Words):
    """Writes a document block by block; what it keeps, `Words` says."""

    blocks = BLOCKS
    _courtesy = 0  # which block, if it is the last, closes a letter

    def document(self, element, page: str | None) -> None:
        """Write a whole document that begins on a page."""
        first = next((child for child in element if name_of(child)), None)
        if page and not (first is not None and name_of(first) == "pb"):
            self._first_page(page)
        self._children(element, 0)
        self._close()

    def _children(self, element, depth: int) -> None:
        """Write what stands in an element that holds blocks; loose words are a paragraph."""
        self.writer.say(element.text)
        for child in element:
            if name := name_of(child):
                self._child(child, name, depth)
            self.writer.say(child.tail)
        self.writer.end("paragraph")

    def _head(self, element, depth: int) -> None:
        self.writer.begin()
        self._words(element, depth)
        title = not self._titled and not self.writer.enclosure
        self._titled = True
        number = _NUMBER_ABOVE.match(self.writer.said()) if title else None
        block = self.writer.end("title" if title else "heading")
        if number and block:  # of the document in its volume, a line of its own
            end = block.start + number.end(1)
            label = block._replace(kind="label", end=end)
            self.writer.blocks[-1:] = [label, block._replace(start=end + 1, gap=0)]

    def _attachment(self, element, depth: int) -> None:
        self._enclose()
        self._children(element, depth)
        self._close()
        self.writer.enclosure = 0

    def _close(self) -> None:
        """Name the courtesy that a letter ends with, where it is encoded as a paragraph."""
        blocks = self.writer.blocks
        if blocks and self._courtesy == len(blocks):
            blocks[-1] = blocks[-1]._replace(kind="closing")

    def _enclose(self) -> None:
        self._enclosures += 1
        self.writer.enclosure = self._enclosures

    def _paragraph(self, element, depth: int) -> None:
        centred = is_centred(element)
        heading = centred or is_set_off(element)
        self.writer.begin(gap=2 if centred else 1)
        self._words(element, depth)
        words = self.writer.said()
        heading = heading and any(map(str.isalpha, words)) and len(words.split()) <= 25
        if heading and not is_label(words):
            if centred and is_enclosure(words):
                self._enclose()
            block = self.writer.end("heading")
            if centred and block:
                self.lost.append((f"heading {words}", block.start, block.end))
        elif self.writer.inside:
            label = heading and not any(b.kind == "paragraph" for b in self.writer.blocks)
            self.writer.end("label" if label else "paragraph")
            if not label and is_closing(words):
                self._courtesy = len(self.writer.blocks)

    def _opener(self, element, depth: int) -> None:
        self._named(element, depth, above)

    def _closer(self, element, depth: int) -> None:
        self._close()
        self._named(element, depth, below)

    def _named(self, element, depth: int, kind_of) -> None:
        """Write an opener or a closer: its parts by their names, loose words by their looks."""
        self.writer.say(element.text)
        for child in element:
            name = name_of(child)
            kind = {"salute": kind_of("Sir:") if kind_of is above else "closing",
                    "signed": "signature"}.get(name or "")  # fmt: skip
            if name == "dateline":
                self._end_as(kind_of)
                self._dateline(child, depth + 1)
            elif kind or name in ("seg", "p", "list", "table"):
                self._end_as(kind_of)
                self.writer.begin()
                self._words(child, depth + 1)
                self.writer.end(kind or kind_of(self.writer.said()))
            elif name == "pb":
                self._page(child)
            elif name == "lb":
                self._end_as(kind_of)
            elif name:
                self._inline(child, name, depth + 1)
            self.writer.say(child.tail)
        self._end_as(kind_of)

    def _end_as(self, kind_of) -> None:
        if self.writer.inside:
            self.writer.end(kind_of(self.writer.said()))

    def _dateline(self, element, depth: int) -> None:
        self.writer.begin()
        self._words(element, depth)
        words = self.writer.said()
        block = self.writer.end("paragraph")
        if not block:
            return
        length = block.end - block.start
        self.writer.blocks[-1] = block._replace(dateline=length)
        self.lost.append((f"dateline: {' '.join(words.split())}", block.start, block.end))
        if not self.writer.enclosure and "dateline" not in self.facts:
            self._remember(element, words)

    def _remember(self, element, words: str) -> None:
        self.facts["dateline"] = words
        places = [child for child in element.iter("{*}placeName")]
        dates = [child for child in element.iter("{*}date")]
        if places:
            self.facts["place"] = " ".join(words_of(places[0]).split())
        for key, date in zip(("when", "received"), dates, strict=False):
            self.facts[key] = date.get("when") or ""

    def _note(self, element, depth: int) -> None:
        """Write a note that stands between blocks: the file number, or a footnote."""
        if not is_apart(element):
            self.writer.begin()
            self._footnote(element)
            self.writer.end("paragraph")
            return
        self.writer.begin()
        self._words(element, depth)
        words = self.writer.said()
        block = self.writer.end("label")
        if block and element.get("type") == "source":
            self.lost.append((f"file number {words}", block.start, block.end))
            if not self.writer.enclosure:
                self.facts.setdefault("file_number", words)

    def _list(self, element, depth: int) -> None:
        """Write a list, an item a block, its label before it."""
        self.writer.end("paragraph")
        self.writer.say(element.text)
        labelled = False
        for child in element:
            name = name_of(child)
            if name in ("label", "item", "head"):
                if not (labelled and name == "item"):
                    self.writer.begin()
                self._words(child, depth + 1)
                self.writer.say(" ")
                labelled = name == "label"
            elif name:
                self._child(child, name, depth)
            self.writer.say(child.tail)
        self.writer.end("paragraph")

    def _table(self, element, depth: int) -> None:
        """Write a table, a row a line."""
        self.writer.begin()
        self.writer.say(element.text)
        for child in element:
            name = name_of(child)
            if name in ("row", "head"):
                self.writer.line()
                self._row(child, name, depth + 1)
            elif name:
                self._child(child, name, depth)
            self.writer.say(child.tail)
        self.writer.end("paragraph")

    def _row(self, element, name: str, depth: int) -> None:
        if name == "head":
            self._words(element, depth)
            return
        self.writer.say(element.text)
        for cell in element:
            if name_of(cell) == "cell":
                self._words(cell, depth + 1)
            elif other := name_of(cell):
                self._child(cell, other, depth)
            self.writer.say(" ")
            self.writer.say(cell.tail)

    def _child(self, child, name: str, depth: int) -> None:
        """Write an element that stands between blocks, or among loose words."""
        if name == "pb":
            self._page(child)
        elif name in _WRITE and not self._is_inline(child, name):
            self.writer.end("paragraph")
            _WRITE[name](self, child, depth + 1)
        elif depth < DEEPEST and name in _HELD and not self._is_inline(child, name):
            self.writer.end("paragraph")
            self._children(child, depth + 1)
        else:
            self._inline(child, name, depth + 1)

    def _write(self, element, name: str, depth: int) -> None:
        if name in _WRITE:
            _WRITE[name](self, element, depth)
        else:
            self._children(element, depth)


_WRITE = {
    "head": Walker._head,
    "attachment": Walker._attachment,
    "opener": Walker._opener,
    "closer": Walker._closer,
    "dateline": Walker._dateline,
    "note": Walker._note,
    "list": Walker._list,
    "table": Walker._table,
    **dict.fromkeys(PARAGRAPHS, Walker._paragraph),
}
