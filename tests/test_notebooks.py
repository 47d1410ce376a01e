"""Every notebook keeps the rules, and each rule is seen to fail on a planted fault."""

import json
import re

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_output

from lessonkit.exercises import find_course
from lessonkit.publish.editions import student_edition

from tests.support import ROOT, rules

FOLDER = ROOT / "notebooks"
NAMES = sorted(path.name for path in (FOLDER / "instructor").glob("*.ipynb"))


def read(edition, name=NAMES[0]):
    return nbformat.read(FOLDER / edition / name, as_version=4)


def test_there_are_lessons_and_each_has_both_editions():
    assert NAMES
    assert sorted(path.name for path in (FOLDER / "student").glob("*.ipynb")) == NAMES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rule", rules.STUDENT, ids=lambda rule: rule.__name__)
def test_student_edition(name, rule):
    assert list(rule(read("student", name))) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rule", rules.ALWAYS, ids=lambda rule: rule.__name__)
def test_master(name, rule):
    assert list(rule(read("instructor", name))) == []


@pytest.mark.parametrize("name", NAMES)
def test_solutions_stay_out(name):
    assert list(rules.keeps_solutions_out(read("student", name), read("instructor", name))) == []


@pytest.mark.parametrize("name", NAMES)
def test_student_edition_is_what_the_master_makes(name):
    assert differs(read("student", name), read("instructor", name)) is False


def differs(student, master):
    def cells(notebook):
        return [(c.id, c.cell_type, c.source, c.metadata) for c in notebook.cells]

    made = student_edition(master)
    return cells(student) != cells(made) or student.metadata != made.metadata


@pytest.mark.parametrize("name", NAMES)
def test_the_master_answers_every_exercise_rightly(name):
    master = read("instructor", name)
    shown = " ".join(rules.markup(master))
    lesson = str(master.metadata.lessonkit.lesson)
    mine = [exercise for exercise in find_course().exercises if exercise.split(".")[0] == lesson]
    praised = [
        f"{exercise} Right." in shown or f"{exercise} Complete" in shown for exercise in mine
    ]
    assert all(praised), mine
    source = " ".join(cell.source for cell in read("student", name).cells)
    assert [e for e in mine if f'check("{e}", ' not in source] == []


@pytest.mark.parametrize("name", NAMES[:2])  # after lesson 2 it is known
def test_the_date_is_nowhere_before_an_attempt(name):
    whole = json.dumps(read("student", name), ensure_ascii=False)
    for words in ("19 September", "September 19", "1938-09-19", "19 October", "1938-10-19"):
        assert not re.search(rf"{words}\b", whole), words


def a_cell(notebook, tag):
    return next(i for i, cell in enumerate(notebook.cells) if tag in rules.tags(cell))


def shows(**data):
    return lambda nb: nb.cells[1].outputs.append(new_output("display_data", data=data))


def picture(alt):
    return shows(**{"text/html": f'<img src="data:," alt="{alt}">'})


def change(cell, **values):
    return lambda nb: nb.cells[cell].update(values)


FAULTS = [
    (rules.is_executed, change(1, execution_count=None)),
    (rules.is_executed, change(1, execution_count=7)),
    (rules.runs_cleanly, lambda nb: nb.cells[1].outputs.append(
        new_output("error", ename="NameError", evalue="", traceback=[]))),
    (rules.runs_cleanly, lambda nb: nb.cells[1].outputs.append(
        new_output("stream", name="stderr", text="careful"))),
    (rules.shows_pictures_with_words, shows(**{"image/png": "iVBORw0="})),
    (rules.shows_pictures_with_words, shows(**{"text/html": '<img src="data:,">'})),
    (rules.shows_pictures_with_words, picture("a" * 39)),
    (rules.shows_pictures_with_words, picture("a" * 301)),
    (rules.is_comparable, change(1, source="sign(names);")),
    (rules.is_comparable, change(1, source="interact(sign)")),
    (rules.is_comparable, change(1, metadata={"tags": ["open", "nbval-skip"]})),
    (rules.is_comparable, shows(**{"text/html": '<style type="text/css">\n#T_1 {}</style>'})),
    (rules.is_comparable, shows(**{"application/vnd.jupyter.widget-view+json": {}})),
    (rules.is_short, change(1, source="a = 1\n" * 13)),
    (rules.is_short, change(1, source="a" * 81)),
    (rules.is_short, change(0, source="word " * 1101)),
    (rules.is_short, lambda nb: nb.cells.extend([new_code_cell("1")] * 12)),
    (rules.is_short, change(1, metadata={"tags": ["open"], "ideas": ["a", "b", "c"]})),
    (rules.has_every_part, lambda nb: nb.cells.pop(a_cell(nb, "objective"))),
    (rules.has_every_part, lambda nb: nb.cells.insert(0, nb.cells.pop(a_cell(nb, "exit")))),
    (rules.has_every_part, change(1, metadata={})),
    (rules.keeps_its_time, lambda nb: nb.cells[1].metadata.update(minutes=5)),
    (rules.keeps_its_time, lambda nb: nb.metadata.lessonkit.update(minutes=45)),
    (rules.opens_with_one_question, lambda nb: nb.cells[2].update(source="# Another")),
    (rules.opens_with_one_question, change(0, source="# What?\n\n**" + "word " * 25 + "more?**")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "fault"), FAULTS)
def test_a_planted_fault_is_found(rule, fault):
    notebook = read("student")
    assert list(rule(notebook)) == []
    fault(notebook)
    assert list(rule(notebook)) != []


@pytest.mark.parametrize("tag", ["solution", "instructor"])
def test_a_leak_from_the_master_is_found(tag):
    student, master = read("student"), read("instructor")
    cell = master.cells[a_cell(master, tag)]
    student.cells[0].source += "\n" + cell.source.splitlines()[0]
    assert list(rules.keeps_solutions_out(student, master)) != []


@pytest.mark.parametrize(
    "fault",
    [
        change(0, source="# Changed by hand"),
        lambda nb: nb.cells.pop(),
        lambda nb: nb.cells[1].update(id="other"),
        lambda nb: nb.metadata.lessonkit.update(version="0"),
    ],
)
def test_a_student_edition_of_another_make_is_found(fault):
    student = read("student")
    fault(student)
    assert differs(student, read("instructor")) is True
