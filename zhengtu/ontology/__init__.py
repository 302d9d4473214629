"""The vocabulary: its terms as constants, as Python objects, and as a logical theory.

``terms`` holds one typed constant a term; :func:`load` gives classes and individuals as objects; ``hermit`` asks whether
the theory is consistent, alone and with data; ``quality`` and ``borrowed`` run the checks of ``ontology/checks``.
"""

from zhengtu.ontology.world import load

__all__ = ["load"]
