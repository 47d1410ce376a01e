"""Copies the students' lessons out of their homes, for grading: ``collect.py HOMES FOLDER``.

HOMES holds one folder for each student, such as /home or the disk that all homes share; FOLDER
is made, and must not be there. Only notebooks of 20 MB at most are copied, and no link is ever
followed: whoever runs this may read files that a student may not.
"""

import os
import shutil
import stat
import sys
from pathlib import Path

LESSONS, LARGEST = "lessons", 20_000_000


def collect(homes: Path, folder: Path) -> tuple[int, list[str]]:
    """Copy every student's notebooks to FOLDER/STUDENT; return how many, and what was left."""
    students = sorted(homes.iterdir())
    folder.mkdir(parents=True)
    copied, left = 0, []
    for home in students:
        lessons = home / LESSONS
        if home.is_symlink() or not lessons.is_dir():
            continue
        for inside, folders, names, opened in os.fwalk(lessons, follow_symlinks=False):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(name for name in names if name.endswith(".ipynb")):
                target = folder / home.name / Path(inside, name).relative_to(lessons)
                if _copy(name, opened, target):
                    copied += 1
                else:
                    left.append(str(Path(inside, name)))
    return copied, left


def _copy(name: str, inside: int, target: Path) -> bool:
    """Copy a file of an open folder, unless it is a link, no file or too large."""
    try:
        handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=inside)
    except OSError:
        return False
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1 or found.st_size > LARGEST:
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as copy:
            shutil.copyfileobj(file, copy)
    os.utime(target, ns=(found.st_atime_ns, found.st_mtime_ns))  # when it was handed in
    return True


def main() -> int:
    """Run it."""
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    homes, folder = map(Path, sys.argv[1:])
    try:
        copied, left = collect(homes, folder)
    except FileExistsError:
        print(f"{folder} is already there: name a new folder, such as {folder}-2.", file=sys.stderr)
        return 1
    except OSError as error:
        print(
            f"{homes}: cannot be collected ({error}). Is it the folder of homes?", file=sys.stderr
        )
        return 1
    print(f"copied {copied} notebooks to {folder}")
    for name in left:
        print(f"left {name}: a link, no file, or over 20 MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
