"""Every exercise: right answers, every misconception, near misses, nonsense."""

import datetime
import re
from pathlib import Path

import nbformat
import numpy as np
import pandas as pd
import pytest

import lessonkit
from lessonkit.despatch import facts_for
from lessonkit.exercises import Exercise, Facts, Feedback, assess, find_course, storable
from lessonkit.exercises import judge as judge_at_hand
from lessonkit.exercises.exercise import LONGEST

from tests.support.answers import DESPATCH, GIVEN_AWAY, MISCONCEPTIONS, RIGHT, UNCLEAR, WRONG

EXERCISES = find_course().exercises
FACTS = facts_for(find_course())
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


def judged(exercise, answer):
    """Ask the judge itself: what it raises is not hidden."""
    return EXERCISES[exercise].judge(storable(answer), FACTS)


@pytest.mark.parametrize(("exercise", "answer"), RIGHT)
def test_right(exercise, answer):
    assert judged(exercise, answer).outcome == "right"


@pytest.mark.parametrize(("exercise", "answer", "name", "words"), WRONG)
def test_wrong(exercise, answer, name, words):
    feedback = judged(exercise, answer)
    assert (feedback.outcome, feedback.misconception) == ("nearly", name)
    assert words in feedback.message


@pytest.mark.parametrize(("exercise", "answer", "words"), UNCLEAR)
def test_unclear(exercise, answer, words):
    feedback = assess(EXERCISES[exercise], answer, FACTS)
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
                    said = assess(EXERCISES[exercise[1]], letter, FACTS)
                    for copied in (words, f"{letter}: {words}", f"{letter}) {words}"):
                        assert assess(EXERCISES[exercise[1]], copied, FACTS) == said, copied
                options = []
    assert asked == [id_ for id_, exercise in EXERCISES.items() if exercise.kind == "choice"]


@pytest.mark.parametrize("exercise", EXERCISES)
@pytest.mark.parametrize(
    "answer", [..., "...", " … ", "\n...\n", [..., 3], [8, ...], [{"a": 1}, {"a": ...}]], ids=repr
)
def test_not_yet(exercise, answer):
    assert assess(EXERCISES[exercise], answer, FACTS).outcome == "not yet"


@pytest.mark.parametrize("exercise", EXERCISES)
@pytest.mark.parametrize("answer", NONSENSE, ids=lambda value: type(value).__name__)
def test_nonsense_is_never_right_and_raises_nothing(exercise, answer, capsys):
    outcome = assess(EXERCISES[exercise], answer, FACTS).outcome
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
    feedback = assess(EXERCISES[exercise], answer, FACTS)
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
    said = [assess(exercise, answer, FACTS).message for answer in [*answers, None, ...]]
    for text in [*said, *exercise.hints]:
        assert not [key for key in GIVEN_AWAY[exercise.id] if key in text.lower()], text
    assert len(exercise.hints) >= 2


def test_a_row_that_is_not_finished_is_named():
    whole = {"what": "a", "edtf": ""}
    blank = {"what": ..., "edtf": "", "quote": ...}
    said = assess(EXERCISES["8.3"], [whole, blank], FACTS).message
    assert said.startswith("Row 2 still has `...` at `what`, `quote`.")


def test_it_says_which_quotations_no_program_has_checked():
    text = next(answer for tried, answer in RIGHT if tried == "8.5")
    assert "One of your quotations is" not in _said("7.5", _right("7.5"))
    some = "2 of your quotations are in No. 1667; the other no program has checked."
    assert some in _said("8.5", text)
    one = text.replace("“presented his credentials” as a row", "“presented his papers” as a row")
    assert "One of your quotations is in No. 1667; the others no program" in _said("8.5", one)
    assert _said("8.5", "Days.").startswith("1 word so far")


def test_what_no_document_has_a_number_for():
    text = 'He says "the line lay idle" and adds "nothing at all here".'
    facts = Facts(reading="the line lay idle")
    from lessonkit.exercises.prose import prose

    said = prose((3, 40), "Claim.")(text, facts).message
    assert "One of your quotations is in the document; the other no program has checked." in said


def test_a_judge_that_raises_is_never_the_students_mistake():
    def judge(answer, facts):
        raise RuntimeError("broken")

    exercise = Exercise("1.1", "date", 1, judge)
    feedback = assess(exercise, "24 August 1938", FACTS)
    assert feedback.outcome == "failed"
    assert "our fault, not yours" in feedback.message
    assert "kept" in feedback.message
    assert feedback.misconception is None
    assert feedback.error == "RuntimeError: broken"
    assert assess(exercise, ..., FACTS).outcome == "not yet"
    assert assess(exercise, object(), FACTS).outcome == "unclear"


def test_what_the_student_reads_when_a_check_fails(monkeypatch, capsys):
    from lessonkit.classroom import session

    kept = []
    monkeypatch.setattr(session, "show", lambda rich, plain, records: kept.append((plain, records)))
    monkeypatch.setattr(session, "assess", lambda *given: Feedback("failed", "Ours.", error="x"))
    lessonkit.check("2.1", "24 August 1938")
    plain, records = kept[0]
    assert plain == "2.1 The check failed. Ours."
    assert records[session.ANSWER]["answer"] == "24 August 1938"


@pytest.mark.parametrize(
    "answer", ["between 1938-06-31 and 1938-08-24", "1938-02-30", "[1938-06-31..1938-08-24]"]
)
def test_an_impossible_day_is_unclear_and_no_failure(answer):
    for exercise in ("2.1", "5.2"):
        assert judged(exercise, answer).outcome == "unclear", exercise
    assert "30 days" in _said("5.2", "between 1938-06-31 and 1938-08-24")


def test_the_judge_of_the_course_at_hand():
    assert judge_at_hand("1.2", "A").misconception == "telegram"
    with pytest.raises(lessonkit.LessonkitError, match=r"9\.9: expected an exercise of the course"):
        judge_at_hand("9.9", "A")


def _said(exercise, answer):
    return judged(exercise, answer).message


def _right(exercise):
    return next(answer for tried, answer in RIGHT if tried == exercise)
