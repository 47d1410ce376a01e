"""Walks through an encoded document and writes it: what is head, dateline, note, the encoding says."""

from __future__ import annotations

from typing import NamedTuple

from lessonkit import shapes
from lessonkit.layout import is_authors
from lessonkit.marks import Mark
from lessonkit.tei.writer import Writer

_HELD = frozenset("p head list table row quote lg l div attachment opener closer postscript ab "
                  "signed salute dateline seg item label trailer figure floatingText body cit".split())  # fmt: skip
_PARAGRAPHS = frozenset("p ab trailer l cell figDesc".split())
_SET_OFF = frozenset("italic smallcaps strong bold".split())
_AUTHORS = ("author", "original")
_CHOICE = ("sic", "orig", "abbr")  # of an editor's correction what stands in the original
_KEPT_SYMBOL = "*"  # of the symbols that mark notes, the one that the plain text keeps
_DEEPEST = 200  # elements within elements: what nests deeper is no document


class Note(NamedTuple):
    """A note as it was met: its words, its marker, whose it is."""

    words: str
    marker: Mark | None
    own: bool


class Walker:
    """Writes a document and keeps what the encoding says of it.

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

    def __init__(self):
        self.writer = Writer()
        self.notes: list[Note] = []
        self.lost: list[tuple[str, int, int]] = []
        self.facts: dict[str, str] = {}
        self._titled = False
        self._enclosures = 0

    def document(self, element, page: str | None) -> None:
        """Write a whole document that begins on a page."""
        first = next((child for child in element if _name(child)), None)
        if page and not (first is not None and _name(first) == "pb"):
            self._first_page(page)
        self._children(element, 0)
        if self.writer.inside:
            self.writer.end("paragraph")

    def _first_page(self, page: str | None) -> None:
        self.writer.page(page)
        if self.writer.pages:
            mark = self.writer.pages[-1]
            self.lost.append((f"number of page {mark.value}", mark.start, mark.end))

    def _children(self, element, depth: int) -> None:
        """Write what stands in an element that holds blocks; loose words are a paragraph."""
        self._loose(element.text)
        for child in element:
            name = _name(child)
            if name == "pb":
                self._page(child)
            elif name in _WRITE and not self._is_inline(child, name):
                if self.writer.inside:
                    self.writer.end("paragraph")
                _WRITE[name](self, child, depth + 1)
            elif name and depth < _DEEPEST and name in _HELD:
                self._children(child, depth + 1)
            elif name:
                if not self.writer.inside:
                    self.writer.begin()
                self._inline(child, name, depth + 1)
            self._loose(child.tail)
        if self.writer.inside:
            self.writer.end("paragraph")

    def _is_inline(self, child, name: str) -> bool:
        """Tell whether a note or a quotation stands among words."""
        return self.writer.inside and (name == "note" or (name == "quote" and not _is_block(child)))

    def _loose(self, words: str | None) -> None:
        if words and not words.isspace():
            if not self.writer.inside:
                self.writer.begin()
            self.writer.say(words)
        elif self.writer.inside:
            self.writer.say(words)

    def _page(self, element) -> None:
        if not self.writer.blocks and not self.writer.inside:
            self._first_page(element.get("n"))
        else:
            self.writer.page(element.get("n"))

    # --- blocks

    def _head(self, element, depth: int) -> None:
        self.writer.begin()
        self._words(element, depth)
        title = not self._titled and not self.writer.enclosure
        self._titled = True
        self.writer.end("title" if title else "heading")

    def _attachment(self, element, depth: int) -> None:
        self._enclose()
        self._children(element, depth)
        self.writer.enclosure = 0

    def _enclose(self) -> None:
        self._enclosures += 1
        self.writer.enclosure = self._enclosures

    def _paragraph(self, element, depth: int) -> None:
        centred = _is_centred(element)
        heading = centred or _is_set_off(element)
        self.writer.begin(gap=2 if centred else 1)
        self._words(element, depth)
        words = self.writer.said()
        heading = heading and any(map(str.isalpha, words)) and len(words.split()) <= 25
        if heading and not shapes.is_label(words):
            if centred and shapes.is_enclosure(words):
                self._enclose()
            block = self.writer.end("heading")
            if centred and block:
                self.lost.append((f"heading {words}", block.start, block.end))
        elif self.writer.inside:
            label = heading and not any(b.kind == "paragraph" for b in self.writer.blocks)
            self.writer.end("label" if label else "paragraph")

    def _opener(self, element, depth: int) -> None:
        self._named(element, depth, _above)

    def _closer(self, element, depth: int) -> None:
        self._named(element, depth, _below)

    def _named(self, element, depth: int, name_of) -> None:
        """Write an opener or a closer: its parts by their names, loose words by their looks."""
        self._loose(element.text)
        for child in element:
            name = _name(child)
            kind = {"salute": name_of("Sir:") if name_of is _above else "closing",
                    "signed": "signature"}.get(name)  # fmt: skip
            if name == "dateline":
                self._end_as(name_of)
                self._dateline(child, depth + 1)
            elif kind or name in ("seg", "p", "list", "table"):
                self._end_as(name_of)
                self.writer.begin()
                self._words(child, depth + 1)
                self.writer.end(kind or name_of(self.writer.said()))
            elif name == "pb":
                self._page(child)
            elif name == "lb":
                self._end_as(name_of)
            elif name:
                if not self.writer.inside:
                    self.writer.begin()
                self._inline(child, name, depth + 1)
            self._loose(child.tail)
        self._end_as(name_of)

    def _end_as(self, name_of) -> None:
        if self.writer.inside:
            self.writer.end(name_of(self.writer.said()))

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
            self.facts["place"] = " ".join("".join(places[0].itertext()).split())
        for key, date in zip(("when", "received"), dates, strict=False):
            self.facts[key] = date.get("when") or ""

    def _note(self, element, depth: int) -> None:
        """Write a note that stands between blocks: the file number, or a footnote."""
        if not _is_apart(element):
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
        self.writer.begin()
        for child in element:
            name = _name(child)
            if name == "pb":
                self._page(child)
            elif name in ("label", "item", "head"):
                if self.writer.inside and not (name == "item" and self._after_label(element, child)):
                    self.writer.end("paragraph")
                if not self.writer.inside:
                    self.writer.begin()
                self._words(child, depth + 1)
                self.writer.say(" ") if self.writer.inside else None
            elif name:
                self._inline_or_block(child, name, depth)
        if self.writer.inside:
            self.writer.end("paragraph")

    @staticmethod
    def _after_label(element, item) -> bool:
        before = item.getprevious()
        while before is not None and _name(before) in ("pb", None):
            before = before.getprevious()
        return before is not None and _name(before) == "label"

    def _inline_or_block(self, child, name: str, depth: int) -> None:
        if name in _WRITE and not self._is_inline(child, name):
            _WRITE[name](self, child, depth + 1)
            return
        if not self.writer.inside:
            self.writer.begin()
        self._inline(child, name, depth + 1)

    def _table(self, element, depth: int) -> None:
        self.writer.begin()
        for child in element.iter("{*}row", "{*}head", "{*}pb"):
            name = _name(child)
            if name == "pb" and _name(child.getparent()) == "table":
                self._page(child)
            elif name != "pb":
                self.writer.line()
                for cell in child if name == "row" else [child]:
                    if _name(cell):
                        self._words(cell, depth + 1)
                        self.writer.say(" ")
        self.writer.end("paragraph")

    # --- words

    def _words(self, element, depth: int) -> None:
        """Write what stands in a block; blocks in it part it in two."""
        self.writer.say(element.text)
        for child in element:
            name = _name(child)
            if name and depth < _DEEPEST:
                if name in _BLOCKS and (name != "quote" or _is_block(child)):
                    self._inside(child, name, depth + 1)
                else:
                    self._inline(child, name, depth + 1)
            if child.tail:
                if not self.writer.inside and not child.tail.isspace():
                    self.writer.begin()
                if self.writer.inside:
                    self.writer.say(child.tail)

    def _inside(self, child, name: str, depth: int) -> None:
        if self.writer.inside:
            self.writer.end("paragraph")
        _WRITE[name](self, child, depth) if name in _WRITE else self._children(child, depth)

    def _inline(self, element, name: str, depth: int) -> None:
        if name == "pb":
            self.writer.page(element.get("n"))
        elif name == "lb":
            self.writer.line()
        elif name == "note" and element.get("rend") != "inline":
            self._footnote(element)
        elif name == "choice":
            versions = [child for child in element if _name(child)]
            told = [child for child in versions if _name(child) in _CHOICE] or versions
            if told:
                self._words(told[0], depth)
        else:
            if not self.writer.inside and element.text and not element.text.isspace():
                self.writer.begin()
            if self.writer.inside or len(element):
                self._words(element, depth)

    def _footnote(self, element) -> None:
        marker = self.writer.marker(element.get("n"))
        words = _note_words(element)
        if words:
            self.notes.append(Note(words, marker, _is_own(element, words)))
            if marker and not marker.value[0].isdecimal() and marker.value != _KEPT_SYMBOL:
                name = f"note marker {marker.value} (note {len(self.notes)})"
                self.lost.append((name, marker.start, marker.end))


def _name(element) -> str | None:
    """Return an element's name without its name space; None for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else None


