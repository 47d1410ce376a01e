"""Two documents on one timeline: a lane each, empty years cut out."""

from __future__ import annotations

import textwrap
from datetime import timedelta
from typing import NamedTuple

import matplotlib.dates as mdates
import pandas as pd

from lessonkit.charts._chart import Chart, canvas, scale_of
from lessonkit.charts._time import When, calendar_axis, draw_when, ends, say, when_of
from lessonkit.style import BLUE, GREEN, INK

_WIDTH = 7.4  # inches; the panels have what the lanes' names leave
_PANELS = 5.9
_ROW = 0.27  # inches
_ROOM = 0.75  # inches of a panel that its days leave to the names
_LETTER = 0.085  # inches of a name's letter
_YEARS, _MONTHS = timedelta(days=400), timedelta(days=100)  # without a date: such can be cut out
_MOST_CUTS = 4
_LEAST_SHARE = 0.11  # of the width, for a panel with one mark
_LEAST_LEVELS = 3  # of a lane: its name has room
_WRAP, _LONGEST_NAME = 15, 45


class _Mark(NamedTuple):
    when: When
    lane: int
    name: str
    by_reader: bool
    by_program: bool


def both_timelines(
    first: pd.DataFrame,
    second: pd.DataFrame,
    names: tuple[str, str] = ("No. 1667", "yours"),
    size: str = "page",
) -> Chart:
    """Draw the events of two documents on one timeline, a lane each.

    A point is a stated day, a hollow one an inferred day, a solid bar a span, a hatched one with
    "?" only bounded; an allegation is a dashed outline. Long stretches without a date are cut out
    (``//``). The program's row E01 is called P01; beside such rows a reader's names are bold.

    Parameters
    ----------
    first, second : pandas.DataFrame
        Two events tables.
    names : tuple of str
        What to call them.
    size : str
        ``"page"``, or ``"room"`` for a projector (18 points).

    Returns
    -------
    Chart
        Its table has the events that are drawn.

    Raises
    ------
    ValueError
        If `size` is neither, or no event of the two has a date.

    Examples
    --------
    >>> import lessonkit
    >>> events = lessonkit.load().events
    >>> chart = both_timelines(events, events.head(1))
    >>> len(chart.table)
    29
    """
    scale = scale_of(size)
    tables, names = (first, second), tuple(str(name)[:_LONGEST_NAME] for name in names)
    lanes = [_marks(table, lane) for lane, table in enumerate(tables)]
    marks = [mark for _, lane in lanes for mark in lane]
    if not marks:
        raise ValueError("events: expected at least one event with a date, found none.")
    spans = _panels([mark.when for mark in marks])
    shares = _shares([len([m for m in marks if _inside(m.when, span)]) for span in spans])
    levels = [_levels(lane, spans, shares) for _, lane in lanes]
    heights = [max([_LEAST_LEVELS, *(n + 1 for n in level.values())]) for level in levels]
    figure, panels = _figure(spans, shares, heights, scale)
    for lane, ((_, drawn), level) in enumerate(zip(lanes, levels, strict=True)):
        for index, mark in enumerate(drawn):
            height = level[index] + (heights[0] + 1) * lane
            panel = next(
                p for p, span in zip(panels, spans, strict=True) if _inside(mark.when, span)
            )
            _draw(panel, mark, height, scale)
        _name(panels[0], names[lane], len(tables[lane]), len(drawn), heights, lane, scale)
    shown = [rows.assign(document=name) for (rows, _), name in zip(lanes, names, strict=True)]
    table = pd.concat(shown, ignore_index=True)[["document", "event", "what", "edtf", "certainty"]]
    return Chart(figure, _alt(tables, lanes, names), _caption(len(spans), marks), table)


def _marks(table: pd.DataFrame, lane: int) -> tuple[pd.DataFrame, list[_Mark]]:
    """Return the rows with a date, and their marks."""
    whens = [
        when_of(row.edtf, row.not_before, row.not_after, row.hedge, row.certainty)
        for row in table.itertuples()
    ]
    rows = table[[when is not None for when in whens]]
    rows = rows.assign(event=[_called(row) for row in rows.itertuples()])
    mixed = table["found_by"].nunique() > 1
    return rows, [
        _Mark(
            when,
            lane,
            str(row.event)[:12],
            mixed and row.found_by == "editor",
            row.found_by == "program",
        )
        for row, when in zip(rows.itertuples(), filter(None, whens), strict=True)
    ]


def _called(row) -> str:
    """Return a row's name; the program's are called P, for an editor's are called E, too."""
    name = str(row.event)
    ours = row.found_by == "program" and name.startswith("E")
    return f"P{name[1:]}" if ours else name


def _edges(when: When) -> tuple[pd.Timestamp, pd.Timestamp]:
    first = when.last if pd.isna(when.first) else when.first
    return first, first if pd.isna(when.last) else when.last


def _inside(when: When, span: tuple[pd.Timestamp, pd.Timestamp]) -> bool:
    return span[0] <= _edges(when)[0] <= span[1]


def _panels(whens: list[When]) -> list[tuple[pd.Timestamp, pd.Timestamp]]:
    """Cut out the longest stretches in which no date falls."""
    edges = sorted(_edges(when) for when in whens)
    covered, fine = [list(edges[0])], [edges[0][1] - edges[0][0] < _MONTHS]
    for first, last in edges[1:]:
        gap, is_fine = first - covered[-1][1], last - first < _MONTHS
        if gap > _YEARS or (gap > _MONTHS and fine[-1] and is_fine):
            covered.append([first, last])
            fine.append(is_fine)
        covered[-1][1] = max(covered[-1][1], last)
        fine[-1] = fine[-1] and is_fine
    while len(covered) > _MOST_CUTS + 1:  # the shortest stretch is drawn after all
        gaps = [(covered[i + 1][0] - covered[i][1], i) for i in range(len(covered) - 1)]
        _, at = min(gaps)
        covered[at : at + 2] = [[covered[at][0], covered[at + 1][1]]]
    return [(first, last) for first, last in covered]


