"""开展 or 发展?  开展 (carry out) takes a noun of doing as its object; 发展 (develop) stands alone or takes a thing."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PHRASE = re.compile(r"[^，,。；;！？：:）)（(]{0,60}")
_LOOK_BACK = 14


@dataclass(frozen=True, slots=True)
class Activity:
    """The vocabularies behind the judgement."""

    heads: tuple[str, ...]
    compound: tuple[str, ...]
    subject: re.Pattern[str]

    @classmethod
    def of(cls, data: dict[str, str]) -> Activity:
        """From the ``[activity]`` table of the lexicon."""
        adverbs = "(?:有序|顺利|深入|扎实|全面|广泛|持续|有效|正常|稳步|常态化|的|地|正在|已经|陆续)*"
        return cls(
            tuple(data["heads"].split()),
            tuple(data["compound"].split()),
            re.compile(f"(?:{data['intransitive']}){adverbs}$"),
        )

    def is_right(self, text: str, begin: int, end: int) -> bool:
        """Whether 开展 at ``[begin, end)`` is right as printed.

        Its object is the phrase up to the next comma or stop.  A phrase headed by a noun of doing keeps it; one that
        starts with a noun 发展 compounds with (目标, 战略 …), a thing, or no object at all does not, unless the subject
        before it is itself an activity (工作有序开展).
        """
        phrase = _PHRASE.match(text, end)
        following = phrase.group() if phrase else ""
        if following.startswith(self.compound):
            return False
        if following and not following.startswith(("的", "中", "和", "与", "及", "、", "取得", "更加")):
            head = re.sub(r"(?:等|等等|之中|过程中)$", "", following)
            return head.endswith(self.heads) or any(head.split("、")[0].endswith(h) for h in self.heads)
        return bool(self.subject.search(text[max(0, begin - _LOOK_BACK) : begin]))
