"""Any course is graded: its own files, its own document, and no answer of another course."""

import json

import pytest

from lessonkit.classroom import session
from lessonkit.errors import CourseError
from lessonkit.exercises import find_course, read_course
from lessonkit.grading import grade
from lessonkit.grading.gradebook import class_book
from lessonkit.grading.model import Checked, HandIn, Problem, in_file_order
from lessonkit.grading.recheck import FORMAT, hand_of
from lessonkit.grading.students import lesson_names, student_of

from tests.support import ROOT
from tests.support.hand_ins import (
    answered,
    graded,
    mark,
    notebook,
    output,
    problems_of,
    row_of,
    save,
    signed,
    table,
)
from tests.support.small_course import COURSE, LESSONS, LETTER, TEXTS


@pytest.fixture
def course(tmp_path):
    folder = tmp_path / "course"
    for part in ("lessons", "seeds", "notebooks/student"):
        (folder / part).mkdir(parents=True)
    (folder / "course.toml").write_text(COURSE, encoding="utf-8")
    for number_, text in LESSONS.items():
        (folder / "lessons" / f"{number_}.toml").write_text(text, encoding="utf-8")
    (folder / "seeds" / "letter.txt").write_text(LETTER, encoding="utf-8")
    asked = {
        "cell_type": "markdown",
        "source": ["**12.1 What cargo?** …\n", "**12.10: Who saw her go?**"],
    }
    save(folder / "notebooks" / "student" / "12-the-steamer.ipynb", notebook(asked))
    save(folder / "notebooks" / "student" / "02-x.ipynb", {"damaged": 1})
    return folder


def given(exercise, answer, **more):
    return answered(exercise, answer, **{"course": "mine", **more})


def test_a_course_of_ones_own_is_graded(course, tmp_path):
    tags = {"E01": "hedged", "E02": "neither"}
    for name, last in (("Ada", 8), ("Eve", 9)):
        save(tmp_path / "in" / name / "12-the-steamer.ipynb",
             notebook(given("2.1", 8), given("12.2", last), given("12.10", TEXTS[0]), given("12.1", TEXTS[1]),
                      given("12.11", tags | {"E01": "both" if last == 9 else "hedged"})))  # fmt: skip
    grades = graded(tmp_path / "in", tmp_path / "out", course=course)
    assert grades.problems == []
    assert [*row_of(tmp_path / "out", "Ada")][4::2] == [
        "2.1", "2.2", "12.1", "12.2", "12.3", "12.10", "12.11",
    ]  # fmt: skip
    assert row_of(tmp_path / "out", "Ada")["points"] == "5"
    assert row_of(tmp_path / "out", "Eve")["12.2 outcome"] == "nearly"
    assert [row["exercise"] for row in table(tmp_path / "out" / "review.csv")] == [
        "12.1", "12.1", "12.10", "12.10",
    ]  # fmt: skip
    page = (tmp_path / "out" / "class.html").read_text(encoding="utf-8")
    assert "Lesson 2: Lesson 2" in page and "Lesson 12: Lesson 12" in page
    assert page.index("Lesson 2: ") < page.index("Lesson 12: ")
    assert "Exercises 12.1 to 12.11" in page
    assert "Agreement on the claims of exercise 12.11" in page
    assert "Agreement on the claims of exercise 2.2" not in page
    assert "1667" not in page and "Kirk" not in page
    review = (tmp_path / "out" / "review.html").read_text(encoding="utf-8")
    assert "12.10 Who saw her go?" in review and "12.1 What cargo?" in review
    assert "<strong>cargo</strong>" in review
    hidden = graded(
        tmp_path / "in", tmp_path / "hidden", hide_names=True, course=read_course(course)
    )
    assert hidden.book.lessons == ["2", "12"]
    assert [row["exercise"] for row in table(tmp_path / "hidden" / "review.csv")][-1] == "12.10"


@pytest.mark.slow
def test_processes_read_the_course_from_its_folder(course, tmp_path):
    save(tmp_path / "in" / "ada.ipynb", notebook(given("12.2", 8)))
    assert grade(tmp_path / "in", tmp_path / "out", course=str(course)).problems == []
    assert row_of(tmp_path / "out", "ada")["12.2"] == "2"


