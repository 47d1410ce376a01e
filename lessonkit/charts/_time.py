"""How a date is drawn: a stated day, a stated span, only bounds, an allegation."""

from __future__ import annotations

import re
from typing import NamedTuple

import matplotlib.dates as mdates
import pandas as pd

from lessonkit.style import INK, PAPER

DAY, SPAN, BOUNDED = "day", "span", "bounded"
_LEAST = 0.012  # of the axis: a bar stays visible however short it is


class When(NamedTuple):
    """A date to draw: its bounds (missing where there is none), its kind, whether it is alleged,
    whether somebody supplied a part of it."""

    first: pd.Timestamp
    last: pd.Timestamp
    kind: str
    alleged: bool = False
    inferred: bool = False


def when_of(
    edtf: object, first: object, last: object, hedge: object = None, certainty: object = None
) -> When | None:
    """Say how a row's date is to be drawn.

    Parameters
    ----------
    edtf : str or missing
        The date.
    first, last : datetime or missing
        Its bounds.
    hedge : str or missing
        The words that keep the teller from vouching.
    certainty : str or missing
        Of the date; ``inferred`` makes its point hollow.

    Returns
    -------
    When or None
        None where there is no date.

    Examples
    --------
    >>> day = pd.Timestamp(1938, 8, 10)
    >>> when_of("1938-08-10", day, day).kind, when_of("[..1938-08-10]", pd.NaT, day).kind
    ('day', 'bounded')
    """
    if pd.isna(edtf) or (pd.isna(first) and pd.isna(last)):
        return None
    throughout = "/" in str(edtf) and not pd.isna(first) and not pd.isna(last)
    day = not str(edtf).startswith("[") and first == last
    kind = DAY if day else SPAN if throughout else BOUNDED  # in a month, a year: somewhere in it
    alleged = isinstance(hedge, str) and re.search(r"\balleg", hedge, re.IGNORECASE) is not None
    return When(pd.Timestamp(first), pd.Timestamp(last), kind, alleged, certainty == "inferred")


def draw_when(
    axes,
    when: When,
    height: float,
    colour: str,
    scale: float,
    mark: str = "o",
    tall: float = 0.34,
    filled: bool = True,
) -> float:
    """Draw a date: a point (hollow if inferred), a solid bar, a hatched bar with "?".

    An allegation is a dashed outline.

    The axis has its limits already: a bar without a bound runs to its edge.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where to.
    when : When
        What to draw.
    height : float
        Where on the upright axis.
    colour : str
        Of the mark.
    scale : float
        See `lessonkit.charts._chart.scale_of`.
    mark : str
        matplotlib's name for the shape of a point.
    tall : float
        How tall a bar is, in rows.
    filled : bool
        Whether a point is filled.

    Returns
    -------
    float
        Where the mark ends on the right.

    Examples
    --------
    >>> from lessonkit.charts._chart import canvas
    >>> _, axes = canvas(4, 2, 1)
    >>> _ = axes.set_xlim(0, 10)
    >>> day = pd.Timestamp(1970, 1, 6)
    >>> draw_when(axes, When(day, day, DAY), 0, INK, 1)
    5.0
    """
    left, right = ends(when, axes.get_xlim())
    face = colour if filled and not when.inferred else PAPER
    if when.kind == DAY and when.alleged:
        axes.scatter(
            left, height, s=(8.5 * scale) ** 2, marker=mark, facecolors=PAPER, edgecolors=colour,
            linewidths=1.6 * scale, linestyles=[(0, (1.5, 1))], zorder=4,
        )  # fmt: skip
        return left
    if when.kind == DAY:
        axes.plot(
            left, height, mark, markersize=(8.5 if filled else 6.5) * scale, color=colour, markerfacecolor=face,
            markeredgewidth=(2 if filled else 1.4) * scale, zorder=4,
        )  # fmt: skip
        return left
    solid = when.kind == SPAN and not when.alleged
    axes.barh(
        height, right - left, left=left, height=tall, color=colour if solid else PAPER,
        edgecolor=colour, hatch="////" if when.kind == BOUNDED and not when.alleged else None,
        linewidth=1.6 * scale, linestyle="--" if when.alleged else "-", zorder=3,
    )  # fmt: skip
    for open_end, missing, sign in ((left, when.first, "<"), (right, when.last, ">")):
        if pd.isna(missing):  # no bound on this side
            axes.plot(
                open_end, height, sign, markersize=7 * scale, color=INK, clip_on=False, zorder=5
            )
    if when.kind == BOUNDED:
        axes.text(
            (left + right) / 2, height, "?", ha="center", va="center", color=INK,
            fontsize=9.5 * scale, fontweight="bold", zorder=5,
            bbox={"facecolor": PAPER, "edgecolor": "none", "boxstyle": "round,pad=0.02"},
        )  # fmt: skip
    return right


