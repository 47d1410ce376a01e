"""From an encoded document to its layout, its card and what a plain text of it leaves out."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from lessonkit.errors import DocumentError
from lessonkit.layout import Block, Layout, day_of, received_on, telegram_number
from lessonkit.tei.volume import Division
from lessonkit.tei.walker import Walker

_SITE = "https://history.state.gov/historicaldocuments"
_MIN, _MAX = (
    f"{{http://history.state.gov/frus/ns/1.0}}doc-dateTime-{end}" for end in ("min", "max")
)


class Encoded(NamedTuple):
    """A document as its encoding gives it.

    Attributes
    ----------
    layout : Layout
        Its text with blocks, page breaks and markers.
    card : dict
        What the encoding says of it, under the keys of a card.
    lost : list of (str, int, int)
        What the site's plain text leaves out, and where it stands here.
    """

    layout: Layout
    card: dict
    lost: list[tuple[str, int, int]]


def encoded(division: Division) -> Encoded:
    """Read a document from its encoding.

    Parameters
    ----------
    division : Division
        The document in its volume.

    Returns
    -------
    Encoded

    Raises
    ------
    DocumentError
        If it has no title.

    Examples
    --------
    >>> from lxml import etree
    >>> element = etree.fromstring('<div n="7"><head>Mr. Hay to Mr. Wu.</head><p>I came.</p></div>')
    >>> encoded(Division(element, "12", "v1", None)).layout.text
    '[Page 12]\\n\\nMr. Hay to Mr. Wu.\\n\\nI came.'
    """
    walker = Walker()
    walker.document(division.element, division.page)
    writer = walker.writer
    blocks = _numbered(writer.blocks, writer.text)
    if not any(block.kind == "title" for block in blocks):
        raise DocumentError(
            f"{division.volume}, document {division.name}: expected a title (head), found none. "
            "Name another document, or save this one as plain text with a title."
        )
    for number, note in enumerate(walker.notes, start=1):
        writer.note(number, note.words)
    laid = Layout(
        writer.text,
        (*blocks, *writer.blocks[len(blocks) :]),
        tuple(writer.pages),
        tuple(writer.markers),
        tuple(note.marker for note in walker.notes),
        tuple(note.own for note in walker.notes),
    )
    return Encoded(laid, _card(division, walker, laid), walker.lost)


def _numbered(blocks: list[Block], text: str) -> list[Block]:
    """Say where the number of a telegram stands, as it does in a text without encoding."""
    own = [block for block in blocks if not block.enclosure]
    read = [(block, text[block.start : block.end]) for block in own if block.kind == "paragraph"]
    read = [(block, words) for block, words in read if block.dateline < len(words)]
    titles = [text[block.start : block.end] for block in own if block.kind == "title"]
    if not titles or not read or any(block.kind == "number" for block in own):
        return list(blocks)
    first, words = read[0]
    number = telegram_number(titles[0], words, [other for _, other in read[1:]])
    return [block._replace(number=number) if block is first else block for block in blocks]


def _card(division: Division, walker: Walker, laid: Layout) -> dict:
    """Return what the encoding says, under the keys of a card; what it does not say is left out."""
    facts, element = walker.facts, division.element
    written = _day(facts.get("when")) or day_of(facts.get("dateline", "")) or _whole(element)
    pages = [int(page.value) for page in laid.pages if page.value.isdecimal()]
    title = next(block for block in laid.blocks if block.kind == "title")
    card = {
        "title": laid.read(title.start, title.end),
        "place": facts.get("place"),
        "written": written,
        "received": _day(facts.get("received")) or received_on(facts.get("dateline", ""), written),
        "file_number": facts.get("file_number"),
        "volume": division.title or division.volume,
        "document": element.get("n") or division.name,
        "pages": [pages[0], pages[-1]] if pages else None,
        "url": f"{_SITE}/{division.volume}/{division.name}" if "frus" in division.volume else None,
        "printed_marks": [note.marker.value if note.marker else "" for note in walker.notes],
    }
    return {key: value for key, value in card.items() if value}


def _day(when: str | None) -> date | None:
    try:
        return date.fromisoformat((when or "")[:10])
    except ValueError:
        return None


def _whole(element) -> date | None:
    """Return the day that the document's own attributes give, where they give one."""
    first, last = _day(element.get(_MIN)), _day(element.get(_MAX))
    return first if first == last else None
