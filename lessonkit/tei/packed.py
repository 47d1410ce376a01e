"""A document of a volume as bytes, for another process."""

from __future__ import annotations

from typing import NamedTuple

from lessonkit.tei.volume import Division


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
