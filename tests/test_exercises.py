"""Every exercise: right answers, every misconception, near misses, nonsense."""

import datetime
import json
import re

import numpy as np
import pandas as pd
import pytest

import lessonkit
from lessonkit.exercises import EXERCISES, session
from lessonkit.exercises.engine import LONGEST, assess, storable

from answers import DESPATCH, GIVEN_AWAY, MISCONCEPTIONS, RIGHT, UNCLEAR, WRONG

RECURSIVE = []
RECURSIVE.append(RECURSIVE)


class Hostile(str):
    def __str__(self):
        raise RuntimeError("no")

    strip = lower = __len__ = __hash__ = __eq__ = __str__


NONSENSE = [
    None, True, 3.5, -1, 10**400, float("nan"), b"Kirk", object(), print, {"a": 1}, {1, 2}, [], [[]], RECURSIVE,
    ["a"] * 3, datetime.date(1850, 9, 4), pd.DataFrame({"a": [1]}), np.zeros(3), "", "?", "ZZ" * 30,
    Hostile("Kirk"), range(3), "\ud800",
]  # fmt: skip


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    monkeypatch.setattr(session, "_names", [])
    monkeypatch.setattr(session, "_outcomes", {})
    monkeypatch.setattr(session, "_hints_given", {})
    monkeypatch.setattr(session, "_tried", set())


@pytest.mark.parametrize(("exercise", "answer"), RIGHT)
def test_right(exercise, answer):
    assert assess(EXERCISES[exercise], answer, DESPATCH).outcome == "right"


@pytest.mark.parametrize(("exercise", "answer", "name", "words"), WRONG)
def test_wrong(exercise, answer, name, words):
    feedback = assess(EXERCISES[exercise], answer, DESPATCH)
    assert (feedback.outcome, feedback.misconception) == ("nearly", name)
    assert words in feedback.message


@pytest.mark.parametrize(("exercise", "answer", "words"), UNCLEAR)
def test_unclear(exercise, answer, words):
    feedback = assess(EXERCISES[exercise], answer, DESPATCH)
    assert feedback.outcome == "unclear"
    assert words in feedback.message


def test_every_exercise_and_every_misconception_is_tried():
    assert {exercise for exercise, _ in RIGHT} == set(EXERCISES)
    tried = {
        exercise: {name for tried, _, name, _ in WRONG if tried == exercise}
        for exercise in EXERCISES
    }
    found = {exercise: len(names - {None}) for exercise, names in tried.items()}
    assert found == MISCONCEPTIONS


@pytest.mark.parametrize("exercise", EXERCISES)
@pytest.mark.parametrize(
    "answer", [..., "...", " … ", "\n...\n", [..., 3], [8, ...], [{"a": 1}, {"a": ...}]], ids=repr
)
def test_not_yet(exercise, answer):
    assert assess(EXERCISES[exercise], answer, DESPATCH).outcome == "not yet"


@pytest.mark.parametrize("exercise", EXERCISES)
@pytest.mark.parametrize("answer", NONSENSE, ids=lambda value: type(value).__name__)
def test_nonsense_is_never_right_and_raises_nothing(exercise, answer, capsys):
    outcome = assess(EXERCISES[exercise], answer, DESPATCH).outcome
    kind = EXERCISES[exercise].kind
    if type(answer) is str and answer == "":
        assert outcome == "not yet"
    elif (
        type(answer) in (str, datetime.date)
        and kind in ("short text", "review", "alternative text", "prose")
        or (type(answer) is datetime.date and kind in ("date", "interval"))
        or (type(answer) in (int, float) and abs(answer) < 10 and kind == "number")
    ):
        assert outcome == "nearly"  # it can be read as the kind of answer asked for
    else:
        assert outcome == "unclear"
    lessonkit.check(exercise, answer)
    assert "Traceback" not in capsys.readouterr().out


@pytest.mark.parametrize("exercise", EXERCISES)
def test_ten_megabytes_are_unclear_and_not_kept(exercise):
    answer = "Kirk " * 2_000_000
    feedback = assess(EXERCISES[exercise], answer, DESPATCH)
    assert feedback.outcome == "unclear"
    assert "10,000 characters" in feedback.message
    assert storable(answer) is None
    assert storable(["x" * LONGEST]) is None


