"""What is known of a node, and the sentences that say so."""

from zhengtu.explain.read import Explanation, Fact, Reference, explain, find
from zhengtu.explain.show import render
from zhengtu.explain.why import Premise, Reason, Reasons

__all__ = ["Explanation", "Fact", "Premise", "Reason", "Reasons", "Reference", "explain", "find", "render"]
