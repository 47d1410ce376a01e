"""The teaching guide says what the masters and the exercises say, and each check can fail."""

import ast
import re
from itertools import accumulate

import nbformat
import pytest

import lessonkit
from lessonkit.despatch import facts_for
from lessonkit.exercises import find_course
from lessonkit.exercises.exercise import assess

from tests.support import ROOT, rules

FOLDER = ROOT / "notebooks" / "instructor"
GUIDE = (FOLDER / "README.md").read_text(encoding="utf-8")
MASTERS = [nbformat.read(path, as_version=4) for path in sorted(FOLDER.glob("*.ipynb"))]
NAMES = ["Open", "Aims", "Know", "Read", "Predict", "Run", "Check", "Change", "Draw", "Write",
         "Leave"]  # fmt: skip
FIELDS = ["What for.", "Listen for", "Misreadings.", "Vote", "15 minutes.", "90 minutes."]
BY_READING = {"prose", "rows"}  # no machine knows whether these are good


def chapters(guide):
    """Return the chapters of a guide, by the line that heads each."""
    _, *found = re.split(r"^##+ (?=.)", guide, flags=re.M)
    return {chapter.split("\n")[0]: chapter for chapter in found}


def chapter_of(guide, master):
    title = master.cells[0].source.split("\n")[0].removeprefix("# ")
    given = master.metadata.lessonkit
    return chapters(guide).get(f"{given.lesson}. {title} ({given.minutes} minutes)", "")


def rows(chapter):
    lines = [line for line in chapter.split("\n") if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def minutes(master):
    return [
        sum(c.metadata.get("minutes", 0) for c in master.cells if part in rules.tags(c))
        for part in rules.PARTS
    ]


def names_every_lesson(guide):
    for master in MASTERS:
        chapter = chapter_of(guide, master)
        if not chapter:
            yield f"lesson {master.metadata.lessonkit.lesson}: no chapter with its title and minutes"
        yield from (f"{field} is missing" for field in FIELDS if chapter.count(f"**{field}") != 1)


def keeps_the_minutes(guide):
    for master in MASTERS:
        found, given = rows(chapter_of(guide, master)), minutes(master)
        for row in (
            ["part", *NAMES],
            ["minutes", *map(str, given)],
            ["over at", *map(str, accumulate(given))],
        ):
            if row not in found:
                yield f"lesson {master.metadata.lessonkit.lesson}: expected the row {row}"


def plans_by_the_clock(guide):
    plan = chapters(guide)["Plans: a class, a week, a module"]
    planned = [int(row[0]) for row in rows(plan) if row[0].isdecimal()]
    clock = list(accumulate(minutes(MASTERS[0])))
    if not planned or planned[-1] != clock[-1] or not set(planned) <= set(clock):
        yield f"the plan for one class is at {planned}, lesson 1 at {clock}"


def answers_every_exercise(guide):
    for exercise in find_course().exercises.values():
        chapter = chapter_of(guide, MASTERS[int(exercise.id[0]) - 1])
        found = [row for row in rows(chapter) if row[0] == exercise.id]
        if len(found) != 1 or len(found[0]) != 3 or not all(found[0]):
            yield f"{exercise.id}: expected one row with an answer and why, found {found}"
        elif exercise.kind not in BY_READING and not is_right(exercise, found[0][1]):
            yield f"{exercise.id}: the check does not call this right: {found[0][1]}"
        elif exercise.kind == "prose":
            rubric = re.findall(r"\*\*(\w+)\*\*", exercise.rubric)
            if re.findall(r"\*\*(\w+)\*\*", found[0][2]) != rubric:
                yield f"{exercise.id}: the rubric is {rubric}"


def is_right(exercise, told):
    code = re.search(r"`([^`]+)`", told)
    answer = ast.literal_eval(code[1]) if code else ...
    return assess(exercise, answer, facts_for(find_course())).outcome == "right"


def slug(heading):
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def links_to_what_exists(guide):
    anchors = {f"#{slug(heading)}" for heading in chapters(guide)}
    for link in re.findall(r"\]\(([^)]*)\)", guide):
        if not (link in anchors or link.startswith("https://") or is_ours(link)):
            yield f"nothing is at {link}"


def is_ours(link):
    path = (FOLDER / link).resolve()
    return path.is_file() and path.is_relative_to(ROOT)


def links_every_notebook(guide):
    for path in sorted((ROOT / "notebooks").glob("*/*.ipynb")):
        link = path.name if path.parent == FOLDER else f"../student/{path.name}"
        if f"]({link})" not in guide:
            yield f"no link to {link}"


def links_every_card(guide):
    for link in lessonkit.load_cards()["link"]:
        if f"]({link})" not in guide:
            yield f"no link to {link}"


def is_short(guide):
    words = re.findall(r"\w\S*", re.sub(r"\]\([^)]*\)", "]", guide))
    if len(words) > 4600:
        yield f"{len(words)} words; at most 4600"


RULES = [names_every_lesson, keeps_the_minutes, plans_by_the_clock, answers_every_exercise,
         links_to_what_exists, links_every_notebook, links_every_card, is_short]  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_guide(rule):
    assert list(rule(GUIDE)) == []


FAULTS = [
    (names_every_lesson, "### 3. What gets space? (50 minutes)", "### 3. What gets space? (45 minutes)"),
    (names_every_lesson, "### 6. Beneath the page", "### 6. Below the page"),
    (names_every_lesson, "**Vote** on 5.3", "Vote on 5.3"),
    (keeps_the_minutes, "| minutes | 3 |", "| minutes | 4 |"),
    (keeps_the_minutes, "| over at | 3 |", "| over at | 2 |"),
    (plans_by_the_clock, "| 30 | predict", "| 29 | predict"),
    (answers_every_exercise, "| 8.4 |", "| 8.6 |"),
    (answers_every_exercise, '| `"CADB"` |', '| `"CABD"` |'),
    (answers_every_exercise, "| `82` | 3 June to", "| `82` | | 3 June to"),
    (answers_every_exercise, "| `82` |", "| 82 |"),
    (answers_every_exercise, "states the **chain**", "states the chain"),
    (links_to_what_exists, "(../../README.md)", "(../README.md)"),
    (links_to_what_exists, "(#how-to-run-a-class)", "(#running-a-class)"),
    (links_every_notebook, "](../student/07-can-we-rely-on-it.ipynb)", "]"),
    (links_every_card, "frus1938v03/d201)", "frus1938v03/d202)"),
    (is_short, "# Teaching guide\n", "word " * 4600),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "words", "others"), FAULTS)
def test_a_planted_fault_is_found(rule, words, others):
    assert words in GUIDE
    assert list(rule(GUIDE.replace(words, others, 1))) != []
