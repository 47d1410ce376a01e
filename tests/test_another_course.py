"""A course on another document is checked, hinted, solved, printed, exported, and graded alike."""

import json
import shutil
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

import lessonkit
from lessonkit.classroom import session
from lessonkit.cli import main
from lessonkit.despatch import facts_for
from lessonkit.exercises import assess, find_course, judge, read_course, storable

from tests.support import ROOT

pytestmark = pytest.mark.slow
RURITANIA = ROOT / "tests" / "fixtures" / "ruritania"
ROW = {"what": "The talks", "quote": "took place on the 11th", "told_by": "unnamed", "edtf": "",
       "certainty": "undated"}  # fmt: skip
ANSWERS = {  # exercise: right, wrong with its misconception
    "1.1": ("B", "A", "the addressee"),
    "1.2": (3, 1, "only the headings"),
    "1.3": ([3, 3], [3, 9], "the notes"),
    "1.4": ("11 April 1921", "9 April 1921", "the first talk"),
    "1.5": ("between 11 April and 2 May 1921", "11 April 1921", "a point"),
    "1.6": ({"the Secretary of State", "the builders"}, {"Hentzau"}, "the writer"),
    "1.7": ({"4": 1, "*": 2, "5": 3}, {"4": 2, "*": 1, "5": 3}, "down the list"),
    "1.8": ("BAC", "CBA", "as told"),
    "1.9": ({"E06": "hedged", "E04": "neither"}, {"E06": "neither", "E04": "neither"}, "a hedge missed"),
    "1.10": ("the railway", "a steamer", "the ship"),
    "1.11": ("E04: no event", "nothing", None),
    "1.12": ("Bar chart, a row for each section, along the words: the longest has 34.", "bars", "only the kind"),
    "1.13": ([ROW], [ROW | {"certainty": "sure"}], "an unknown certainty"),
    "1.14": ("From 1915 on the line rested: “it lay idle in 1915–17”; nobody says why.",
             "From 1915 on the line rested: “it was closed in 1915–17”; nobody says why.", "misquoted"),
    "12.10": ("A", "B", "the builders"),
}  # fmt: skip
KINDS = {
    "choice", "number", "numbers", "date", "interval", "set", "pairs", "order", "tags", "short text",
    "review", "alternative text", "rows", "prose",
}  # fmt: skip


def masters(folder):
    """Write the instructor's notebooks of the course, one for each lesson."""
    course = read_course(folder)
    (folder / "notebooks" / "instructor").mkdir(parents=True)
    for number, lesson in course.lessons.items():
        sign = "from lessonkit import check, hint, sign\n\nnames = ...\n" + (
            f'sign(names, course="{course.id}")'
        )
        cells = [
            new_markdown_cell(f"# {lesson.title}\n\n**{lesson.question}**", id=f"l{number}-0"),
            new_code_cell(sign, id=f"l{number}-1"),
        ]
        for one in lesson.exercises:
            name, right = one.id.replace(".", "-"), ANSWERS[one.id][0]
            asked = new_markdown_cell(f"**{one.id} What is it?** Write it.", id=f"q{name}")
            blank = f'given = ...\ncheck("{one.id}", given)'
            solved = new_code_cell(f'check("{one.id}", {right!r})', id=f"s{name}")
            solved.metadata.tags = ["solution"]
            cells += [asked, new_code_cell(blank, id=f"a{name}"), solved]
        notebook = new_notebook(cells=cells)
        notebook.metadata.lessonkit = {"lesson": int(number), "minutes": 10}
        path = folder / "notebooks" / "instructor" / f"{int(number):02}-lesson.ipynb"
        nbformat.write(notebook, path)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("course") / "ruritania"
    shutil.copytree(RURITANIA, folder)
    masters(folder)
    assert main(["build", "--course", str(folder)]) == 0
    return read_course(folder)


def test_there_is_an_exercise_of_each_kind(built):
    assert {one.kind for one in built.exercises.values()} == KINDS
    assert {one.kind for one in find_course().exercises.values()} <= KINDS
    assert set(ANSWERS) == set(built.exercises)


def test_its_evidence_is_in_its_document(built):
    reading = facts_for(built).reading
    quoted = [words for one in built.exercises.values() for words in one.evidence]
    assert len(quoted) > 1
    assert [words for words in quoted if words not in reading] == []


