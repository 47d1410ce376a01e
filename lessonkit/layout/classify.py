"""What each block of a document is: the head from the top, the foot from the bottom, then the body."""

from __future__ import annotations

from typing import NamedTuple

from lessonkit.layout import patterns as shapes
from lessonkit.layout.datelines import dateline_end
from lessonkit.layout.patterns import NUMBER, is_label

_BELOW = 4  # blocks that can stand below a signature


class Name(NamedTuple):
    """What a block is."""

    kind: str
    enclosure: int = 0  # which enclosure it is part of; 0 for the document itself
    dated: bool = False  # whether it may begin with a dateline
    numbered: bool = False  # with the number of a telegram


def names_of(read: list[str]) -> list[Name]:
    """Say what each block of a document is."""
    starts = [0, *_enclosures(read)]
    names: list[Name] = []
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(read)], strict=True)):
        names += _Part(read[start:end], number).names
    return names


def _enclosures(read: list[str]) -> list[int]:
    """Return where enclosures begin: with that word, or with a title below a signature."""
    return [
        index
        for index in range(1, len(read) - 1)
        if shapes.is_enclosure(read[index])
        or (
            shapes.is_between(read[index])
            and shapes.is_signature(read[index - 1])
            and not shapes.is_enclosure(read[index - 1])
            and not shapes.is_between(read[index - 1])
        )
    ]


def telegram_number(title: str, first: str, rest: list[str]) -> int:
    """Tell how much of a text's first paragraph the number of a telegram takes.

    Parameters
    ----------
    title, first : str
        The document's title and its first paragraph.
    rest : list of str
        The blocks that follow; if one has the next number, it is a list's number.

    Returns
    -------
    int
        Number of characters, 0 where there is none.

    Examples
    --------
    >>> telegram_number("The Consul (Wu) to the Secretary of State", "608. Our 590.", [])
    5
    """
    match = shapes.TELEGRAM.match(first)
    if not match or not shapes.is_between(title):
        return 0
    following = f"{int(match[1]) + 1}. "
    return 0 if any(other.startswith(following) for other in rest) else match.end()


class _Part:
    """The document itself or an enclosure: names its blocks from both ends inwards."""

    def __init__(self, read: list[str], enclosure: int):
        self._read = read
        self._enclosure = enclosure
        self._kinds = ["paragraph"] * len(read)
        self._dated: set[int] = set()
        self._numbered: int | None = None
        top = self._head()
        self._body(top, self._foot(top))

    @property
    def names(self) -> list[Name]:
        return [
            Name(kind, self._enclosure, index in self._dated, index == self._numbered)
            for index, kind in enumerate(self._kinds)
        ]

    def _head(self) -> int:
        """Name what stands above the text; return where the text begins."""
        at = self._titles()
        number = False
        while at < len(self._read) and (kind := self._above(self._read[at])):
            if kind == "paragraph":
                self._dated.add(at)
                end = dateline_end(self._read[at])
                if end < len(self._read[at]):
                    break
            number |= kind == "number"
            self._kinds[at] = kind
            at += 1
        if at < len(self._read) and not number and self._is_numbered(at):
            self._numbered = at
        return at

    def _titles(self) -> int:
        """Name labels above the title, and the title; an enclosure's are headings."""
        read, at = self._read, 0
        if self._enclosure:
            at = int(shapes.is_enclosure(read[0]))
            if at < len(read) - 1:
                captioned = shapes.is_caption(read[at]) and not shapes.is_signature(read[at + 1])
                at += shapes.is_between(read[at]) or not at or captioned
            self._kinds[:at] = ["heading"] * at
            return at
        while at < len(read) - 1 and is_label(read[at]):
            at += 1
        if at and not (at < len(read) - 1 and shapes.is_title(read[at])):
            at = 0
        if len(read) > 1 and shapes.is_title(read[at]):
            self._kinds[: at + 1] = ["label"] * at + ["title"]
            return at + 1
        return 0

    def _above(self, block: str) -> str | None:
        """Return the kind of a block between title and text; a dateline is a paragraph."""
        if NUMBER.match(block):
            return "number"
        if is_label(block):
            return "label"
        return "paragraph" if dateline_end(block) else None

    def _is_numbered(self, at: int) -> bool:
        if "title" not in self._kinds:
            return False
        title, block = self._read[self._kinds.index("title")], self._read[at]
        after = dateline_end(block) if at in self._dated else 0
        return telegram_number(title, block[after:], self._read[at + 1 :]) > 0

    def _foot(self, top: int) -> int:
        """Name closing and signature from the bottom up; return where the body ends."""
        read = self._read
        below = len(read)
        while below - 1 > top and len(read) - below < _BELOW and shapes.is_below(read[below - 1]):
            below -= 1
        bottom = below
        while bottom - 1 > top and shapes.is_signature(read[bottom - 1]):
            bottom -= 1
        signed = bottom
        if bottom - 1 > top and shapes.is_closing(read[bottom - 1]):
            bottom -= 1
        if bottom == below:
            return len(read)
        self._kinds[bottom:signed] = ["closing"] * (signed - bottom)
        self._kinds[signed:below] = ["signature"] * (below - signed)
        for index in range(below, len(read)):
            self._kinds[index] = "paragraph" if dateline_end(read[index]) else "closing"
            self._dated.add(index)
        return bottom

    def _body(self, top: int, bottom: int) -> None:
        """Name salutation and headings."""
        read = self._read
        if top < bottom and shapes.SALUTATION.fullmatch(read[top]):
            self._kinds[top] = "salutation"
        for index in range(top, bottom - 1):
            if self._kinds[index] == "paragraph" and shapes.is_heading(read[index]):
                listed = shapes.is_item(read[index]) and shapes.is_item(read[index + 1])
                before = index > top and shapes.is_item(read[index - 1])
                if not listed and not (before and shapes.is_item(read[index])):
                    self._kinds[index] = "heading"