def test_a_check_changes_nothing_that_it_is_given():
    answer = [8, [6]]
    lessonkit.check("1.3", answer)
    assert answer == [8, [6]]


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES.keys())
def test_the_evidence_is_quoted_from_the_despatch(exercise):
    for quotation in exercise.evidence:
        assert quotation in DESPATCH.reading


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES.keys())
def test_no_message_and_no_hint_gives_the_answer_away(exercise):
    answers = [answer for tried, answer, _, _ in WRONG if tried == exercise.id]
    said = [assess(exercise, answer, DESPATCH).message for answer in [*answers, None, ...]]
    for text in [*said, *exercise.hints]:
        assert not [key for key in GIVEN_AWAY[exercise.id] if key in text.lower()], text
    assert len(exercise.hints) >= 2


def test_hints_go_on_and_stop_at_the_last(capsys):
    for _ in range(3):
        lessonkit.hint("1.1")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("1.1 Hint 1 of 2.")
    assert lines[1] == lines[2]
    assert lines[1].startswith("1.1 Hint 2 of 2.")


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
    for exercise, answer in (("1.1", "Kirk"), ("1.2", "A"), ("1.3", "x"), ("1.4", ...)):
        lessonkit.check(exercise, answer)
    capsys.readouterr()
    lessonkit.progress()
    assert capsys.readouterr().out.strip() == (
        "Right: 1 (1.1). For a reader: 0. Look again: 1 (1.2). Not yet: 3 (1.3; 1.4; 1.5)."
    )


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


def test_a_row_that_is_not_finished_is_named():
    whole = {"what": "a", "edtf": ""}
    blank = {"what": ..., "edtf": "", "quote": ...}
    said = assess(EXERCISES["8.3"], [whole, blank], DESPATCH).message
    assert said.startswith("Row 2 still has `...` at `what`, `quote`.")


def test_it_says_which_quotations_no_machine_has_checked():
    text = next(answer for tried, answer in RIGHT if tried == "8.5")
    assert "One of your quotations stands" not in _said("7.5", _right("7.5"))
    assert "2 of your quotations stand in No. 1667; the other no machine has checked." in _said(
        "8.5", text
    )
    one = text.replace("“presented his credentials” as a row", "“presented his papers” as a row")
    assert "One of your quotations stands in No. 1667; the others no machine" in _said("8.5", one)
    assert _said("8.5", "Days.").startswith("1 word so far")


def _said(exercise, answer):
    return assess(EXERCISES[exercise], answer, DESPATCH).message


def _right(exercise):
    return next(answer for tried, answer in RIGHT if tried == exercise)


def test_progress_keeps_the_order_and_counts_prose_apart(monkeypatch):
    shown = []
    monkeypatch.setattr(
        session, "show", lambda rich, plain, records=None: shown.append((rich, plain))
    )
    prose = next(answer for exercise, answer in RIGHT if exercise == "1.5")
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
    record = {"exercise": "1.2", "answer": "B", "lesson_version": "1", "names": names}
    assert kept[1] == {session.ANSWER: record}
    assert json.loads(json.dumps(kept[1])) == kept[1]


def test_what_is_not_answered_is_not_kept(monkeypatch):
    kept = []
    monkeypatch.setattr(session, "show", lambda rich, plain, records=None: kept.append(records))
    lessonkit.check("1.2", ...)
    assert kept == [{}]


def test_errors_are_one_line_from_the_first_cell_on():
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell.instance()
    try:
        failed = shell.run_cell("import json; json.loads('{')", silent=True)
        lessonkit.sign("Ada")
        assert shell.InteractiveTB.mode == "Minimal"
        error = failed.error_in_exec
        told = shell.InteractiveTB.structured_traceback(type(error), error, error.__traceback__)
        assert len("".join(told).splitlines()) == 1
    finally:
        InteractiveShell.clear_instance()
