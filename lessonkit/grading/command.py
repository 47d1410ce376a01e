"""``lessonkit grade`` and ``lessonkit new-class`` on the command line."""

from __future__ import annotations

import argparse
import sys
from contextlib import nullcontext
from pathlib import Path

from lessonkit.despatch import folder_of
from lessonkit.errors import LessonkitError
from lessonkit.grading.students import RULE
from lessonkit.publish import MASTERS, build_class

OPTIONS = ("--hide-names", "--scheduler", "--lessons", "--solutions", "--course")
_GRADE = (
    "Grades every notebook under FOLDER, in zip files too, and runs none of them: each stored "
    "answer is checked anew. Writes scores.csv (a right answer has its exercise's points, any other "
    "none; complete is what has all that a machine can see, and is for a reader to judge), "
    "class.html (where the class stumbled), review.html and review.csv (the prose; enter "
    "marks in the CSV's column mark, and the next run counts them) and problems.csv. A cell that a "
    "table program would take for a formula has an apostrophe before it. Of two hand-ins of a "
    "student for a lesson the later counts, and both are listed."
)
_NEW_CLASS = (
    "Writes the lessons into DIR as students are handed them, outputs cleared, never over a file "
    "that is there."
)


def add_commands(commands: argparse._SubParsersAction) -> None:
    """Add the two commands to the command line.

    Parameters
    ----------
    commands : argparse subparsers
        Those of ``lessonkit``.
    """
    grade = commands.add_parser(
        "grade", help="grade a folder of hand-ins without running them", description=_GRADE,
        epilog=RULE,
    )  # fmt: skip
    grade.add_argument("folder", type=Path, help="the hand-ins, or one zip file of them")
    grade.add_argument("--out", type=Path, default=Path("grades"),
                       help="where to write (default: grades)")  # fmt: skip
    grade.add_argument("--hide-names", action="store_true",
                       help="codes in place of names in review.html and review.csv")  # fmt: skip
    grade.add_argument("--scheduler", metavar="ADDRESS",
                       help="check on the Dask cluster of this scheduler, whose workers see FOLDER "
                       "under the same path (extra: cluster)")  # fmt: skip
    grade.set_defaults(run=_grade)
    build = commands.add_parser(
        "new-class", help="write the lessons of a class into a folder", description=_NEW_CLASS
    )
    build.add_argument("folder", metavar="DIR", type=Path, help="where to write")
    build.add_argument("--lessons", type=_numbers, metavar="1,2,…", help="which (default: all)")
    build.add_argument("--course", metavar="NAME", help="stands below each lesson's heading")
    build.add_argument("--solutions", nargs="?", type=Path, metavar="MASTERS",
                       const=folder_of(MASTERS),
                       help="with solutions and teaching notes, from the masters in this folder "
                       "(default: those of the checkout)")  # fmt: skip
    build.set_defaults(run=_new_class)


def _numbers(text: str) -> list[int]:
    try:
        return [int(number) for number in text.split(",")]
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"expected numbers parted by commas, such as 1,2,5; found {text!r}"
        ) from None


def run(given: argparse.Namespace) -> int:
    """Run the command that was given.

    Parameters
    ----------
    given : argparse.Namespace
        Of a parser from `add_commands`.

    Returns
    -------
    int
        The exit status.
    """
    try:
        return given.run(given)
    except (LessonkitError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def _grade(given: argparse.Namespace) -> int:
    from lessonkit.grading.parallel import dask_executor, progress
    from lessonkit.grading.run import grade

    folder = given.folder.resolve()  # a cluster's workers stand in another folder
    with dask_executor(given.scheduler) if given.scheduler else nullcontext() as executor:
        grades = grade(folder, given.out, executor, given.hide_names, progress)
    students, problems = len(grades.book.names), len(grades.problems)
    print(
        f"{grades.notebooks} notebooks, {students} students, {grades.to_read} texts to read, "
        f"{problems} problems."
    )
    for path in grades.files:
        print(f"wrote {path}")
    return 0


def _new_class(given: argparse.Namespace) -> int:
    written, kept = build_class(given.folder, given.lessons, given.solutions, given.course)
    for name in written:
        print(f"wrote {name}")
    for name in kept:
        print(f"kept yours: {name} is already there")
    return 0
