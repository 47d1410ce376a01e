"""The marks that print left inside the words: page breaks and the markers of notes."""

from __future__ import annotations

import re
from typing import NamedTuple

PAGE = re.compile(r"\[Page ([^\[\]\s]{1,12})\]")
_LETTER_OR_STOP = r"[^\W\d_]|[.,;:!?)\]”’\"'—–-]"
_NUMBER = re.compile(
    rf"""(?=[1-9])(?:(?<={_LETTER_OR_STOP})|(?<=\b1[5-9]\d\d)|(?<=\b20\d\d))
    (?<!\d:)(?<!\d[–—-])(?<!\b[A-Z][–-])(?<![\s(]’)(?<!No\.)(?<!Nos\.)  # 10:30, 1926–27, G-2, ’32
    (?:(?<!\d\.)|(?<=\b[12]\d{{3}}\.)|(?=\d{{1,3}}(?:\s+[A-Z“]|\s*$)))  # 4.5 million
    (?!(?<=\b\d,)\d{{3}}|(?<=\b\d\d,)\d{{3}}|(?<=\b\d\d\d,)\d{{3}})  # 1,500
    ([1-9]\d{{0,2}})(?![\d/]|,\d|[^\W\d_])""",
    re.VERBOSE,
)
_SYMBOL = re.compile(rf"(?=[*†‡§])(?<={_LETTER_OR_STOP})([*†‡§]{{1,3}})(?=\s|$)")
_AUTHORS = re.compile(r"\[footnote in (?:the )?original", re.IGNORECASE)
_LOST_BETWEEN = 3  # how many numbers in a row a copy may have lost between two it kept


class Mark(NamedTuple):
    """A page break (value: the page) or a note marker (value: as it stands)."""

    start: int
    end: int
    value: str


def page_breaks(text: str) -> list[Mark]:
    """Find the page markers, such as ``[Page 294]``.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of Mark
        In order; the value is the page as printed.

    Examples
    --------
    >>> page_breaks("in endeavors [Page 294] to obtain")
    [Mark(start=13, end=23, value='294')]
    """
    return [Mark(*match.span(), match[1]) for match in PAGE.finditer(text)]


def without(marks: list[Mark], text: str) -> str:
    """Return the text with spaces in place of the marks, every offset kept.

    Parameters
    ----------
    marks : list of Mark
        Marks in the text's order.
    text : str
        The text that they stand in.

    Returns
    -------
    str
        A string of the same length.

    Examples
    --------
    >>> without(page_breaks("Yang [Page 295] Chieh"), "Yang [Page 295] Chieh")
    'Yang            Chieh'
    """
    pieces, end = [], 0
    for mark in marks:
        pieces += [text[end : mark.start], " " * (mark.end - mark.start)]
        end = mark.end
    return "".join([*pieces, text[end:]])


def is_authors(note: str) -> bool:
    """Tell whether a note was the author's own, not the editors'.

    Parameters
    ----------
    note : str
        The note's text.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_authors("Moscow Pravda, September 5, 1938. [Footnote in the original.]")
    True
    >>> is_authors("Not printed.")
    False
    """
    return bool(_AUTHORS.search(note))


def note_markers(text: str, notes: list[str]) -> tuple[list[Mark], list[Mark | None]]:
    """Find the markers in a text and match them with its notes.

    Editors number their notes on through a volume, so the numbers of a document follow one
    another but seldom begin at 1; the author's own notes have symbols. Numbers are matched
    with the editors' notes in order, symbols with the author's notes in order.

    Parameters
    ----------
    text : str
        The text before the list of notes.
    notes : list of str
        The notes in the list's order.

    Returns
    -------
    markers : list of Mark
        In the text's order.
    matched : list of (Mark or None)
        One for each note; None where the text has lost the marker.

    Examples
    --------
    >>> note_markers("dated July 14, 1938,5 regarding", ["Not printed."])
    ([Mark(start=20, end=21, value='5')], [Mark(start=20, end=21, value='5')])
    """
    editors = [i for i, note in enumerate(notes) if not is_authors(note)]
    authors = [i for i, note in enumerate(notes) if is_authors(note)]
    numbers = _run_of_numbers([Mark(*m.span(), m[1]) for m in _NUMBER.finditer(text)], len(editors))
    symbols = [Mark(*m.span(), m[1]) for m in _SYMBOL.finditer(text)][: len(authors)]
    matched: list[Mark | None] = [None] * len(notes)
    for mark in numbers:
        matched[editors[int(mark.value) - int(numbers[0].value)]] = mark
    for note, mark in zip(authors, symbols, strict=False):
        matched[note] = mark
    return sorted(numbers + symbols), matched


def _run_of_numbers(candidates: list[Mark], notes: int) -> list[Mark]:
    """Choose the longest run of rising numbers that the notes can account for.

    Among runs of one length the one with fewer gaps wins, then the earlier.
    """
    best: dict[int, tuple[int, int, int]] = {}  # last number -> (length, -gaps, first number)
    back: dict[int, int | None] = {}  # candidate -> the candidate before it in its run
    holder: dict[int, int] = {}  # last number -> candidate
    top: tuple[tuple[int, int], int] | None = None
    for index, mark in enumerate(candidates):
        number = int(mark.value)
        run, before = (1, 0, number), None
        for step in range(1, _LOST_BETWEEN + 2):
            length, gaps, first = best.get(number - step, (0, 0, number))
            extended = (length + 1, gaps - (step - 1), first)
            if length and number - first < notes and extended[:2] > run[:2]:
                run, before = extended, holder[number - step]
        if notes and run[:2] > best.get(number, (0, 0, 0))[:2]:
            best[number], holder[number], back[index] = run, index, before
            if top is None or run[:2] > top[0]:
                top = run[:2], index
    chosen: list[Mark] = []
    index = top[1] if top else None
    while index is not None:
        chosen.append(candidates[index])
        index = back[index]
    return chosen[::-1]