def test_evidence_that_is_not_in_the_document_stops_the_build(built, tmp_path, capsys):
    folder = tmp_path / "ruritania"
    shutil.copytree(built.folder, folder)
    path = folder / "lessons" / "1.toml"
    text = path.read_text(encoding="utf-8").replace('["Rupert Hentzau"]', '["Black Michael"]')
    path.write_text(text, encoding="utf-8")
    before = (folder / "facts.json").read_bytes()
    assert main(["build", "--course", str(folder)]) == 1
    said = capsys.readouterr().err
    assert "lessons/1.toml, exercise 1.1, key evidence: expected words of letter.txt" in said
    assert "“Black Michael”" in said
    assert (folder / "facts.json").read_bytes() == before


@pytest.mark.parametrize("exercise", ANSWERS)
def test_an_answer_is_judged_by_its_document(built, exercise):
    right, wrong, misconception = ANSWERS[exercise]
    one, facts = built.exercises[exercise], facts_for(built)
    assert one.judge(storable(right), facts).outcome == "right"
    said = one.judge(storable(wrong), facts)
    assert (said.outcome, said.misconception) == ("nearly", misconception)
    assert assess(one, ..., facts).outcome == "not yet"


def test_a_true_quotation_of_its_document_counts(built, monkeypatch):
    quoted = ANSWERS["1.14"][0]
    monkeypatch.chdir(built.folder / "notebooks" / "student")
    assert "what you quote is in the document" in judge("1.14", quoted).message
    monkeypatch.chdir(ROOT)
    assert "exact words are not" in judge("7.5", quoted + " word" * 120).message


def test_check_hint_reveal_and_solution_in_its_folder(built, monkeypatch, capsys):
    monkeypatch.chdir(built.folder / "notebooks" / "instructor")  # where the key is
    lessonkit.sign("Ada", course="ruritania-1921")
    lessonkit.check("12.10", "B")
    lessonkit.hint("1.10")
    assert lessonkit.reveal("1.14") is None
    lessonkit.check("1.1", "A")
    assert lessonkit.reveal("1.14").isoformat() == "1921-05-02"
    lessonkit.solution("1.1")
    lessonkit.check("2.1", "A")
    said = capsys.readouterr().out
    assert "12.10 Look again. The letter counts the builders." in said
    assert "1.10 Hint 1 of 2. Read the heading." in said
    assert "It was written on 2 May 1921." in said
    assert "1.1 One solution." in said and "check(\"1.1\", 'B')" in said
    assert "There are: 1.1 to 1.14, 12.10 to 12.10." in said


def test_its_notebooks_and_answers_carry_its_id(built):
    for edition in ("student", "instructor"):
        for path in built.notebooks(edition).values():
            assert nbformat.read(path, 4).metadata.lessonkit.course_id == "ruritania-1921"
    master = nbformat.read(built.notebooks("instructor")["12"], 4)
    kept = [o.data[session.ANSWER] for c in master.cells for o in c.get("outputs", [])
            if session.ANSWER in o.get("data", {})]  # fmt: skip
    assert [(k["exercise"], k["course"], k["format"]) for k in kept] == [
        ("12.10", "ruritania-1921", 2)
    ]
    student = nbformat.read(built.notebooks()["1"], 4)
    assert not [c for c in student.cells if "solution" in c.metadata.get("tags", [])]


def test_its_facts_are_written(built):
    facts = built.stored_facts
    assert facts == facts_for(built)
    assert facts.truths["latest_day_in_body"] == "1921-04-11"


def hand_in(built, folder):
    """Save a right answer to each exercise, as a student's notebook has it."""
    folder.mkdir()
    for number, path in built.notebooks().items():
        notebook = nbformat.read(path, 4)
        for cell in notebook.cells:
            if cell.cell_type == "code" and 'check("' in cell.source:
                id_ = cell.source.split('check("')[1].split('"')[0]
                answer = storable(ANSWERS[id_][0])
                cell.source = cell.source.replace("given = ...", f"given = {ANSWERS[id_][0]!r}")
                record = {
                    "format": 2, "course": built.id, "exercise": id_, "answer": answer,
                    "lesson_version": built.lessons[number].version, "names": ["Ada"],
                }  # fmt: skip
                data = {session.ANSWER: record, "text/plain": "…"}
                cell.outputs = [nbformat.v4.new_output("display_data", data=data)]
        nbformat.write(notebook, folder / f"Ada {path.name}")


