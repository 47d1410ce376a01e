"""A chart that says in words what it shows, and the style all charts share."""

from __future__ import annotations

import base64
import html
import io
from dataclasses import dataclass

import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from lessonkit.dates import as_date
from lessonkit.style import INK, PAPER

_DPI = 110
_PAGE = 10  # inches: what is wider is set for a room
_LEAST = 600  # pixels: below that a page's letters become too small, and one scrolls sideways
SCALES = {"page": 1.0, "room": 1.8}  # of a body text of 10 points


@dataclass(frozen=True)
class Chart:
    """A figure with its alternative text, its caption and the table it was made from.

    In a notebook it shows as a figure with a caption, the table folded below it.

    Attributes
    ----------
    figure : matplotlib.figure.Figure
        The picture.
    alt : str
        What it shows, in 40 to 300 characters.
    caption : str
        What stands below it.
    table : pandas.DataFrame
        The numbers that are drawn, one row a mark.
    """

    figure: Figure
    alt: str
    caption: str
    table: pd.DataFrame

    def __repr__(self) -> str:
        return self.alt

    def _repr_html_(self) -> str:
        numbers = self.table.to_html(index=False, border=0, na_rep="–")
        return (
            '<figure class="lessonkit-chart" style="margin:0.5em 0;overflow-x:auto">'
            f'<img alt="{html.escape(self.alt)}" style="{self._width()};height:auto" '
            f'src="data:image/png;base64,{self.png()}">'
            f"<figcaption>{html.escape(self.caption)}</figcaption>"
            f"<details><summary>The numbers as a table</summary>{numbers}</details></figure>"
        )

    def _width(self) -> str:
        """Return how wide to show it: legible on a small screen, for a room at its full size."""
        pixels = round(self.figure.get_figwidth() * _DPI)
        if self.figure.get_figwidth() > _PAGE:
            return f"max-width:none;width:{pixels}px"
        return f"max-width:100%;min-width:{min(pixels, _LEAST)}px"

    def png(self) -> str:
        """Return the picture as PNG in base64."""
        buffer = io.BytesIO()
        self.figure.savefig(buffer, format="png", dpi=_DPI, metadata={"Software": None})
        return base64.b64encode(buffer.getvalue()).decode("ascii")


def columns_of(table: object, *names: str) -> pd.DataFrame:
    """Return a table if it has the columns that a chart needs.

    Parameters
    ----------
    table : object
        What was given as a table.
    *names : str
        The columns.

    Returns
    -------
    pandas.DataFrame
        The table itself.

    Raises
    ------
    TypeError
        If it is no table.
    ValueError
        If it lacks a column.

    Examples
    --------
    >>> columns_of(pd.DataFrame({"words": [41]}), "words").shape
    (1, 1)
    """
    if not isinstance(table, pd.DataFrame):
        raise TypeError(
            f"chart: expected a table, found {type(table).__name__}. Give one, for example "
            "despatch.sections."
        )
    if missing := [name for name in names if name not in table.columns]:
        raise ValueError(
            f"chart: expected a table with the columns {', '.join(names)}; {', '.join(missing)} is "
            "missing. Give the whole table."
        )
    return table


def day_line(given: object) -> pd.Timestamp | None:
    """Return the day at which a line is drawn.

    Parameters
    ----------
    given : str, datetime.date or None
        As `lessonkit.load` takes it.

    Returns
    -------
    pandas.Timestamp or None

    Raises
    ------
    DateError
        If it is no date.

    Examples
    --------
    >>> day_line("1938-09-19").day
    19
    """
    day = as_date(given)
    return None if day is None else pd.Timestamp(day)


def scale_of(size: str) -> float:
    """Return the factor for a size.

    Parameters
    ----------
    size : str
        ``"page"`` or ``"room"`` (for a projector).

    Returns
    -------
    float

    Raises
    ------
    ValueError
        If there is no such size.

    Examples
    --------
    >>> scale_of("room")
    1.8
    """
    if size not in SCALES:
        raise ValueError(f"size: expected one of {', '.join(map(repr, SCALES))}, found {size!r}.")
    return SCALES[size]


def small(scale: float) -> float:
    """Return the size of the smallest print: 9 points on a page, 18 for a projector.

    Parameters
    ----------
    scale : float
        See `scale_of`.

    Returns
    -------
    float

    Examples
    --------
    >>> small(scale_of("page")), small(scale_of("room"))
    (9.0, 18.0)
    """
    return 9.0 if scale == SCALES["page"] else 10.0 * scale


def canvas(width: float, height: float, scale: float) -> tuple[Figure, object]:
    """Make an empty figure in the package's style.

    Parameters
    ----------
    width, height : float
        Inches at the page's size.
    scale : float
        See `scale_of`.

    Returns
    -------
    figure : matplotlib.figure.Figure
    axes : matplotlib.axes.Axes
        Without top and right spines.

    Examples
    --------
    >>> figure, axes = canvas(4, 2, 1)
    >>> axes.spines["top"].get_visible()
    False
    """
    figure = Figure(figsize=(width * scale, height * scale), facecolor=PAPER, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot(facecolor=PAPER)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(colors=INK, labelsize=10 * scale)
    return figure, axes
