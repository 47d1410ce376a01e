"""Reads the rows of a table in CSV, whatever parts its cells, and says what is wrong with them."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from lessonkit.errors import LessonkitError


class Row(NamedTuple):
    """A row that is not blank: where it begins, its cells by column, and what is wrong, if it is."""

    line: int
    cells: dict[str, str]
    problem: str | None


def read_rows(
    name: str, content: str, columns: Collection[str], error: type[LessonkitError]
) -> list[Row]:
    """Read CSV with the given columns in any order; a row of another length has no cells."""
    header, lines = _header_and_lines(name, content, error)
    _check_header(name, header, columns, error)
    return [_row(line, header, cells) for line, cells in lines if any(cells)]


def rows_of_file(
    path: Path, columns: Collection[str], error: type[LessonkitError], what: str, at: str = "line"
) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield of each row of a file where it stands, and its cells; one of another length is refused."""
    try:
        content = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise error(
            f"{path.name}: expected a CSV file of {what} in UTF-8, and it cannot be read "
            f"({problem}). Check its name, and that it lies beside the notebook."
        ) from None
    for line, cells, wrong in read_rows(path.name, content, columns, error):
        where = f"{path.name}, {at} {line}"
        if wrong:
            raise error(f"{where}: {wrong}")
        yield where, cells


def _header_and_lines(
    name: str, content: str, error: type[LessonkitError]
) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Cut CSV into its header and its rows with the line that each begins in."""
    first = content.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, strict=True)
    lines: list[tuple[int, list[str]]] = []
    before = 0
    try:
        for row in reader:
            lines.append((before + 1, [unicodedata.normalize("NFC", cell.strip()) for cell in row]))
            before = reader.line_num
    except csv.Error as problem:
        raise error(
            f"{name}, line {before + 1}: expected a row of a CSV file, found something else "
            f"({problem}). Look in this row for a quotation mark that is not closed."
        ) from None
    header = [cell.casefold() for cell in lines[0][1]] if lines else []
    while header and not header[-1]:
        header.pop()
    return header, lines[1:]


def _check_header(
    name: str, header: list[str], columns: Collection[str], error: type[LessonkitError]
) -> None:
    missing = [column for column in columns if column not in header]
    unknown = [column or "(no name)" for column in header if column not in columns]
    twice = sorted({column for column in header if header.count(column) > 1} - set(unknown))
    for what, wrong in (("missing", missing), ("unknown", unknown), ("there twice", twice)):
        if wrong:
            raise error(
                f"{name}, line 1: expected the columns {', '.join(columns)}; "
                f"{what}: {', '.join(wrong)}; found {', '.join(header) or 'none'}. "
                "Mend the first line."
            )


def _row(line: int, header: list[str], cells: list[str]) -> Row:
    if not any(cells[len(header) :]):
        cells = cells[: len(header)]
    if len(cells) == len(header):
        return Row(line, dict(zip(header, cells, strict=True)), None)
    problem = f"expected {len(header)} cells, found {len(cells)}. A cell with a comma in it needs "
    return Row(line, {}, problem + "quotation marks around it.")
