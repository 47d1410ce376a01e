"""What a reader holds in hand: a document with its tables. ``load`` opens one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import ClassVar

import pandas as pd

from lessonkit import source
from lessonkit.datelines import day_of
from lessonkit.dates import as_date, dates_table
from lessonkit.errors import DocumentError
from lessonkit.events import program_events
from lessonkit.layout import Layout, layout
from lessonkit.notes import notes_table
from lessonkit.sections import sections_table
from lessonkit.summary import summary
from lessonkit.tables import table

_PARTIES = re.compile(r"(.+?\)|[^)]+?),? to (.+)")  # "The Assistant to X (Y) to Z"
_MARKUP = re.compile(r"\s*(?:<[!?a-z]|\{\\rtf|%PDF)", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Despatch:
    """A document of the series with its tables; made by `load`.

    Every row of `sections`, `dates`, `notes` and `events` has `start` and `end` such that
    ``despatch.text[start:end]`` is the row's quotation. Each table is a fresh copy: change it
    as you like. The columns are described in the README's data dictionary.

    Attributes
    ----------
    layout : Layout
        The text with its spans and the reading.
    card : dict
        What is known of the document from outside its text.
    written : datetime.date or None
        The document's own date, as far as it was used to date what it says.
    annotations : pandas.DataFrame or None
        The editor's events, if a file of them stands beside the text.
    """

    layout: Layout
    card: dict
    written: date | None
    annotations: pd.DataFrame | None = None

    @property
    def text(self) -> str:
        """The document as it stands in the file."""
        return self.layout.text

    @property
    def reading(self) -> str:
        """The text without page and note markers, white space joined, a block a line."""
        return self.layout.reading

    @property
    def title(self) -> str:
        """The editors' title, which names sender and recipient."""
        return self._blocks("title")

    @property
    def number(self) -> str | None:
        """The document's number, digits only, if it has one."""
        own = [block for block in self.layout.blocks if not block.enclosure and block.number]
        telegrams = [self.text[b.start + b.dateline :][: b.number] for b in own]
        number = re.search(r"\d[\d,]*", self._blocks("number") or "".join(telegrams))
        return number and number[0].replace(",", "")

    @property
    def sender(self) -> str | None:
        """Who sends it, by the title."""
        return self._parties[0]

    @property
    def recipient(self) -> str | None:
        """Whom it is addressed to, by the title."""
        return self._parties[1]

    @property
    def signed(self) -> str | None:
        """The signature; who signed need not have drafted."""
        return self._blocks("signature") or None

    @property
    def sections(self) -> pd.DataFrame:
        """The sections, one a row: shape (sections, 10)."""
        return self._sections.copy()

    @property
    def dates(self) -> pd.DataFrame:
        """The dates, one a row, in the text's order: shape (dates, 10)."""
        return self._dates.copy()

    @property
    def notes(self) -> pd.DataFrame:
        """The notes, one a row, in the list's order: shape (notes, 10)."""
        return self._notes.copy()

    @property
    def events(self) -> pd.DataFrame:
        """The events, one a row: shape (events, 17); an editor's if there is a file of them."""
        return self._events.copy()

    @property
    def spans(self) -> pd.DataFrame:
        """What each character is part of: shape (spans, 4), in order, no gap, no overlap."""
        return self._spans.copy()

    def __repr__(self) -> str:
        number = f", No. {self.number}" if self.number else ""
        return f"<Despatch: {self.title}{number}; {len(self._sections)} sections>"

    def __str__(self) -> str:
        return summary(self)

    def show(self, row):
        """Open the reader at a row's passage, highlighted.

        Parameters
        ----------
        row : row of a table
            Of sections, dates, notes or events: a Series (``despatch.events.loc[7]``) or a tuple
            of ``itertuples()``; anything with `start` and `end`.

        Returns
        -------
        lessonkit.widgets.Reader

        Raises
        ------
        TypeError
            If it has no `start` and `end`, or they are no passage of this text.

        Examples
        --------
        >>> import lessonkit
        >>> despatch = lessonkit.load()
        >>> despatch.show(despatch.events.loc[7]).position
        5
        """
        start, end = getattr(row, "start", None), getattr(row, "end", None)
        try:
            passage = (int(start), int(end))
        except (TypeError, ValueError, OverflowError):
            raise TypeError(
                f"show: expected one row of a table, found {type(row).__name__}. "
                "Take a row out first, for example despatch.events.loc[7]."
            ) from None
        if not 0 <= passage[0] < passage[1] <= len(self.text):
            raise TypeError(f"show: {passage[0]} to {passage[1]} is no passage of this text.")
        return type(self).reader(self, passage=passage)

    # Opens the reader. Set by the package, which alone knows of the widgets above this room.
    reader: ClassVar[Callable]

    @cached_property
    def _sections(self) -> pd.DataFrame:
        return sections_table(self.layout)

    @cached_property
    def _dates(self) -> pd.DataFrame:
        return dates_table(self.layout, self.written)

    @cached_property
    def _notes(self) -> pd.DataFrame:
        return notes_table(self.layout)

    @cached_property
    def _events(self) -> pd.DataFrame:
        if self.annotations is None:
            return program_events(self.layout, self._dates)
        return self.annotations

    @cached_property
    def _spans(self) -> pd.DataFrame:
        return table("spans", self.layout.spans)

    @cached_property
    def _parties(self) -> tuple[str | None, str | None]:
        parties = _PARTIES.fullmatch(self.title.rstrip("."))
        return (parties[1], parties[2]) if parties else (None, None)

    def _blocks(self, kind: str) -> str:
        own = [b for b in self.layout.blocks if b.kind == kind and not b.enclosure]
        return " ".join(self.layout.read(b.start, b.end) for b in own)


