"""A course of 300 students and 8 lessons, made from the masters: the scores it was made with come out."""

import shutil
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest

from lessonkit.grading import grade

from tests.support.hand_ins import OF_OUTCOME, POINTS, PROSE, TITLES, files_of, hand_in, save, table

pytestmark = pytest.mark.slow
STUDENTS = 300
KINDS = ["right"] * 5 + ["nearly"] * 3 + ["unclear", "missing"]


def kind_of(student, place):
    return KINDS[(student * 7 + place * 3 + student // 10) % 10]


def made_with(student):
    """Return exercise to (outcome, answer) of a student; one in twelve notebooks is not handed in."""
    given = {}
    for place, exercise in enumerate(POINTS):
        kind = kind_of(student, place)
        pool = OF_OUTCOME.get(kind, {}).get(exercise)
        if (student + int(exercise[0])) % 12 == 0 or not pool:
            given[exercise] = ("missing", None)
        else:
            given[exercise] = (kind, pool[(student + place) % len(pool)])
    return given


def name_of(student):
    return f"Student {student:03} of Łódź"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Return the folder: lessons 1 to 4 in students' folders, 5 to 8 as a school's zip files."""
    folder = tmp_path_factory.mktemp("course") / "hand-ins"
    folder.mkdir()
    zips = {
        lesson: zipfile.ZipFile(folder / f"lesson {lesson}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1)
        for lesson in range(5, 9)
    }  # fmt: skip
    for student in range(STUDENTS):
        given = made_with(student)
        for lesson, title in TITLES.items():
            answers = {
                e: a for e, (kind, a) in given.items() if e[0] == str(lesson) and kind != "missing"
            }
            if not answers:
                continue
            made = hand_in(lesson, answers, [name_of(student)])
            if lesson < 5:
                save(folder / f"s{student:03}" / title, made)
            else:
                path = save(folder / "now.json", made)
                zips[lesson].write(path, f"s{student:03}_{student + 700}_{lesson}_{title}")
                path.unlink()
    for archive in zips.values():
        archive.close()
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def graded(course, tmp_path_factory):
    out = tmp_path_factory.mktemp("grades") / "out"
    return grade(course, out), out


def test_the_scores_are_those_that_it_was_made_with(graded):
    _, out = graded
    rows = {row["student"]: row for row in table(out / "scores.csv")}
    assert len(rows) == STUDENTS
    for student in range(STUDENTS):
        row = rows[name_of(student)]
        total, to_read = 0, 0
        for exercise, (kind, _) in made_with(student).items():
            prose = exercise in PROSE and kind != "missing"
            points = POINTS[exercise] if kind == "right" and not prose else 0
            read = prose or exercise in {"7.3", "8.1", "8.3"}  # a reader says whether it is right
            shown = "complete" if kind == "right" and read else kind
            assert row[f"{exercise} outcome"] == shown, (student, exercise)
            assert row[exercise] == ("" if prose else str(points)), (student, exercise)
            total, to_read = total + points, to_read + prose
        assert (row["points"], row["to read"], row["of"]) == (str(total), str(to_read), "70")


def test_nothing_is_wrong_with_it(graded):
    grades, out = graded
    assert table(out / "problems.csv") == []
    assert grades.to_read == len(table(out / "review.csv"))


def test_another_engine_gives_the_same_bytes(course, graded, tmp_path):
    told = []
    with ThreadPoolExecutor(2) as executor:
        grade(course, tmp_path, executor, progress=lambda done, total: told.append((done, total)))
    grades, out = graded
    assert files_of(tmp_path) == files_of(out)
    assert told[-1] == (grades.notebooks, grades.notebooks)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
