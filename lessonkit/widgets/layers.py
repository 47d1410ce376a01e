"""What can be laid over a page: the dates with their values, the notes that markers call."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from lessonkit.despatch import Despatch


class Overlay(NamedTuple):
    """A stretch of the text that is set off; the label is shown behind it."""

    start: int
    end: int
    kind: str
    label: str = ""


def dates_layer(despatch: Despatch) -> list[Overlay]:
    """Set off each date, labelled with its value in EDTF and whether its year stands there.

    Parameters
    ----------
    despatch : Despatch
        The document.

    Returns
    -------
    list of Overlay

    Examples
    --------
    >>> import lessonkit
    >>> dates_layer(lessonkit.load())[1].label
    '1938-08-10, year not in the words'
    """
    return [
        Overlay(row.start, row.end, "date", _label(row.edtf, row.basis))
        for row in despatch.dates.itertuples()
    ]


def notes_layer(despatch: Despatch) -> list[Overlay]:
    """Set off each note marker that is left; which note it calls is for the reader to find.

    Parameters
    ----------
    despatch : Despatch
        The document.

    Returns
    -------
    list of Overlay

    Examples
    --------
    >>> import lessonkit
    >>> notes_layer(lessonkit.load())[0].label
    'note marker'
    """
    notes = despatch.notes.dropna(subset="marker_start")
    return [
        Overlay(int(start), int(start) + len(marker), "note", "note marker")
        for marker, start in notes[["marker", "marker_start"]].itertuples(index=False)
    ]


LAYERS = {"dates": ("Dates", dates_layer), "notes": ("Note markers", notes_layer)}


def cut(start: int, end: int, overlays: Iterable[Overlay]) -> list[tuple[int, int, list[Overlay]]]:
    """Cut a range where overlays begin and end, and say which lie over each piece.

    Parameters
    ----------
    start, end : int
        The range.
    overlays : iterable of Overlay
        They may overlap, and reach beyond the range.

    Returns
    -------
    list of (int, int, list of Overlay)
        Pieces that tile the range.

    Examples
    --------
    >>> [piece[:2] for piece in cut(0, 9, [Overlay(2, 5, "date")])]
    [(0, 2), (2, 5), (5, 9)]
    """
    over = [overlay for overlay in overlays if overlay.start < end and overlay.end > start]
    edges = {edge for overlay in over for edge in overlay[:2] if start < edge < end}
    points = [start, *sorted(edges), end]
    return [
        (left, right, [o for o in over if o.start < right and o.end > left])
        for left, right in zip(points, points[1:], strict=False)
    ]


def _label(edtf: object, basis: str) -> str:
    value = "no such day" if pd.isna(edtf) else str(edtf)
    return value if basis == "stated" else f"{value}, year not in the words"
