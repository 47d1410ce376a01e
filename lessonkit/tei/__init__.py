"""Volumes of the series in TEI: a document at a time, from the encoding. Needs the extra tei."""

from lessonkit.tei.document import Encoded, encoded
from lessonkit.tei.volume import Division, divisions, one_of, pack, unpack

__all__ = ["Division", "Encoded", "divisions", "encoded", "one_of", "pack", "unpack"]
