"""What a block of a document looks like, judged by its own words: title, heading, signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lessonkit.layout.datelines import dateline_end

SALUTATION = re.compile(
    r"(?:(?:My )?(?:Dear|dear) [^:\n]{1,60}|Sirs?|Madam|Gentlemen|My Lord|(?:Your )?Excellency"
    r"|Mr\. (?:Ambassador|Minister|President|Secretary)|Monsieur le Ministre)\s?[:,—]"
)
TELEGRAM = re.compile(r"([1-9]\d{0,3})\. (?=[A-ZÀ-Þ“\[\d])")
_ITEM = re.compile(r"[\[(]?(\d{1,3}|[a-z]|[ivx]{1,4})[.)\]]\s|[-•–—]\s")
_CLOSING = re.compile(
    r"(?:Respectfully|Sincerely|Faithfully|Cordially|Yours|Very (?:truly|respectfully|sincerely))"
    r"\b[^.\n]{0,40}[,.]$"
    r"|Accept,? (?:etc|&c|Excellency|[Ss]ir|Mr|the (?:renewed )?assurances?)\b|I am,? (?:[Ss]ir|etc|&c|with)\b"
    r"|I have,? (?:etc|&c|the honor to (?:be|remain))\b|(?:I|We) avail (?:myself|ourselves)\b"
    r"|With (?:great|high|renewed|kind|warm|best) (?:respect|regard|regards|wishes|assurances)\b"
    r"|Your (?:most )?obedient servant\b"
)
_GENRE = re.compile(
    r"(?:Memorand|Minutes|Note|Statement|Press|Draft|Aide|Extract|Circular|Report|Agreement"
    r"|Declaration|Proclamation|Editorial|Convention|Treaty|Protocol|Record|Communiqu)"
)
_ENCLOSURE = re.compile(
    r"\[(?:[Ss]ub-?)?(?:[EeIi]nclosure|[Aa]nnex|[Aa]ttachment|[Aa]ppendix)[^\n]{0,80}[\].]{1,2}\d{0,3}"
    r"|(?:Sub-?)?(?:[EI]nclosure|Annex|Attachment|Appendix|Tab|Exhibit)(?: (?:No\. ?)?[\dA-Z]{1,3})?"
    r"(?: (?:in|to) No\. ?\d{1,5})?[.,]?\d{0,3}"
)
_BETWEEN = re.compile(
    r"(?:The |Mr\. |Mrs\. |Messrs\. )?[A-ZÀ-Þ][^\n]{0,200}? to (?:the |all )?[A-ZÀ-Þ]"
)
_ADDRESS = re.compile(
    r"(?:The )?(?:Hon(?:orable|\.)|His Excellency|Her Excellency|Right Hon\.)[ ,\n]|Messrs\. |Mr\. |To the "
)
_SENT = re.compile(  # the instructions that end a telegram look like names
    r"(?:Repeat|Sent|Send|Cop(?:y|ies)\b|Mail|Relay|Forward|Please|Not |Cipher|Via |By (?:air|mail)|"
    r"In(?:form|stru)|Department (?:please|pass)|Same )"
)
_BELOW = re.compile(r"(?:Enclosures?|Inclosures?|Annexes|Copies to|Cc|cc)\b[^\n]{0,3}(?::|\n|$)")
_SAID = re.compile(r"[^A-ZÀ-Þ\[(“]|(?:I|We|You|My|Our|Your|It|There|This|These|In|On|At) ")
_SEAL = re.compile(r"\[(?:seal\.?|l\. ?s\.)\]\.?", re.IGNORECASE)
_TITLE_LENGTH = 400
_TITLE_CAPITALS = 0.5  # of its words that are not small, at the least
_PARTY_CAPITALS = 0.75
_HEADING_WORDS = 25
_CLOSING_LENGTH = 200
_NAME_WORDS = 8
_OFFICE_WORDS = 12
_OFFICE_CAPITALS = 0.5
_SIGNATURE_LINES = 8
_DIGIT = re.compile(r"\d")


def is_title(block: str) -> bool:
    """Tell whether a block can be a title."""
    if not _may_be_title(block):
        return False
    return bool(_GENRE.match(block)) or capitals(block) >= _TITLE_CAPITALS


def _may_be_title(block: str) -> bool:
    return len(block) <= _TITLE_LENGTH and block[-1:] not in ",;:" and not SALUTATION.match(block)


def is_between(block: str) -> bool:
    """Tell whether a block names who writes to whom, as the title of a letter does."""
    return (
        _may_be_title(block) and bool(_BETWEEN.match(block)) and capitals(block) >= _PARTY_CAPITALS
    )


def is_closing(block: str) -> bool:
    """Tell whether a block is the courtesy that closes a letter.

    Parameters
    ----------
    block : str
        A block of a document.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_closing("Respectfully yours,"), is_closing("Accept the invitation for June 5.")
    (True, False)
    """
    return len(block) < _CLOSING_LENGTH and bool(_CLOSING.match(block)) and not _DIGIT.search(block)


def is_signature(block: str) -> bool:
    """Tell whether a block is a signature: a name, or lines with a name and an office.

    Parameters
    ----------
    block : str
        A block of a document.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_signature("A. C. Kirk\\nChargé d’Affaires ad interim"), is_signature("Sent to Rome.")
    (True, False)
    """
    lines = [line.strip() for line in block.split("\n", _SIGNATURE_LINES)]
    if len(lines) > _SIGNATURE_LINES or _ADDRESS.match(block) or is_label(block):
        return False
    named = [_is_name(line) for line in lines]
    return any(named) and all(
        name or _is_office(line) for name, line in zip(named, lines, strict=True)
    )


def is_below(block: str) -> bool:
    """Tell whether a block may stand below a signature: an address, a date, what is enclosed."""
    if len(block) > _TITLE_LENGTH:
        return False
    address = _ADDRESS.match(block) and capitals(block) >= _OFFICE_CAPITALS
    return bool(address or _BELOW.match(block)) or dateline_end(block) == len(block)


def is_heading(block: str) -> bool:
    """Tell whether a block can be a heading."""
    return _may_head(block) and all_capitals(block) and not _SENT.match(block)


def _may_head(block: str) -> bool:
    """Tell whether a block is a short line that is no label, dateline or salutation."""
    return (
        "\n" not in block
        and block[-1:] not in ",:;"
        and len(block.split(None, _HEADING_WORDS)) <= _HEADING_WORDS
        and not SALUTATION.match(block)
        and not is_label(block)
        and not dateline_end(block)
    )


def is_enclosure(block: str) -> bool:
    """Tell whether a block says that an enclosure begins.

    Parameters
    ----------
    block : str
        A block of a document.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_enclosure("[Inclosure 2 in No. 34.—Translation.]"), is_enclosure("Enclosed is a copy.")
    (True, False)
    """
    return bool(_ENCLOSURE.fullmatch(block))


def is_caption(block: str) -> bool:
    """Tell whether a block below the word Enclosure can be a title that says what is enclosed."""
    return _may_head(block) and not _SAID.match(block)


def is_item(block: str) -> bool:
    """Tell whether a block begins as an item of a list does."""
    return bool(_ITEM.match(block))


def _is_name(line: str) -> bool:
    return (
        len(line.split()) <= _NAME_WORDS
        and all_capitals(line)
        and not _CLOSING.match(line)
        and not _SENT.match(line)
        and not dateline_end(line)
    )


def _is_office(line: str) -> bool:
    if _SEAL.fullmatch(line):
        return True
    return (
        len(line.split()) <= _OFFICE_WORDS
        and capitals(line) >= _OFFICE_CAPITALS
        and not _CLOSING.match(line)
        and not dateline_end(line)
    )


_SMALL = frozenset(
    "a an and as at between by de du for from in la le nor of on or over the to under upon von "
    "with regarding concerning ad interim".split()
)
_ELIDED = ("d’", "l’", "d'", "l'")


def capitals(line: str) -> float:
    """Return the share of words that begin with a capital, the small ones not counted."""
    flags = list(_are_capitals(line))
    return sum(flags) / len(flags) if flags else 0.0


def all_capitals(line: str) -> bool:
    """Tell whether all words that count begin with a capital."""
    flags = _are_capitals(line)
    return next(flags, False) and all(flags)


def _are_capitals(line: str) -> Iterator[bool]:
    for word in line.split():
        word = word.strip("“”‘’\"'([.,:;!?)]*†‡")
        word = word[2:] if word.startswith(_ELIDED) else word
        if word[:1].isalpha() and word.lower() not in _SMALL:
            yield word[0].isupper()


NUMBER = re.compile(r"\[?(?:[A-Z]\w+ ){0,2}Nos?\. ?\d[\w,–/-]{0,9}(?: bis)?\.?\]?\d{0,3}$")
_FILE = re.compile(
    r"(?:(?:File|Case)(?: No\.)? )?\d[^\n/]{0,60}/[\w½¼¾.–-]{1,20}(?: \w[^\n/]{0,20})?"
    r"(?:: ?[A-Z][\w ]{2,30})?\.?"
)
_LABEL_WORDS = frozenset(
    "paraphrase extract extracts translation telegram telegraphic cable cablegram airgram circular "
    "confidential strictly private personal secret top restricted urgent most very priority "
    "copy undated unnumbered official and for via by no the diplomatic special".split()
)
_LABEL_LENGTH = 80


def is_label(block: str) -> bool:
    """Tell whether a block is the file number, or a word such as [Paraphrase] or Confidential.

    Parameters
    ----------
    block : str
        A block of a document.

    Returns
    -------
    bool

    Examples
    --------
    >>> [is_label(block) for block in ("793.94/380: Telegram", "[Paraphrase]", "Paraphrase it.")]
    [True, True, False]
    """
    if len(block) > _LABEL_LENGTH or "\n" in block:
        return False
    if is_file_number(block):
        return True
    words = re.findall(r"[^\W\d_]+", block.lower())
    return bool(words) and not _LABEL_WORDS.isdisjoint(words) and _LABEL_WORDS.issuperset(words)


def is_file_number(block: str) -> bool:
    """Tell whether a block is the file number of an archive.

    Parameters
    ----------
    block : str
        A block of a document.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_file_number("793.94/380: Telegram"), is_file_number("[Paraphrase]")
    (True, False)
    """
    return bool(_FILE.fullmatch(block))
