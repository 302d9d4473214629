"""Sharing sites show a document as text cut into pages, each behind a mark ``1、 2、 3、`` in mid-sentence."""

from __future__ import annotations

import re

from loaders.clean.para import Para

_MARK = re.compile(r"(\d{1,4})、")
_TERMINAL = "。；！？：.;!?:)）】〕]”』"
MINIMUM = 3
"""Fewer marked lines than this are a numbered list."""


def joined(paras: list[Para]) -> list[Para] | None:
    """The pages of a cut-up text joined into one paragraph, lines that are no page after it kept apart.

    ``None`` where the lines are no such pages: their marks do not count 1, 2, 3 …, or most lines end a sentence, as
    the items of a numbered list do, or hold no full stop, as a list of titles.
    """
    first = next((i for i, p in enumerate(paras) if (m := _MARK.match(p.text)) and m.group(1) == "1"), None)
    if first is None:
        return None
    pages: list[Para] = []
    rest: list[Para] = []
    for para in paras[first:]:
        mark = _MARK.match(para.text)
        if mark and int(mark.group(1)) == len(pages) + 1:
            pages.append(para)
        elif pages and not rest and not mark:
            pages[-1] = pages[-1].joined(para)
        else:
            rest.append(para)
    cut = sum(p.text.rstrip()[-1:] not in _TERMINAL for p in pages[:-1])
    if len(pages) < MINIMUM or cut * 3 < (len(pages) - 1) * 2:
        return None
    if sum("。" in p.text for p in pages) * 2 < len(pages):
        return None
    stream = _unmarked(pages[0])
    for page in pages[1:]:
        stream = stream.joined(_unmarked(page))
    return [*paras[:first], stream, *rest]


def _unmarked(page: Para) -> Para:
    mark = _MARK.match(page.text)
    return page.part(mark.end(), len(page.text)) if mark else page
