"""What students call in a notebook: what it shows, what it keeps, and when it opens what."""

import datetime
import json
import re
import sys

import pytest

import lessonkit
from lessonkit.classroom import session

from tests.support.answers import RIGHT


def test_hints_go_on_and_stop_at_the_last(capsys):
    for _ in range(3):
        lessonkit.hint("1.1")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("1.1 Hint 1 of 2.")
    assert lines[1].startswith("1.1 Hint 2 of 2.")
    assert (
        lines[2]
        == f"{lines[1]} (That was the last one. Ask your neighbor, or go on and come back.)"
    )


@pytest.mark.parametrize("name", ["9.9", None, [], "x" * 10_000])
def test_an_exercise_that_does_not_exist(name, capsys):
    lessonkit.check(name, 1)
    lessonkit.hint(name)
    out = capsys.readouterr().out
    assert out.count("There is no exercise") == 2
    assert "There are: 1.1 to 1.5, 2.1 to 2.5" in out
    assert len(out) < 500


def test_progress(capsys):
    lessonkit.progress()
    assert "have not signed" not in capsys.readouterr().out
    for exercise, answer in (("1.1", "Kirk"), ("1.2", "A"), ("1.3", "x"), ("1.4", ...)):
        lessonkit.check(exercise, answer)
    capsys.readouterr()
    lessonkit.progress()
    standing = "Right: 1 (1.1). For a reader: 0. Look again: 1 (1.2). Not yet: 3 (1.3; 1.4; 1.5)."
    unsigned = capsys.readouterr().out
    assert unsigned.startswith(f"{standing}\nYou have not signed: put your name in the first cell")
    lessonkit.sign("Ada")
    capsys.readouterr()
    lessonkit.progress()
    assert capsys.readouterr().out.strip() == standing


def test_what_only_a_reader_can_judge_is_called_complete_and_not_right(capsys):
    for exercise in ("1.5", "7.3", "7.5", "8.1", "8.3", "8.5"):
        answer = next(answer for tried, answer in RIGHT if tried == exercise)
        lessonkit.check(exercise, answer)
        said = capsys.readouterr().out
        assert said.startswith(f"{exercise} Complete, now it needs a reader."), said
    lessonkit.check("8.2", 13)
    assert capsys.readouterr().out.startswith("8.2 Right.")
    lessonkit.progress()
    assert "For a reader: 6 (1.5; 7.3; 7.5; 8.1; 8.3; 8.5)." in capsys.readouterr().out


def test_progress_keeps_the_order_and_counts_prose_apart(monkeypatch):
    shown = []
    monkeypatch.setattr(
        session, "show", lambda rich, plain, records=None: shown.append((rich, plain))
    )
    prose = next(answer for exercise, answer in RIGHT if exercise == "1.5")
    lessonkit.sign("Ada")
    shown.clear()
    for exercise, answer in (("1.5", prose), ("1.3", [8, 6]), ("1.1", "nobody")):
        lessonkit.check(exercise, answer)
    assert shown[0][1].startswith("1.5 Complete, now it needs a reader.")
    lessonkit.progress()
    rich, plain = shown[-1]
    assert (
        plain
        == "Right: 1 (1.3). For a reader: 1 (1.5). Look again: 1 (1.1). Not yet: 2 (1.2; 1.4)."
    )
    boxes = re.findall(r">(. \d\.\d)</span>", rich)
    assert boxes == ["↻ 1.1", "… 1.2", "✓ 1.3", "… 1.4", "¶ 1.5"]


def test_reveal_opens_after_a_try_and_not_before(capsys):
    assert lessonkit.reveal("2.2") is None
    for no_try in (..., "yesterday", None):
        lessonkit.check("2.2", no_try)
        assert lessonkit.reveal("2.2") is None
    out = capsys.readouterr().out
    assert "First run the cell of 2.2 and of 2.3" in out
    assert "September 19" not in out and "19 September" not in out
    lessonkit.check("2.2", "4 September 1938")
    assert lessonkit.reveal("2.2") is None
    assert "First run the cell of 2.3 with" in capsys.readouterr().out
    lessonkit.check("2.3", "A")
    assert lessonkit.reveal("2.2") == datetime.date(1938, 9, 19)
    said = capsys.readouterr().out
    assert "Moscow, 19 September 1938, received 19 October 1938" in said
    assert "are 14 days apart" in said
    assert "30 days" in said


