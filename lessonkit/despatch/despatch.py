"""What a reader holds in hand: a document with its tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib import import_module
from pathlib import Path

import pandas as pd

from lessonkit.despatch.events import program_events
from lessonkit.despatch.schema import table
from lessonkit.despatch.summary import summary
from lessonkit.despatch.tables import dates_table, notes_table, sections_table
from lessonkit.layout import Layout

_PARTIES = re.compile(r"(.+?\)|[^)]+?),? to (.+)")  # "The Assistant to X (Y) to Z"


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
    left_out : list of (str, int, int) or None
        Of a document read from TEI: what the site's plain text leaves out, and where it stands.
    whole : Despatch or None
        The same document read from TEI, if `load` was given it.
    path : pathlib.Path or None
        The file it was read from; None for the bundled despatch.
    document : str or None
        Its name in a volume, such as ``"d283"``.

    Examples
    --------
    >>> import lessonkit
    >>> despatch = lessonkit.load()
    >>> despatch.number, len(despatch.events)
    ('1667', 30)
    """

    layout: Layout
    card: dict
    written: date | None
    annotations: pd.DataFrame | None = None
    left_out: list[tuple[str, int, int]] | None = None
    whole: Despatch | None = None
    path: Path | None = None
    document: str | None = None

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
        telegrams = [self.text[b.start + b.dateline :][: b.number] for b in own[:1]]
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

    @property
    def losses(self) -> pd.DataFrame:
        """What the plain copy lost of the printed page, and where: shape (losses, 4)."""
        return self._losses.copy()

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
        try:
            passage = (int(row.start), int(row.end))
        except (AttributeError, TypeError, ValueError, OverflowError):
            raise TypeError(
                f"show: expected one row of a table, found {type(row).__name__}. "
                "Take a row out first, for example despatch.events.loc[7]."
            ) from None
        if not 0 <= passage[0] < passage[1] <= len(self.text):
            raise TypeError(
                f"show: {passage[0]} to {passage[1]} is no passage of this text. A row of losses has "
                "none where all of it is lost; take a row of another table."
            )
        # named, not imported: the widgets are built on this package, and load when they are needed
        return import_module("lessonkit.widgets").Reader(self, passage=passage)

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
    def _losses(self) -> pd.DataFrame:
        from lessonkit.despatch.losses import losses_table  # here, because few who load ask for it

        return losses_table(self)

    @cached_property
    def _parties(self) -> tuple[str | None, str | None]:
        parties = _PARTIES.fullmatch(self.title.rstrip("."))
        return (parties[1], parties[2]) if parties else (None, None)

    def _blocks(self, kind: str) -> str:
        own = [b for b in self.layout.blocks if b.kind == kind and not b.enclosure]
        return " ".join(self.layout.read(b.start, b.end) for b in own)
