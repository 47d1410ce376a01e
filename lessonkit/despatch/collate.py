"""Lays a copy beside the whole text, word by word, and says what the copy lost and where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from lessonkit.errors import DocumentError
from lessonkit.layout import Layout, is_file_number

_TOKEN = re.compile(r"\[Page [^\[\]\s]{1,12}\]|[^\W\d_]+|\d+|[^\w\s]|_")
_SAME = 5  # words that show the two to be in step again, one of them may be lost
_FAR = 800  # how many words of the whole a copy may have lost at one place
_APART = 500  # places where they cannot be brought in step: then they are two documents
_MARKS = {
    "“": "opening quotation mark", "‘": "opening quotation mark",
    "”": "closing quotation mark", "’": "closing quotation mark",
}  # fmt: skip


class Token(NamedTuple):
    """A word, a number, a mark of punctuation, a page break: it and where it stands."""

    word: str
    start: int
    end: int


def collated(copy: Layout, whole: Layout) -> list[tuple[str, int]]:
    """Say what a copy lost of the whole text, and at which offset of the copy it stood."""
    ours, theirs = _tokens(whole), _tokens(copy)
    named = _Names(whole)
    lost = []
    for first, last, at in _missing(ours, theirs):
        pieces = groupby(ours[first:last], key=lambda token: named.piece(token.start))
        for (kind, number), tokens in pieces:
            what = named.of(kind, number, list(tokens))
            behind = kind == "marker" and at > 0
            lost.append((what, theirs[at - 1].end if behind else _start(theirs, at, copy)))
    return lost


def _start(tokens: list[Token], at: int, laid: Layout) -> int:
    return tokens[at].start if at < len(tokens) else len(laid.text)


def _tokens(laid: Layout) -> list[Token]:
    """Cut a text into words; a marker that is glued to a number is a word of its own."""
    edges = sorted({edge for mark in laid.markers for edge in (mark.start, mark.end)})
    tokens, start = [], 0
    for edge in [*edges, len(laid.text)]:
        for match in _TOKEN.finditer(laid.text, start, edge):
            tokens.append(Token(match[0], *match.span()))
        start = edge
    return tokens


def _missing(ours: list[Token], theirs: list[Token]) -> Iterator[tuple[int, int, int]]:
    """Yield first and last word of ours that theirs has not, and where in theirs they stood."""
    i = j = failed = 0
    while i < len(ours) and j < len(theirs):
        if ours[i].word == theirs[j].word:
            i, j = i + 1, j + 1
            continue
        lost, added = _in_step(ours, theirs, i, j)
        if not lost and not added:
            lost, failed = 1, failed + 1
            added = 1
            if failed > _APART:
                raise DocumentError(
                    "the text and its encoding have too little in common: expected one document "
                    "twice, found two. Name the document that the text is a copy of."
                )
        if lost:
            yield i, i + lost, j
        i, j = i + lost, j + added
    if i < len(ours):
        yield i, len(ours), j


def _in_step(ours: list[Token], theirs: list[Token], i: int, j: int) -> tuple[int, int]:
    """Return how many words to skip in each until they agree again; 0, 0 if they do not."""
    mine, yours = _words(ours, i), _words(theirs, j)
    for far in range(1, _FAR):
        if i + far <= len(ours) and _agree(_words(ours, i + far), yours):
            return far, 0
        if j + far <= len(theirs) and _agree(mine, _words(theirs, j + far)):
            return 0, far
        both = i + far < len(ours) and j + far < len(theirs)
        if both and _agree(_words(ours, i + far), _words(theirs, j + far)):
            return far, far
    return 0, 0


def _agree(mine: list[str], yours: list[str]) -> bool:
    """Tell whether two runs of words begin alike, but for one word that either lacks."""
    if mine[:2] != yours[:2]:
        return False
    return mine[2:3] == yours[2:3] or mine[3:] == yours[2:-1] or mine[2:-1] == yours[3:]


def _words(tokens: list[Token], at: int) -> list[str]:
    return [token.word for token in tokens[at : at + _SAME]]


class _Names:
    """Names the pieces of a text: its blocks, and the marks in them."""

    def __init__(self, laid: Layout):
        self._laid = laid
        self._spans = laid.spans
        self._starts = [span.start for span in laid.spans]
        self._called = {mark.start: i for i, mark in enumerate(laid.called_by, start=1) if mark}

    def piece(self, offset: int) -> tuple[str, int]:
        """Return what an offset is part of: a mark by where it stands, else a block's number."""
        span = self._spans[bisect_right(self._starts, offset) - 1]
        return span.kind, span.start if span.kind in ("page", "marker") else span.block or 0

    def of(self, kind: str, number: int, tokens: list[Token]) -> str:
        """Say in words what was lost."""
        words = " ".join(self._laid.text[tokens[0].start : tokens[-1].end].split())
        if kind == "page":
            return f"number of page {words.removeprefix('[Page ').removesuffix(']')}"
        if kind == "marker":
            return f"note marker {words} (note {self._called.get(number, '?')})"
        if kind == "label":
            return f"file number {words}" if is_file_number(words) else f"label {words}"
        if kind == "dateline":
            whole = self._laid.blocks[number - 1]
            end = whole.start + whole.dateline
            return f"dateline: {' '.join(self._laid.text[whole.start : end].split())}"
        if words in _MARKS:
            return _MARKS[words]
        return f"words: {words}" if kind == "paragraph" else f"{kind} {words}"