def test_a_course_that_was_changed_is_read_again(course):
    assert hand_of(str(course)).course.exercises["2.1"].points == 2
    path = course / "lessons" / "2.toml"
    path.write_text(LESSONS[2].replace("points = 2", "points = 22"), encoding="utf-8")
    assert hand_of(str(course)).course.exercises["2.1"].points == 22


def test_a_fault_in_the_course_is_said_before_anything_is_written(course, tmp_path):
    save(tmp_path / "in" / "ada.ipynb", notebook(given("12.2", 8)))
    (course / "lessons" / "12.toml").write_text("title = ", encoding="utf-8")
    with pytest.raises(CourseError, match="lessons/12.toml: expected TOML"):
        graded(tmp_path / "in", tmp_path / "out", course=course)
    with pytest.raises(CourseError, match="course.toml: expected this file"):
        graded(tmp_path / "in", tmp_path / "out", course=tmp_path / "in")
    assert not (tmp_path / "out").exists()


def test_whose_it_is_by_the_names_of_any_course(course):
    names = lesson_names(read_course(course))
    assert names == ["12-the-steamer", "the-steamer", "02-x"]
    assert student_of("ada/12-the-steamer (2).ipynb", "class", names) == "ada"
    assert student_of("Ada - the-steamer.ipynb", "class", names) == "Ada"
    assert student_of("xenia.ipynb", "class", names) == "xenia"


# what a judge does when it fails


def test_a_check_that_fails_is_no_mistake_of_the_student(course, tmp_path):
    for name, day in (("Ada", "June 20, 1938"), ("Eve", "no day")):
        save(tmp_path / "in" / f"{name}.ipynb",
             notebook(signed(name), given("12.2", 8), given("12.3", day)))  # fmt: skip
    grades = graded(tmp_path / "in", tmp_path / "out", course=course)
    row = row_of(tmp_path / "out", "Ada")
    assert (row["12.3"], row["12.3 outcome"], row["points"], row["to read"]) == (
        "",
        "failed",
        "2",
        "0",
    )
    assert problems_of(tmp_path / "out") == [("Ada.ipynb", "12.3", "check failed")]
    (problem,) = grades.problems
    assert "it raised “CourseError: truth received: expected a value, found none" in problem.what
    assert problem.what.endswith("Read the answer yourself.")
    page = (tmp_path / "out" / "class.html").read_text(encoding="utf-8")
    assert "The check itself failed for answers to 12.3 (1)." in page
    assert "12.3 </strong>" not in page.partition('id="lesson-12"')[0].replace(
        "<strong>12.3 </strong> 1 of 1", ""
    )
    assert '<th scope="row">12.3</th><td></td><td class="n">1</td><td class="n">0</td>' in page


def test_prose_whose_check_fails_is_still_read_by_a_reader(course, tmp_path, monkeypatch):
    save(tmp_path / "in" / "Ada.ipynb", notebook(signed("Ada"), given("12.1", TEXTS[0])))
    monkeypatch.setattr("lessonkit.exercises.prose.quoted_passages", lambda text: 1 / 0)
    grades = graded(tmp_path / "in", tmp_path / "out", course=course)
    assert grades.problems[0].kind == "check failed"
    assert grades.to_read == 1
    (row,) = table(tmp_path / "out" / "review.csv")
    assert (row["answer"], row["machine"]) == (
        TEXTS[0],
        "The check itself failed. Read the answer yourself.",
    )
    mark(tmp_path / "out", {"Ada": "3"})
    graded(tmp_path / "in", tmp_path / "out", course=course)
    row = row_of(tmp_path / "out", "Ada")
    assert (row["12.1"], row["12.1 outcome"], row["points"]) == ("3", "failed", "3")


# of another course, or in another format


SIGNED_THERE = output(session.NAMES, {"names": ["Ada"], "course": "theirs"})


