"""Finds the dates of any text and says where each comes from. Standard library only.

>>> from lessonkit.dates import find
>>> find("He left on July 14, 1938.")[0].edtf
'1938-07-14'
"""

from lessonkit.dates.edtf import FORMS, bounds
from lessonkit.dates.finder import Dated, as_date, find
from lessonkit.dates.words import HOUR, month_number

__all__ = ["Dated", "FORMS", "HOUR", "as_date", "bounds", "find", "month_number"]
