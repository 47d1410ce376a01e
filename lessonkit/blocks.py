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
_NUMBER = re.compile(r"\[?(?:[A-Z]\w+ ){0,2}Nos?\. ?\d[\w,–/-]{0,9}(?: bis)?\.?\]?\d{0,3}$")
_CLOSING = re.compile(
    r"(?:Respectfully|Sincerely|Faithfully|Cordially|Yours|Very (?:truly|respectfully|sincerely))"
    r"\b[^.\n]{0,40}[,.]$"
    r"|Accept,? (?:etc|Excellency|Sir|Mr)\b|I am,? (?:[Ss]ir|etc|with)\b"
    r"|I have,? (?:etc|the honor to (?:be|remain))\b"
    r"|With (?:great|high|renewed) (?:respect|regard|assurances)\b"
)
_NOTE = re.compile(r"[ \t]{1,8}(\d{1,3})\. (?=\S)")
_DATELINE = re.compile(r"[A-Z][\w .]+, (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+),? \d{4}\.?")
_GENRE = re.compile(
    r"(?:Memorand|Minutes|Note|Statement|Press|Draft|Aide|Extract|Circular|Report|Agreement"
    r"|Declaration|Proclamation|Editorial|Convention|Treaty|Protocol|Record|Communiqu)"
)
_SMALL = frozenset(
    "a an and as at between by de du for from in la le nor of on or over the to under upon von "
    "with regarding concerning".split()
)
_TITLE_LENGTH = 400
_TITLE_CAPITALS = 0.5  # of its words that are not small, at the least
_HEADING_WORDS = 25
_CLOSING_LENGTH = 200
_PAGE_LINE = re.compile(rf"\n?{PAGE.pattern}\n?")
_DIGIT = re.compile(r"\d")
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
        title, number, salutation, heading, paragraph, closing, signature, note, or page for
        one that holds page breaks alone.
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
    first = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        match = _NOTE.match(text, _line_start(text, lines[index]), lines[index].end)
        if match and match[1] == "1":
            first = index
        if lines[index].gap and not (match and match[1] != "1"):
            break
    return first


def _runs(lines: list[Line]) -> list[list[Line]]:
    runs: list[list[Line]] = []
    for line in lines:
        if line.gap or not runs:
            runs.append([])
        runs[-1].append(line)
    return runs


def _named(text: str, runs: list[list[Line]]) -> list[Block]:
    """Say what each run is; one that holds page breaks alone is a page."""
    blocks = [Block("page", run[0].start, run[-1].end, run[0].gap) for run in runs]
    read = [_PAGE_LINE.sub(_joint, text[block.start : block.end]).strip() for block in blocks]
    kinds = iter(_kinds([words for words in read if words]))
    return [
        block._replace(kind=next(kinds)) if words else block
        for block, words in zip(blocks, read, strict=True)
    ]


def _joint(page: re.Match) -> str:
    """Return what a page break leaves: a space where a line ended with it."""
    return " " if "\n" in page[0] else ""


def _kinds(read: list[str]) -> list[str]:
    """Say what each block is: the head from the top, the foot from the bottom, then the body."""
    kinds = ["paragraph"] * len(read)
    top = 0
    if len(read) > 1 and _is_title(read[0]):
        kinds[0], top = "title", 1
    if top < len(read) and _NUMBER.match(read[top]):
        kinds[top], top = "number", top + 1
    bottom = _name_foot(read, kinds, top)
    for index in range(top, bottom):
        if index == top and SALUTATION.fullmatch(read[index]):
            kinds[index] = "salutation"
        elif index + 1 < bottom and _is_heading(read[index]):
            kinds[index] = "heading"
    return kinds


def _name_foot(read: list[str], kinds: list[str], top: int) -> int:
    """Name closing and signature from the bottom up; return where the body ends."""
    bottom = len(read)
    while bottom - 1 > top and _is_signature(read[bottom - 1]):
        bottom -= 1
        kinds[bottom] = "signature"
    if bottom - 1 > top and _is_closing(read[bottom - 1]):
        bottom -= 1
        kinds[bottom] = "closing"
    return bottom


def _is_title(block: str) -> bool:
    if len(block) > _TITLE_LENGTH or SALUTATION.match(block) or block[-1:] in ",;:":
        return False
    return bool(_GENRE.match(block)) or _capitals(block) >= _TITLE_CAPITALS


def _is_closing(block: str) -> bool:
    return len(block) < _CLOSING_LENGTH and bool(_CLOSING.match(block)) and not _DIGIT.search(block)


def _is_heading(block: str) -> bool:
    return (
        "\n" not in block
        and len(block.split()) <= _HEADING_WORDS
        and block[-1:] not in ",:;"
        and _capitals(block) == 1
        and not SALUTATION.match(block)
        and not _DATELINE.fullmatch(block)
    )


def _is_signature(block: str) -> bool:
    return all(
        len(line.split()) <= _SIGNATURE_WORDS
        and _capitals(line) == 1
        and not _CLOSING.match(line)
        and not _DATELINE.fullmatch(line)
        for line in block.split("\n")
    )


def _capitals(line: str) -> float:
    """Return the share of words that begin with a capital, the small ones not counted."""
    words = [word.strip("“”‘’\"'([.,:;!?)]*†‡") for word in line.split()]
    big = [word[0] for word in words if word[:1].isalpha() and word.lower() not in _SMALL]
    return sum(letter.isupper() for letter in big) / len(big) if big else 0.0
