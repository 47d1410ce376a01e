"""The timeline: a day as a point, a span as a solid bar, a bound as a hatched bar with "?"."""

from __future__ import annotations

import textwrap
from datetime import date, timedelta
from typing import NamedTuple

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from lessonkit.charts._chart import Chart, canvas, columns_of, day_line, scale_of, small
from lessonkit.charts._time import BOUNDED, DAY, SPAN, say, when_of
from lessonkit.style import BLUE, GREEN, INK, PAPER, PURPLE, VERMILLION

_WINDOW = timedelta(days=150)  # what had happened earlier lies off the line, and is counted
_EDGE = timedelta(days=12)  # beyond the first and the last day, at least
_ROOM = 0.14  # of the line's length that a day written beside its dot takes
_POINT = 0.04  # of it, that a bar's point takes where it has no bound
_LONGEST_LABEL = 44  # characters of a line


class _Look(NamedTuple):
    """The marks of one kind; `word` names it in the alternative text, `key` below the chart."""

    colour: str
    fill: str
    hatch: str | None
    line: object
    word: str
    key: str


_DASHED = (0, (3, 1.5))
_LOOKS = {
    "day": _Look(BLUE, BLUE, None, "-", "with a day (dots)", "that day"),
    "span": _Look(GREEN, GREEN, None, "-", "with a span (solid bar)", "all the time"),
    "bound": _Look(
        VERMILLION, PAPER, "////", "-", "only bounded (hatched, ?)", "somewhere in between"
    ),
    "claim": _Look(PURPLE, PAPER, None, _DASHED, "alleged, drawn as a claim (dashed)", "alleged"),
}


def timeline(
    events: pd.DataFrame,
    written: date | None = None,
    received: date | None = None,
    size: str = "page",
) -> Chart:
    """Draw what happened when, as surely as the document tells it and no more.

    One event a row, in the order of the last day that each can have: by its right end it had
    happened. A filled dot is a stated day, an open one an inferred day (its year supplied); a
    solid bar went on all the time; a hatched bar with ``?`` happened somewhere in it, and ends in
    a point where no bound is known. What is only alleged is a dashed outline.

    Parameters
    ----------
    events : pandas.DataFrame
        The events table, or rows of it.
    written, received : datetime.date, optional
        The document's own date, and when it was received: drawn as lines.
    size : str
        ``"page"``, or ``"room"`` for a projector (18 points).

    Returns
    -------
    Chart
        Its table has the rows that are drawn, in their order, with their `kind`.

    Raises
    ------
    ValueError
        If `size` is neither, or no row has a date.

    Examples
    --------
    >>> import lessonkit
    >>> events = lessonkit.load().events
    >>> chart = timeline(events[events["section"] == 5])
    >>> chart.table[["event", "kind"]].values.tolist()
    [['E09', 'day'], ['E10', 'bound'], ['E24', 'day']]
    """
    scale = scale_of(size)
    lines = [day_line(day) for day in (written, received)]
    table = _drawn(events)
    undated = int((events["not_before"].isna() & events["not_after"].isna()).sum())
    ends = _ends(table, lines)
    figure, axes = canvas(8.6, 1.7 + 0.38 * len(table), scale)
    for place, row in enumerate(table.itertuples()):
        _draw(axes, row, place, ends, lines, scale)
    for day, word in zip(lines, ("written", "received"), strict=True):
        if day:
            _line(axes, day, word, len(table), scale)
    if all(lines) and lines[0] < lines[1]:
        _lag(axes, *lines, scale)
    _finish(axes, table, ends, any(lines), scale)
    _keys(figure, table, scale)
    older = len(events) - len(table) - undated
    return Chart(figure, _alt(table, undated, lines), _caption(table, older, undated), table)


