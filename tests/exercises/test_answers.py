"""Every exercise: right answers, every misconception, near misses, nonsense."""

import datetime
import re
from pathlib import Path

import nbformat
import numpy as np
import pandas as pd
import pytest

import lessonkit
from lessonkit.exercises import EXERCISES
from lessonkit.exercises.exercise import LONGEST, assess, storable

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


def test_an_option_copied_from_the_page_counts_as_its_letter():
    asked = []
    for path in sorted(Path("notebooks/student").glob("*.ipynb")):
        options = []
        for cell in nbformat.read(path, as_version=4).cells:
            exercise = re.search(r'check\("(\d\.\d)"', cell.source)
            if cell.cell_type == "markdown":
                options = re.findall(r"^- ([A-F]): (.+)$", cell.source, re.MULTILINE) or options
            elif exercise and EXERCISES[exercise[1]].kind == "choice":
                asked.append(exercise[1])
                for letter, words in options:
                    said = assess(EXERCISES[exercise[1]], letter, DESPATCH)
                    for copied in (words, f"{letter}: {words}", f"{letter}) {words}"):
                        assert assess(EXERCISES[exercise[1]], copied, DESPATCH) == said, copied
                options = []
    assert asked == [id_ for id_, exercise in EXERCISES.items() if exercise.kind == "choice"]


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
    assert storable("x" * LONGEST) == "x" * LONGEST
    assert storable("x" * (LONGEST + 1)) is None


def test_half_a_character_is_kept_as_a_question_mark():
    assert storable("a \ud800") == "a ?"


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
