"""Write the graph to files that other tools read; the same graph gives the same bytes."""

from zhengtu.export.errors import ExportError
from zhengtu.export.run import FORMATS, export

__all__ = ["FORMATS", "ExportError", "export"]