def _drawn(events: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the window with their kinds, in order of the last day that each has."""
    columns_of(events, "event", "what", "edtf", "certainty", "not_before", "not_after")
    first, last = events["not_before"], events["not_after"]
    end = last.fillna(first)
    if not end.notna().any():
        raise ValueError("events: expected at least one row with a date, found none.")
    columns = ["event", "what", "edtf", "certainty", "kind", "not_before", "not_after"]
    table = events.assign(kind=[_kind(row) for row in events.itertuples()], end=end)
    table = table[end >= end.max() - _WINDOW].sort_values(
        ["end", "not_before"], kind="stable", na_position="first"
    )
    return table[columns].reset_index(drop=True)


def _kind(row) -> str:
    """Tell how to draw a row, by the rule of all charts of dates."""
    when = when_of(row.edtf, row.not_before, row.not_after, row.hedge)
    if when is None:
        return "bound"
    return "claim" if when.alleged else {DAY: "day", SPAN: "span", BOUNDED: "bound"}[when.kind]


def _ends(table: pd.DataFrame, lines: list) -> tuple[pd.Timestamp, pd.Timestamp]:
    days = pd.concat([table["not_before"], table["not_after"], pd.Series(lines)]).dropna()
    edge = max(_EDGE, (days.max() - days.min()) * 0.08)
    return days.min() - edge, days.max() + edge


def _draw(axes, row, place: int, ends: tuple, lines: list, scale: float) -> None:
    long = ends[1] - ends[0]
    if row.kind == "day":
        near = any(line and timedelta(0) < line - row.not_before < long * _ROOM for line in lines)
        _dot(axes, row, place, -1 if near else 1, scale)
        return
    look = _LOOKS[row.kind]
    first = ends[0] if pd.isna(row.not_before) else row.not_before
    last = ends[1] if pd.isna(row.not_after) else max(row.not_after, first + timedelta(days=1))
    axes.fill(
        *_outline(row, first, last, place, long * _POINT), facecolor=look.fill,
        edgecolor=look.colour, zorder=3, hatch=look.hatch, linestyle=look.line,
        linewidth=1.6 * scale,
    )  # fmt: skip
    if row.kind != "span":
        word = "?" if row.kind == "bound" else "alleged"
        axes.text(
            first + (last - first) / 2, place, word, ha="center", va="center", color=INK, zorder=5,
            fontsize=small(scale), weight="bold" if word == "?" else "normal",
            bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1.5 * scale},
        )  # fmt: skip


def _dot(axes, row, place: int, side: int, scale: float) -> None:
    """Draw a day, and write it on the side where no line is in the way."""
    axes.plot(
        row.not_before, place, "o", markersize=9 * scale, color=BLUE, markeredgewidth=2 * scale,
        markerfacecolor=BLUE if row.certainty == "stated" else PAPER, zorder=4,
    )  # fmt: skip
    axes.annotate(
        _short(row.not_before), (row.not_before, place), xytext=(9 * scale * side, 0),
        textcoords="offset points", ha="left" if side > 0 else "right", va="center",
        fontsize=small(scale), color=INK, zorder=5,
        bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1.0 * scale},
    )  # fmt: skip


def _outline(row, first, last, place: int, point: timedelta) -> tuple[list, list]:
    """Return the corners of a bar; where no bound is known it ends in a point."""
    tip = min(point, (last - first) / 2)
    left = first + tip if pd.isna(row.not_before) else first
    right = last - tip if pd.isna(row.not_after) else last
    days = [first, left, right, last, right, left]
    return days, [place + up for up in (0, -0.27, -0.27, 0, 0.27, 0.27)]


def _line(axes, day: pd.Timestamp, word: str, rows: int, scale: float) -> None:
    axes.plot([day, day], [-0.6, rows - 0.4], color=INK, linewidth=1.4 * scale, zorder=1,
              linestyle="-" if word == "written" else (0, (1, 1.2)))  # fmt: skip
    axes.text(day, -0.75, f"{word}\n{_short(day)}", ha="center", va="bottom",
              fontsize=small(scale), color=INK)  # fmt: skip


def _lag(axes, written: pd.Timestamp, received: pd.Timestamp, scale: float) -> None:
    axes.annotate("", (received, -0.3), (written, -0.3), zorder=4,
                  arrowprops={"arrowstyle": "->", "color": INK, "linewidth": 1.2 * scale})  # fmt: skip
    axes.text(written + (received - written) / 2, 0.0, f"{(received - written).days} days",
              ha="center", va="top", fontsize=small(scale), color=INK)  # fmt: skip


def _keys(figure, table: pd.DataFrame, scale: float) -> None:
    """Say below the chart what its marks mean, as far as they occur."""
    days = table[table["kind"] == "day"]["certainty"].eq("stated")
    keys = [
        Line2D([], [], marker="o", linestyle="", markersize=8 * scale, color=BLUE, label=label,
               markerfacecolor=face, markeredgewidth=2 * scale)
        for label, face, is_there in (
            ("that day, stated", BLUE, days.any()), ("that day, inferred", PAPER, (~days).any())
        )
        if is_there
    ]  # fmt: skip
    keys += [
        Patch(facecolor=look.fill, edgecolor=look.colour, hatch=look.hatch, linestyle=look.line,
              linewidth=1.6 * scale, label=look.key)
        for kind, look in _LOOKS.items()
        if kind != "day" and kind in set(table["kind"])
    ]  # fmt: skip
    figure.legend(handles=keys, loc="outside lower center", ncols=len(keys), frameon=False,
                  fontsize=small(scale), labelcolor=INK, handlelength=2.2, columnspacing=1.6)  # fmt: skip


def _finish(axes, table, ends: tuple, has_lines: bool, scale: float) -> None:
    axes.set(xlim=ends, ylim=(len(table) - 0.3, -1.8 if has_lines else -0.7))
    labels = [_label(row) for row in table.itertuples()]
    axes.set_yticks(range(len(table)), labels, fontsize=small(scale), color=INK, parse_math=False)
    axes.tick_params(axis="y", length=0, pad=6 * scale)
    axes.xaxis.set_major_locator(mdates.MonthLocator(interval=(ends[1] - ends[0]).days // 300 + 1))
    axes.xaxis.set_major_formatter(mdates.DateFormatter("%b\n%Y"))
    axes.grid(axis="x", color="#e4e4e4", linewidth=0.8 * scale, zorder=0)
    axes.set_axisbelow(True)
    axes.spines["left"].set_visible(False)


def _label(row) -> str:
    """Set a label in one line or two, the two as even as they can be."""
    words = textwrap.shorten(_what(row), 2 * _LONGEST_LABEL, placeholder=" …")
    if len(words) <= _LONGEST_LABEL:
        return words
    tries = (textwrap.wrap(words, width) for width in range(len(words) // 2, len(words) + 1))
    return "\n".join(next(lines for lines in tries if len(lines) <= 2))


def _what(row) -> str:
    return row.what if isinstance(row.what, str) else row.event  # where only a program read


def _caption(table: pd.DataFrame, older: int, undated: int) -> str:
    left_out = [f"{older} older" * bool(older), f"{undated} without any date" * bool(undated)]
    rest = " and ".join(filter(None, left_out))
    return (
        "One event a row, by the last day that it can have: by its right end it had happened. A bar "
        "that ends in a point has no bound on that side."
        f"{f' Not drawn: {rest}.' if rest else ''}"
    )


def _alt(table: pd.DataFrame, undated: int, lines: list[pd.Timestamp | None]) -> str:
    counts = table["kind"].value_counts()
    parts = [f"{counts[kind]} {look.word}" for kind, look in _LOOKS.items() if kind in counts]
    days = pd.concat([table["not_before"], table["not_after"]]).dropna()
    vague = len(table) - int(counts.get("day", 0))
    none = f" {undated} more {'has' if undated == 1 else 'have'} no date." if undated else ""
    events = f"{len(table)} event{'' if len(table) == 1 else 's, one a row'}"
    along = " to ".join(dict.fromkeys([say(days.min()), say(days.max())]))
    return (
        f"Timeline of {events}, along {along}: {', '.join(parts)}. {vague} of {len(table)} have no "
        f"single day.{none}{_marked(lines)}"
    )


def _marked(lines: list[pd.Timestamp | None]) -> str:
    drawn = [(word, day) for word, day in zip(("written", "received"), lines, strict=True) if day]
    said = ", ".join(f"{word} {_short(day)} {day:%Y}" for word, day in drawn)
    return f" Lines: {said}." if said else ""


def _short(day: pd.Timestamp) -> str:
    return f"{day.day} {day:%b}"