def test_an_answer_of_another_course_is_never_judged(course, tmp_path):
    signed_there = signed("Ada") | {"outputs": [SIGNED_THERE]}
    save(tmp_path / "in" / "answer.ipynb", notebook(answered("2.1", 8, course="theirs")))
    save(tmp_path / "in" / "names.ipynb", notebook(signed_there, given("2.1", 8)))
    save(tmp_path / "in" / "unanswered.ipynb", notebook(signed_there))
    grades = graded(tmp_path / "in", tmp_path / "out", course=course)
    assert table(tmp_path / "out" / "scores.csv") == []
    for problem, name in zip(grades.problems, ["answer", "names", "unanswered"], strict=True):
        assert problem[:3] == (f"{name}.ipynb", "", "of another course")
        assert "to the course “theirs”, not to “mine”, so " in problem.what
        assert "lessonkit grade HANDINS --course FOLDER" in problem.what
    assert "Its answers to 2.1 belong to the course" in grades.problems[0].what
    assert "This notebook belongs to the course" in grades.problems[2].what


def test_a_notebook_file_says_its_course_too(course, tmp_path):
    about = {"metadata": {"lessonkit": {"course_id": "theirs"}}}
    save(tmp_path / "in" / "ada.ipynb", notebook(given("2.1", 8)) | about)
    save(tmp_path / "in" / "eve.ipynb", notebook(given("2.1", 8)) | {"metadata": {"lessonkit": 1}})
    # what new-class --course writes is the name of a class
    about = {"metadata": {"lessonkit": {"course": "History 204", "course_id": "mine"}}}
    save(tmp_path / "in" / "zoe.ipynb", notebook(given("2.1", 8)) | about)
    graded(tmp_path / "in", tmp_path / "out", course=course)
    assert [row["student"] for row in table(tmp_path / "out" / "scores.csv")] == ["eve", "zoe"]
    assert problems_of(tmp_path / "out") == [("ada.ipynb", "", "of another course")]


def test_an_answer_of_another_course_leaves_the_others_alone(course, tmp_path):
    save(tmp_path / "in" / "ada.ipynb",
         notebook(signed("Ada"), given("2.1", 8), answered("2.1", 9, course="theirs"),
                  answered("2.2", 9, course="theirs"), answered("12.2", 9, course="<b>\n")))  # fmt: skip
    grades = graded(tmp_path / "in", tmp_path / "out", course=course)
    assert row_of(tmp_path / "out", "Ada")["2.1"] == "2"
    assert [problem.what.partition(", so")[0] for problem in grades.problems] == [
        "Its answers to 12.2 belong to the course “<b>”, not to “mine”",
        "Its answers to 2.1, 2.2 belong to the course “theirs”, not to “mine”",
    ]


def test_answers_of_the_first_release_belong_to_the_bundled_course(course, tmp_path):
    old = given("2.1", 8)
    for key in ("format", "course"):
        del old["outputs"][0]["data"][session.ANSWER][key]
    save(tmp_path / "in" / "ada.ipynb", notebook(old))
    (problem,) = graded(tmp_path / "in", tmp_path / "out", course=course).problems
    assert f"belong to the course “{find_course().id}”, not to “mine”" in problem.what
    assert "lessonkit grade HANDINS, without --course" in problem.what


def test_a_record_in_another_format_is_refused(course, tmp_path):
    for place, format_ in enumerate([3, 0, -1, True, "2", None, [2], 2.0]):
        save(tmp_path / "in" / f"{place}.ipynb",
             notebook(signed(f"S {place}"), given("12.2", 8, format=format_), given("2.1", 8)))  # fmt: skip
    problems = graded(tmp_path / "in", tmp_path / "out", course=course).problems
    assert [problem[:3] for problem in problems] == [
        (f"{place}.ipynb", "12.2", "unknown format") for place in range(8)
    ]
    said = f"reads formats 1 to {FORMAT}, so it was not checked. Update lessonkit"
    assert all(said in problem.what for problem in problems)
    assert {row["points"] for row in table(tmp_path / "out" / "scores.csv")} == {"2"}
    assert "12.2" not in row_of(tmp_path / "out", "S 0")


def test_what_check_writes_today_is_what_grading_reads():
    assert session.FORMAT == FORMAT


