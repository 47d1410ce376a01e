"""The outcomes of a class: a bar an exercise, the one with the fewest right answers on top."""

from __future__ import annotations

import pandas as pd
from matplotlib.patches import Patch

from lessonkit.charts.chart import Chart, canvas, scale_of
from lessonkit.style import BLUE, GREEN, INK, PAPER, VERMILLION

_EMPTY = "#6e6e6e"  # the edge of what is not there
# outcome -> (colour, hatch): solid, striped, dotted, empty also in grey
_OUTCOMES = {
    "right": (GREEN, None),
    "nearly": (VERMILLION, "////"),
    "unclear": (BLUE, "...."),
    "missing": (_EMPTY, ""),
}
COLUMNS = ["exercise", *_OUTCOMES]


def outcome_bars(table: pd.DataFrame, size: str = "page") -> Chart:
    """Draw how a class did: a bar an exercise, its students by outcome.

    Parameters
    ----------
    table : pandas.DataFrame
        The column ``exercise`` (str), and ``right``, ``nearly``, ``unclear``, ``missing`` (int64,
        students).
    size : str
        ``"page"``, or ``"room"`` for a projector (18 points).

    Returns
    -------
    Chart
        Its table has the rows in the order of the bars.

    Raises
    ------
    ValueError
        If `size` is neither, or there is no exercise.

    Examples
    --------
    >>> rows = [["1.1", 3, 1, 0, 0], ["1.2", 1, 2, 0, 1]]
    >>> outcome_bars(pd.DataFrame(rows, columns=COLUMNS)).table["exercise"].tolist()
    ['1.2', '1.1']
    """
    if table.empty:
        raise ValueError("table: expected at least one exercise, found an empty table.")
    scale = scale_of(size)
    table = table[COLUMNS].sort_values(["right", "exercise"], kind="stable", ignore_index=True)
    students = max(int(table[list(_OUTCOMES)].sum(axis=1).max()), 1)
    figure, axes = canvas(7.2, 1.1 + 0.42 * len(table), scale)
    for place, row in table.iterrows():
        _draw(axes, row, place, students, scale)
    axes.set(xlim=(0, students), ylim=(len(table) - 0.45, -0.55))
    axes.set_yticks(range(len(table)), table["exercise"])
    axes.set_xlabel("students", color=INK, fontsize=10 * scale)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.tick_params(axis="y", length=0)
    _key(figure, scale)
    caption = (
        f"Each exercise’s {students} students by outcome: right (solid), nearly (striped), unclear "
        "(dotted), missing (empty). Fewest right on top."
    )
    return Chart(figure, _alt(table, students), caption, table)


def _draw(axes, row: pd.Series, place: int, students: int, scale: float) -> None:
    left = 0
    for outcome, (colour, hatch) in _OUTCOMES.items():
        if not (count := row[outcome]):
            continue
        axes.barh(
            place, count, left=left, height=0.7, color=colour if hatch is None else PAPER,
            edgecolor=PAPER if hatch is None else colour, hatch=hatch or None, linewidth=scale,
        )  # fmt: skip
        if count > 0.045 * students:
            axes.text(
                left + count / 2, place, f"{count}", ha="center", va="center", color=INK,
                fontsize=10 * scale, bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1.5 * scale},
            )  # fmt: skip
        left += count


def _key(figure, scale: float) -> None:
    handles = [
        Patch(
            facecolor=colour if hatch is None else PAPER, edgecolor=colour, hatch=hatch or None,
            label=outcome, linewidth=scale,
        )
        for outcome, (colour, hatch) in _OUTCOMES.items()
    ]  # fmt: skip
    figure.legend(
        handles=handles, loc="outside upper left", ncols=4, frameon=False, fontsize=10 * scale,
        labelcolor=INK, handlelength=1.6, columnspacing=1.8,
    )  # fmt: skip


def _alt(table: pd.DataFrame, students: int) -> str:
    first, last = table.iloc[0], table.iloc[-1]
    alt = (
        f"Horizontal bars of {len(table)} exercise{'s' * (len(table) > 1)}, from 0 to {students} "
        f"students, by outcome. Fewest right answers: {first['exercise']}, {first['right']} right, "
        f"{first['nearly']} nearly, {first['unclear']} unclear, {first['missing']} missing."
    )
    return alt + (f" Most: {last['exercise']}, {last['right']}." if len(table) > 1 else "")
