"""The reader: positions, layers, passages; all text from a document is escaped."""

import pytest

import lessonkit
from lessonkit.classroom import session
from lessonkit.widgets import date_box, reader
from lessonkit.widgets._page import page

from tests.support.texts import LETTER

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


def test_the_contents_lead_to_each_stop_and_say_where_one_is():
    opened = reader(DESPATCH)
    assert [item.description for item in opened.contents][::8] == [
        "1\u2002Sir: With reference to the Embassy’s …", "Notes",
    ]  # fmt: skip
    opened.contents[6].click()
    assert opened._status.value == "Section 7 of 8"
    here = [i for i, item in enumerate(opened.contents) if "lessonkit-here" in item._dom_classes]
    assert here == [6]


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


def test_an_empty_date_box_says_what_to_write(fresh):
    box = date_box("2.2")
    box.check.click()
    assert "Write a day with its month and year into the line" in box.message.value
    assert box.code.value == ""


def test_the_date_box_escapes_and_refuses(fresh):
    box = date_box("2.2")
    box.text.value = '<b>"1938"</b>\\'
    assert "<b>" not in box.code.value + box.message.value
    with pytest.raises(ValueError, match="no exercise '9.9'"):
        date_box("9.9")
