"""Write the graph to files that other tools read; the same graph gives the same bytes."""

from zhengtu.export.description import described, unsaid
from zhengtu.export.errors import ExportError
from zhengtu.export.formats import FORMATS
from zhengtu.export.packing import packed, packing
from zhengtu.export.run import description, export, export_tables
from zhengtu.export.sssom import sssom

__all__ = [
    "FORMATS",
    "ExportError",
    "described",
    "description",
    "export",
    "export_tables",
    "packed",
    "packing",
    "sssom",
    "unsaid",
]
