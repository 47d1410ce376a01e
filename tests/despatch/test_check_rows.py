"""Rows that a reader writes in a notebook, and how they become a file beside the text."""

import pandas as pd
import pytest

import lessonkit
from lessonkit.despatch.annotations import COLUMNS, check_rows, events_csv, keep_rows, read_events
from lessonkit.despatch.events import program_events

from tests.support.texts import LETTER

DESPATCH = lessonkit.load()
ROW = {
    "what": "Mission seeks help", "told_by": "a member of the Chinese Embassy > Kirk", "edtf": "",
    "certainty": "undated", "quote": "it is an open secret that the purpose",
}  # fmt: skip


def test_rows_become_a_table_like_the_programs():
    rows = check_rows([ROW, ROW | {"event": "X1", "place": None}], DESPATCH)
    assert rows["event"].tolist() == ["M1", "X1"]
    assert rows["found_by"].tolist() == ["editor", "editor"]
    start, end = rows.loc[0, ["start", "end"]]
    assert DESPATCH.text[start:end] == ROW["quote"]
    program = program_events(DESPATCH.layout, DESPATCH.dates)
    assert rows.dtypes.equals(program.dtypes)


def test_unfinished_rows_are_passed_over_and_the_others_keep_their_number():
    blank = dict.fromkeys(ROW, ...)
    assert len(check_rows([blank, ROW | {"hedge": ...}], DESPATCH)) == 0
    assert check_rows([blank, ROW], DESPATCH)["event"].tolist() == ["M2"]
    assert check_rows([], DESPATCH).columns.tolist() == DESPATCH.events.columns.tolist()


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"quote": "an open sekret that the"}, "The nearest passage is “an open secret that the”"),
        ({"quote": "the Soviet Union"}, "occurs 8 times"),
        ({"quote": ""}, "expected a quotation, found an empty cell"),
        ({"certainty": "sure"}, "expected one of stated, inferred, bounded, undated, found “sure”"),
        ({"edtf": "10 August", "certainty": "stated"}, "edtf: found “10 August”"),
        ({"event": "M1"}, "the event M1 stands in row 1 already"),
        ({"who": "Kirk"}, "expected some of the columns"),
    ],
)
def test_a_wrong_row_is_named_by_its_number(row, words):
    with pytest.raises(lessonkit.EventsError) as error:
        check_rows([ROW, ROW | row], DESPATCH)
    assert str(error.value).startswith("your rows, row 2")
    assert words in str(error.value)


def test_no_file_and_no_table_program_is_spoken_of():
    wrong = [ROW | {"quote": f"words that {n} nobody wrote", "edtf": "10 August"} for n in "abc"]
    with pytest.raises(lessonkit.EventsError) as error:
        check_rows(wrong, DESPATCH)
    said = str(error.value)
    assert "row 3" in said
    assert "table program" not in said and "another text" not in said


def test_rows_are_kept_beside_their_text_and_nowhere_else(tmp_path):
    path = tmp_path / "mine.txt"
    path.write_text(LETTER, encoding="utf-8")
    mine = lessonkit.load(path)
    program = program_events(mine.layout, mine.dates)
    assert keep_rows(DESPATCH.events, DESPATCH).startswith("Nothing is kept")
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]
    path.write_text(LETTER + " P. S.", encoding="utf-8")
    assert "mine.txt has changed" in keep_rows(program, mine)
    path.write_text(LETTER, encoding="utf-8")
    assert keep_rows(program.head(1), mine) == "Kept in mine.events.csv: 1 row."
    assert "is there already" in keep_rows(program, mine)
    assert len(lessonkit.load(path).events) == 1


def test_quotations_of_more_than_a_line_and_with_commas_and_marks():
    row = ROW | {"what": 'He said, "yes"', "quote": "it is an open\n  secret that,".rstrip(",")}
    assert check_rows([row], DESPATCH)["what"].tolist() == ['He said, "yes"']


def test_both_tables_become_a_file_that_is_read_again(tmp_path):
    (tmp_path / "mine.txt").write_text(LETTER, encoding="utf-8")
    mine = lessonkit.load(tmp_path / "mine.txt")
    program = program_events(mine.layout, mine.dates)
    row = ROW | {"quote": "it lay idle", "told_by": "Hentzau"}
    both = pd.concat([program, check_rows([row], mine)], ignore_index=True)
    content = events_csv(mine.layout, both)
    assert content.splitlines()[0] == ",".join(COLUMNS)
    (tmp_path / "mine.events.csv").write_text(content, encoding="utf-8")
    again = lessonkit.load(tmp_path / "mine.txt").events
    assert again["event"].tolist() == both["event"].tolist()
    assert set(again["found_by"]) == {"editor"}
    assert read_events("x", content, mine.layout).equals(again)
