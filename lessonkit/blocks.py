"""From text to blocks: title, number, headings, paragraphs, closing, signature, notes.

A block is a run of lines with no blank line in it, but the list of notes, one block a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lessonkit.marks import PAGE

SALUTATION = re.compile(
    r"(?:(?:My )?(?:Dear|dear) [^:\n]{1,60}|Sirs?|Madam|Gentlemen|(?:Your )?Excellency"
    r"|Mr\. (?:Ambassador|Minister|President|Secretary))\s?[:,—]"
)
_NUMBER = re.compile(r"\[?Nos?\. ?\d[\w–/-]{0,9}\.?\]?\d{0,3}$")
_CLOSING = re.compile(
    r"(?:Respectfully|Sincerely|Faithfully|Cordially|Yours|Very (?:truly|respectfully|sincerely))"
    r"\b[^.\n]{0,40}[,.]$"
    r"|Accept[, ]|I am,? (?:[Ss]ir|etc|with)\b|I have(?:,| the honor to (?:be|remain)\b)"
    r"|With (?:great|high|renewed) (?:respect|regard|assurances)\b"
)
_NOTE = re.compile(r"\s{1,4}(\d{1,3})\. (?=\S)")
_GENRE = re.compile(
    r"(?:Memorand|Minutes|Note|Statement|Press|Draft|Aide|Extract|Circular|Report|Agreement"
    r"|Declaration|Proclamation|Editorial|Convention|Treaty|Protocol|Record|Communiqu)"
)
_SMALL = frozenset(
    "a an and as at between by de du for from in la le nor of on or over the to under upon von "
    "with regarding concerning".split()
)
_TITLE_LENGTH = 400
_HEADING_WORDS = 25
_SIGNATURE_WORDS = 8


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
        title, number, salutation, heading, paragraph, closing, signature or note.
    start, end : int
        Where it stands in the text.
    gap : int
        How many blank lines stand above it.
    label : int
        How many characters the number of a note takes ("12. "), otherwise 0.
    """

    kind: str
    start: int
    end: int
    gap: int
    label: int = 0


def blocks_of(text: str) -> list[Block]:
    """Cut a text into blocks and say what each is.

    Parameters
    ----------
    text : str
        Any string.

    Returns
    -------
    list of Block
        In order, none empty; between them stands only white space.

    Examples
    --------
    >>> text = "Mr. Hay to Mr. Wu.\\n\\nNo. 1\\n\\nSir: I agree.\\n\\nJohn Hay\\n  1. Not printed."
    >>> [block.kind for block in blocks_of(text)]
    ['title', 'number', 'paragraph', 'signature', 'note']
    """
    lines = list(_lines(text))
    first_note = _first_note(text, lines)
    blocks = _named(text, _runs(lines[:first_note]))
    for line in lines[first_note:]:
        if match := _NOTE.match(text, _line_start(text, line), line.end):
            blocks.append(Block("note", line.start, line.end, line.gap, match.end() - line.start))
        else:  # a note of several lines
            blocks[-1] = blocks[-1]._replace(end=line.end)
    return blocks


def _lines(text: str) -> Iterator[Line]:
    start = gap = 0
    for line in text.split("\n"):
        if stripped := line.strip():
            first = start + len(line) - len(line.lstrip())
            yield Line(first, first + len(stripped), gap)
            gap = 0
        else:
            gap += 1
        start += len(line) + 1


def _line_start(text: str, line: Line) -> int:
    return text.rfind("\n", 0, line.start) + 1


def _first_note(text: str, lines: list[Line]) -> int:
    """Return the index of the first line of the list of notes, which ends the text."""
    for index in range(len(lines) - 1, -1, -1):
        match = _NOTE.match(text, _line_start(text, lines[index]), lines[index].end)
        if match and match[1] == "1":
            return index
        if lines[index].gap:
            break
    return len(lines)


def _runs(lines: list[Line]) -> list[list[Line]]:
    runs: list[list[Line]] = []
    for line in lines:
        if line.gap or not runs:
            runs.append([])
        runs[-1].append(line)
    return runs


def _named(text: str, runs: list[list[Line]]) -> list[Block]:
    """Say what each run is: the head from the top, the foot from the bottom, then the body."""
    blocks = [Block("paragraph", run[0].start, run[-1].end, run[0].gap) for run in runs]
    read = [PAGE.sub("", text[block.start : block.end]).strip() for block in blocks]
    kinds = ["paragraph"] * len(blocks)
    top = 0
    if len(blocks) > 1 and _is_title(read[0]):
        kinds[0], top = "title", 1
    if top < len(blocks) and _NUMBER.match(read[top]):
        kinds[top], top = "number", top + 1
    bottom = _name_foot(read, kinds, top)
    for index in range(top, bottom):
        if index == top and SALUTATION.fullmatch(read[index]):
            kinds[index] = "salutation"
        elif index + 1 < bottom and _is_heading(read[index]):
            kinds[index] = "heading"
    return [block._replace(kind=kind) for block, kind in zip(blocks, kinds, strict=True)]


def _name_foot(read: list[str], kinds: list[str], top: int) -> int:
    """Name closing and signature from the bottom up; return where the body ends."""
    bottom = len(read)
    while bottom - 1 > top and _is_signature(read[bottom - 1]):
        bottom -= 1
        kinds[bottom] = "signature"
    if bottom - 1 > top and _CLOSING.match(read[bottom - 1]) and len(read[bottom - 1]) < 200:
        bottom -= 1
        kinds[bottom] = "closing"
    return bottom


def _is_title(block: str) -> bool:
    if len(block) > _TITLE_LENGTH or SALUTATION.match(block):
        return False
    return bool(_GENRE.match(block) or (" to " in block and _is_capitalised(block)))


def _is_heading(block: str) -> bool:
    return (
        "\n" not in block
        and len(block.split()) <= _HEADING_WORDS
        and block[-1:] not in ",:;"
        and _is_capitalised(block)
    )


def _is_signature(block: str) -> bool:
    lines = block.split("\n")
    return all(
        len(line.split()) <= _SIGNATURE_WORDS and _is_capitalised(line) and not _CLOSING.match(line)
        for line in lines
    )


def _is_capitalised(line: str) -> bool:
    """Tell whether all words but the small ones begin with a capital."""
    words = [word.strip("“”‘’\"'([.,:;!?)]*†‡") for word in line.split()]
    big = [word for word in words if word and word.lower() not in _SMALL]
    return bool(big) and any(w[0].isupper() for w in big) and not any(w[0].islower() for w in big)
