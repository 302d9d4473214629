"""Loaders: from a policy text to statements about the world.

One document flows through seven stages, one module or package each, every stage a pure function from one plain
data class to the next: ``read → clean → identify → outline → extract → link → emit``.
"""