def test_it_is_graded(built, tmp_path, capsys):
    hand_in(built, tmp_path / "in")
    out = tmp_path / "out"
    assert (
        main(["grade", str(tmp_path / "in"), "--out", str(out), "--course", str(built.folder)]) == 0
    )
    head, row = (out / "scores.csv").read_text(encoding="utf-8-sig").splitlines()
    scores = dict(zip(head.split(","), row.split(","), strict=True))
    for id_, one in built.exercises.items():
        assert scores[f"{id_} outcome"] in ("right", "complete"), id_
        if one.kind != "prose":
            assert scores[id_] == str(one.points), id_
    assert (out / "problems.csv").read_text(encoding="utf-8-sig").count("\n") <= 1
    pages = [(out / name).read_text(encoding="utf-8") for name in ("class.html", "review.html")]
    assert "What does the minister report?" in pages[0]
    assert "it lay idle in 1915–17" in pages[1]
    for page in pages:
        assert "Kirk" not in page and "1667" not in page and "despatch No." not in page


def test_its_hand_ins_are_never_judged_by_another_course(built, tmp_path):
    hand_in(built, tmp_path / "in")
    assert main(["grade", str(tmp_path / "in"), "--out", str(tmp_path / "out")]) == 0
    scores = (tmp_path / "out" / "scores.csv").read_text(encoding="utf-8-sig")
    assert ",right" not in scores and ",nearly" not in scores
    problems = (tmp_path / "out" / "problems.csv").read_text(encoding="utf-8-sig")
    assert "ruritania-1921" in problems


def test_it_is_printed(built, tmp_path, capsys):
    for what, name in ((["1"], "one.html"), ([], "all.html")):
        out = tmp_path / name
        assert main(["print", *what, "--out", str(out), "--course", str(built.folder)]) == 0
    assert "What does the minister report?" in (tmp_path / "one.html").read_text(encoding="utf-8")
    whole = (tmp_path / "all.html").read_text(encoding="utf-8")
    assert "Hentzau" in whole and "Kirk" not in whole


def test_a_class_gets_the_files_of_the_course_too(built, tmp_path, monkeypatch, capsys):
    folder = tmp_path / "class"
    assert (
        main(["new-class", str(folder), "--course", str(built.folder), "--class", "History 9"]) == 0
    )
    assert find_course(folder).id == "ruritania-1921"
    assert find_course(folder).stored_facts == built.stored_facts
    assert {"01-lesson.ipynb", "12-lesson.ipynb"} <= {path.name for path in folder.iterdir()}
    notebook = nbformat.read(folder / "01-lesson.ipynb", 4)
    assert "History 9" in notebook.cells[0].source
    monkeypatch.chdir(folder)
    lessonkit.check("1.4", "11 April 1921")
    assert "1.4 Right." in capsys.readouterr().out


def test_it_is_exported_for_nbgrader(built, tmp_path):
    folder = tmp_path / "nbgrader"
    assert main(["export", "nbgrader", str(folder), "--course", str(built.folder)]) == 0
    lesson = folder / "source" / "12-lesson"
    assert find_course(lesson).id == "ruritania-1921"
    text = (lesson / "12-lesson.ipynb").read_text(encoding="utf-8")
    assert 'judge(\\"12.10\\", given)' in text
    assert "lessonkit.course" not in text
    assert json.loads(text)["metadata"]["lessonkit"]["course_id"] == "ruritania-1921"


def test_nothing_in_the_engine_names_the_bundled_despatch():
    words = ("1667", "Kirk", "Moscow", "frus1938", "Sakhalin")
    engine = [
        path
        for package in ("exercises", "classroom", "publish", "grading")
        for path in sorted(Path(lessonkit.__file__).parent.joinpath(package).rglob("*.py"))
    ]
    assert len(engine) > 30
    for path in engine:
        code = without_examples(path.read_text(encoding="utf-8"))
        assert [word for word in words if word in code] == [], path


def without_examples(text):
    """Return code without the examples in its docstrings: they may show the bundled course."""
    kept, in_example = [], False
    for line in text.splitlines():
        bare = line.strip()
        in_example = bare.startswith((">>>", "...")) or (
            in_example and bool(bare) and bare != '"""'
        )
        if not in_example:
            kept.append(line)
    return "\n".join(kept)