def test_a_try_in_a_widget_counts_too(capsys):
    assert "notes of its own" in session.consider("2.2", "4 September 1938")[1]
    session.consider("2.3", "A")
    assert lessonkit.reveal("2.2") == datetime.date(1938, 9, 19)
    assert lessonkit.reveal("2.1") is None
    assert "nothing behind this question" in capsys.readouterr().out
    assert session._outcomes == {}


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("Ada Lovelace, Mary  Somerville", ["Ada Lovelace", "Mary Somerville"]),
        (["Ada", "Mary"], ["Ada", "Mary"]),
        (..., []), (None, []), ("...", []), (" , ", []), (3, []),
    ],
)  # fmt: skip
def test_names_go_with_the_answer(given, names, monkeypatch):
    kept = []
    monkeypatch.setattr(session, "show", lambda rich, plain, records=None: kept.append(records))
    lessonkit.sign(given)
    lessonkit.check("1.2", "B")
    assert kept[0] == {session.NAMES: {"names": names}}
    record = {
        "format": 2, "course": "kirk-1938", "exercise": "1.2", "answer": "B", "lesson_version": "1",
        "names": names,
    }  # fmt: skip
    assert kept[1] == {session.ANSWER: record}
    assert json.loads(json.dumps(kept[1])) == kept[1]


def test_what_is_not_answered_is_not_kept(monkeypatch):
    kept = []
    monkeypatch.setattr(session, "show", lambda rich, plain, records=None: kept.append(records))
    lessonkit.check("1.2", ...)
    assert kept == [{}]


def test_errors_are_one_line_from_the_first_cell_on(monkeypatch):
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell.instance()
    for name in ("lessonkit.classroom.session", "lessonkit.classroom"):  # as in a new kernel
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(vars(lessonkit), "sign", raising=False)
    try:
        failed = shell.run_cell("from lessonkit import sign\nnames = Ada\nsign(names)", silent=True)
        assert isinstance(failed.error_in_exec, NameError)
        assert shell.InteractiveTB.mode == "Minimal"
        error = failed.error_in_exec
        told = shell.InteractiveTB.structured_traceback(type(error), error, error.__traceback__)
        assert len("".join(told).splitlines()) == 1
    finally:
        InteractiveShell.clear_instance()


def test_a_notebook_of_another_course_is_refused_and_nothing_is_checked(capsys, monkeypatch):
    lessonkit.sign("Ada", course="ruritania-1921")
    capsys.readouterr()
    for call in (lambda: lessonkit.check("1.1", "Kirk"), lambda: lessonkit.hint("1.1")):
        call()
        said = capsys.readouterr().out
        assert said.startswith(
            "This notebook belongs to the course “ruritania-1921”, but its folder"
        )
        assert "Right" not in said and "Hint" not in said
    assert session._outcomes == {}
    lessonkit.sign("Ada", course="kirk-1938")
    lessonkit.check("1.1", "Kirk")
    assert "1.1 Right." in capsys.readouterr().out


def test_the_course_of_a_notebook_that_was_not_signed_is_in_its_file(capsys, monkeypatch, tmp_path):
    notebook = tmp_path / "01.ipynb"
    notebook.write_text(json.dumps({"metadata": {"lessonkit": {"course_id": "ruritania-1921"}}}))
    monkeypatch.setenv("JPY_SESSION_NAME", str(notebook))
    lessonkit.check("1.1", "Kirk")
    assert "Nothing was checked." in capsys.readouterr().out
    monkeypatch.setenv("JPY_SESSION_NAME", str(tmp_path / "renamed.ipynb"))
    lessonkit.check("1.1", "Kirk")
    assert "1.1 Right." in capsys.readouterr().out


def test_a_course_that_cannot_be_read_is_a_sentence(capsys, monkeypatch, tmp_path):
    (tmp_path / "course.toml").write_text("id = ")
    monkeypatch.chdir(tmp_path)
    for call in (lambda: lessonkit.check("1.1", "Kirk"), lessonkit.progress):
        call()
        assert "course.toml: expected TOML" in capsys.readouterr().out
