"""Questions in Chinese and English, answered from the query library without a network.

A question is read in three steps.  What it names (places, agencies, documents, projects, indicators, years) is found
through the names in the store and the registries; the other words are cut into those that ask for something (``lexicon/``)
and those that are not understood; both are compared with the wordings in the headers of the query files, by what they ask
for and by the look of the whole text.
An answer is given only where no name is unknown, no word asks for what no text says, and the best query is sure enough, less
so where it has no place for something named (``decide``); else the nearest questions are offered.
"""

from zhengtu.ask.answer import Answer, Asker, AskError, Offer
from zhengtu.ask.show import FORMATS, as_json, as_text

__all__ = ["FORMATS", "Answer", "AskError", "Asker", "Offer", "as_json", "as_text"]
