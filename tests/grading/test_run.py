"""Grading a class: which of two hand-ins counts, what stops it, the command."""

import io
import os
import zipfile

import pytest

from lessonkit.cli import main
from lessonkit.errors import GradingError
from lessonkit.grading import parallel as engine

from tests.support.hand_ins import (
    OF_OUTCOME,
    answered,
    graded,
    mark,
    notebook,
    problems_of,
    row_of,
    save,
    save_few,
    signed,
    table,
)

TEXT = OF_OUTCOME["right"]["1.5"][0]


def test_of_two_hand_ins_the_later_counts_and_both_are_listed(tmp_path):
    early = save(
        tmp_path / "in" / "z.ipynb",
        notebook(signed("Ada"), answered("1.1", "Kirk"), answered("1.2", "B")),
    )
    late = save(tmp_path / "in" / "a.ipynb", notebook(signed("ADA "), answered("1.1", "Hull")))
    os.utime(early, (1_700_000_000, 1_700_000_000))
    os.utime(late, (1_700_100_000, 1_700_100_000))
    graded(tmp_path / "in", tmp_path / "out")
    row = table(tmp_path / "out" / "scores.csv")
    assert [(r["student"], r["1.1 outcome"], r["1.2 outcome"]) for r in row] == [
        ("ADA", "nearly", "missing")
    ]
    assert problems_of(tmp_path / "out") == [
        ("a.ipynb", "", "handed in twice"),
        ("z.ipynb", "", "handed in twice"),
    ]


def test_hand_ins_for_two_lessons_are_no_doubles(tmp_path):
    save_few(tmp_path / "in")
    graded(tmp_path / "in", tmp_path / "out")
    assert problems_of(tmp_path / "out") == []
    assert row_of(tmp_path / "out", "Ada Lovelace")["points"] == "10"
    assert row_of(tmp_path / "out", "Ada Lovelace")["of"] == "16"
    assert row_of(tmp_path / "out", "Ada Lovelace")["to read"] == "2"


def test_two_who_share_a_laptop_are_two_students_with_one_text(tmp_path):
    save(
        tmp_path / "in" / "x.ipynb",
        notebook(signed("Mary", "Ada"), answered("1.1", "Kirk"), answered("1.5", TEXT)),
    )
    grades = graded(tmp_path / "in", tmp_path / "out")
    assert [r["student"] for r in table(tmp_path / "out" / "scores.csv")] == ["Ada", "Mary"]
    assert [r["student"] for r in table(tmp_path / "out" / "review.csv")] == ["Ada; Mary"]
    assert grades.to_read == 1
    mark(tmp_path / "out", {"Ada; Mary": "3"})
    graded(tmp_path / "in", tmp_path / "out")
    assert [r["points"] for r in table(tmp_path / "out" / "scores.csv")] == ["4", "4"]


@pytest.mark.slow
def test_the_command_writes_and_says_what(tmp_path, capsys):
    save_few(tmp_path / "in", lessons=(1,))
    assert main(["grade", str(tmp_path / "in"), f"--out={tmp_path / 'out'}", "--hide-names"]) == 0
    said = capsys.readouterr()
    assert "2 notebooks, 2 students, 2 texts to read, 0 problems." in said.out
    assert f"wrote {tmp_path / 'out' / 'class.html'}" in said.out
    assert said.err == ""


def test_progress_shows_on_a_terminal_only(monkeypatch):
    shown = io.StringIO()
    monkeypatch.setattr(engine.sys, "stderr", shown)
    engine.progress(16, 32)
    assert shown.getvalue() == ""
    shown.isatty = lambda: True
    engine.progress(16, 32)
    engine.progress(32, 32)
    assert shown.getvalue() == "\r16 of 32 notebooks\r32 of 32 notebooks\n"


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (lambda folder: None, "expected a folder of hand-ins"),
        (lambda folder: folder.mkdir(), "expected notebooks, found none"),
    ],
)
def test_nothing_to_grade(tmp_path, capsys, prepare, words):
    prepare(tmp_path / "in")
    assert main(["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out")]) == 1
    assert words in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_place_that_cannot_be_written_to(tmp_path):
    save_few(tmp_path / "in", lessons=(1,))
    (tmp_path / "file").write_text("")
    with pytest.raises(GradingError, match="Name another folder"):
        graded(tmp_path / "in", tmp_path / "file")
    with pytest.raises(GradingError, match="a folder of their own"):
        graded(tmp_path / "in", tmp_path / "in")


def test_grades_within_the_hand_ins_are_passed_over(tmp_path):
    save_few(tmp_path / "in", lessons=(1,))
    graded(tmp_path / "in", tmp_path / "in" / "grades")
    graded(tmp_path / "in", tmp_path / "in" / "grades")
    assert problems_of(tmp_path / "in" / "grades") == []


def test_one_zip_file_is_a_class_too(tmp_path):
    save_few(tmp_path / "in", lessons=(1,))
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for path in (tmp_path / "in").rglob("*.ipynb"):
            archive.write(path, path.relative_to(tmp_path / "in"))
        archive.writestr("__MACOSX/._x.ipynb", "x")
        archive.writestr("ada/.ipynb_checkpoints/x.ipynb", "x")
    graded(tmp_path / "all.zip", tmp_path / "out")
    assert [r["points"] for r in table(tmp_path / "out" / "scores.csv")] == ["5", "5"]
    assert problems_of(tmp_path / "out") == []
