"""The map of the places: every doubt marked."""

import math

import pytest

from lessonkit.charts import place_map
from lessonkit.charts._place_map import projected
from lessonkit.despatch.side_tables import places

ALT = (
    "Map of the coasts from China to Kamchatka with 14 places of the despatch by longitude and "
    "latitude; 7 are called or spelled otherwise now, 3 marked uncertain (Ushige, Shensi, Great Chinese Wall). A "
    "line across Sakhalin at 50° N: the border, 1905 to 1945."
)


def words(chart):
    return [text.get_text() for text in chart.figure.axes[0].texts if text.get_text()]


def test_the_projection_keeps_areas():
    def area(west, south):
        corners = [
            (west, south),
            (west + 0.1, south),
            (west + 0.1, south + 0.1),
            (west, south + 0.1),
        ]
        x, y = projected(*zip(*corners, strict=True))
        turned = list(range(1, 4)) + [0]
        return abs(sum(x * y[turned] - x[turned] * y)) / 2

    for west, south in ((110, 30), (136, 45), (160, 55)):
        truth = math.radians(0.1) * (
            math.sin(math.radians(south + 0.1)) - math.sin(math.radians(south))
        )
        assert area(west, south) == pytest.approx(truth, rel=1e-3)


@pytest.mark.parametrize("size", ["page", "room"])
def test_place_map(size):
    chart = place_map(size=size)
    assert chart.alt == ALT
    assert len(chart.table) == 16
    assert "Off the map: Portsmouth, Moscow." in chart.caption
    assert "? Ushige\n(perhaps Orlovo)" in words(chart)
    assert "≈ Changkufeng\n(now Zaozyornaya)" in words(chart)
    assert "Khabarovsk" in words(chart)
    assert "50° N: the border, 1905 to 1945\n(1938: north Soviet, south Japanese)" in words(chart)
    smallest = min(text.get_fontsize() for text in chart.figure.axes[0].texts if text.get_text())
    assert smallest >= (9 if size == "page" else 18)
    chart.figure.canvas.draw()
    boxes = [text.get_window_extent() for text in chart.figure.axes[0].texts if text.get_text()]
    assert all(chart.figure.bbox.contains(*corner) for box in boxes for corner in box.corners())


def test_the_words_follow_the_table():
    table = places()
    sure = place_map(table[table["position"] == "sure"])
    assert "with 8 places" in sure.alt
    assert "none uncertain" in sure.alt
    none = place_map(table.head(0))
    assert "with 0 places" in none.alt
    assert len(none.table) == 0
    signs = place_map(table.head(1).assign(place="$5_{", today="$"))
    signs.figure.canvas.draw()
    assert "≈ $5_{\n(now $)" in words(signs)
    with pytest.raises(ValueError, match="found 'wall'"):
        place_map(size="wall")


def test_it_is_the_same_every_time():
    assert place_map().png() == place_map().png()
