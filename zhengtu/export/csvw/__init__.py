"""The dataset as tables: CSV on the Web (W3C Recommendations of 17 December 2015), one CSV file a kind of node.

A row is a node, a column a property.  What the tables cannot say: which graph a statement stands in.
"""

from zhengtu.export.csvw.folder import METADATA, is_ours, write

__all__ = ["METADATA", "is_ours", "write"]
