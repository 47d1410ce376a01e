"""The date strip: the days a document states, and the arrow that says "not before"."""

from __future__ import annotations

from datetime import date, timedelta

import matplotlib.dates as mdates
import pandas as pd

from lessonkit.charts._chart import Chart, canvas, columns_of, day_line, scale_of
from lessonkit.layout import PAGE
from lessonkit.style import BLUE, INK, PAPER, VERMILLION

_WINDOW = timedelta(days=150)  # what is older lies off the strip, and is counted there
_COLUMNS = ["phrase", "edtf", "basis", "where", "not_before", "not_after"]


def date_strip(dates: pd.DataFrame, written: date | None = None, size: str = "page") -> Chart:
    """Draw each day that a document states, and the arrow from the last one on.

    A filled dot is a day with its year in the words, an open one had its year supplied. A
    document cannot have been finished before the last day that it reports: the arrow begins
    there. Leave out rows that are not its own, or only announced: an editors' note, a term.

    Parameters
    ----------
    dates : pandas.DataFrame
        The dates table, or rows of it.
    written : datetime.date, optional
        The document's own date, drawn as a second line.
    size : str
        ``"page"``, or ``"room"`` for a projector (18 points).

    Returns
    -------
    Chart
        Its table has the rows that are drawn, by day.

    Raises
    ------
    ValueError
        If `size` is neither, or no row is a single day.

    Examples
    --------
    >>> import lessonkit
    >>> chart = date_strip(lessonkit.load().dates)
    >>> len(chart.table), chart.table["edtf"].iloc[-1]
    (10, '1938-09-05')
    """
    scale, written = scale_of(size), day_line(written)
    columns_of(dates, *_COLUMNS)
    days = dates.loc[dates["not_before"].eq(dates["not_after"]), _COLUMNS]
    if days.empty:
        raise ValueError("dates: expected rows that are single days, found none.")
    bound = days["not_before"].max()
    table = days[days["not_before"] >= bound - _WINDOW].sort_values("not_before", kind="stable")
    table = table.drop(columns="not_after").rename(columns={"not_before": "day"})
    older = len(dates) - len(table)
    figure, axes = canvas(7.4, 1.6 + 0.32 * len(table), scale)
    for place, row in enumerate(table.itertuples()):
        _draw(axes, row, place, scale)
    _arrow(axes, bound, len(table), scale)
    if written:
        _line(axes, written, bound, len(table), scale)
    _finish(axes, table, bound, written, older, scale)
    return Chart(figure, _alt(table, bound, written), _caption(older), table)


def _draw(axes, row, place: int, scale: float) -> None:
    stated = row.basis == "stated"
    axes.plot(
        row.day, place, "o", markersize=8 * scale, color=BLUE,
        markerfacecolor=BLUE if stated else PAPER, markeredgewidth=2 * scale,
    )  # fmt: skip
    axes.annotate(
        _label(row), (row.day, place), parse_math=False,
        xytext=(-8 * scale, 0), textcoords="offset points", ha="right", va="center",
        fontsize=10 * scale, color=INK,
    )  # fmt: skip


def _arrow(axes, bound: pd.Timestamp, rows: int, scale: float) -> None:
    axes.plot([bound, bound], [-0.5, rows - 0.5], color=INK, linewidth=1.2 * scale, zorder=0)
    axes.annotate(
        "", (bound + timedelta(days=24), rows - 0.2), (bound, rows - 0.2),
        arrowprops={"arrowstyle": "->", "color": INK, "linewidth": 1.5 * scale},
    )  # fmt: skip
    axes.text(
        bound, rows + 0.2, f"not before {_say(bound)}", ha="center", va="top",
        fontsize=10 * scale, color=INK,
    )  # fmt: skip


def _line(axes, written: pd.Timestamp, bound: pd.Timestamp, rows: int, scale: float) -> None:
    axes.plot(
        [written, written], [-0.5, rows - 0.5], color=VERMILLION, linewidth=2.5 * scale,
        linestyle=(0, (3, 1.5)), zorder=0,
    )  # fmt: skip
    axes.text(
        written, -0.7, f"written {_say(written)},\n{_apart(bound, written)}",
        ha="center", va="bottom", fontsize=10 * scale, color=INK,
    )  # fmt: skip


def _finish(axes, table, bound, written, older: int, scale: float) -> None:
    last, first = max(bound, written or bound), min(table["day"].min(), written or bound)
    axes.set(
        xlim=(first - timedelta(days=42), last + timedelta(days=26)),
        ylim=(len(table) + 0.9, -2.0 if written else -0.8),
        yticks=[],
    )
    months = (last - first).days // 30 + 3
    axes.xaxis.set_major_locator(mdates.MonthLocator(interval=months // 10 + 1))
    axes.xaxis.set_major_formatter(mdates.DateFormatter("%b\n%Y"))
    axes.spines["left"].set_visible(False)
    if older:
        axes.text(
            0.0, 0.02, f"← {older} others: older, or no single day", transform=axes.transAxes,
            fontsize=10 * scale, color=INK, va="bottom",
        )  # fmt: skip


def _caption(older: int) -> str:
    return (
        "The days the paper states, each mention in its own row. Filled: the year is in the words. Open: "
        "the year was supplied. The arrow starts from the last, whoever wrote it. Not drawn, because "
        f"older or no single day: {older}."
    )


def _alt(table: pd.DataFrame, bound: pd.Timestamp, written: date | None) -> str:
    supplied = int(table["basis"].ne("stated").sum())
    mentions, days = len(table), table["day"].nunique()
    alt = (
        f"Dot plot along a line of months: {mentions} mention{'s' * (mentions > 1)} of {days} "
        f"day{'s' * (days > 1)}, "
        f"{_say(table['day'].min())} to {_say(bound)}; of {supplied} the year was supplied (open "
        f"dots). From the last an arrow says: "
        f"not before {_say(bound)}."
    )
    if written:
        alt += f" A second line, {_apart(bound, written)}: written {_say(written)}."
    return alt


def _label(row) -> str:
    phrase = " ".join(PAGE.sub(" ", row.phrase).split())
    return f"{phrase} (in a note)" if row.where == "note" else phrase


def _apart(bound: pd.Timestamp, written: pd.Timestamp) -> str:
    days = (written - bound).days
    return f"{abs(days)} day{'' if abs(days) == 1 else 's'} {'later' if days >= 0 else 'earlier'}"


def _say(day: pd.Timestamp | date) -> str:
    return f"{day.day} {day:%B %Y}"
