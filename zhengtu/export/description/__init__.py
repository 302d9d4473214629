"""The description of a dataset: DCAT (as DCAT-AP 3.0 wants it), VoID statistics, PROV of the build, the files it comes in.

It is told from the content of the store alone, so the same graph has the same description.
"""

from zhengtu.export.description.distribution import Distribution
from zhengtu.export.description.graph import MORE, describe, described, licences, unsaid

__all__ = ["MORE", "Distribution", "describe", "described", "licences", "unsaid"]
