"""The tellers: for each claim the chain from the event to the reader, and its hedges."""

from __future__ import annotations

import textwrap

import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from lessonkit.charts._chart import Chart, canvas, columns_of, scale_of
from lessonkit.style import BLUE, INK, PAPER, VERMILLION

_COLUMNS = ["event", "what", "told_by", "hedge"]
_HATCH, _DASHED = "/////", (0, (3, 2))
_LABEL = 30  # characters of a line of a claim
_LETTER = 0.083  # of a letter of 10 points, about; this and all that follows in inches
_WIDE = 4.9  # from the event to the reader
_SIDE = 0.2  # of a square
_LINE = 0.165  # of a line of text
_GAP = 0.15  # from a chain to the names above it and to the hedge below
_ROW = 0.55  # of a row, without the names


def teller_chart(events: pd.DataFrame, to: str = "Washington", size: str = "page") -> Chart:
    """Draw who told each claim, through whom: a row a claim, a square for each teller.

    A square is solid where the teller is named, hatched where not. The line is dashed where the
    claim is hedged, and the hedge stands below it.

    Parameters
    ----------
    events : pandas.DataFrame
        The events table, or rows of it; those without tellers are counted, not drawn.
    to : str
        Whom the claims reach in the end.
    size : str
        ``"page"``, or ``"room"`` for a projector (18 points).

    Returns
    -------
    Chart
        Its table has the rows that are drawn, and how many tellers each has.

    Raises
    ------
    ValueError
        If `size` is neither, or no row says who told it.

    Examples
    --------
    >>> import lessonkit
    >>> events = lessonkit.load().events
    >>> teller_chart(events[events["event"] == "E12"]).table["tellers"].tolist()
    [3]
    """
    scale = scale_of(size)
    table = (
        columns_of(events, *_COLUMNS)
        .loc[events["told_by"].notna(), _COLUMNS]
        .reset_index(drop=True)
    )
    if table.empty:
        raise ValueError("events: expected rows that say who told them, found none.")
    chains = [_chain(told_by) for told_by in table["told_by"]]
    table["tellers"] = [len(chain) for chain in chains]
    step = _WIDE / (max(table["tellers"]) + 0.5)
    names = [[_wrap(teller, step) for teller in chain] for chain in chains]
    above = _LINE * max(len(lines) for chain in names for lines in chain)
    height = (_ROW + above) * len(table)
    figure, axes = canvas(_WIDE + 3.0, 0.75 + height, scale)
    for place, row in enumerate(table.itertuples()):
        y = (_ROW + above) * place
        _draw_line(axes, row, y, scale)
        for index, teller in enumerate(chains[place]):
            x = _WIDE - step * (row.tellers - index - 0.5)  # the last stands next to the reader
            _draw_teller(axes, x, y, _is_named(teller), names[place][index], scale)
    _finish(axes, table, _ROW + above, to, scale)
    _key(axes, scale)
    return Chart(figure, _alt(table, chains, to), _caption(len(events) - len(table)), table)


def _chain(told_by: str) -> list[str]:
    tellers = [teller.strip() for teller in told_by.replace("'", "’").split(">")]
    return [teller for teller in tellers if teller] or ["unnamed"]


def _is_named(teller: str) -> bool:
    return not teller.lower().startswith("unnamed")


def _draw_line(axes, row, y: float, scale: float) -> None:
    hedged = pd.notna(row.hedge)
    axes.plot(
        [0, _WIDE], [y, y], color=INK, linewidth=1.4 * scale, zorder=1,
        linestyle=_DASHED if hedged else "-",
    )  # fmt: skip
    axes.plot(
        0, y, "o", color=PAPER, markeredgecolor=INK, markersize=8 * scale,
        markeredgewidth=1.4 * scale, zorder=2,
    )  # fmt: skip
    words = f"“{row.hedge.replace('; ', '” … “')}”" if hedged else "no hedge"
    words = textwrap.shorten(words, int(1.1 * _WIDE / _LETTER), placeholder=" …")
    _write(axes, 0.02, y + _GAP, words, scale, "top", "left", "italic" if hedged else "normal")