def test_hand_ins_of_0_1_are_graded_as_in_0_1(tmp_path):
    graded(ROOT / "tests" / "fixtures" / "hand-ins-0.1", tmp_path / "out")
    rows = table(tmp_path / "out" / "scores.csv")
    assert [[*row.values()][:4] for row in rows] == [
        ["Ada Lovelace", "7", "16", "0"],
        ["Mary Somerville", "7", "16", "0"],
    ]
    for row in rows:
        cells = [*row.values()][4:]
        assert dict(zip([*row][4::2], zip(cells[::2], cells[1::2], strict=True), strict=True)) == {
            "2.1": ("0", "nearly"), "2.2": ("2", "right"), "2.3": ("1", "right"),
            "2.4": ("0", "nearly"), "2.5": ("0", "missing"),
            "5.1": ("1", "right"), "5.2": ("2", "right"), "5.3": ("1", "right"),
            "5.4": ("0", "nearly"), "5.5": ("0", "missing"),
        }  # fmt: skip
    assert table(tmp_path / "out" / "problems.csv") == []


# numbers of more than one digit


def test_a_spreadsheet_may_take_an_exercise_for_a_number(course, tmp_path):
    save(tmp_path / "in" / "ada.ipynb",
         notebook(signed("Ada"), given("12.1", TEXTS[0]), given("12.10", TEXTS[1])))  # fmt: skip
    out = tmp_path / "out"
    graded(tmp_path / "in", out, course=course)

    def saved_by_a_spreadsheet(*marks):
        rows = table(out / "review.csv")
        for row, given_ in zip(rows, marks, strict=True):
            row["mark"] = given_
        lines = [",".join(rows[0])]
        for row in rows:
            cells = [row["exercise"].rstrip("0"), *[*row.values()][1:]]
            lines.append(",".join(json.dumps(cell, ensure_ascii=False) for cell in cells))
        (out / "review.csv").write_text("\n".join(lines), encoding="utf-8")

    saved_by_a_spreadsheet("1", "2.5")
    assert graded(tmp_path / "in", out, course=course).problems == []
    assert (row_of(out, "Ada")["12.1"], row_of(out, "Ada")["12.10"]) == ("1", "2.5")
    saved_by_a_spreadsheet("1", "2.5")
    save(tmp_path / "in" / "ada.ipynb",
         notebook(signed("Ada"), given("12.1", TEXTS[0]), given("12.10", TEXTS[0])))  # fmt: skip
    graded(tmp_path / "in", out, course=course)
    assert problems_of(out) == [("review.csv", "12.10", "answer changed")]
    assert (row_of(out, "Ada")["12.1"], row_of(out, "Ada")["12.10"]) == ("1", "")
    saved_by_a_spreadsheet("1", "3")
    save(tmp_path / "in" / "ada.ipynb", notebook(signed("Ada"), given("12.1", TEXTS[0])))
    graded(tmp_path / "in", out, course=course)
    assert problems_of(out) == [("review.csv", "12.1", "mark without text")]
    assert row_of(out, "Ada")["12.1"] == "1"


def test_problems_are_in_the_order_of_the_exercises():
    ids = ["", "2.9", "2.10", "12.1", "<b>", "=1"]
    problems = [Problem("a", id_, "kind", "What.") for id_ in ids]
    assert sorted(reversed(problems), key=in_file_order) == problems


def test_lessons_are_in_the_order_of_the_course(course):
    answers = {id_: Checked("right", None) for id_ in ("12.10", "2.1")}
    book = class_book([HandIn("a", "2024", ("Ada",), answers, ())], read_course(course))
    assert book.lessons == ["2", "12"]
    assert book.exercises[:2] == ["2.1", "2.2"]


def test_grading_names_no_document_and_no_exercise():
    exercises = find_course().exercises
    for path in (ROOT / "lessonkit" / "grading").glob("*.py"):
        source = path.read_text(encoding="utf-8")
        assert "1667" not in source and "kirk" not in source.lower(), path
        assert not [id_ for id_ in exercises if f'"{id_}"' in source], path