def _is_centred(element) -> bool:
    return "center" in (element.get("rend") or "") or "center" in (element.get("rendition") or "")


def _is_apart(element) -> bool:
    return element.get("rend") == "inline" or (element.get("n") is None and element.get("type"))


def _is_block(element) -> bool:
    return "block" in (element.get("rend") or "") or any(_name(c) in _PARAGRAPHS for c in element)


def _is_set_off(element) -> bool:
    """Tell whether all words of a paragraph are in italics or small capitals, as a heading is."""
    loose = [element.text or "", *(child.tail or "" for child in element)]
    names = {_name(child) for child in element if child.get("rend") in _SET_OFF}
    others = {_name(c) for c in element if c.get("rend") not in _SET_OFF} - {"note", "pb", "lb"}
    return names == {"hi"} and not others and not any(map(str.isalnum, "".join(loose)))


def _is_own(element, words: str) -> bool:
    said = f"{element.get('type') or ''} {element.get('resp') or ''}".lower()
    return any(word in said for word in _AUTHORS) or is_authors(words)


def _note_words(element) -> str:
    """Return a note's words, white space joined, a paragraph a line; page breaks are left out."""
    lines = [[element.text or ""]]
    for child in element.iterchildren():
        name = _name(child)
        if name in ("p", "list", "quote") and "".join(lines[-1]).strip():
            lines.append([])
        if name:
            lines[-1] += child.itertext(with_tail=False)
        lines[-1].append(child.tail or "")
    return "\n".join(filter(None, (" ".join("".join(line).split()) for line in lines)))


def _above(words: str) -> str:
    if shapes.SALUTATION.fullmatch(words):
        return "salutation"
    return "number" if shapes.NUMBER.match(words) else "label"


def _below(words: str) -> str:
    return "signature" if shapes.is_signature(words) else "closing"


_WRITE = {
    "head": Walker._head,
    "attachment": Walker._attachment,
    "opener": Walker._opener,
    "closer": Walker._closer,
    "dateline": Walker._dateline,
    "note": Walker._note,
    "list": Walker._list,
    "table": Walker._table,
    **dict.fromkeys(_PARAGRAPHS, Walker._paragraph),
}
_BLOCKS = (_HELD | set(_WRITE)) - {"note", "seg", "label", "signed", "salute"}
