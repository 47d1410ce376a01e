"""The notes in a grid: whose they are, and whether they say that a paper was left out."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd
from matplotlib.patches import Rectangle

from lessonkit.charts._chart import Chart, canvas, columns_of, scale_of, small
from lessonkit.style import BLUE, INK, PAPER, VERMILLION

_OWNERS = {"author": ("the author’s\nown", BLUE), "editor": ("the editors’", VERMILLION)}
_SAYS = {False: "says that it is not printed", None: "says nothing of printing", True: "printed"}
_LINE, _HEAD, _GAP, _PAD = 0.175, 0.3, 0.1, 0.1  # inches
_LEFT, _WIDE = 1.15, 3.45  # where the cards begin, and how wide one is
_CHARACTERS = 40  # of a line
_IN_ORIGINAL = re.compile(r"\s*\[Footnote[^\]]*\]", re.IGNORECASE)  # the row says it


class _Card(NamedTuple):
    """What stands on a card, and how tall it is."""

    head: tuple[str, str]
    lines: list[str]
    colour: str
    lost: bool

    @property
    def height(self) -> float:
        return _HEAD + _LINE * len(self.lines) + _PAD


def note_grid(
    notes: pd.DataFrame, in_print: Sequence[str] | None = None, size: str = "page"
) -> Chart:
    """Lay the notes out as cards: a row for whose they are, a column for what they say of printing.

    Which marker calls a note is for the reader to find; it is drawn once the marks of the print
    are given. Then a card with a dashed edge is a note whose marker is lost in the text.

    Parameters
    ----------
    notes : pandas.DataFrame
        The notes table.
    in_print : sequence of str, optional
        The mark that each note has in print, in the list's order.
    size : str
        ``"page"``, or ``"room"`` for a projector (18 points).

    Returns
    -------
    Chart
        Its table has a row for each note.

    Raises
    ------
    ValueError
        If `size` is neither, there is no note, or not a mark for each.

    Examples
    --------
    >>> import lessonkit
    >>> note_grid(lessonkit.load().notes).alt[:74]
    'Grid of 9 notes as cards: 4 of the author’s own above, 5 of the editors’ b'
    """
    scale, table = scale_of(size), _table(notes, in_print)
    columns = _columns(table)
    cells = {
        (by, column): [_card(row) for row in table[(table["by"] == by) & holds].itertuples()]
        for by in _OWNERS
        if (table["by"] == by).any()
        for column, holds in columns.items()
    }
    tall = {by: max(_stacked(cells[by, column]) for column in columns) for by, _ in cells}
    width = _LEFT + (_WIDE + _GAP) * len(columns)
    height = 0.45 + sum(tall.values()) + 0.25 * len(tall)
    figure, axes = canvas(width, height, scale)
    axes.set(xlim=(0, width), ylim=(height, 0))
    axes.set_axis_off()
    _lay(axes, cells, tall, list(columns), scale)
    return Chart(figure, _alt(table), _CAPTION + (_LOST if in_print else ""), table)


def _table(notes: pd.DataFrame, in_print: Sequence[str] | None) -> pd.DataFrame:
    """Return the notes that are drawn; with their markers only if the print is given."""
    columns_of(notes, "note", "marker", "text", "by", "printed")
    known = notes[notes["by"].isin(list(_OWNERS))].reset_index(drop=True)
    if known.empty:
        raise ValueError("notes: expected at least one note of an author or editor, found none.")
    table = known[["note", "text", "by", "printed"]]
    if not in_print:
        return table
    if len(in_print) != len(known):
        raise ValueError(
            f"in_print: expected a mark for each of {len(known)} notes, found {len(in_print)}."
        )
    return table.assign(marker=known["marker"], in_print=list(in_print))


_CAPTION = (
    "Each card a note, with its number in the list. Upper row: notes that say they stood in the "
    "original; what they say of printing is in brackets, and the editors’."
)
_LOST = " Dashed edge: the marker that the digital edition has is lost in our copy."


def _columns(notes: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of the grid, and which notes belong in each."""
    printed = _printed(notes)
    holds = {
        says: pd.Series([value is key for value in printed], notes.index)
        for key, says in _SAYS.items()
    }
    return {says: which for says, which in holds.items() if which.any()}


