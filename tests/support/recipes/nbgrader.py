"""The nbgrader course in the real nbgrader: generate, autograde, mark prose, feedback.

``make recipe-nbgrader`` runs it; it installs nbgrader into a temporary folder. The same hand-ins,
once they have been run, are graded by ``lessonkit grade`` too: same scores, and how much sooner.
"""

import csv
import itertools
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat

from tests.support.recipes.own import ROOT, own_python
from tests.support.work import WORK

AUTOMATIC = {1: 5, 2: 5, 3: 5, 4: 5, 5: 5, 6: 5, 7: 7, 8: 7}  # points of a lesson's tests
PROSE = {1: 3, 2: 3, 3: 3, 4: 3, 5: 3, 6: 3, 7: 5, 8: 3}  # points that a reader gives
EACH = 8  # students of each kind: a class of 32
GRADEBOOK = """
import json
from nbgrader.api import Gradebook
with Gradebook("sqlite:///gradebook.db") as book:
    for grade in book.find_submission(FIRST, "right0").notebooks[0].grades:
        if grade.max_score_gradecell == 3 and grade.needs_manual_grade:  # what a reader does
            grade.manual_score, grade.needs_manual_grade = 2, False
    book.db.commit()
    print(json.dumps([
        [one.student.id, one.assignment.name, one.score, one.max_score,
         sum(grade.auto_score or 0 for grade in one.notebooks[0].grades),
         sum(grade.needs_manual_grade for grade in one.notebooks[0].grades)]
        for assignment in book.assignments for one in assignment.submissions
    ]))
"""


