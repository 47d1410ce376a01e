"""From text to blocks: title, number, headings, paragraphs, closing, signature, notes.

A block is a run of lines with no blank line in it, but the list of notes, one block a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lessonkit.layout import patterns as shapes
from lessonkit.layout.classify import Name, names_of
from lessonkit.layout.datelines import dateline_end
from lessonkit.layout.page_breaks import PAGE
from lessonkit.layout.patterns import NUMBER, is_label

_NOTE = re.compile(r"[ \t]{1,8}(\d{1,3})\. (?=\S)")
_PAGE_LINE = re.compile(rf"\n?{PAGE.pattern}\n?")
_TOP = 6  # blocks that can stand above a title, or between it and the text


class Line(NamedTuple):
    """A line that is not blank, white space at its ends cut, and the blank lines above it."""

    start: int
    end: int
    gap: int


class Block(NamedTuple):
    """A block of text.

    Attributes
    ----------
    kind : str
        title, label (a file number, or "[Paraphrase]"), number, salutation, heading, paragraph,
        closing, signature, note, or page for one that holds page breaks alone.
    start, end : int
        Where it stands in the text.
    gap : int
        How many blank lines stand above it.
    label : int
        How many characters the number of a note takes ("12. "), otherwise 0.
    dateline, number : int
        How many characters at its start give place and date; how many behind them the number
        of a telegram ("608. ").
    enclosure : int
        Which enclosure it is part of; 0 for the document itself.

    Examples
    --------
    >>> from lessonkit.layout import lay_out
    >>> lay_out("Mr. Hay to Mr. Wu.\\n\\nI came.").blocks[0].kind
    'title'
    """

    kind: str
    start: int
    end: int
    gap: int
    label: int = 0
    dateline: int = 0
    number: int = 0
    enclosure: int = 0


def blocks_of(text: str) -> list[Block]:
    """Cut a text into blocks and say what each is."""
    lines = list(_lines(text))
    first_note = _first_note(text, lines)
    blocks = _named(text, _runs(text, lines[:first_note]))
    expected = 1
    for line in lines[first_note:]:
        match = _NOTE.match(text, _line_start(text, line), line.end)
        if match and int(match[1]) == expected:
            blocks.append(Block("note", line.start, line.end, line.gap, match.end() - line.start))
            expected += 1
        else:  # a note of several lines, or with a list in it
            blocks[-1] = blocks[-1]._replace(end=line.end)
    return blocks


def _lines(text: str) -> Iterator[Line]:
    start = gap = 0
    for line in text.split("\n"):
        if stripped := line.strip():
            indented = line[0] != stripped[0]
            first = start + (len(line) - len(line.lstrip()) if indented else 0)
            yield Line(first, first + len(stripped), gap)
            gap = 0
        else:
            gap += 1
        start += len(line) + 1


def _line_start(text: str, line: Line) -> int:
    return text.rfind("\n", 0, line.start) + 1


def _first_note(text: str, lines: list[Line]) -> int:
    """Return the index of the first line of the list of notes, which ends the text."""
    first = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        match = _NOTE.match(text, _line_start(text, lines[index]), lines[index].end)
        if match and match[1] == "1":
            first = index
        if lines[index].gap and not (match and match[1] != "1"):
            break
    above = text[lines[first - 1].end - 1] if 0 < first < len(lines) else ""
    return len(lines) if above == ":" else first  # what a colon announces is a list of the text's


def _runs(text: str, lines: list[Line]) -> list[list[Line]]:
    """Join lines without a blank line between them; at the top a line can stand for itself."""
    runs: list[list[Line]] = []
    for line in lines:
        if line.gap or not runs or (len(runs) <= _TOP and _parts(text, runs[-1][-1], line)):
            runs.append([])
        runs[-1].append(line)
    return runs


def _parts(text: str, above: Line, line: Line) -> bool:
    """Tell whether two lines are two blocks: file number, title, number, text."""
    first, second = text[above.start : above.end], text[line.start : line.end]
    return any(is_label(words) or bool(NUMBER.match(words)) for words in (first, second))


def _named(text: str, runs: list[list[Line]]) -> list[Block]:
    """Say what each run is; one that holds page breaks alone is a page."""
    words = [text[run[0].start : run[-1].end] for run in runs]
    read = [_PAGE_LINE.sub(_joint, piece).strip() if "[" in piece else piece for piece in words]
    names = iter(names_of([piece for piece in read if piece]))
    page = Name("page", 0, False, False)
    return [
        _block(run, next(names) if piece_read else page, piece)
        for run, piece, piece_read in zip(runs, words, read, strict=True)
    ]


def _block(run: list[Line], name: Name, words: str) -> Block:
    """Make a block, and say how much of it dateline and telegram number take."""
    dateline = dateline_end(words) if name.dated else 0
    match = shapes.TELEGRAM.match(words, dateline) if name.numbered else None
    number = match.end() - dateline if match else 0
    place = run[0].start, run[-1].end, run[0].gap
    return Block(name.kind, *place, 0, dateline, number, name.enclosure)


def _joint(page: re.Match) -> str:
    """Return what a page break leaves: a space where a line ended with it."""
    return " " if "\n" in page[0] else ""
