"""From bytes to text: reads a document and its card, and knows where the bundled one is."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lessonkit.errors import SourceError

BUNDLED = "frus1938v03-d283.txt"


@dataclass(frozen=True)
class Source:
    """A document as it was read."""

    name: str
    text: str  # byte order mark off, line ends "\n", nothing else changed
    card: dict  # what the .toml file beside the text says of it; empty without one
    events: tuple[str, str] | None  # name and content of the file of events beside it


def folder_of(kind: str) -> Path:
    """Return the folder that ships with lessonkit: ``"seeds"`` or ``"notebooks/student"``.

    An installed package carries both inside itself; a checkout has them beside it.

    Parameters
    ----------
    kind : str
        The folder's path in the repository.

    Returns
    -------
    pathlib.Path

    Examples
    --------
    >>> (folder_of("seeds") / "frus1938v03-d283.txt").exists()
    True
    """
    package = Path(__file__).resolve().parent.parent
    inside = package / "course" / kind
    return inside if inside.is_dir() else package.parent / kind


def read(path: str | Path | None = None) -> Source:
    """Read a document and the card beside it."""
    path = folder_of("seeds") / BUNDLED if path is None else path_of(path)
    raw = _bytes_of(path)
    card = read_card(path.with_suffix(".toml"))
    _check_fingerprint(path, raw, card.get("sha256"))
    return Source(path.name, _decode(path, raw), card, read_beside(path))


def read_beside(path: Path, document: str | None = None) -> tuple[str, str] | None:
    """Return name and content of the file of events beside a text or a volume, if there is one."""
    events = events_beside(path, document)
    return (events.name, read_text(events)) if events.is_file() else None


def read_text(path: Path) -> str:
    """Read a file as text.

    Parameters
    ----------
    path : pathlib.Path
        A file in UTF-8.

    Returns
    -------
    str
        Without a byte order mark, line ends as ``\\n``.

    Raises
    ------
    SourceError
        If the file cannot be read as text.

    Examples
    --------
    >>> read_text(folder_of("seeds") / BUNDLED)[:11]
    'The Chargé '
    """
    return _decode(path, _bytes_of(path))


def read_card(path: Path) -> dict:
    """Read a card, the ``.toml`` file that says what a document is."""
    if not path.is_file():
        return {}
    import tomllib  # here, because most documents have no card

    try:
        card = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SourceError(
            f"{path.name}: expected a card in TOML, found something else ({error}). "
            "Mend that line, or move the card away: a document can be read without one."
        ) from None
    return card | {"written": _day(path, card["written"])} if "written" in card else card


def _day(path: Path, written: object) -> date:
    if type(written) is date:
        return written
    try:
        return date.fromisoformat(
            written if isinstance(written, str) and len(written) == 10 else ""
        )
    except ValueError:
        raise SourceError(
            f"{path.name}: expected the key written to be a day such as 1938-07-14, found "
            f"{written!r}. Give year, month and day, or leave the key out."
        ) from None


def path_of(name: object) -> Path:
    """Return a file's path, if what was given can be a name."""
    if isinstance(name, str | Path) and "\n" not in str(name) and "\0" not in str(name):
        path = Path(name)
        if path.name:
            return path.expanduser() if path.parts[0] == "~" else path
        raise SourceError(
            f"{name or '(no name)'}: expected a text file, found a folder. Name the file in it, such as 'mine.txt'."
        )
    raise SourceError(
        f"load: expected the name of a file, such as 'mine.txt', found "
        f"{'a text' if isinstance(name, str) else type(name).__name__}. Save the text in a file, "
        "then give the file's name."
    )


def _bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise SourceError(
                f"{path.name}: expected a text file, found a folder. "
                "Give the name of one file in it, such as 'mine.txt'."
            )
        raw = path.read_bytes()
    except FileNotFoundError:
        raise SourceError(
            f"{path}: there is no such file. Check the spelling, and that the file lies "
            "beside the notebook."
        ) from None
    except OSError as error:
        raise SourceError(
            f"{path.name[:80]}: the file cannot be opened ({error.strerror}). Check its name, "
            "close it in other programs, and see that you may read it."
        ) from None
    if not raw.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise SourceError(
            f"{path.name}: expected text, found an empty file. Paste the text into it and save it."
        )
    return raw


def _decode(path: Path, raw: bytes) -> str:
    if b"\x00" in raw:
        raise SourceError(
            f"{path.name}: expected plain text, found binary data. "
            "Open it in the program that made it and save it as plain text, UTF-8."
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise SourceError(
            f"{path.name}, line {line}: expected text in UTF-8, found a byte that is not "
            f"(0x{raw[error.start]:02x}). Save the file again with the encoding UTF-8."
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _check_fingerprint(path: Path, raw: bytes, expected: str | None) -> None:
    if not expected:
        return
    if not isinstance(expected, str):
        raise SourceError(
            f"{path.with_suffix('.toml').name}: expected the key sha256 to be text, found "
            f"{expected!r}. Put it between quotation marks, or leave it out."
        )
    import hashlib  # here, because most documents have no card

    found = hashlib.sha256(raw).hexdigest()
    if found != expected.lower():
        raise SourceError(
            f"{path.name}: this is not the text that its card describes: expected sha256 "
            f"{expected}, found {found}. Somebody changed the text; put the original back, "
            "or keep your changes in a file of another name."
        )


def write(path: Path, text: str | bytes, replace: bool) -> bool:
    """Write a file whole or not at all.

    Parameters
    ----------
    path : pathlib.Path
        Where to; its folder exists.
    text : str or bytes
        What to write; text in UTF-8, line ends as they are.
    replace : bool
        Whether a file that exists may be replaced; if not, it is left as it is.

    Returns
    -------
    bool
        Whether it was written.

    Raises
    ------
    OSError
        If it cannot be written; then nothing has changed.

    Examples
    --------
    >>> from tempfile import mkdtemp
    >>> path = Path(mkdtemp()) / "mine.txt"
    >>> write(path, "one", replace=False), write(path, "two", replace=False), path.read_text()
    (True, False, 'one')
    """
    if path.exists() and not replace:
        return False
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode("utf-8"))
        part.chmod(0o644)
        if replace:
            part.replace(path)
        else:
            _link(part, path)
    except FileExistsError:  # somebody else was faster: theirs stays
        return False
    finally:
        part.unlink(missing_ok=True)
    return True


def _link(part: Path, path: Path) -> None:
    """Give a finished file its name, unless the name is taken."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        with path.open("xb") as file:
            file.write(part.read_bytes())


def is_volume(path: str | Path) -> bool:
    """Tell whether a file is taken for a volume in TEI, by its name."""
    return str(path).lower().endswith((".xml", ".tei"))


def events_beside(path: str | Path, document: str | None = None) -> Path:
    """Return where the editor's file of events of a document lies.

    Parameters
    ----------
    path : str or pathlib.Path
        A text or a volume.
    document : str, optional
        Which document of the volume.

    Returns
    -------
    pathlib.Path

    Examples
    --------
    >>> events_beside("mine.txt").name, events_beside("v1.xml", "d283").name
    ('mine.events.csv', 'v1-d283.events.csv')
    """
    path = path_of(path)
    if is_volume(path) and document:
        name = f"d{document}" if str(document).isdecimal() else document
        return path.with_name(f"{path.stem}-{name}.events.csv")
    return path.with_suffix(".events.csv")
