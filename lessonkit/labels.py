"""What editors and archives set above a text: its number, file number, [Paraphrase]."""

from __future__ import annotations

import re

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
