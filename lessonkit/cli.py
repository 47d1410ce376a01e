"""The command line: ``lessonkit`` opens the lessons in JupyterLab."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from lessonkit.despatch import events_csv, folder_of, read_text, write
from lessonkit.errors import LessonkitError, SourceError
from lessonkit.grading import command as grading
from lessonkit.publish import build_class

_JUPYTER = [
    # asks nobody about news or updates, saves every 30 seconds
    f"--LabApp.app_settings_dir={Path(__file__).resolve().parent / 'jupyterlab'}",
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
]


def main(arguments: list[str] | None = None) -> int:
    """Run the command line.

    Parameters
    ----------
    arguments : list of str, optional
        Without them, those of the process.

    Returns
    -------
    int
        The exit status: 0 if all went well.
    """
    parser = argparse.ArgumentParser(
        prog="lessonkit",
        description="Lessons in reading one diplomatic despatch closely, with data.",
    )
    parser.add_argument("--version", action="version", version=f"lessonkit {version('lessonkit')}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    start = commands.add_parser(
        "start",
        help="copy the lessons into a folder and open them in JupyterLab (the default)",
        description="Copies the lessons into a folder, never over a file that is there, and opens "
        "JupyterLab on it. The first option it does not know, and all behind it, go to JupyterLab.",
    )
    start.add_argument("folder", nargs="?", default="lessons", help="where to (default: lessons)")
    start.add_argument(
        "--no-browser", action="store_true", help="print the address, open no browser"
    )
    annotate = commands.add_parser(
        "annotate",
        help="write the events that the program finds in a text as a file to complete",
        description="Writes the events that the program finds in FILE into a table beside it, "
        "FILE's name with .events.csv, for you to complete; never over a table that is there. That "
        "one is checked against the text instead, row by row.",
    )
    annotate.add_argument("file", type=Path, help="a document as plain text, or a volume in TEI")
    annotate.add_argument("--document", help="which document of a volume, such as d283")
    paper = commands.add_parser(
        "print",
        help="write the despatch or a lesson for paper: large, upright, lines numbered",
        description="Writes one page of HTML that needs no network; open it and print it. WHAT is a "
        "lesson's number, a notebook, or a document as plain text; without it, the despatch.",
    )
    paper.add_argument("what", nargs="?", help="such as 2, mine.ipynb or mine.txt")
    paper.add_argument("--out", type=Path, help="where to; never over a file that is there")
    grading.add_commands(commands)
    export = commands.add_parser(
        "export",
        help="write the lessons as a course for nbgrader",
        description="Writes an nbgrader course: its settings, and each lesson with solutions, tests "
        "and points; never over a file that is there. Made from the masters, which an installed "
        "package does not have.",
    )
    export.add_argument("what", choices=["nbgrader"], help="the program that it is for")
    export.add_argument("folder", type=Path, help="the course's folder")
    ours, jupyters = _split(sys.argv[1:] if arguments is None else arguments)
    given = parser.parse_args(ours)
    if given.command != "start" and jupyters:
        parser.error(f"{given.command} does not know {' '.join(jupyters)}")
    if given.command == "annotate":
        return _annotate(given.file, given.document)
    if given.command == "print":
        return _print(given.what, given.out)
    if "run" in given:
        return grading.run(given)
    if given.command == "export":
        return _export(given.folder)
    return _start(Path(given.folder), given.no_browser, jupyters)


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Part our arguments from JupyterLab's, which begin at the first option that is not ours."""
    ours = ("-h", "--help", "--version", "--no-browser", "--out", "--document", *grading.OPTIONS)
    first = next(
        (
            i
            for i, word in enumerate(arguments)
            if word.startswith("-") and word.split("=")[0] not in ours
        ),
        len(arguments),
    )
    given = arguments[:first]
    if not given or given[0] == "--no-browser":
        given = ["start", *given]
    return given, arguments[first:]