def load(path: str | Path | None = None, written: str | date | None = None) -> Despatch:
    """Open a document of the series.

    Parameters
    ----------
    path : str or pathlib.Path, optional
        A plain text file as the Office of the Historian's site gives it. Without one, the
        bundled despatch.
    written : str or datetime.date, optional
        The document's own date, ``"YYYY-MM-DD"``, to date what it says. Without one, the date
        on the card beside the file (``mine.toml`` beside ``mine.txt``), else the dateline's, where
        the text kept it. The bundled despatch is
        read without its date: finding it is lesson 2.

    Returns
    -------
    Despatch

    Raises
    ------
    SourceError
        If the file cannot be read as text.
    DocumentError
        If the text is no document: a web page, or without a title.
    EventsError
        If the file of events beside the text (``mine.events.csv``) does not fit it.
    DateError
        If `written` is no date.

    Examples
    --------
    >>> import lessonkit
    >>> despatch = lessonkit.load()
    >>> despatch.signed, len(despatch.sections)
    ('A. C. Kirk', 8)
    """
    read = source.read(path)
    if _MARKUP.match(read.text):
        raise DocumentError(
            f"{read.name}, line 1: expected plain text, found a web page (HTML) or another "
            "program's format. Open it there, copy the document's text and save it as plain text."
        )
    laid = layout(read.text)
    if not any(block.kind == "title" for block in laid.blocks):
        raise DocumentError(
            f"{read.name}, line 1: expected the document's title, such as 'The Chargé in the "
            "Soviet Union (Kirk) to the Secretary of State', then a blank line and the text; "
            f"found {_first_words(read.text)!r}. Put the title in the first line"
            + (", and leave the second line empty." if _runs_on(read.text) else ".")
        )
    own = as_date(written if written is not None else read.card.get("written"))
    if own is None:
        own = _dateline_day(laid)
    used = own if path is not None or written is not None else None
    return Despatch(laid, read.card, used, _annotations(read.events, laid))


def _dateline_day(laid: Layout) -> date | None:
    """Return the day in the document's own dateline, where the text kept it."""
    lines = [laid.text[b.start :][: b.dateline] for b in laid.blocks if not b.enclosure]
    return next(filter(None, map(day_of, lines)), None)


def _annotations(events: tuple[str, str] | None, laid: Layout) -> pd.DataFrame | None:
    if events is None:
        return None
    from lessonkit.annotations import read_events  # here, because most documents have none

    return read_events(*events, laid)


def _runs_on(text: str) -> bool:
    """Tell whether the first line is followed by a line that is not empty."""
    first, *rest = text.lstrip().split("\n", 2)
    return bool(first and rest and rest[0].strip())


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:8])[:80] + ("…" if len(words) > 8 else "")