def main():
    with tempfile.TemporaryDirectory(prefix="lessonkit-") as name:
        folder = Path(name)
        commands, env = own_python(folder, "nbgrader")
        course = folder / "course"
        _installed_package_says_so(commands, folder, env)
        export = [sys.executable, "-m", "lessonkit", "export", "nbgrader", str(course)]
        subprocess.run(export, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        lessons = sorted(path.name for path in (course / "source").iterdir())

        def nbgrader(command, lesson):
            done = subprocess.run(
                [commands / "nbgrader", command, lesson], cwd=course, env=env,
                capture_output=True, text=True,
            )  # fmt: skip
            assert done.returncode == 0, done.stderr[-3000:]

        for lesson in lessons:
            nbgrader("generate_assignment", lesson)
            _is_handed_out_unanswered(course, lesson)
            _hand_in(course, lesson)
        start = time.perf_counter()
        for lesson in lessons:
            nbgrader("autograde", lesson)
        seconds = (time.perf_counter() - start) / len(list((course / "submitted").glob("*/*")))
        _scores_are_as_made(_gradebook(commands, course, env, lessons[0]))
        for lesson in lessons:
            nbgrader("generate_feedback", lesson)
            _feedback_teaches(course, lesson)
        start = time.perf_counter()
        _lessonkit_grades_alike(commands, course, env)
        ours = (time.perf_counter() - start) / len(list((course / "autograded").glob("*/*")))
    print(f"{len(lessons)} lessons, {4 * EACH} students: scores and feedback as they should be")
    print(
        f"seconds a notebook, start of the program included: nbgrader autograde {seconds:.2f}, "
        f"lessonkit grade {ours:.3f}, {seconds / ours:.0f} times faster"
    )


def _installed_package_says_so(commands, folder, env):
    done = subprocess.run(
        [commands / "lessonkit", "export", "nbgrader", folder / "none"], env=env, cwd=folder,
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 1 and "not part of the installed package" in done.stderr, done
    assert not (folder / "none").exists()


def _is_handed_out_unanswered(course, lesson):
    """What students get is the student edition, with a hidden cell behind each answer."""
    released = nbformat.read(course / "release" / lesson / f"{lesson}.ipynb", as_version=4)
    student = nbformat.read(ROOT / "notebooks" / "student" / f"{lesson}.ipynb", as_version=4)
    lines = [_lines(cell.source) for cell in released.cells if not _is_tests(cell)]
    assert lines == [_lines(cell.source) for cell in student.cells], lesson
    assert [cell.source for cell in released.cells if _is_tests(cell) and cell.source] == []


def _lines(source):
    return [line for line in source.splitlines() if line]


def _is_tests(cell):
    return cell.metadata.get("nbgrader", {}).get("locked", False)


def _hand_in(course, lesson):
    """A class, a quarter of it each: all right, one exercise right, the same one wrong, nothing."""
    released = course / "release" / lesson / f"{lesson}.ipynb"
    work = WORK[int(lesson[:2])]
    one = work.blank.partition("=")[0] + "= "
    changes = {
        "right": _solutions(course, lesson),
        "one": lambda source: source.replace(work.blank, one + work.right),
        "wrong": lambda source: source.replace(work.blank, one + work.wrong),
        "nothing": lambda source: source,
    }
    for kind, student in itertools.product(changes, range(EACH)):
        notebook = nbformat.read(released, as_version=4)
        for cell in notebook.cells:
            cell.source = changes[kind](cell.source).replace(
                "names = ...", f'names = "{kind}{student}"'
            )
        target = course / "submitted" / f"{kind}{student}" / lesson / released.name
        target.parent.mkdir(parents=True)
        nbformat.write(notebook, target)


def _solutions(course, lesson):
    """Return what turns a handed-out cell into a solved one."""
    source = nbformat.read(course / "source" / lesson / f"{lesson}.ipynb", as_version=4)
    solved = {}
    for cell in source.cells:
        before, begun, rest = cell.source.partition("### BEGIN SOLUTION\n")
        if begun:
            inside, _, after = rest.partition("\n### END SOLUTION")
            solved["".join(_lines(before + after))] = before + inside + after
    return lambda source: solved.get("".join(_lines(source)), source)


def _gradebook(commands, course, env, first):
    code = f"FIRST = {first!r}\n{GRADEBOOK}"
    done = subprocess.run(
        [commands / "python", "-c", code], cwd=course, env=env, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _scores_are_as_made(rows):
    assert len(rows) == 4 * EACH * 8, rows
    for student, lesson, score, most, automatic, to_read in rows:
        number, kind = int(lesson[:2]), student.rstrip("0123456789")
        right = {"right": AUTOMATIC[number], "one": 1, "wrong": 0, "nothing": 0}[kind]
        marked = (student, number) == ("right0", 1)
        read = 2 if marked else 0
        assert automatic == right, (student, lesson, automatic, right)
        assert score == right + read, (student, lesson, score)
        assert most == AUTOMATIC[number] + PROSE[number], (lesson, most)
        assert to_read == (kind == "right" and not marked), (student, lesson)


def _lessonkit_grades_alike(commands, course, env):
    subprocess.run(
        [commands / "lessonkit", "grade", "autograded", "--out", "grades"], cwd=course, env=env,
        check=True, capture_output=True,
    )  # fmt: skip
    with (course / "grades" / "scores.csv").open(encoding="utf-8-sig", newline="") as file:
        points = {row["student"]: row["points"] for row in csv.DictReader(file)}
    of_kind = {"right": "44", "one": "8", "wrong": "0", "nothing": "0"}
    assert points == {f"{k}{n}": of_kind[k] for k in of_kind for n in range(EACH)}, points


def _feedback_teaches(course, lesson):
    """The page of a wrong answer says what it shows; the reader's marks are counted."""
    pages = {
        student: (course / "feedback" / f"{student}0" / lesson / f"{lesson}.html").read_text(
            "utf-8"
        )
        for student in ("right", "one", "wrong", "nothing")
    }
    assert WORK[int(lesson[:2])].message in pages["wrong"], lesson
    if lesson.startswith("01"):
        assert "Score: 7.0 / 8.0" in pages["right"]


if __name__ == "__main__":
    main()
