"""What can be laid over a page: dates, hedges, note markers, page breaks, what the copy lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import pandas as pd

from lessonkit.despatch import Despatch, losses_of
from lessonkit.layout import find_quotation


class Overlay(NamedTuple):
    """A stretch of the text that is set off, with a label behind it and what opens beside it.

    Its kind is its layer's name. One of no length only puts its label in.
    """

    start: int
    end: int
    kind: str
    label: str = ""
    aside: str = ""


class Layer(NamedTuple):
    """What is switched together: its label, and from a document to its overlays."""

    label: str
    overlays: Callable[[Despatch], list[Overlay]]


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
        Overlay(row.start, row.end, "dates", _dated(row.edtf, row.basis))
        for row in despatch.dates.itertuples()
    ]


def hedges_layer(despatch: Despatch) -> list[Overlay]:
    """Set off the words that hedge a claim, as the file of events names them.

    Parameters
    ----------
    despatch : Despatch
        The document; without an editor's events nothing is known of its hedges.

    Returns
    -------
    list of Overlay

    Examples
    --------
    >>> import lessonkit
    >>> despatch = lessonkit.load()
    >>> first = hedges_layer(despatch)[0]
    >>> despatch.text[first.start : first.end]
    'foreign press reports received here indicate'
    """
    hedged = despatch.events.dropna(subset=["hedge", "section"])
    places = {
        _near(despatch, hedge.strip(), int(row.section), row.start)
        for row in hedged.itertuples()
        for hedge in row.hedge.split(";")
    }
    return [Overlay(*place, "hedges", "hedge") for place in sorted(filter(None, places))]


def markers_layer(despatch: Despatch) -> list[Overlay]:
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
    >>> markers_layer(lessonkit.load())[0].label
    'note marker'
    """
    return [
        Overlay(mark.start, mark.end, "markers", "note marker") for mark in despatch.layout.markers
    ]


def notes_layer(despatch: Despatch) -> list[Overlay]:
    """Let each note open beside its marker.

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
    >>> notes_layer(lessonkit.load())[3].aside[:47]
    'The despatch’s own note: Embassy’s telegram No.'
    """
    whose = {"author": "The despatch’s own note", "editor": "The editors’ note"}
    called = despatch.notes.dropna(subset="marker_start")
    return [
        Overlay(
            int(row.marker_start),
            int(row.marker_start) + len(row.marker),
            "notes",
            f"note {row.note}",
            f"{whose[row.by]}: {row.text}",
        )
        for row in called.itertuples()
    ]


def pages_layer(despatch: Despatch) -> list[Overlay]:
    """Set off where a printed page begins, which may be in mid-sentence.

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
    >>> [overlay.label for overlay in pages_layer(lessonkit.load())]
    ['page 294 begins', 'page 295 begins']
    """
    return [
        Overlay(mark.start, mark.end, "pages", f"page {mark.value} begins")
        for mark in despatch.layout.pages
    ]


def losses_layer(despatch: Despatch) -> list[Overlay]:
    """Say at its place what the copy lost.

    Parameters
    ----------
    despatch : Despatch
        The document.

    Returns
    -------
    list of Overlay
        Of no length.

    Examples
    --------
    >>> import lessonkit
    >>> losses_layer(lessonkit.load())[3].label
    'lost: heading JAPAN'
    """
    return [
        Overlay(loss.at, loss.at, "losses", f"lost: {loss.what}") for loss in losses_of(despatch)
    ]


LAYERS = {
    "dates": Layer("Dates", dates_layer),
    "hedges": Layer("Hedges", hedges_layer),
    "markers": Layer("Note markers", markers_layer),
    "notes": Layer("Notes beside the text", notes_layer),
    "pages": Layer("Page breaks", pages_layer),
    "losses": Layer("What the copy lost", losses_layer),
}


def cut(start: int, end: int, overlays: Iterable[Overlay]) -> list[tuple[int, int, list[Overlay]]]:
    """Cut a range where overlays begin and end, and say which lie over each piece.

    Parameters
    ----------
    start, end : int
        The range.
    overlays : iterable of Overlay
        They may overlap, and reach beyond the range; those of no length go with the piece that
        begins where they stand.

    Returns
    -------
    list of (int, int, list of Overlay)
        Pieces that tile the range.

    Examples
    --------
    >>> [piece[:2] for piece in cut(0, 9, [Overlay(2, 5, "dates"), Overlay(7, 7, "losses")])]
    [(0, 2), (2, 5), (5, 7), (7, 9)]
    """
    over = [o for o in overlays if o.start < end and (o.end > start or o.start == start)]
    edges = {edge for overlay in over for edge in overlay[:2] if start < edge < end}
    points = [start, *sorted(edges), end]
    return [
        (left, right, [o for o in over if o.start < right and (o.end > left or o.start == left)])
        for left, right in zip(points, points[1:], strict=False)
    ]


def _dated(edtf: object, basis: str) -> str:
    value = "no such day" if pd.isna(edtf) else str(edtf)
    return value if basis == "stated" else f"{value}, year not in the words"


def _near(despatch: Despatch, words: str, section: int, offset: int) -> tuple[int, int] | None:
    """Return where words stand in a section, nearest to an offset of the text."""
    (row,) = despatch.sections[despatch.sections["section"] == section].itertuples()
    places = [despatch.layout.in_text(*place) for place in find_quotation(words, despatch.reading)]
    inside = [place for place in places if row.start <= place[0] < row.end]
    return min(inside, key=lambda place: abs(place[0] - offset), default=None)
