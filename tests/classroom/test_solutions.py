"""Solutions: after a try, with the key, and nowhere else."""

import json

import nbformat
import pytest

import lessonkit
from lessonkit.classroom import session
from lessonkit.classroom.solutions import NAME, open_key, pack
from lessonkit.errors import SourceError
from lessonkit.exercises import find_course
from lessonkit.publish.editions import solutions_of

from tests.support import ROOT

MASTERS = sorted((ROOT / "notebooks" / "instructor").glob("*.ipynb"))
SOLUTIONS = {k: v for path in MASTERS for k, v in solutions_of(nbformat.read(path, 4)).items()}


@pytest.fixture(autouse=True)
def fresh(monkeypatch, tmp_path):
    monkeypatch.setattr(session, "_tried", set())
    monkeypatch.setattr(session, "_outcomes", {})
    monkeypatch.chdir(tmp_path)


def test_the_key_in_the_repository_is_what_the_masters_make():
    assert (ROOT / "notebooks" / "instructor" / NAME).read_text() == pack(SOLUTIONS)
    assert set(SOLUTIONS) == set(find_course().exercises)


def test_solution_opens_after_a_try_and_with_the_key(tmp_path, capsys):
    (tmp_path / NAME).write_text(pack({"3.2": 'check("3.2", "B")'}))
    lessonkit.solution("3.2")
    assert "Try it first" in capsys.readouterr().out
    for no_try in (..., 7):
        lessonkit.check("3.2", no_try)
        lessonkit.solution("3.2")
        assert '"B"' not in capsys.readouterr().out.split("Not clear yet")[-1].split("Choose")[0]
    lessonkit.check("3.2", "A")
    capsys.readouterr()
    lessonkit.solution("3.2")
    assert capsys.readouterr().out == (
        '3.2 One solution. There are others; compare it with your own.\ncheck("3.2", "B")\n'
    )


def test_without_the_key_it_says_whom_to_ask(capsys):
    lessonkit.check("3.2", "A")
    lessonkit.solution("3.2")
    assert "Your instructor has the solutions." in capsys.readouterr().out
    lessonkit.solution("9.9")
    assert "There is no exercise “9.9”." in capsys.readouterr().out


@pytest.mark.parametrize("content", ["", "nonsense\nmore", "x\n!!!!", "x\nAAAA", "x\n" + "é"])
def test_a_key_that_is_none_is_a_sentence(content, tmp_path, capsys):
    (tmp_path / NAME).write_text(content, encoding="utf-8")
    with pytest.raises(SourceError, match="expected the key to the solutions"):
        open_key(tmp_path)
    lessonkit.check("3.2", "A")
    lessonkit.solution("3.2")
    assert "Take a new copy from your instructor." in capsys.readouterr().out


def test_no_solution_can_be_read_in_a_student_edition_or_in_the_package():
    handed_out = [*(ROOT / "notebooks" / "student").glob("*"), *(ROOT / "lessonkit").rglob("*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in handed_out)
    lines = {line.strip() for solution in SOLUTIONS.values() for line in solution.splitlines()}
    leaked = [
        line
        for line in lines
        if len(line) > 12 and (line in text or json.dumps(line, ensure_ascii=False)[1:-1] in text)
    ]
    assert leaked == []