def _printed(notes: pd.DataFrame) -> list[bool | None]:
    return [None if pd.isna(value) else bool(value) for value in notes["printed"]]


def _card(row) -> _Card:
    words = _IN_ORIGINAL.sub("", row.text).strip() or row.text
    mark, lost = getattr(row, "in_print", ""), pd.isna(getattr(row, "marker", ""))
    mark = mark and (f"lost: {mark}" if lost else f"marker {row.marker}")
    head = (str(row.note), mark)
    return _Card(head, _wrapped(words), _OWNERS[row.by][1], lost)


def _wrapped(words: str) -> list[str]:
    """Set words in three lines at most; two are made even."""
    wide = _CHARACTERS
    if wide < len(words) <= 2 * wide - 10:
        wide = len(words) // 2 + 6
    return textwrap.wrap(words, wide, max_lines=3, placeholder=" …")


def _stacked(cards: list[_Card]) -> float:
    return sum(card.height + _GAP for card in cards) or _HEAD


def _lay(axes, cells: dict, tall: dict[str, float], columns: list[str], scale: float) -> None:
    lefts = {column: _LEFT + (_WIDE + _GAP) * at for at, column in enumerate(columns)}
    for column, left in lefts.items():
        _say(axes, left, 0.18, column, scale, weight="bold")
    top = 0.45
    for by, height in tall.items():
        axes.plot([0, max(lefts.values()) + _WIDE], [top, top], color=INK, linewidth=scale)
        _say(axes, 0.0, top + 0.32, _OWNERS[by][0], scale, weight="bold")
        for column, left in lefts.items():
            down = top + 0.12
            for card in cells[by, column]:
                _draw(axes, card, left, down, scale)
                down += card.height + _GAP
            if not cells[by, column]:
                _say(axes, left, top + 0.32, "none", scale, style="italic")
        top += height + 0.25


def _draw(axes, card: _Card, left: float, top: float, scale: float) -> None:
    axes.add_patch(
        Rectangle(
            (left, top), _WIDE - 0.05, card.height, facecolor=PAPER, edgecolor=card.colour,
            linewidth=1.8 * scale, linestyle=(0, (3, 1.5)) if card.lost else "-",
        )
    )  # fmt: skip
    if not card.lost:
        axes.add_patch(Rectangle((left, top), 0.09, card.height, facecolor=card.colour))
    number, marker = card.head
    _say(axes, left + 0.2, top + 0.19, number, scale, weight="bold", larger=1.2)
    _say(axes, left + _WIDE - 0.15, top + 0.19, marker, scale, ha="right",
         weight="bold" if card.lost else "normal")  # fmt: skip
    for at, line in enumerate(card.lines):
        _say(axes, left + 0.2, top + _HEAD + _LINE * (at + 0.55), line, scale)


def _say(axes, x: float, y: float, words: str, scale: float, larger: float = 1, **style) -> None:
    axes.text(
        x, y, words, fontsize=small(scale) * larger, color=INK, va="center", parse_math=False,
        **style,
    )  # fmt: skip


def _alt(notes: pd.DataFrame) -> str:
    own = notes["by"] == "author"
    left_out = pd.Series([value is False for value in _printed(notes)], notes.index)
    alt = (
        f"Grid of {len(notes)} notes as cards: {int(own.sum())} of the author’s own above, "
        f"{int((~own).sum())} of the editors’ below; {int((left_out & own).sum())} and "
        f"{int((left_out & ~own).sum())} of them say that something is not printed (left column)."
    )
    if "in_print" in notes:
        lost = notes["marker"].isna()
        alt += (
            f" Dashed cards have lost their marker: {int((lost & own).sum())} of the author’s own, "
            f"{int((lost & ~own).sum())} of the editors’."
        )
    return alt
