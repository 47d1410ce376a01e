"""Reads a volume a document at a time: no network, no entities, memory for one document."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lessonkit.errors import DocumentError, SourceError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ID = "{http://www.w3.org/XML/1998/namespace}id"
_SHOWN = 5  # documents that a message names


class Division(NamedTuple):
    """A document as it stands in its volume.

    Attributes
    ----------
    element : lxml.etree.Element
        The document; it is emptied when the next is asked for.
    page : str or None
        The page that it begins on.
    volume, title : str
        The volume's name and title.
    """

    element: Element
    page: str | None
    volume: str
    title: str | None

    @property
    def name(self) -> str:
        """The document's name in its volume, such as d283."""
        return self.element.get(_ID) or f"d{self.element.get('n', '')}"


def divisions(path: Path) -> Iterator[Division]:
    """Read the documents of a volume one after the other.

    Parameters
    ----------
    path : pathlib.Path
        A volume in TEI.

    Yields
    ------
    Division
        Each is good until the next is asked for.

    Raises
    ------
    SourceError
        If lxml is not installed, or the file is no XML, is broken, or declares entities.

    Examples
    --------
    >>> from tempfile import mkdtemp
    >>> path = Path(mkdtemp()) / "v1.xml"
    >>> _ = path.write_text('<TEI><body><div type="document" n="7"><p>x</p></div></body></TEI>')
    >>> [division.name for division in divisions(path)]
    ['d7']
    """
    etree = _lxml(path)
    try:
        with path.open("rb") as file:
            yield from _Reader(path, etree).read(file)
    except (etree.XMLSyntaxError, LookupError, UnicodeError, ValueError) as error:
        raise SourceError(_broken(path, error)) from None
    except OSError as error:
        raise SourceError(
            f"{path.name[:80]}: the volume cannot be opened ({error.strerror or error}). Check its "
            "name, and that it lies beside the notebook."
        ) from None


def one_of(path: Path, document: str | None) -> Division:
    """Read one document of a volume.

    Parameters
    ----------
    path : pathlib.Path
        A volume in TEI.
    document : str or None
        Its name, such as ``"d283"``; may be left out where there is only one.

    Returns
    -------
    Division

    Raises
    ------
    SourceError
        See `divisions`.
    DocumentError
        If the volume has no such document, or several and none is named.

    Examples
    --------
    >>> from tempfile import mkdtemp
    >>> path = Path(mkdtemp()) / "v1.xml"
    >>> _ = path.write_text('<TEI><body><div type="document" n="7"><p>x</p></div></body></TEI>')
    >>> one_of(path, "d7").page is None
    True
    """
    document = f"d{document}" if str(document).isdecimal() else document
    names: list[str] = []
    only = None
    for division in divisions(path):
        if division.name == document:
            return division
        names.append(division.name)
        if document is None:
            only = (
                division._replace(element=deepcopy(division.element)) if len(names) == 1 else None
            )
    if only:
        return only
    shown = ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" * (len(names) > _SHOWN))
    if not names:
        raise DocumentError(
            f"{path.name}: expected a volume in TEI with documents (div with type document), found "
            "none. Download the volume anew from its publisher."
        )
    if document is None:
        raise DocumentError(
            f"{path.name}: expected the name of one document, found {len(names)} documents: {shown}. "
            "Name one, such as document='d283', or read them all with load_all."
        )
    raise DocumentError(
        f"{path.name}: expected the document {str(document)[:40]!r}, found {shown}. Look up its "
        "name: it ends the page's address on the publisher's site."
    )


def _lxml(path: Path):
    try:
        from lxml import etree
    except ImportError:
        raise SourceError(
            f"{path.name}: to read TEI the package lxml is needed, and it is not installed. Install "
            "lessonkit[tei], or save the document as plain text."
        ) from None
    return etree


class _Reader:
    """What is known of a volume while it is read."""

    def __init__(self, path: Path, etree):
        self._path = path
        self._etree = etree
        self._page: str | None = None
        self._volume = path.stem
        self._title: str | None = None
        self._depth = 0  # of documents: one within another is part of it

    def read(self, file) -> Iterator[Division]:
        steps = self._etree.iterparse(
            file,
            events=("start", "end"),
            tag=("{*}TEI", "{*}teiHeader", "{*}text", "{*}front", "{*}back", "{*}div", "{*}pb"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        first_page = None
        checked = False
        for event, element in steps:
            if not checked:
                checked = self._check(element)
            name = element.tag.rpartition("}")[2]
            is_document = name == "div" and element.get("type") == "document"
            if event == "start":
                self._start(name, element)
                if is_document:
                    first_page = first_page if self._depth else self._page
                    self._depth += 1
            elif is_document:
                self._depth -= 1
                if not self._depth:
                    yield Division(element, first_page, self._volume, self._title)
                    _forget(element)
            elif not self._depth and name in ("teiHeader", "front", "back", "div"):
                if name == "teiHeader":
                    self._title = _title(element)
                _forget(element)
        if not checked:
            self._check(steps.root)

    def _start(self, name: str, element) -> None:
        if name == "pb":
            self._page = element.get("n")
        elif name == "TEI":
            self._volume = element.get(_ID) or self._volume

    def _check(self, element) -> bool:
        """Refuse a volume that declares entities: they bring in other files, or swell."""
        info = element.getroottree().docinfo
        declared = info.internalDTD is not None and (
            info.internalDTD.external_id
            or info.internalDTD.system_url
            or any(True for _ in info.internalDTD.iterentities())
        )
        if declared:
            raise SourceError(
                f"{self._path.name}: expected XML without entities of its own, found a DOCTYPE that "
                "declares some or names another file. Remove the DOCTYPE and save the volume again."
            )
        return True


def _forget(element) -> None:
    """Free an element and what stands before it, so that a volume never is in memory whole."""
    element.clear(keep_tail=False)
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _title(header) -> str | None:
    titles = header.findall(".//{*}titleStmt/{*}title")
    complete = [title for title in titles if title.get("type") == "complete"] or titles
    words = " ".join("".join(complete[0].itertext()).split()) if complete else ""
    return words or None


def _broken(path: Path, error: Exception) -> str:
    line = getattr(error, "lineno", None)
    where = f", line {line}" if line else ""
    said = " ".join(str(error).split())[:160]
    return (
        f"{path.name}{where}: expected XML that is whole and well formed, found something else "
        f"({said}). Download the volume anew, or mend that line."
    )


class Packed(NamedTuple):
    """A document as bytes, with what is known of it."""

    content: bytes
    page: str | None
    volume: str
    title: str | None
    name: str


def pack(division: Division) -> Packed:
    """Make of a document what can be sent to another process.

    Parameters
    ----------
    division : Division
        The document.

    Returns
    -------
    Packed

    Examples
    --------
    >>> from lxml import etree
    >>> pack(Division(etree.fromstring('<div n="7"/>'), None, "v1", None)).name
    'd7'
    """
    from lxml import etree

    content = etree.tostring(division.element, with_tail=False)
    return Packed(content, division.page, division.volume, division.title, division.name)


def unpack(division: Division | Packed) -> Division:
    """Return a document, packed or not.

    Parameters
    ----------
    division : Division or Packed
        The document.

    Returns
    -------
    Division

    Examples
    --------
    >>> from lxml import etree
    >>> unpack(pack(Division(etree.fromstring('<div n="7"/>'), None, "v1", None))).name
    'd7'
    """
    if isinstance(division, Division):
        return division
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    element = etree.fromstring(division.content, parser)
    return Division(element, division.page, division.volume, division.title)
