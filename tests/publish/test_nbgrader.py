"""The nbgrader course: every exercise an answer cell and its points; `make recipe-nbgrader` runs it."""

import nbformat
import pytest

from lessonkit import cli
from lessonkit.exercises import Course, find_course
from lessonkit.publish import nbgrader

from tests.support import ROOT

pytestmark = pytest.mark.slow
MASTERS = sorted((ROOT / "notebooks" / "instructor").glob("*.ipynb"))
POINTS = {1: 8, 2: 8, 3: 8, 4: 8, 5: 8, 6: 8, 7: 12, 8: 10}


def assignment(path):
    return nbgrader.assignment(nbformat.read(path, as_version=4), find_course().exercises)


def marks(lesson):
    return [cell.metadata.nbgrader for cell in lesson.cells if "nbgrader" in cell.metadata]


def test_answers_of_the_first_lesson():
    lesson = assignment(MASTERS[0])
    assert [mark.grade_id for mark in marks(lesson)] == [
        "answer-1-1", "tests-1-1", "answer-1-2", "tests-1-2", "answer-1-3", "tests-1-3",
        "answer-1-4", "tests-1-4", "answer-1-5",
    ]  # fmt: skip
    assert [mark.get("points") for mark in marks(lesson)] == [None, 1, None, 1, None, 2, None, 1, 3]
    answer = next(cell for cell in lesson.cells if "[rows, headings]" in cell.source)
    assert answer.source.splitlines() == [
        "rows = ...  # of the whole table",
        "headings = ...  # that you see in the reader",
        "### BEGIN SOLUTION",
        "rows = 8",
        "headings = 6",
        "### END SOLUTION",
        'check("1.3", [rows, headings])',
        '#hint("1.3")',
    ]


def test_what_a_cell_has_done_already_is_not_done_again():
    answer = next(cell for cell in assignment(MASTERS[5]).cells if "[opening" in cell.source)
    assert answer.source.splitlines()[1:5] == [
        "closing = ...  # the same for the mark that closes",
        "### BEGIN SOLUTION",
        'closing = despatch.text.count("”")',
        "### END SOLUTION",
    ]


@pytest.mark.parametrize("path", MASTERS, ids=lambda path: path.stem[:2])
def test_every_lesson_is_a_valid_assignment(path):
    lesson = assignment(path)
    nbformat.validate(lesson)
    found = marks(lesson)
    assert len({mark.grade_id for mark in found}) == len(found)
    assert sum(mark.get("points", 0) for mark in found) == POINTS[int(path.name[:2])]
    by_hand = [mark for mark in found if mark.grade and mark.solution]
    assert [mark.grade_id[-1] for mark in by_hand] == ["5"]
    assert not [cell for cell in lesson.cells if cell.get("outputs")]
    tags = {tag for cell in lesson.cells for tag in cell.metadata.get("tags", [])}
    assert not tags & {"instructor", "solution"}


def test_tests_judge_the_answer_that_stands_and_are_hidden():
    cells = assignment(MASTERS[0]).cells
    at = next(i for i, cell in enumerate(cells) if 'check("1.1"' in cell.source)
    tests = cells[at + 1]
    assert tests.metadata.nbgrader.locked and tests.metadata.nbgrader.grade_id == "tests-1-1"
    lines = tests.source.splitlines()
    assert (lines[0], lines[-1]) == ("### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS")
    exec(tests.source, {"signed_by": "Kirk"})
    with pytest.raises(AssertionError, match="another word"):
        exec(tests.source, {"signed_by": "the Ambassador"})
    with pytest.raises(AssertionError, match="in place of"):
        exec(tests.source, {"signed_by": ...})


def test_the_course_is_written_and_never_over_a_file(tmp_path, capsys):
    assert cli.main(["export", "nbgrader", str(tmp_path / "course")]) == 0
    assert "wrote 9 files" in capsys.readouterr().out
    settings = tmp_path / "course" / "nbgrader_config.py"
    lessons = sorted((tmp_path / "course" / "source").glob("*/*.ipynb"))
    assert [path.parent.name for path in lessons] == [path.stem for path in MASTERS]
    settings.write_text("mine")
    lessons[0].unlink()
    assert cli.main(["export", "nbgrader", str(tmp_path / "course")]) == 0
    said = capsys.readouterr().out
    assert "wrote 1 files" in said and f"kept yours: {settings}" in said
    assert settings.read_text() == "mine" and lessons[0].exists()


def test_an_installed_package_says_that_it_has_no_masters(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(Course, "notebooks", lambda course, edition="student": {})
    assert cli.main(["export", "nbgrader", str(tmp_path / "course")]) == 1
    assert "not part of the installed package" in capsys.readouterr().err
    assert not (tmp_path / "course").exists()


def test_a_folder_that_cannot_be_made(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert cli.main(["export", "nbgrader", str(tmp_path / "file" / "course")]) == 1
    assert "file" in capsys.readouterr().err
