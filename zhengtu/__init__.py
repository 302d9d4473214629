"""Zhengtu 政图: Chinese policy texts as one validated knowledge graph."""

__version__ = "0.1.0"
