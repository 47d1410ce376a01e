"""What holds for every chart."""

import pytest

import lessonkit
from lessonkit import charts
from lessonkit.charts import date_strip, section_strip

SECTIONS = lessonkit.load().sections


@pytest.mark.parametrize("chart", [section_strip, date_strip, charts.timeline, charts.word_bars,
                                   charts.teller_chart, charts.note_grid])  # fmt: skip
def test_what_is_no_table_is_told_so(chart):
    with pytest.raises(TypeError, match="expected a table, found Despatch. Give one"):
        chart(lessonkit.load())
    with pytest.raises(ValueError, match="expected a table with the columns .* is missing"):
        chart(SECTIONS[["section"]])
