"""The page of HTML around what is printed and around what grading shows: whole in itself."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from lessonkit.style import INK, PAPER

# nothing may be fetched or run, whatever a hand-in managed to bring in
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff\ufffe\uffff"


def _shell(title: str, style: str, body: str) -> str:
    """Return a whole page that asks for nothing else: no script, no other file, no network."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title)}</title>\n<style>\n:root {{ --ink: {INK}; --paper: {PAPER}; }}\n"
        f"{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _css(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def framed(title: str, body: str) -> str:
    """Return a page for paper; its title also stands at the foot of every printed sheet."""
    foot = "".join(c for c in printable(" ".join(title.split())) if c not in '"\\<')[:80]
    foot = f'@page {{ @bottom-left {{ content: "{foot}"; }} }}\n'
    return _shell(title, _css("paper.css") + foot, f"<main>\n{body}\n</main>")


def page(title: str, parts: dict[str, tuple[str, str]], opening: str) -> str:
    """Return a page for the screen, with its contents.

    Parameters
    ----------
    title : str
        Its heading.
    parts : dict
        Anchor to the heading of a part and its HTML.
    opening : str
        HTML below the heading.

    Returns
    -------
    str

    Examples
    --------
    >>> page("Class", {"one": ("Lesson 1", "<p>x</p>")}, "").startswith("<!DOCTYPE html>")
    True
    """
    contents = "".join(
        f'<li><a href="#{anchor}">{text(heading)}</a></li>'
        for anchor, (heading, _) in parts.items()
    )
    sections = "\n".join(
        f'<section aria-labelledby="{anchor}">\n<h2 id="{anchor}">{text(heading)}</h2>\n{body}\n</section>'
        for anchor, (heading, body) in parts.items()
    )
    return _shell(
        title,
        _css("page.css"),
        f"<header>\n<h1>{text(title)}</h1>\n{opening}\n</header>\n"
        f'<nav aria-label="Contents"><ul>{contents}</ul></nav>\n<main>\n{sections}\n</main>',
    )


def text(value: object) -> str:
    """Return a text as HTML: escaped, without what no page can hold.

    Parameters
    ----------
    value : object
        Whatever a hand-in or a file's name says.

    Returns
    -------
    str

    Examples
    --------
    >>> text("<script>alert(1)</script>")
    '&lt;script&gt;alert(1)&lt;/script&gt;'
    """
    return html.escape(printable(str(value)))


def table(caption: str, columns: list[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table whose first column heads the rows; numbers stand to the right.

    Parameters
    ----------
    caption : str
        What it shows.
    columns : list of str
        Headings.
    rows : iterable of list
        Text and numbers.

    Returns
    -------
    str

    Examples
    --------
    >>> '<th scope="row">1.1</th><td class="n">3</td>' in table("T", ["a", "b"], [["1.1", 3]])
    True
    """
    rows = [*rows]
    places = range(len(columns))
    kinds = [
        'class="n"' if rows and all(_is_number(row[i]) for row in rows) else "" for i in places
    ]
    head = "".join(
        f'<th scope="col" {kind}>{text(name)}</th>'.replace(" >", ">")
        for name, kind in zip(columns, kinds, strict=True)
    )
    body = "\n".join(_row(row, kinds) for row in rows)
    named = text(caption)  # the region takes keys, which scroll a table wider than the window
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{named}"><table>\n'
        f"<caption>{named}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n"
        "</table></div>"
    )


def _row(row: Sequence[object], kinds: list[str]) -> str:
    cells = [
        f"<td{kind and ' ' + kind}>{_cell(value)}</td>"
        for value, kind in zip(row[1:], kinds[1:], strict=True)
    ]
    return f'<tr><th scope="row">{_cell(row[0])}</th>{"".join(cells)}</tr>'


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}" if value == value else "–"  # a missing number equals nothing
    return text(value)


def figure(chart) -> str:
    """Return a chart as a figure; its numbers stand in the table that follows it.

    Parameters
    ----------
    chart : lessonkit.charts.Chart
        Any chart.

    Returns
    -------
    str

    Examples
    --------
    >>> from lessonkit import charts, load
    >>> figure(charts.section_strip(load().sections)).startswith('<figure><img alt="')
    True
    """
    return (
        f'<figure><img alt="{text(chart.alt)}" src="data:image/png;base64,{chart.png()}">'
        f"<figcaption>{text(chart.caption)}</figcaption></figure>"
    )


def printable(text: str) -> str:
    """Return a text without what no file and no page can hold; its lines stay.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str

    Examples
    --------
    >>> printable("one\\ntwo\\x07\\ud800")
    'one\\ntwo'
    """
    return "".join(
        c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs", "Co", "Cn")
        and c not in _TURNS
    )  # fmt: skip