def _draw_teller(axes, x: float, y: float, named: bool, lines: list[str], scale: float) -> None:
    axes.add_patch(
        Rectangle(
            (x - _SIDE / 2, y - _SIDE / 2), _SIDE, _SIDE, zorder=3, linewidth=1.4 * scale,
            facecolor=BLUE if named else PAPER, edgecolor=BLUE if named else VERMILLION,
            hatch=None if named else _HATCH,
        )
    )  # fmt: skip
    for line, words in enumerate(reversed(lines)):  # upwards from the square
        _write(axes, x, y - _GAP - line * _LINE, words, scale, "baseline")


def _write(axes, x, y, words, scale, va, ha="center", style="normal") -> None:
    axes.text(
        x, y, words, ha=ha, va=va, fontsize=10 * scale, color=INK, style=style, parse_math=False,
    )  # fmt: skip


def _wrap(teller: str, step: float) -> list[str]:
    return textwrap.wrap(teller, max(int(step / _LETTER), 6), max_lines=3, placeholder=" …")


def _finish(axes, table: pd.DataFrame, row_height: float, to: str, scale: float) -> None:
    top = -(row_height - _ROW) - _GAP - 0.1
    for x, words, ha in ((0, "the event", "left"), (_WIDE, to, "right")):
        _write(axes, x, top, words, scale, "bottom", ha)
    labels = [_label(row) for row in table.itertuples()]
    axes.set(xlim=(-0.12, _WIDE), ylim=(row_height * (len(table) - 1) + 0.4, top), xticks=[])
    axes.set_yticks([row_height * place for place in range(len(table))], labels, ha="left")
    axes.tick_params(axis="y", length=0, pad=190 * scale)
    for label in axes.get_yticklabels():
        label.set_parse_math(False)
    axes.axvline(_WIDE, color=INK, linewidth=1.4 * scale)
    axes.spines[["left", "bottom"]].set_visible(False)


def _label(row) -> str:
    words = row.event if pd.isna(row.what) else f"{row.event}  {row.what}"
    return textwrap.fill(words, _LABEL, max_lines=4, placeholder=" …")


def _key(axes, scale: float) -> None:
    wide = {"linewidth": 1.4 * scale}
    handles = [
        Patch(facecolor=BLUE, edgecolor=BLUE, label="a teller", **wide),
        Patch(facecolor=PAPER, edgecolor=VERMILLION, hatch=_HATCH, label="nobody named", **wide),
        Line2D([], [], color=INK, label="no hedge", **wide),
        Line2D([], [], color=INK, linestyle=_DASHED, label="hedged", **wide),
    ]
    axes.figure.legend(
        handles=handles, loc="outside upper left", ncols=4, frameon=False, fontsize=10 * scale,
        labelcolor=INK, handlelength=2.0, columnspacing=1.6,
    )  # fmt: skip


def _caption(left_out: int) -> str:
    return (
        "Who told each claim, through whom: from the event on the left to the reader on the right, a "
        "square a teller, hatched where nobody is named. The last one signed."
        + (f" Not drawn, because nothing is entered: {left_out}." if left_out else "")
    )


def _alt(table: pd.DataFrame, chains: list[list[str]], to: str) -> str:
    hidden = sum(not all(map(_is_named, chain)) for chain in chains)
    flat = int(table["hedge"].isna().sum())
    most = table["tellers"].max()
    longest = table.loc[table["tellers"] == most, "event"].tolist()
    claims = f"{len(table)} claim{'s' * (len(table) != 1)}"
    return (
        f"Chains of squares for {claims}, a row each, from the event to {to}: "
        f"a square a teller. Without a name somewhere in the chain: {hidden} (hatched). Without a "
        f"hedge: {flat} (solid line). Most tellers: {most}, of {_joined(longest)}."
    )


def _joined(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
