"""From blocks to sections: how the document is divided, and where in it an offset stands."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from lessonkit.layout.blocks import Block
from lessonkit.layout.spans import Layout

_LOST = 2  # blank lines that a lost centred heading leaves, at the least


_WHERE = {
    "title": "title",
    "label": "title",
    "number": "title",
    "closing": "closing",
    "signature": "closing",
    "note": "note",
}


class Section(NamedTuple):
    """A section: the blocks from one heading, kept or lost, to the next.

    Attributes
    ----------
    section, part, words, start, end : int
        As in the columns of the sections table.
    heading : str or None
        Its heading, if it has one.
    heading_lost : bool
        Whether it has none because a centered one was lost.

    Examples
    --------
    >>> from lessonkit.layout import lay_out
    >>> sections_of(lay_out("Mr. Hay to Mr. Wu.\\n\\nI came."))[0].words
    2
    """

    section: int
    part: int
    heading: str | None
    heading_lost: bool
    words: int
    start: int
    end: int


class _Division(NamedTuple):
    """The blocks of a section; start is behind a dateline that its first block begins with."""

    part: int
    heading_lost: bool
    start: int
    blocks: list[Block]


class Place(NamedTuple):
    """Where an offset is; a note's section and page are those of its marker.

    Attributes
    ----------
    where : str
        title, dateline, body, closing, or note.
    section, page : int or None
        None where it is in none, or none is known.

    Examples
    --------
    >>> from lessonkit.layout import lay_out
    >>> Places(lay_out("Mr. Hay to Mr. Wu.\\n\\nI came.")).of(0).where
    'title'
    """

    where: str
    section: int | None
    page: int | None


def sections_of(laid: Layout) -> list[Section]:
    """Divide a document into sections.

    A section begins at a heading, or where two or more blank lines show that a centred
    heading was lost.

    Parameters
    ----------
    laid : Layout
        The document.

    Returns
    -------
    list of Section

    Examples
    --------
    >>> from lessonkit.layout.spans import lay_out
    >>> text = "Mr. Hay to Mr. Wu.\\n\\nSir: I agree.\\n\\nThe Treaty\\n\\nIt is signed."
    >>> [(section.heading, section.words) for section in sections_of(lay_out(text))]
    [(None, 3), ('The Treaty', 3)]
    """
    return [_section(laid, *numbered) for numbered in enumerate(_divisions(laid), start=1)]


def _section(laid: Layout, number: int, division: _Division) -> Section:
    headings, words = [], 0
    for block in division.blocks:
        read = laid.read(block.start + block.dateline, block.end)
        if block.kind == "heading":
            headings.append(read)
        else:
            words += read.count(" ") + read.count("\n") + 1
    part, lost, start, blocks = division
    heading = " ".join(filter(None, headings)) or None
    return Section(number, part, heading, lost, words, start, blocks[-1].end)


def _divisions(laid: Layout) -> list[_Division]:
    divisions: list[_Division] = []
    part = 0
    headed = False  # the block before was a heading of the section at hand
    for block in laid.blocks:
        first = block.start + block.dateline
        if block.kind not in ("heading", "paragraph") or first == block.end:
            continue
        lost = bool(divisions) and not headed and block.gap >= _LOST
        is_heading = block.kind == "heading"
        part += lost
        if not divisions or lost or (is_heading and not headed):
            divisions.append(_Division(part, lost and not is_heading, first, []))
        divisions[-1].blocks.append(block)
        headed = is_heading
    return divisions


class Places:
    """Tells for an offset of the text where it stands.

    Parameters
    ----------
    laid : Layout
        The document.

    Examples
    --------
    >>> from lessonkit.layout.spans import lay_out
    >>> Places(lay_out("Mr. Hay to Mr. Wu.\\n\\nSir: I agree.")).of(20)
    Place(where='body', section=1, page=None)
    """

    def __init__(self, laid: Layout):
        self._laid = laid
        divisions = _divisions(laid)
        self._starts = [division.start for division in divisions]
        self._ends = [division.blocks[-1].end for division in divisions]
        self._blocks = [block.start for block in laid.blocks]
        self._markers = dict(zip((n.start for n in laid.notes), laid.called_by, strict=True))

    def of(self, offset: int) -> Place:
        """Return the place of an offset."""
        block = self._laid.blocks[max(bisect_right(self._blocks, offset) - 1, 0)]
        where = _WHERE.get(block.kind, "body")
        if offset < block.start + block.dateline:
            where = "dateline"
        if where != "note":
            return self._at(where, offset)
        marker = self._markers[block.start]
        return Place("note", None, None) if marker is None else self._at("note", marker.start)

    def _at(self, where: str, offset: int) -> Place:
        index = bisect_right(self._starts, offset) - 1
        inside = index >= 0 and offset < self._ends[index]
        return Place(where, index + 1 if inside else None, self._laid.page_at(offset))