def ends(when: When, limits: tuple[float, float]) -> tuple[float, float]:
    """Return where a date begins and ends on an axis, its edges where there is no bound.

    Parameters
    ----------
    when : When
        The date.
    limits : tuple of float
        The axis.

    Returns
    -------
    left, right : float

    Examples
    --------
    >>> ends(When(pd.NaT, pd.Timestamp(1970, 1, 6), BOUNDED), (0, 10))
    (0.0, 5.5)
    """
    low, high = limits
    if when.kind == DAY:
        at = float(mdates.date2num(when.first))
        return at, at
    left = low if pd.isna(when.first) else max(float(mdates.date2num(when.first)) - 0.5, low)
    right = high if pd.isna(when.last) else min(float(mdates.date2num(when.last)) + 0.5, high)
    short = max(_LEAST * (high - low) - (right - left), 0)
    return left - short / 2, right + short / 2


def calendar_axis(
    axes, most: int = 7, within: tuple[pd.Timestamp, pd.Timestamp] | None = None
) -> None:
    """Mark weeks, months or years along the axis, the year where it begins or changes.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        With its limits.
    most : int
        As many marks as there is room for.
    within : tuple of datetime, optional
        Only these days are marked; without it, the whole axis.

    Examples
    --------
    >>> from lessonkit.charts._chart import canvas
    >>> _, axes = canvas(4, 2, 1)
    >>> _ = axes.set_xlim(pd.Timestamp(1938, 5, 1), pd.Timestamp(1938, 9, 1))
    >>> calendar_axis(axes)
    >>> [label.get_text() for label in axes.get_xticklabels()][:2]
    ['May\\n1938', 'Jun']
    """
    low, high = axes.get_xlim() if within is None else map(float, mdates.date2num(within))
    places, pattern = [low], "{0.day} {0:%b}"
    for step, locator, words in _RULERS:
        if high - low < 4 or (high - low) / step > most + 1:
            continue
        found = locator.tick_values(*mdates.num2date((low, high)))
        inside = [place for place in found if low <= place <= high]
        if 1 <= len(inside) <= most:
            places, pattern = inside, words
            break
    labels, year = [], None
    for day in mdates.num2date(places):
        changes = day.year != year and "%Y" not in pattern
        labels.append(pattern.format(day) + (f"\n{day.year}" if changes else ""))
        year = day.year
    axes.set_xticks(places, labels)


_RULERS = [  # days, where the marks stand, what they say
    *((7 * n, mdates.WeekdayLocator(mdates.MO, interval=n), "{0.day} {0:%b}") for n in (1, 2)),
    *((30 * n, mdates.MonthLocator(interval=n), "{0:%b}") for n in (1, 2, 3, 6)),
    *((365 * n, mdates.YearLocator(n), "{0:%Y}") for n in (1, 2, 5, 10, 20, 50, 100)),
]


def short(when: When) -> str:
    """Say a date in few words, without its year.

    Parameters
    ----------
    when : When
        The date.

    Returns
    -------
    str

    Examples
    --------
    >>> short(When(pd.NaT, pd.Timestamp(1938, 4, 25), BOUNDED))
    'by 25 April'
    """
    first, last = ("" if pd.isna(day) else f"{day.day} {day:%B}" for day in (when.first, when.last))
    if when.kind == DAY:
        return first
    if not (first and last):
        return f"by {last}" if last else f"from {first}"
    if when.kind == SPAN:
        return f"{first} to {last}"
    same = (when.first.year, when.first.month) == (when.last.year, when.last.month)
    return f"between {when.first.day if same else first} and {last}"


def say(day: pd.Timestamp) -> str:
    """Say a day in words.

    Parameters
    ----------
    day : datetime
        The day.

    Returns
    -------
    str

    Examples
    --------
    >>> say(pd.Timestamp(1938, 8, 6))
    '6 August 1938'
    """
    return f"{day.day} {day:%B %Y}"


def say_when(when: When) -> str:
    """Say a date in words: a day, a span, or what bounds it.

    Parameters
    ----------
    when : When
        The date.

    Returns
    -------
    str

    Examples
    --------
    >>> say_when(When(pd.NaT, pd.Timestamp(1938, 4, 25), BOUNDED))
    'not after 25 April 1938'
    """
    if when.kind == DAY:
        return say(when.first)
    if pd.isna(when.first):
        return f"not after {say(when.last)}"
    if pd.isna(when.last):
        return f"not before {say(when.first)}"
    between = f"{say(when.first)} and {say(when.last)}"
    return f"between {between}" if when.kind == BOUNDED else between.replace(" and ", " to ")
