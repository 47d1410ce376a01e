"""The command line: ``lessonkit`` opens the lessons in JupyterLab.

Each command is one function that adds it to the parser and one that runs it. What needs pandas
or Jupyter is imported by the one that runs, so that help and version come at once.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

from lessonkit import __version__
from lessonkit.errors import LessonkitError, SourceError

_JUPYTER = [
    # asks nobody about news or updates, saves every 30 seconds
    f"--LabApp.app_settings_dir={Path(__file__).resolve().parent / 'jupyterlab'}",
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
]
_OPTIONS = (
    "-h", "--help", "--version", "--no-browser", "--out", "--document", "--hide-names",
    "--scheduler", "--lessons", "--solutions", "--course", "--class",
)  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return the exit status: 0 if all went well."""
    ours, jupyters = _split(sys.argv[1:] if arguments is None else arguments)
    parser = _parser()
    given = parser.parse_args(ours, argparse.Namespace(jupyters=jupyters))
    if jupyters and given.command != "start":
        parser.error(f"{given.command} does not know {' '.join(jupyters)}")
    try:
        return given.run(given)
    except (LessonkitError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Split our arguments from JupyterLab's, which begin at the first option that is not ours."""
    ours = [*takewhile(_is_ours, arguments)]
    jupyters = arguments[len(ours) :]
    if not ours or ours[0] == "--no-browser":
        ours = ["start", *ours]
    return ours, jupyters


def _is_ours(word: str) -> bool:
    return not word.startswith("-") or word.split("=")[0] in _OPTIONS


def _parser() -> argparse.ArgumentParser:
    """Build the parser of the whole command line; help lists the commands in this order."""
    parser = argparse.ArgumentParser(
        prog="lessonkit",
        description="Lessons in reading one diplomatic despatch closely, with data.",
    )
    parser.add_argument("--version", action="version", version=f"lessonkit {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for add in (
        _add_start, _add_annotate, _add_print, _add_grade, _add_new_class, _add_export, _add_site,
        _add_build,
    ):  # fmt: skip
        add(commands)
    return parser


def _add_course(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--course", type=Path, metavar="C",
        help="the folder of another course (default: the course that lessonkit ships)",
    )  # fmt: skip


def _course_of(given: argparse.Namespace):
    from lessonkit.exercises import find_course, read_course

    return read_course(given.course) if given.course else find_course()


def _add_start(commands: argparse._SubParsersAction) -> None:
    start = commands.add_parser(
        "start",
        help="copy the lessons into a folder and open them in JupyterLab (the default)",
        description="Copies the lessons into a folder, never over a file that is there, and opens "
        "JupyterLab on it. The first option it does not know, and all behind it, go to JupyterLab.",
    )
    start.add_argument(
        "folder", type=Path, nargs="?", default="lessons", help="where to (default: lessons)"
    )
    start.add_argument(
        "--no-browser", action="store_true", help="print the address, open no browser"
    )
    start.set_defaults(run=_start)


def _start(given: argparse.Namespace) -> int:
    try:
        copied, kept = copy_lessons(given.folder)
    except OSError as error:
        print(
            f"{given.folder}: the lessons cannot be copied there ({error.strerror}). "
            "Name a folder that you may write to: lessonkit start FOLDER",
            file=sys.stderr,
        )
        return 1
    for name in copied:
        print(f"copied {name}")
    _say_kept(kept)
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={given.folder.resolve()}"]
    if copied and not kept:  # the first time: open the first lesson, later where one left off
        command.append(f"--LabApp.default_url=/lab/tree/{copied[0]}")
    if given.no_browser or _headless():
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # as in a container; Jupyter wants to be told
        command.append("--allow-root")
    print("Opening JupyterLab. To end it, press Ctrl and C here, twice.", flush=True)
    return _run([*command, *_JUPYTER, *given.jupyters])


def copy_lessons(folder: Path) -> tuple[list[str], list[str]]:
    """Copy the student lessons into a folder; return the names of those copied and those kept."""
    from lessonkit.publish import build_class

    return build_class(folder)


def _say_kept(names: Sequence[str | Path]) -> None:
    for name in names:
        print(f"kept yours: {name} is already there")


def _run(command: list[str]) -> int:
    """Run JupyterLab in this process's place, so that Ctrl and C is its own affair."""
    if sys.platform != "win32":
        os.execv(command[0], command)
    server = subprocess.Popen(command)
    while True:
        try:
            return server.wait()
        except KeyboardInterrupt:
            continue


def _headless() -> bool:
    if sys.platform in ("win32", "darwin"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _add_annotate(commands: argparse._SubParsersAction) -> None:
    annotate = commands.add_parser(
        "annotate",
        help="write the events that the program finds in a text as a file to complete",
        description="Writes the events that the program finds in FILE into a table beside it, "
        "FILE's name with .events.csv, for you to complete; never over a table that is there. That "
        "one is checked against the text instead, row by row.",
    )
    annotate.add_argument("file", type=Path, help="a document as plain text, or a volume in TEI")
    annotate.add_argument("--document", help="which document of a volume, such as d283")
    annotate.set_defaults(run=_annotate)


def _annotate(given: argparse.Namespace) -> int:
    from lessonkit.despatch import events_beside, events_csv, load, write

    target = events_beside(given.file, given.document)
    if there := target.exists():
        print(f"kept yours: {target} is already there. Rename it to have a new one.")
    despatch = load(given.file, document=given.document)
    events = despatch.events  # a table that is there is checked here; each wrong row is named
    if there:
        print(f"Its {len(events)} rows fit the text: each quotation occurs exactly once.")
        return 0
    content = "\ufeff" + events_csv(despatch.layout, events)  # the mark is for Excel
    write(target, content, replace=False)
    print(
        f"wrote {target}: {len(events)} events. Complete the columns what, told_by, hedge and "
        "place, and add the events that have no date. Every quote must stay as it stands in the text."
    )
    return 0


def _add_print(commands: argparse._SubParsersAction) -> None:
    paper = commands.add_parser(
        "print",
        help="write the despatch or a lesson for paper: large, upright, lines numbered",
        description="Writes one page of HTML that needs no network; open it and print it. WHAT is a "
        "lesson's number, a notebook, or a document as plain text; without it, the despatch.",
    )
    paper.add_argument("what", nargs="?", help="such as 2, mine.ipynb or mine.txt")
    paper.add_argument("--out", type=Path, help="where to; never over a file that is there")
    _add_course(paper)
    paper.set_defaults(run=_print)


def _print(given: argparse.Namespace) -> int:
    from lessonkit.despatch import write
    from lessonkit.publish import sheet_of

    name, sheet = sheet_of(given.what, _course_of(given))
    target = given.out or name
    if not target.parent.is_dir():
        raise SourceError(
            f"{target}: expected a folder that exists, found none. Make the folder first, or "
            "name another with --out."
        )
    if not write(target, sheet, replace=False):
        print(f"kept yours: {target} is already there. Name another file with --out.")
        return 1
    print(f"wrote {target}: open it in a browser and print it.")
    return 0


def _add_grade(commands: argparse._SubParsersAction) -> None:
    grade = commands.add_parser(
        "grade", help="grade a folder of hand-ins without running them", description=_GRADE,
        epilog=_RULE,
    )  # fmt: skip
    grade.add_argument("folder", type=Path, help="the hand-ins, or one zip file of them")
    grade.add_argument("--out", type=Path, default=Path("grades"),
                       help="where to write (default: grades)")  # fmt: skip
    grade.add_argument("--hide-names", action="store_true",
                       help="codes in place of names in review.html and review.csv")  # fmt: skip
    grade.add_argument("--scheduler", metavar="ADDRESS",
                       help="check on the Dask cluster of this scheduler, whose workers see FOLDER "
                       "under the same path (extra: cluster)")  # fmt: skip
    _add_course(grade)
    grade.set_defaults(run=_grade)


_RULE = (
    "The student is who signed in the names cell. Where nobody did, it is taken from the names of "
    "the folder and the file, in this order: Moodle's folder NAME_123_assignsubmission_file; "
    "Canvas's file NAME_123_456_lesson.ipynb; what is left of the file's name without the lesson's "
    "name and words such as lesson, copy, final, each with its number; the folder that it lies in, then the "
    "zip file. Names that differ only in capitals and spaces are one student."
)
_GRADE = (
    "Grades every notebook under FOLDER, in zip files too, and runs none of them: each stored "
    "answer is checked anew. Writes scores.csv (a right answer has its exercise's points, any other "
    "none; complete is what has all that a machine can see, and is for a reader to judge), "
    "class.html (where the class stumbled), review.html and review.csv (the prose; enter "
    "marks in the CSV's column mark, and the next run counts them) and problems.csv. A cell that a "
    "table program would take for a formula has an apostrophe before it. Of two hand-ins of a "
    "student for a lesson the later counts, and both are listed."
)


def _grade(given: argparse.Namespace) -> int:
    from lessonkit.grading import grade, progress

    folder = given.folder.resolve()  # a cluster's workers stand in another folder
    grades = grade(
        folder, given.out, given.scheduler, given.hide_names, progress, _course_of(given)
    )
    students, problems = len(grades.book.names), len(grades.problems)
    print(
        f"{grades.notebooks} notebooks, {students} students, {grades.to_read} texts to read, "
        f"{problems} problems."
    )
    for path in grades.files:
        print(f"wrote {path}")
    return 0


def _add_new_class(commands: argparse._SubParsersAction) -> None:
    build = commands.add_parser(
        "new-class",
        help="write the lessons of a class into a folder",
        description="Writes the lessons into DIR as students are handed them, outputs cleared, "
        "never over a file that is there.",
    )
    build.add_argument("folder", metavar="DIR", type=Path, help="where to write")
    build.add_argument("--lessons", type=_numbers, metavar="1,2,…", help="which (default: all)")
    build.add_argument("--class", dest="heading", metavar="NAME",
                       help="the name of the class, below each lesson's heading")  # fmt: skip
    _add_course(build)
    build.add_argument("--solutions", nargs="?", type=Path, metavar="MASTERS", const=True,
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


def _new_class(given: argparse.Namespace) -> int:
    from lessonkit.publish import build_class

    written, kept = build_class(
        given.folder, given.lessons, given.solutions, given.heading, _course_of(given)
    )
    for name in written:
        print(f"wrote {name}")
    _say_kept(kept)
    return 0


def _add_export(commands: argparse._SubParsersAction) -> None:
    export = commands.add_parser(
        "export",
        help="write the lessons as a course for nbgrader",
        description="Writes an nbgrader course: its settings, and each lesson with solutions, tests "
        "and points; never over a file that is there. Made from the masters, which an installed "
        "package does not have.",
    )
    export.add_argument("what", choices=["nbgrader"], help="the program that it is for")
    export.add_argument("folder", type=Path, help="the course's folder")
    _add_course(export)
    export.set_defaults(run=_export)


def _export(given: argparse.Namespace) -> int:
    from lessonkit.publish import write_course

    written, kept = write_course(given.folder, _course_of(given))
    _say_kept(kept)
    print(
        f"wrote {len(written)} files. Next, in {given.folder}: nbgrader generate_assignment LESSON"
    )
    return 0


def _add_site(commands: argparse._SubParsersAction) -> None:
    site = commands.add_parser(
        "site",
        help="write the web edition into a folder",
        description="Writes all lessons and the reader into DIR as web pages that need no server "
        "(extra: site).",
    )
    site.add_argument("folder", metavar="DIR", type=Path, help="where to write")
    _add_course(site)
    site.set_defaults(run=_site)


def _site(given: argparse.Namespace) -> int:
    from lessonkit.publish import build_site

    status = build_site(given.folder, _course_of(given))
    if not status:
        print(f"The web edition is in {given.folder}: open {given.folder}/index.html.")
    return status


def _add_build(commands: argparse._SubParsersAction) -> None:
    build = commands.add_parser(
        "build",
        help="run the masters of a course and write both editions of each lesson",
        description="Runs the masters in notebooks/instructor, writes their outputs back, and writes "
        "the student editions, the key to the solutions, and facts.json.",
    )
    _add_course(build)
    build.set_defaults(run=_build)


def _build(given: argparse.Namespace) -> int:
    from lessonkit.publish import build

    for written in build(_course_of(given)):
        print(written)
    return 0
