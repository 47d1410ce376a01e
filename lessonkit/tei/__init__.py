"""Volumes of the series in TEI: a document at a time, from the encoding. Needs the extra tei."""

from lessonkit.tei.document import Encoded, encoded
from lessonkit.tei.volume import divisions, one_of

__all__ = ["Encoded", "divisions", "encoded", "one_of"]
