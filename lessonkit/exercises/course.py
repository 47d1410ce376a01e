"""Reads a course: its lessons and exercises from TOML, with a sentence for each mistake in them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from lessonkit.errors import CourseError
from lessonkit.exercises.exercise import Exercise, Feedback, assess
from lessonkit.exercises.facts import OF_WORDS, TRUTHS, Facts, facts_from_json, truth_key
from lessonkit.exercises.making import exercise_of
from lessonkit.exercises.schema import Fault, faults, schema

COURSE_FILE = "course.toml"
_BUNDLED = Path(__file__).resolve().parent.parent / "course"
_TRUTH_FOR = {"date": "day", "interval": "day", "pairs": "pairs", "number": "number"}
_TRUTH_FOR["numbers"] = "number"


@dataclass(frozen=True)
class Lesson:
    """A lesson of a course.

    Attributes
    ----------
    number : str
        Its number in the course, such as ``"2"``.
    title, question, version : str
        As its file has them.
    exercises : tuple of Exercise
        In order.

    Examples
    --------
    >>> find_course().lessons["2"].title
    'When was it written?'
    """

    number: str
    title: str
    question: str
    version: str
    exercises: tuple[Exercise, ...]


@dataclass(frozen=True)
class Course:
    """A course: a folder with ``course.toml``, ``lessons/``, ``seeds/``, and ``notebooks/``.

    Attributes
    ----------
    folder : pathlib.Path
        Where it is.
    id, title, version, license : str
        As ``course.toml`` has them.
    document : str
        The name of the document's file in ``seeds``.
    written : str or None
        The document's own date, ``"YYYY-MM-DD"``, if the course dates by it.
    lessons : dict
        Number to `Lesson`, in order.

    Examples
    --------
    >>> course = find_course()
    >>> course.id, len(course.exercises), course.exercises["2.1"].kind
    ('kirk-1938', 40, 'date')
    """

    folder: Path
    id: str
    title: str
    version: str
    license: str
    document: str
    written: str | None
    lessons: dict[str, Lesson]

    @cached_property
    def exercises(self) -> dict[str, Exercise]:
        """Id to exercise, in order."""
        return {one.id: one for lesson in self.lessons.values() for one in lesson.exercises}

    @property
    def is_bundled(self) -> bool:
        """Whether it is the course that lessonkit ships."""
        return self.folder == _BUNDLED

    @cached_property
    def truth_keys(self) -> tuple[str, ...]:
        """The truths that its lessons name, as keys of `Facts.truths`."""
        named = (truth_key(truth) for one in self.exercises.values() for truth in one.truths)
        return tuple(dict.fromkeys(named))

    def part(self, name: str) -> Path:
        """Return one of its folders: ``"seeds"``, ``"notebooks/student"`` and so on.

        Those of the bundled course are at the top of a checkout; an installed package has them
        in the course's folder, as any other course does.
        """
        inside = self.folder / name
        return inside if inside.is_dir() or not self.is_bundled else _BUNDLED.parent.parent / name

    def notebooks(self, edition: str = "student") -> dict[str, Path]:
        """Return its notebooks, lesson number to path: ``"student"`` or ``"instructor"``."""
        found = {}
        for path in sorted(self.part(f"notebooks/{edition}").glob("*.ipynb")):
            number = re.match(r"0*(\d+)", path.name)
            if number and number[1] in self.lessons:
                found[number[1]] = path
        return {number: found[number] for number in self.lessons if number in found}

    def files(self) -> dict[str, bytes]:
        """Return what a folder of notebooks needs to be checked by it: name to content.

        Nothing for the bundled course, which is always at hand.
        """
        if self.is_bundled:
            return {}
        beside = self.part("seeds") / Path(self.document).stem
        seeds = [beside.with_suffix(ending) for ending in (".txt", ".toml", ".events.csv")]
        lessons = [self.folder / "lessons" / f"{number}.toml" for number in self.lessons]
        paths = [self.folder / COURSE_FILE, self.folder / "facts.json", *lessons, *seeds]
        paths.append(self.part("seeds") / self.document)
        return {
            str(path.relative_to(self.folder).as_posix()): path.read_bytes()
            for path in dict.fromkeys(paths)
            if path.is_file()
        }

    @property
    def stored_facts(self) -> Facts | None:
        """The facts in its ``facts.json``; None if they are missing, stale, or not enough."""
        path = self.folder / "facts.json"
        facts = facts_from_json(path.read_text(encoding="utf-8")) if path.is_file() else None
        return facts if facts and set(self.truth_keys) <= set(facts.truths) else None


def find_course(start: str | Path | None = None) -> Course:
    """Return the course of a folder: its own, that of a folder above it, or the bundled one.

    Parameters
    ----------
    start : str or pathlib.Path, optional
        Where to begin to look; without it, the bundled course is meant.

    Returns
    -------
    Course

    Raises
    ------
    CourseError
        If a file of the course is not as it should be.

    Examples
    --------
    >>> find_course().title
    'Reading one despatch closely'
    """
    if start is not None:
        folder = Path(start).resolve()
        for each in (folder, *folder.parents):
            if (each / COURSE_FILE).is_file():
                return read_course(each)
    return read_course(_BUNDLED)


def judge(exercise: str, answer: object) -> Feedback:
    """Check an answer to an exercise of the course at hand, without showing or recording it.

    The course is that of the current folder, its document known from ``facts.json`` alone.

    Parameters
    ----------
    exercise : str
        Such as ``"2.1"``.
    answer : object
        The answer. It is not changed.

    Returns
    -------
    Feedback

    Raises
    ------
    CourseError
        If there is no such exercise, or no ``facts.json`` that fits.

    Examples
    --------
    >>> judge("1.2", "A").misconception
    'telegram'
    """
    course = find_course(Path())
    if exercise not in course.exercises:
        raise CourseError(
            f"{exercise}: expected an exercise of the course {course.id}, found none of that name. "
            f"There are {', '.join(course.exercises)}."
        )
    facts = course.stored_facts
    if facts is None:
        raise CourseError(
            f"{course.folder / 'facts.json'}: expected the facts of {course.document}, found none "
            "that fit the course. Write them again: lessonkit build."
        )
    return assess(course.exercises[exercise], answer, facts)


def read_course(folder: str | Path) -> Course:
    """Read a course.

    Parameters
    ----------
    folder : str or pathlib.Path
        The folder with its ``course.toml``.

    Returns
    -------
    Course

    Raises
    ------
    CourseError
        If one of its files is missing or wrong: file, exercise, key, expected, found.

    Examples
    --------
    >>> read_course(find_course().folder).id
    'kirk-1938'
    """
    folder = Path(folder).resolve()
    about = _table(folder / COURSE_FILE)
    _check(COURSE_FILE, about, "course")
    lessons = {str(number): _lesson(folder, str(number)) for number in about["lessons"]}
    if len(lessons) < len(about["lessons"]):
        raise CourseError(
            f"{COURSE_FILE}, key lessons: expected each lesson once, found one twice."
        )
    return Course(
        folder, about["id"], about["title"], about["version"], about.get("license", ""),
        about["document"], about.get("written"), lessons,
    )  # fmt: skip


def check_evidence(course: Course, facts: Facts) -> None:
    """Check that each quotation of a course's evidence is in its document.

    Parameters
    ----------
    course : Course
        The course.
    facts : Facts
        What is known of its document.

    Raises
    ------
    CourseError
        If one is not: file, exercise, and the quotation.

    Examples
    --------
    >>> course = find_course()
    >>> check_evidence(course, course.stored_facts)
    """
    for one in course.exercises.values():
        for words in one.evidence:
            if words not in facts.reading:
                raise CourseError(
                    f"lessons/{one.lesson}.toml, exercise {one.id}, key evidence: expected words of "
                    f"{course.document}, found “{words[:80]}”. Copy them from the document."
                )


def _table(path: Path) -> dict:
    name = path.name if path.name == COURSE_FILE else f"lessons/{path.name}"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError:
        raise CourseError(
            f"{name}: expected this file in {path.parent}, found none that can be read. Write it, or "
            f"take its number out of {COURSE_FILE}."
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CourseError(
            f"{name}: expected TOML, found something else ({error}). Fix that line; most often a "
            "quotation mark is missing."
        ) from None


def _check(file: str, table: dict, kind: str) -> None:
    fault = next(faults(table, schema(kind), schema(kind)), None)
    if fault:
        raise CourseError(_said(file, table, fault))


def _said(file: str, table: dict, fault: Fault) -> str:
    """Say a fault as people count: exercise 2.1, key wrong 2 say."""
    path, where = list(fault.path), ""
    if path[:1] == ["exercise"] and len(path) > 1 and isinstance(path[1], int):
        one = table["exercise"][path[1]]
        id_ = one.get("id") if isinstance(one, dict) else None
        where = f", exercise {id_ or f'number {path[1] + 1}'}"
        path = path[2:]
    keys = " ".join(str(part + 1) if isinstance(part, int) else part for part in path)
    key = f", key {keys}" if keys else ""
    fix = "Add it." if fault.found == "nothing" else "Correct it."
    if fault.expected.startswith("one of the keys"):
        fix = "Correct its spelling, or take it out."
    return f"{file}{where}{key}: expected {fault.expected}, found {fault.found}. {fix}"


def _lesson(folder: Path, number: str) -> Lesson:
    file = f"lessons/{number}.toml"
    table = _table(folder / file)
    _check(file, table, "lesson")
    exercises: dict[str, Exercise] = {}
    for one in table["exercise"]:
        where = f"{file}, exercise {one['id']}"
        if one["id"].partition(".")[0] != number or one["id"] in exercises:
            raise CourseError(
                f"{where}, key id: expected {number}. and a number that no other exercise has, found "
                f"{one['id']!r}. Give it another number."
            )
        exercises[one["id"]] = _exercise(where, one, table.get("patterns", {}))
    _check_reveals(file, exercises)
    return Lesson(
        number, table["title"], _folded(table["question"]), table["version"],
        tuple(exercises.values()),
    )  # fmt: skip


def _exercise(where: str, table: dict, patterns: dict[str, str]) -> Exercise:
    table = _with_patterns(where, _folded(table), patterns)
    reveal = table.get("reveal", {})
    opened = [reveal["truth"]] if "truth" in reveal else []
    opened += [match[1] for match in PLACEHOLDER.finditer(reveal.get("say", ""))]
    answers = tuple(_truths({key: part for key, part in table.items() if key != "reveal"}))
    truths = (*answers, *({"truth": name} for name in opened))
    for truth in truths:
        _check_truth(where, truth)
    for truth in answers:
        wanted, found = _TRUTH_FOR[table["kind"]], TRUTHS[truth["truth"]]
        if wanted != found:
            raise CourseError(
                f"{where}, key truth: expected a truth that is a {wanted}, found {truth['truth']}, "
                f"which is a {found}. Name another."
            )
    _check_days(where, table)
    try:
        return exercise_of(table, truths)
    except CourseError as error:
        raise CourseError(f"{where}, {error}") from None


def _check_days(where: str, value, key: str = "") -> None:
    """Check that each day of an answer is one: the schema sees its form alone."""
    if isinstance(value, dict | list):
        parts = value.items() if isinstance(value, dict) else ((key, part) for part in value)
        for name, part in parts:
            _check_days(where, part, name)
    elif isinstance(value, str) and key in ("answer", "answers", "not_before", "not_after"):
        for day in re.findall(r"\b\d{4}-\d\d-\d\d\b", value):
            try:
                date.fromisoformat(day)
            except ValueError:
                raise CourseError(
                    f"{where}, key {key}: expected a day of the calendar, found {day}. Correct it."
                ) from None


def _folded(value):
    """Join the lines of each text; an empty line in it begins a new paragraph."""
    if isinstance(value, dict):
        return {key: _folded(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_folded(part) for part in value]
    if not isinstance(value, str) or "\n" not in value:
        return value
    paragraphs = re.split(r"\n\s*\n", value.strip())
    return "\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _with_patterns(where: str, value, patterns: dict[str, str], key: str = ""):
    """Fill in the named patterns, {name}, and check that each pattern is a regular expression."""
    if isinstance(value, dict):
        return {name: _with_patterns(where, part, patterns, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_with_patterns(where, part, patterns, key) for part in value]
    if key not in ("pattern", "accept"):
        return value
    filled = re.sub(r"\{([a-z_]+)\}", lambda match: patterns.get(match[1], match[0]), value)
    try:
        re.compile(filled)
    except re.error as error:
        raise CourseError(
            f"{where}, key {key}: expected a regular expression, found {value[:60]!r} ({error}). "
            "Correct it."
        ) from None
    return filled


def _truths(value: object) -> Iterator[dict]:
    """Yield the truths that a table names."""
    if isinstance(value, dict) and isinstance(value.get("truth"), str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _truths(part)


PLACEHOLDER = re.compile(r"\{(\w+)(?:\|([^{}]*))?\}")


def _check_truth(where: str, truth: dict) -> None:
    name = truth["truth"]
    if name not in TRUTHS:
        raise CourseError(
            f"{where}, key truth: expected one of {', '.join(TRUTHS)}, found {name!r}. Correct its "
            "spelling."
        )
    if ("of" in truth) != (name in OF_WORDS):
        wanted = "the words it is about" if name in OF_WORDS else "nothing"
        raise CourseError(
            f"{where}, key of: expected {wanted} for the truth {name}, found {truth.get('of')!r}."
        )


def _check_reveals(file: str, exercises: dict[str, Exercise]) -> None:
    for one in exercises.values():
        for before in one.reveal.after if one.reveal else ():
            if before not in exercises:
                raise CourseError(
                    f"{file}, exercise {one.id}, key reveal after: expected an exercise of this "
                    f"lesson, found {before!r}. Correct it."
                )