def _shares(counts: list[int]) -> list[float]:
    raw = [max(count / sum(counts), _LEAST_SHARE) for count in counts]
    return [share / sum(raw) for share in raw]


def _limits(span: tuple[pd.Timestamp, pd.Timestamp], share: float) -> tuple[float, float]:
    """Return a panel's limits: its days, and room for a mark and a name at its edges."""
    first, last = (float(mdates.date2num(day)) for day in span)
    inches = share * _PANELS
    days = max(last - first, 4.0) / max(inches - _ROOM, 0.2)  # an inch has
    return first - 0.15 * days, last + 0.6 * days


def _levels(marks: list[_Mark], spans: list, shares: list[float]) -> dict[int, int]:
    """Give each mark the first level on which it and its name run into no other."""
    levels: dict[int, int] = {}
    for span, share in zip(spans, shares, strict=True):
        low, high = _limits(span, share)
        inch = (high - low) / (share * _PANELS)
        inside = [(i, mark) for i, mark in enumerate(marks) if _inside(mark.when, span)]
        free: list[float] = []
        for i, mark in sorted(inside, key=lambda pair: ends(pair[1].when, (low, high))):
            left, right = ends(mark.when, (low, high))
            level = next((n for n, at in enumerate(free) if at < left), len(free))
            free[level : level + 1] = [right + (0.25 + _LETTER * len(mark.name)) * inch]
            levels[i] = level
    return levels


def _figure(spans: list, shares: list[float], heights: list[int], scale: float):
    rows = sum(heights) + 1
    figure, axes = canvas(_WIDTH, 0.75 + _ROW * rows, scale)
    axes.remove()
    panels = figure.subplots(1, len(spans), sharey=True, width_ratios=shares, squeeze=False)[0]
    figure.get_layout_engine().set(w_pad=0.02 * scale, wspace=0.01)
    for number, (panel, span, share) in enumerate(zip(panels, spans, shares, strict=True)):
        panel.set(xlim=_limits(span, share), ylim=(rows - 0.4, -0.7), yticks=[])
        panel.spines[["top", "right", "left"]].set_visible(False)
        panel.tick_params(colors=INK, labelsize=10 * scale, pad=6 * scale)
        calendar_axis(panel, most=max(int((share * _PANELS - _ROOM) / 0.55), 1), within=span)
        panel.axhline(heights[0], color="#bbbbbb", linewidth=0.8 * scale, zorder=0)
        if number:
            panel.text(
                0, 0, "//", transform=panel.transAxes, ha="center", va="center",
                fontsize=10 * scale, color=INK, clip_on=False,
            )  # fmt: skip
    return figure, panels


def _draw(panel, mark: _Mark, height: float, scale: float) -> None:
    right = draw_when(panel, mark.when, height, (BLUE, GREEN)[mark.lane], scale, tall=0.62)
    panel.annotate(
        mark.name, (right, height), xytext=(7 * scale, 0), textcoords="offset points", va="center",
        fontsize=9.5 * scale, color=INK, parse_math=False, zorder=6,
        fontweight="bold" if mark.by_reader else "normal",
    )  # fmt: skip


def _name(panel, name: str, rows: int, drawn: int, heights: list[int], lane: int, scale: float):
    middle = (heights[0] - 1) / 2 if lane == 0 else heights[0] + heights[1] / 2 + 0.5
    label = textwrap.fill(name, _WRAP, max_lines=2, placeholder=" …")
    label += f"\n{drawn} of {rows}\nhave a date" if rows else "\nno event yet"
    panel.text(
        -0.02, middle, label, transform=panel.get_yaxis_transform(), ha="right", va="center",
        fontsize=10 * scale, color=INK, parse_math=False,
    )  # fmt: skip


def _caption(panels: int, marks: list[_Mark]) -> str:
    """Say what the marks mean; what does not occur is not spoken of."""
    cut = " //: a long stretch without a date is cut out." if panels > 1 else ""
    by_program = any(mark.by_program for mark in marks)
    program = " P01: the program's row E01." if by_program else ""
    bold = any(mark.by_reader for mark in marks)
    added = " Bold: a row that a reader added to the program's." if bold else ""
    return (
        "A point: a day; hollow: inferred. A solid bar: a span. Hatched, with “?”: only bounded. "
        f"Dashed: an allegation. An arrow: no bound on that side.{program}{added}{cut}"
    )


def _alt(tables: tuple, lanes: list, names: tuple[str, str]) -> str:
    edges = [_edges(mark.when) for _, lane in lanes for mark in lane]
    first, last = min(edge[0] for edge in edges), max(edge[1] for edge in edges)
    found = [
        f"{name}: {len(lane)} of {len(table)} events have a date"
        + (f", the last {say(max(_edges(mark.when)[1] for mark in lane))}" if lane else "")
        for name, table, (_, lane) in zip(names, tables, lanes, strict=True)
    ]
    return (
        f"Timeline of two documents, a lane each, along a line of dates from {first.year} to "
        f"{last.year}. {'; '.join(found)}."
    )
