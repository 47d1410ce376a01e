"""The map: where the places of the despatch lie, what they are called now, and how sure that is."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.patheffects import withStroke

from lessonkit.charts._chart import Chart, canvas, scale_of, small
from lessonkit.despatch import coastline, places
from lessonkit.style import BLUE, INK, PAPER, VERMILLION

_LAND, _SHORE = "#ececec", "#9a9a9a"
_WEST, _EAST, _SOUTH, _NORTH = 105, 170, 28, 58  # what is drawn
_BORDER = (50.0, 142.15, 143.99)  # the parallel, and where it meets Sakhalin's two shores
_MIDDLE, _PARALLELS = 136, (36, 54)  # of the projection
_SIGNS = {"sure": "", "near": "≈ ", "uncertain": "? "}
_COLUMNS = ["place", "today", "sign", "latitude", "longitude", "note", "source"]
# points from the dot to its name, and on which side of the name the dot lies; a far name gets a
# line. Set by hand for the bundled places, so that no name meets another; any other is to the right
_NAMES = {
    "Okha": (62, 21, "left"), "Alexandrovsk": (65, 10, "left"), "Ushige": (65, -19, "left"),
    "Toyohara": (58, -25, "left"), "La Perouse Strait": (62, -37, "left"),
    "Changkufeng": (14, -30, "left"), "Khabarovsk": (-9, -3, "right"),
    "Blagoveshchensk": (-9, 0, "right"), "Great Chinese Wall": (-2, 19, "center"),
}  # fmt: skip
_FAR = 10  # points
_SEAS = {"Sea of Okhotsk": (147, 57), "Sea of Japan": (134.6, 38.1), "Pacific Ocean": (152, 36)}
_LANDS = {"SOVIET UNION": (121, 55), "CHINA": (114.5, 30), "JAPAN": (138.1, 36.2)}


def place_map(table: pd.DataFrame | None = None, size: str = "page") -> Chart:
    """Draw the places of the despatch on a modern coast, with the border of 1905 to 1945.

    Parameters
    ----------
    table : pandas.DataFrame, optional
        Places as `lessonkit.places.places` gives them, which is what it is without one.
    size : str
        ``"page"``, or ``"room"`` for a projector (18 points).

    Returns
    -------
    Chart
        Its table has every place, also those off the map. The sign ``?`` is a place that is not
        identified or a position that was not verified, ``≈`` a point that stands for more, or
        for something beside it.

    Raises
    ------
    ValueError
        If `size` is neither.

    Examples
    --------
    >>> place_map().alt[:61]
    'Map of the coasts from China to Kamchatka with 14 places of t'
    """
    scale = scale_of(size)
    table = _signed(places() if table is None else table)
    inside = table["longitude"].between(_WEST, _EAST) & table["latitude"].between(_SOUTH, _NORTH)
    figure, axes = canvas(8.2, 4.8, scale)
    _land(axes, scale)
    _regions(axes, scale)
    _border(axes, scale)
    for row in table[inside].itertuples():
        _draw(axes, row, scale)
    _frame(axes)
    return Chart(figure, _alt(table[inside]), _caption(table[~inside]), table)


def projected(longitude: object, latitude: object) -> tuple[np.ndarray, np.ndarray]:
    """Lay degrees flat: Albers' conic, which keeps areas true, about 136° E.

    Parameters
    ----------
    longitude, latitude : array_like
        Degrees.

    Returns
    -------
    x, y : numpy.ndarray
        In radii of the earth.

    Examples
    --------
    >>> x, y = projected([136, 146], [45, 45])
    >>> x.round(3).tolist()
    [0.0, 0.122]
    """
    low, high = np.sin(np.radians(_PARALLELS))
    cone = (low + high) / 2
    constant = 1 - low**2 + 2 * cone * low

    def radius(degrees: object) -> np.ndarray:
        return np.sqrt(constant - 2 * cone * np.sin(np.radians(degrees))) / cone

    angle = cone * np.radians(np.asarray(longitude, dtype=float) - _MIDDLE)
    away = radius(np.asarray(latitude, dtype=float))
    return away * np.sin(angle), radius(sum(_PARALLELS) / 2) - away * np.cos(angle)


def _signed(table: pd.DataFrame) -> pd.DataFrame:
    """Give each place the sign of what is less sure, its identity or its position."""
    sign = [
        _SIGNS["uncertain" if "uncertain" in both else both[1]].strip()
        for both in zip(table["identity"], table["position"], strict=True)
    ]
    return table.assign(sign=sign)[_COLUMNS].reset_index(drop=True)


def _land(axes, scale: float) -> None:
    for outline in coastline():
        axes.fill(*projected(*np.transpose(outline)), facecolor=_LAND, edgecolor=_SHORE,
                  linewidth=0.6 * scale, zorder=1)  # fmt: skip


def _regions(axes, scale: float) -> None:
    for names, style in ((_SEAS, "italic"), (_LANDS, "normal")):
        for name, place in names.items():
            x, y = projected(*place)
            axes.text(x, y, name, ha="center", va="center", style=style, fontsize=small(scale),
                      color=INK, zorder=2)  # fmt: skip


def _border(axes, scale: float) -> None:
    latitude, west, east = _BORDER
    along = np.linspace(west, east, 9)
    x, y = projected(along, np.full_like(along, latitude))
    axes.plot(x, y, color=VERMILLION, linewidth=3 * scale, zorder=3, solid_capstyle="butt")
    axes.annotate(
        "50° N: the border, 1905 to 1945\n(1938: north Soviet, south Japanese)", (x[-1], y[-1]),
        xytext=(53 * scale, -6 * scale), textcoords="offset points", va="center",
        fontsize=small(scale), color=INK, arrowprops=_leader(scale, VERMILLION), path_effects=_halo(scale),
    )  # fmt: skip


def _draw(axes, row, scale: float) -> None:
    x, y = projected(row.longitude, row.latitude)
    axes.plot(
        x, y, "o", markersize=7 * scale, markeredgewidth=1.8 * scale, color=BLUE, zorder=5,
        markerfacecolor=PAPER if row.sign else BLUE,
    )  # fmt: skip
    dx, dy, side = _NAMES.get(row.place, (9, 0, "left"))
    axes.annotate(
        _name(row), (x, y), xytext=(dx * scale, dy * scale), textcoords="offset points",
        ha=side, va="center", fontsize=small(scale), color=INK,
        linespacing=1.15, parse_math=False, zorder=6,
        arrowprops=_leader(scale, INK) if abs(dx) > _FAR else None, path_effects=_halo(scale),
    )  # fmt: skip


def _name(row) -> str:
    sign = f"{row.sign} " if row.sign else ""
    now = "" if row.today == row.place else f"\n(now {row.today})"
    if row.sign == "?" and "unidentified" in str(row.note):
        now = f"\n(perhaps {row.today})"
    return f"{sign}{row.place}{now}"


def _leader(scale: float, colour: str) -> dict:
    return {"arrowstyle": "-", "color": colour, "linewidth": 0.8 * scale, "relpos": (0, 0.5),
            "shrinkA": 0, "shrinkB": 3 * scale}  # fmt: skip


def _halo(scale: float) -> list:
    """Return what keeps the words legible where an island lies below them."""
    return [withStroke(linewidth=2.5 * scale, foreground=PAPER, alpha=0.8)]


def _frame(axes) -> None:
    (left, right), _ = projected([_WEST, _EAST], [36, 48])
    _, (bottom, top) = projected([_MIDDLE, _MIDDLE], [_SOUTH, _NORTH])
    axes.set(xlim=(left, right), ylim=(bottom, top), xticks=[], yticks=[], aspect="equal")
    axes.spines[:].set_visible(False)


def _caption(off: pd.DataFrame) -> str:
    beyond = f" Off the map: {', '.join(off['place'])}." if len(off) else ""
    return (
        "Where the places lie; the name now in brackets. Coast and positions are ours and modern, "
        "not the despatch’s. Open dots: ? not identified or not verified; ≈ the point is of a part "
        f"of the place, or beside it.{beyond}"
    )


def _alt(drawn: pd.DataFrame) -> str:
    uncertain = drawn.loc[drawn["sign"] == "?", "place"].tolist()
    renamed = int(((drawn["place"] != drawn["today"]) & (drawn["sign"] != "?")).sum())
    doubt = (
        f"{len(uncertain)} marked uncertain ({', '.join(uncertain)})"
        if uncertain
        else "none uncertain"
    )
    return (
        f"Map of the coasts from China to Kamchatka with {len(drawn)} places of the despatch by "
        f"longitude and latitude; {renamed} are called or spelled otherwise now, {doubt}. A line across Sakhalin "
        "at 50° N: the border, 1905 to 1945."
    )
