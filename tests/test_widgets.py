"""The reader: positions, layers, passages; all text from a document is escaped."""

import pytest

import lessonkit
from lessonkit.exercises import session
from lessonkit.widgets import date_box, reader
from lessonkit.widgets.page import page

from texts import LETTER

DESPATCH = lessonkit.load()


def shown(opened):
    return opened._page.value


def test_next_and_previous_stop_at_the_ends():
    opened = reader(DESPATCH)
    opened.previous.click()
    assert opened._status.value == "Section 1 of 8: this is the beginning"
    for _ in range(20):
        opened.next.click()
    assert opened._status.value == "Notes: this is the end"
    assert "Moscow Pravda" in shown(opened)


def test_each_stop_shows_its_section_and_the_code_for_it():
    opened = reader(DESPATCH, section=7)
    assert "The new Chinese Ambassador" in shown(opened)
    assert "Soviet Assistance to China" not in shown(opened)
    assert "despatch.sections.loc[6, &quot;text&quot;]" in opened._code.value


def test_layers_are_labelled_and_can_be_switched():
    opened = reader(DESPATCH, layers=["dates", "notes"], section=3)
    assert "<small>" not in shown(opened)
    opened.layers["dates"].value = opened.layers["notes"].value = True
    assert "<small>1938-08-10, year not in the words</small>" in shown(opened)
    assert [switch.description for switch in opened.layers.values()] == ["Dates", "Note markers"]
    opened.layers["dates"].value = False
    assert "1938-08-10" not in shown(opened)
    opened.go(0)
    assert "<small>note marker</small>" in shown(opened)


def test_an_unknown_layer_is_refused():
    with pytest.raises(ValueError, match="expected some of dates, notes, found 'hedges'"):
        reader(DESPATCH, layers=["hedges"])


def test_the_reader_does_not_tell_when_it_was_written():
    whole = page(DESPATCH, overlays=reader(DESPATCH, layers=["dates", "notes"])._overlays(True))
    for words in ("September 19", "1938-09-19", "October 19", "1938-10-19"):
        assert words not in whole


@pytest.mark.parametrize("table", ["sections", "dates", "notes", "events"])
def test_show_opens_at_a_rows_passage(table):
    for row in getattr(DESPATCH, table).itertuples():
        opened = DESPATCH.show(row)
        assert 'class="lessonkit-passage"' in shown(opened)


def test_show_takes_a_series_too_and_refuses_what_is_no_row():
    assert DESPATCH.show(DESPATCH.events.iloc[24]).position == 6
    for wrong in (3, "E01", DESPATCH.events, None):
        with pytest.raises(TypeError, match="expected one row of a table"):
            DESPATCH.show(wrong)
    elsewhere = DESPATCH.events.iloc[24].copy()
    elsewhere["end"] = 10**6
    with pytest.raises(TypeError, match="no passage of this text"):
        DESPATCH.show(elsewhere)


def test_text_from_a_document_is_escaped(tmp_path):
    (tmp_path / "mine.txt").write_text(LETTER.replace("crowns", "<b>&</b>"), encoding="utf-8")
    whole = page(lessonkit.load(tmp_path / "mine.txt"))
    assert "&lt;b&gt;&amp;&lt;/b&gt;" in whole
    assert "<b>" not in whole


def test_layers_change_nothing_but_add_labels():
    import re

    def words(html):
        without = re.sub(r"<small>.*?</small>|<span class=\"lessonkit-break\">.*?</span>", "", html)
        return " ".join(re.sub(r"<[^>]+>", "", without.replace("</p>", " ")).split())

    layered = page(DESPATCH, overlays=reader(DESPATCH, layers=["dates", "notes"])._overlays(True))
    assert words(layered) == words(page(DESPATCH))


def test_a_summary_fits_a_page():
    lines = str(DESPATCH).splitlines()
    assert len(lines) <= 60
    assert max(map(len, lines)) <= 78
    assert not [line for line in lines if "19, 1938" in line or "1938-09-19" in line]


@pytest.fixture
def fresh(monkeypatch):
    monkeypatch.setattr(session, "_tried", set())


def test_the_date_box_checks_shows_its_code_and_reveals_after_tries(fresh):
    box = date_box("2.2")
    box.reveal.click()
    assert "First run the cell of 2.2 and of 2.3" in box.message.value
    box.text.value = "4 September 1938"  # as Enter, or leaving the line, sets it
    assert "notes of its own" in box.message.value
    assert "check(&quot;2.2&quot;, &quot;4 September 1938&quot;)" in box.code.value
    box.text.value = "5 September 1938"
    box.check.click()
    assert "2.2 Right." in box.message.value
    box.reveal.click()
    assert "First run the cell of 2.3 with" in box.message.value
    session.consider("2.3", "B")
    box.reveal.click()
    assert "Moscow, 19 September 1938" in box.message.value


def test_the_date_box_escapes_and_refuses(fresh):
    box = date_box("2.2")
    box.text.value = '<b>"1938"</b>\\'
    assert "<b>" not in box.code.value + box.message.value
    with pytest.raises(ValueError, match="no exercise '9.9'"):
        date_box("9.9")
