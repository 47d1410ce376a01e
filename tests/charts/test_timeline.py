"""The timeline: certainty is drawn, and said in words; nothing that is not known is a point."""

from datetime import date

import matplotlib.dates as mdates
import pandas as pd
import pytest
from matplotlib.patches import Polygon

import lessonkit
from lessonkit.charts import timeline
from lessonkit.style import BLUE, PAPER

from tests.support.texts import LETTER

EVENTS = lessonkit.load().events
JAPAN = EVENTS[EVENTS["section"].between(3, 6)]
DAYS = {"written": date(1938, 9, 19), "received": date(1938, 10, 19)}
ALT = (
    "Timeline of 14 events, one a row, along 31 May 1938 to 19 September 1938: 6 with a day (dots), "
    "1 with a span (solid bar), 6 only bounded (hatched, ?), 1 alleged, drawn as a claim (dashed). 8 "
    "of 14 have no single day. 1 more has no date. Lines: written 19 Sep 1938, received 19 Oct 1938."
)


def texts(chart):
    return [text for text in chart.figure.axes[0].texts if text.get_text()]


def words(chart):
    return [text.get_text() for text in texts(chart)]


def marks(chart):
    axes = chart.figure.axes[0]
    dots = [line for line in axes.lines if line.get_marker() == "o"]
    return dots, [patch for patch in axes.patches if type(patch) is Polygon]


@pytest.mark.parametrize("size", ["page", "room"])
def test_each_kind_has_a_mark_of_its_own(size):
    chart = timeline(JAPAN, **DAYS, size=size)
    assert chart.alt == ALT
    assert chart.table["event"].tolist() == [
        "E08", "E09", "E13", "E15", "E16", "E21", "E22", "E23", "E10", "E24", "E17", "E18", "E19", "E20",
    ]  # fmt: skip
    dots, bars = marks(chart)
    faces = [dot.get_markerfacecolor() for dot in dots]
    assert faces == [BLUE, PAPER, PAPER, BLUE, PAPER, PAPER]  # stated or inferred
    assert [bool(bar.get_hatch()) for bar in bars] == [True] * 3 + [False] + [
        True,
        False,
        True,
        True,
    ]
    assert [bar.get_linestyle() != "-" for bar in bars] == [False] * 3 + [True] + [False] * 4
    assert words(chart).count("?") == 6
    assert words(chart).count("alleged") == 1
    smallest = min(text.get_fontsize() for text in texts(chart))
    assert smallest >= (9 if size == "page" else 18)


def test_the_outbreak_of_fighting_is_no_point():
    (row,) = timeline(EVENTS[EVENTS["event"] == "E15"]).table.itertuples()
    assert (row.kind, pd.isna(row.not_before)) == ("bound", True)
    (bar,) = marks(timeline(EVENTS[EVENTS["event"] == "E15"]))[1]
    corners = bar.get_xy()
    assert len({y for x, y in corners if x == corners[:, 0].min()}) == 1  # it ends in a point


def test_the_lines_and_the_lag():
    chart = timeline(JAPAN, **DAYS)
    assert "written\n19 Sep" in words(chart)
    assert "received\n19 Oct" in words(chart)
    assert "30 days" in words(chart)
    assert "30 days" not in words(timeline(JAPAN, written=DAYS["written"]))
    assert not [word for word in words(timeline(JAPAN)) if "written" in word]


def test_a_month_is_no_span_and_a_bound_of_one_day_no_point():
    one = EVENTS[EVENTS["event"] == "E25"]
    month = one.assign(edtf="1938-09", not_after=pd.Timestamp("1938-09-30"))
    assert timeline(month).table["kind"].tolist() == ["bound"]
    pinned = one.assign(edtf="[1938-09-04..1938-09-04]", certainty="bounded")
    assert timeline(pinned).table["kind"].tolist() == ["bound"]
    assert "?" in words(timeline(pinned))


def test_a_bar_that_begins_long_before_is_drawn_from_its_beginning():
    long = JAPAN.assign(
        not_before=JAPAN["not_before"].where(JAPAN["event"] != "E18", pd.Timestamp("1931-01-01"))
    )
    chart = timeline(long, **DAYS)
    first = mdates.num2date(chart.figure.axes[0].get_xlim()[0]).date()
    assert first < date(1931, 1, 1)
    assert "1 January 1931 to 19 September 1938" in chart.alt
    ticks = chart.figure.axes[0].get_xticks()
    assert len(ticks) < 15


def test_no_lag_is_drawn_backwards():
    chart = timeline(JAPAN, written=DAYS["received"], received=DAYS["written"])
    assert not [word for word in words(chart) if "days" in word]


def test_what_is_not_drawn_is_counted():
    chart = timeline(EVENTS, **DAYS)
    assert len(chart.table) == 21
    assert "Not drawn: 7 older and 2 without any date." in chart.caption
    assert "9 of 21 have no single day. 2 more have no date." in chart.alt
    assert "Not drawn" not in timeline(EVENTS[EVENTS["section"] == 5]).caption


def test_the_words_follow_the_table():
    one = timeline(EVENTS[EVENTS["event"] == "E25"])
    assert one.alt == (
        "Timeline of 1 event, along 4 September 1938: 1 with a day (dots). 0 of 1 have no single day."
    )
    days = JAPAN["not_after"].dt.strftime("%Y-%m-%d")
    surer = JAPAN.assign(certainty="stated", not_before=JAPAN["not_after"], edtf=days, hedge=None)
    assert "0 of 14 have no single day" in timeline(surer).alt
    unsure = EVENTS[EVENTS["event"] == "E18"].assign(not_after=pd.NaT)
    assert "1 only bounded" in timeline(unsure).alt


@pytest.mark.parametrize("events", [JAPAN, EVENTS, EVENTS[EVENTS["section"] == 5]])
@pytest.mark.parametrize("size", ["page", "room"])
def test_no_text_is_cut_off_or_overlaps(events, size):
    chart = timeline(events, **DAYS, size=size)
    chart.figure.canvas.draw()
    axes = chart.figure.axes[0]
    shown = [*texts(chart), *axes.get_yticklabels(), *axes.get_xticklabels()]
    boxes = [text.get_window_extent() for text in shown if text.get_text()]
    assert all(chart.figure.bbox.contains(*corner) for box in boxes for corner in box.corners())
    assert not [1 for i, a in enumerate(boxes) for b in boxes[:i] if a.overlaps(b)]


def test_the_programs_events_have_no_label_but_their_name(tmp_path):
    (tmp_path / "mine.txt").write_text(LETTER.replace("crowns", "$5_{ crowns"), encoding="utf-8")
    chart = timeline(lessonkit.load(tmp_path / "mine.txt").events)
    assert chart.alt.startswith("Timeline of ")
    labels = [label.get_text() for label in chart.figure.axes[0].get_yticklabels()]
    assert all(label.startswith("E") for label in labels)


def test_a_wrong_size_and_a_table_without_dates_are_refused():
    with pytest.raises(ValueError, match="expected one of 'page', 'room', found 'wall'"):
        timeline(JAPAN, size="wall")
    for empty in (EVENTS.head(0), EVENTS[EVENTS["event"] == "E12"]):
        with pytest.raises(ValueError, match="at least one row with a date, found none"):
            timeline(empty)


def test_it_is_the_same_every_time():
    assert timeline(JAPAN, **DAYS).png() == timeline(JAPAN, **DAYS).png()
