"""Charts say in words what they show."""

from datetime import date

import pandas as pd
import pytest

import lessonkit
from lessonkit import charts
from lessonkit.charts import date_strip, section_strip
from lessonkit.style import PAPER

SECTIONS = lessonkit.load().sections


@pytest.mark.parametrize("size", ["page", "room"])
def test_section_strip(size):
    chart = section_strip(SECTIONS, size=size)
    assert 40 <= len(chart.alt) <= 300
    assert "324 of 956 words" in chart.alt
    assert "2 are hatched" in chart.alt
    assert chart.table["words"].sum() == 956
    bars = [patch for patch in chart.figure.axes[0].patches]
    assert [bar.get_height() for bar in bars] == [41, 49, 162, 118, 72, 70, 324, 120]
    assert [bool(bar.get_hatch()) for bar in bars] == [True] + [False] * 5 + [True, False]
    smallest = min(text.get_fontsize() for text in chart.figure.axes[0].texts)
    assert smallest >= (9 if size == "page" else 18)


def test_no_text_is_cut_off_or_overlaps():
    figure = section_strip(SECTIONS).figure
    figure.canvas.draw()
    page = figure.bbox
    boxes = [text.get_window_extent() for text in figure.axes[0].texts]
    assert all(page.contains(*corner) for box in boxes for corner in box.corners())
    assert not [1 for i, a in enumerate(boxes) for b in boxes[:i] if a.overlaps(b)]


def test_html_carries_the_words_and_the_table_and_is_escaped():
    sections = SECTIONS.assign(heading="<script>x</script>")
    html = section_strip(sections)._repr_html_()
    assert html.startswith("<figure")
    assert '<img alt="Strip of 8 sections' in html
    assert "<details>" in html
    assert "<script>" not in html


def test_a_wrong_size_and_an_empty_table_are_refused():
    with pytest.raises(ValueError, match="expected one of 'page', 'room', found 'wall'"):
        section_strip(SECTIONS, size="wall")
    with pytest.raises(ValueError, match="found an empty table"):
        section_strip(SECTIONS.head(0))


def test_a_long_document_fits():
    many = pd.concat([SECTIONS] * 5, ignore_index=True)
    assert len(section_strip(many).figure.axes[0].patches) == 40


DATES = lessonkit.load().dates


def words_of(chart):
    return [text.get_text() for text in chart.figure.axes[0].texts if text.get_text()]


@pytest.mark.parametrize("size", ["page", "room"])
def test_date_strip(size):
    chart = date_strip(DATES, size=size)
    assert 40 <= len(chart.alt) <= 300
    assert (
        "10 mentions of 9 days, 31 May 1938 to 5 September 1938; of 3 the year was supplied"
        in chart.alt
    )
    assert chart.table["edtf"].tolist() == [
        "1938-05-31", "1938-06-03", "1938-06-29", "1938-06-29", "1938-07-14", "1938-08-10",
        "1938-08-21", "1938-08-24", "1938-09-04", "1938-09-05",
    ]  # fmt: skip
    dots = [line for line in chart.figure.axes[0].lines if line.get_marker() == "o"]
    assert [dot.get_markerfacecolor() == PAPER for dot in dots] == [
        row in ("June 3", "Aug. 10th", "24th of August") for row in chart.table["phrase"]
    ]
    assert "not before 5 September 1938" in words_of(chart)
    assert "September 5, 1938 (in a note)" in words_of(chart)
    assert "← 7 others: older, or no single day" in words_of(chart)
    smallest = min(text.get_fontsize() for text in chart.figure.axes[0].texts if text.get_text())
    assert smallest >= (9 if size == "page" else 18)


def test_date_strip_with_the_date_of_writing():
    chart = date_strip(DATES, written=date(1938, 9, 19))
    assert "written 19 September 1938,\n14 days later" in words_of(chart)
    assert "14 days later: written 19 September 1938" in chart.alt
    assert 40 <= len(chart.alt) <= 300
    earlier = date_strip(DATES, written="1938-09-04")
    assert "1 day earlier: written 4 September 1938" in earlier.alt


@pytest.mark.parametrize("written", [None, date(1938, 9, 19), date(1938, 1, 1)])
def test_no_text_of_the_date_strip_is_cut_off(written):
    figure = date_strip(DATES, written).figure
    figure.canvas.draw()
    boxes = [text.get_window_extent() for text in figure.axes[0].texts if text.get_text()]
    assert all(figure.bbox.contains(*corner) for box in boxes for corner in box.corners())


def test_date_strip_of_other_rows():
    body = date_strip(DATES[DATES["where"] == "body"])
    assert "not before 4 September 1938" in words_of(body)
    one = date_strip(lessonkit.find_dates("On June [Page 4] 4, 1938, he came for $5 and $6."))
    assert "June 4, 1938" in words_of(one)
    with pytest.raises(ValueError, match="single days, found none"):
        date_strip(DATES[DATES["edtf"] == "1928"])


def test_signs_in_a_heading_are_no_mathematics():
    chart = section_strip(SECTIONS.assign(heading="Costs $5_{ and $6"))
    chart.figure.canvas.draw()
    assert "Costs $5_{ and $6" in words_of(chart)


@pytest.mark.parametrize("chart", [section_strip, date_strip, charts.timeline, charts.word_bars,
                                   charts.teller_chart, charts.note_grid])  # fmt: skip
def test_what_is_no_table_is_told_so(chart):
    with pytest.raises(TypeError, match="expected a table, found Despatch. Give one"):
        chart(lessonkit.load())
    with pytest.raises(ValueError, match="expected a table with the columns .* is missing"):
        chart(SECTIONS[["section"]])


@pytest.mark.parametrize("written", ["1938", 5, "", "x", "1938-13-45"])
def test_no_line_is_drawn_at_a_day_that_nobody_gave(written):
    with pytest.raises(lessonkit.DateError, match="expected a date such as"):
        date_strip(DATES, written=written)
    with pytest.raises(lessonkit.DateError, match="expected a date such as"):
        charts.timeline(lessonkit.load().events, received=written)
