"""Makes hand-ins from the masters, as students save them: answers in the source and in the outputs."""

import copy
import csv
import io
import json
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from lessonkit.grading import grade

from tests.support import ROOT
from tests.support.answers import RIGHT, UNCLEAR, WRONG

ANSWER = "application/vnd.lessonkit.answer+json"
NAMES = "application/vnd.lessonkit.names+json"
MASTERS = sorted((ROOT / "notebooks" / "instructor").glob("*.ipynb"))
TITLES = {int(path.name[:2]): path.name for path in MASTERS}
POINTS = {
    "1.1": 1, "1.2": 1, "1.3": 2, "1.4": 1, "1.5": 3, "2.1": 1, "2.2": 2, "2.3": 1, "2.4": 1, "2.5": 3,
    "3.1": 1, "3.2": 1, "3.3": 2, "3.4": 1, "3.5": 3, "4.1": 1, "4.2": 2, "4.3": 1, "4.4": 1, "4.5": 3,
    "5.1": 1, "5.2": 2, "5.3": 1, "5.4": 1, "5.5": 3, "6.1": 1, "6.2": 2, "6.3": 1, "6.4": 1,
    "6.5": 3, "7.1": 1, "7.2": 2, "7.3": 2, "7.4": 2, "7.5": 5, "8.1": 2, "8.2": 1, "8.3": 3, "8.4": 1,
    "8.5": 3,
}  # fmt: skip
PROSE = ("1.5", "2.5", "3.5", "4.5", "5.5", "6.5", "7.5", "8.5")


def _plain(entries):
    """Return exercise to those of its answers that a notebook can keep as they are."""
    kept = {exercise: [] for exercise in POINTS}
    for exercise, answer, *_ in entries:
        try:
            is_kept = not isinstance(answer, list) or None not in answer
            if is_kept and json.loads(json.dumps(answer)) == answer:
                kept[exercise].append(answer)
        except (TypeError, ValueError):
            pass
    return kept


OF_OUTCOME = {"right": _plain(RIGHT), "nearly": _plain(WRONG), "unclear": _plain(UNCLEAR)}


@cache
def _master(lesson):
    notebook = json.loads(MASTERS[lesson - 1].read_text(encoding="utf-8"))
    kept = [
        cell
        for cell in notebook["cells"]
        if not {"solution", "instructor"} & set(cell["metadata"].get("tags", []))
    ]
    return notebook | {"cells": kept}


def record(exercise, answer, names=(), version="1", **more):
    return {
        "format": 2,
        "course": "kirk-1938",
        "exercise": exercise,
        "answer": answer,
        "lesson_version": version,
        "names": [*names],
        **more,
    }


def output(kind, data):
    return {"output_type": "display_data", "metadata": {}, "data": {kind: data, "text/plain": "…"}}


def answered(exercise, answer, names=(), version="1", **more):
    """Return a cell that was run with an answer."""
    return {
        "cell_type": "code", "id": f"c{exercise}", "metadata": {"tags": ["check"]}, "execution_count": 1,
        "source": f'given = {answer!r}\ncheck("{exercise}", given)',
        "outputs": [output(ANSWER, record(exercise, answer, names, version, **more))],
    }  # fmt: skip


def signed(*names):
    return {
        "cell_type": "code", "id": "names", "metadata": {}, "execution_count": 1,
        "source": f"names = {list(names)!r}\nsign(names)", "outputs": [output(NAMES, {"names": [*names]})],
    }  # fmt: skip


def notebook(*cells):
    """Return a small notebook of these cells."""
    return {"cells": [*cells], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def hand_in(lesson, answers, names=()):
    """Return a lesson with these answers, exercise to value; the others are as they were handed out."""
    made = dict(_master(lesson))
    cells = []
    for cell in made["cells"]:
        source = "".join(cell["source"])
        exercise = source.split('check("')[1][:3] if 'check("' in source else None
        if exercise in answers:
            cell = answered(exercise, answers[exercise], names)
        elif "sign(" in source:
            cell = signed(*names)
        cells.append(cell)
    return made | {"cells": cells}


def save(path, made):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(made), encoding="utf-8")
    return path


def table(path):
    """Return the rows of a CSV file, column to cell."""
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def cells_of(path):
    """Return all cells of a CSV file."""
    text = path.read_text(encoding="utf-8-sig")
    return [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]


def files_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def few(lessons=(1, 4), students=("Ada Lovelace", "Mary Somerville")):
    """Return student and lesson to a hand-in in which everything is right."""
    right = OF_OUTCOME["right"]
    return {
        (student, lesson): hand_in(
            lesson, {e: right[e][0] for e in POINTS if e[0] == str(lesson)}, [student]
        )
        for student in students
        for lesson in lessons
    }


def save_few(folder, **which):
    for (student, lesson), made in few(**which).items():
        save(folder / student.split()[0].lower() / TITLES[lesson], copy.deepcopy(made))
    return folder


def graded(folder, out, **options):
    """Grade with a thread, which starts at once."""
    with ThreadPoolExecutor(1) as executor:
        return grade(folder, out, executor, **options)


def row_of(out, student):
    return next(row for row in table(out / "scores.csv") if row["student"] == student)


def problems_of(out):
    return [(row["file"], row["exercise"], row["kind"]) for row in table(out / "problems.csv")]


def mark(out, marks, encoding="utf-8-sig", comma=","):
    """Enter marks as a table program does: student to mark."""
    rows = table(out / "review.csv")
    file = io.StringIO()
    writer = csv.DictWriter(file, [*rows[0]], delimiter=comma, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(row | {"mark": marks.get(row["student"], row["mark"])} for row in rows)
    (out / "review.csv").write_bytes(file.getvalue().encode(encoding, errors="replace"))