def copy_lessons(folder: Path) -> tuple[list[str], list[str]]:
    """Copy the student lessons into a folder, outputs cleared, never over a file.

    Parameters
    ----------
    folder : pathlib.Path
        Made if it does not exist.

    Returns
    -------
    copied, kept : list of str
        Names of the lessons that were copied, and of those that were there already.
    """
    return build_class(folder)


def _annotate(path: Path, document: str | None) -> int:
    from lessonkit.despatch import events_beside, load

    try:
        target = events_beside(path, document)
        if target.exists():
            return _checked(path, document, target)
        despatch = load(path, document=document)
        events = despatch.events
        content = "\ufeff" + events_csv(despatch.layout, events)  # the mark is for Excel
        write(target, content, replace=False)
    except (LessonkitError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(
        f"wrote {target}: {len(events)} events. Complete the columns what, told_by, hedge and "
        "place, and add the events that have no date. Every quote must stay as it stands in the text."
    )
    return 0


def _checked(path: Path, document: str | None, target: Path) -> int:
    """Say whether a table that is there still fits its text; each row that does not is named."""
    from lessonkit.despatch import load

    print(f"kept yours: {target} is already there. Rename it to have a new one.")
    events = load(path, document=document).events
    print(f"Its {len(events)} rows fit the text: each quotation occurs exactly once.")
    return 0


def _print(what: str | None, out: Path | None) -> int:
    try:
        target, sheet = _sheet(what)
        target = out or target
        if not target.parent.is_dir():
            raise SourceError(
                f"{target}: expected a folder that exists, found none. Make the folder first, or "
                "name another with --out."
            )
        if not write(target, sheet, replace=False):
            print(f"kept yours: {target} is already there. Name another file with --out.")
            return 1
    except (LessonkitError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"wrote {target}: open it in a browser and print it.")
    return 0


def _sheet(what: str | None) -> tuple[Path, str]:
    """Return the usual name of what is to be printed, and the page."""
    from lessonkit.despatch import load
    from lessonkit.paper import despatch_on_paper, lesson_on_paper

    lessons = folder_of("notebooks/student").glob("*.ipynb")
    numbered = {str(int(path.name[:2])): path for path in lessons}
    path = numbered.get(what or "", Path(what or "despatch.txt"))
    if path.suffix == ".ipynb":
        return Path(path.with_suffix(".html").name), lesson_on_paper(_notebook(path))
    return path.with_suffix(".html"), despatch_on_paper(load(what))


def _notebook(path: Path):
    import nbformat

    text = read_text(path)
    try:
        return nbformat.reads(text, as_version=4)
    except Exception as error:  # nbformat fails in many ways at what is no notebook
        raise SourceError(
            f"{path.name}: expected a notebook, found something else ({type(error).__name__}). "
            "Open it in JupyterLab and save it again, or name another file."
        ) from None


def _export(folder: Path) -> int:
    from lessonkit.publish import write_course

    try:
        written, kept = write_course(folder)
    except (LessonkitError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    for path in kept:
        print(f"kept yours: {path} is already there")
    print(f"wrote {len(written)} files. Next, in {folder}: nbgrader generate_assignment LESSON")
    return 0


def _start(folder: Path, no_browser: bool, others: list[str]) -> int:
    try:
        copied, kept = copy_lessons(folder)
    except OSError as error:
        print(
            f"{folder}: the lessons cannot be copied there ({error.strerror}). "
            "Name a folder that you may write to: lessonkit start FOLDER",
            file=sys.stderr,
        )
        return 1
    for name in copied:
        print(f"copied {name}")
    for name in kept:
        print(f"kept yours: {name} is already there")
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={folder.resolve()}"]
    if copied and not kept:  # the first time: open the first lesson, later where one left off
        command.append(f"--LabApp.default_url=/lab/tree/{copied[0]}")
    if no_browser or _headless():
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # as in a container; Jupyter wants to be told
        command.append("--allow-root")
    print("Opening JupyterLab. To end it, press Ctrl and C here, twice.", flush=True)
    return _run([*command, *_JUPYTER, *others])


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


if __name__ == "__main__":
    sys.exit(main())
