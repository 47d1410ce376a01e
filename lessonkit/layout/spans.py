"""From text to spans and the reading: what each character of a document is part of."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lessonkit.layout.blocks import Block, blocks_of
from lessonkit.layout.note_markers import note_markers
from lessonkit.layout.page_breaks import Mark, is_authors, page_breaks, without
from lessonkit.layout.patterns import SALUTATION
from lessonkit.layout.reading import Reading


class Span(NamedTuple):
    """A stretch of text of one kind.

    Attributes
    ----------
    kind : str
        Title, paragraph, page, marker, and so on; see the column of the spans table.
    block : int or None
        The block it is part of, from 1; None for a blank.
    start, end : int
        Where it is in the text, end exclusive.

    Examples
    --------
    >>> lay_out("Mr. Hay to Mr. Wu.\\n\\nI came.").spans[0]
    Span(kind='title', block=1, start=0, end=18)
    """

    kind: str
    block: int | None
    start: int
    end: int


@dataclass(frozen=True)
class Layout:
    """How a document is laid out.

    Attributes
    ----------
    text : str
        The document.
    blocks : tuple of Block
        Title, paragraphs, headings, notes and so on, in order.
    pages, markers : tuple of Mark
        Page breaks and note markers, in order.
    called_by : tuple of (Mark or None)
        For each note its marker; None where it is lost.
    by_author : tuple of bool
        For each note whether it is the author's own.

    Examples
    --------
    >>> lay_out("Mr. Hay to Mr. Wu.\\n\\nI  came.").reading
    'Mr. Hay to Mr. Wu.\\nI came.'
    """

    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Mark, ...]
    markers: tuple[Mark, ...]
    called_by: tuple[Mark | None, ...]
    by_author: tuple[bool, ...] = ()

    @property
    def notes(self) -> list[Block]:
        """The blocks of the list of notes."""
        return [block for block in self.blocks if block.kind == "note"]

    @cached_property
    def spans(self) -> list[Span]:
        """Spans that tile the text: in order, no gap, no overlap, a blank is white space."""
        spans: list[Span] = []
        end = 0
        for span in _pieces(self):
            if span.start > end:
                spans.append(Span("blank", None, end, span.start))
            spans.append(span)
            end = span.end
        if end < len(self.text):
            spans.append(Span("blank", None, end, len(self.text)))
        return spans

    @cached_property
    def _joined(self) -> Reading:
        marks = [mark[:2] for mark in (*self.pages, *self.markers)]
        return Reading(self.text, [block.start for block in self.blocks], marks)

    @property
    def reading(self) -> str:
        """The text without page and note markers, white space joined, a block a line."""
        return self._joined.text

    def in_text(self, start: int, end: int) -> tuple[int, int]:
        """Turn a range of the reading (end exclusive, not empty) into one of the text."""
        return self._joined.in_text(start, end)

    def in_reading(self, start: int, end: int) -> tuple[int, int]:
        """Turn a range of the text into the range of the reading that it covers."""
        return self._joined.in_reading(start, end)

    def read(self, start: int, end: int) -> str:
        """Return the reading of a range of the text, white space trimmed."""
        first, last = self.in_reading(start, end)
        return self.reading[first:last].strip()

    def page_at(self, offset: int) -> int | None:
        """Tell the printed page of an offset; None where no page marker says.

        What stands before the first page marker stands on the page before it.
        """
        if not self.pages:
            return None
        passed = bisect_right(self._page_starts, offset)
        page = self.pages[max(passed - 1, 0)].value
        return int(page) - (passed == 0) if page.isdecimal() else None

    @cached_property
    def _page_starts(self) -> list[int]:
        return [page.start for page in self.pages]


def lay_out(text: str) -> Layout:
    """Find out what each character of a document is part of.

    Parameters
    ----------
    text : str
        Any string; it need be no document.

    Returns
    -------
    Layout

    Examples
    --------
    >>> laid = lay_out("Mr. Hay to Mr. Wu.\\n\\nSir: I have your note [Page 2] of today.")
    >>> [(span.kind, laid.text[span.start : span.end]) for span in laid.spans][2:5]
    [('salutation', 'Sir:'), ('blank', ' '), ('paragraph', 'I have your note ')]
    >>> laid.reading
    'Mr. Hay to Mr. Wu.\\nSir: I have your note of today.'
    """
    blocks = blocks_of(text)
    notes = [block for block in blocks if block.kind == "note"]
    body_end = notes[0].start if notes else len(text)
    pages = page_breaks(text)
    said = [text[note.start + note.label : note.end] for note in notes]
    markers, called_by = note_markers(without(pages, text)[:body_end], said)
    by_author = tuple(is_authors(note) for note in said)
    return Layout(text, tuple(blocks), tuple(pages), tuple(markers), tuple(called_by), by_author)


def _pieces(laid: Layout):
    """Yield the spans that are not blank: blocks cut at the marks within them."""
    marks = sorted([("page", *m) for m in laid.pages] + [("marker", *m) for m in laid.markers],
                   key=lambda mark: mark[1])  # fmt: skip
    upcoming = iter(marks)
    mark = next(upcoming, None)
    for number, block in enumerate(laid.blocks, start=1):
        start, kind = block.start, block.kind
        for lead in _leads(laid.text, block):
            if not (mark and mark[1] < lead[2]):
                yield from _trimmed(laid.text, lead[0], number, lead[1], lead[2])
                start = lead[2]
        while mark and mark[1] < block.end:
            yield from _trimmed(laid.text, kind, number, start, mark[1])
            yield Span(mark[0], number, mark[1], mark[2])
            start = mark[2]
            mark = next(upcoming, None)
        yield from _trimmed(laid.text, kind, number, start, block.end)


def _leads(text: str, block: Block):
    """Yield kind, start and end of what stands at a paragraph's start and is no part of it."""
    at = block.start
    for kind, length in (("dateline", block.dateline), ("number", block.number)):
        if length:
            yield kind, at, at + length
            at += length
    if block.kind == "paragraph" and (match := SALUTATION.match(text, at, block.end)):
        yield "salutation", *match.span()


def _trimmed(text: str, kind: str, block: int, start: int, end: int):
    """Yield one span, or none if only white space is left; the edge of a block is no span's."""
    piece = text[start:end]
    if piece.strip():
        yield Span(kind, block, start + len(piece) - len(piece.lstrip()), end)
