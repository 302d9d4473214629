"""A title that a page prints twice: as the page's own head, then above the text; the lower one is the document's."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import accumulate, takewhile

from loaders.clean.para import Para

WITHIN = 12
"""Both stand within so many paragraphs of the top."""
OVER = 4
"""The lower title goes over so many lines at most."""
SHORTEST, LONGEST, _ABSTRACT = 8, 160, 40
_BARE = re.compile(r"[\s\u3000\u00a0《》〈〉<>“”\"'‘’]")
_SERIAL = r"[\u4e00-\u9fff]{1,12}[〔\[（(]\d{4}[〕\]）)]\d{1,5}号"
_NUMBER = re.compile(rf"^(?:{_SERIAL})|(?:{_SERIAL})$")
_COLUMN = re.compile(r"^[\u4e00-\u9fff]{2,8}[丨|｜]")
"""A site's column before the title: 政务服务丨…."""
_SITE = re.compile(r"\s*(?:[|｜_]|[-—]{1,2})\s*[\u4e00-\u9fff]{0,8}(?:新闻|日报|晚报|网|在线|之声|客户端|频道|电视台)$")
"""The site behind the title, as the window of a browser shows it: …|央视新闻."""
_GLUED = re.compile(rf"(?P<number>{_SERIAL})\s*(?=[^\n]{{8,120}}(?:通知|意见|决定|方案|计划|规划|批复|通报|公告)$)")
_CUT = re.compile(r"(?:…|\.{3})+$")
_TEXT = re.compile(r"[。；]|[:：]$")

Bare = Callable[[int], str]
"""A paragraph, by its index, without blanks and quotes; made once each."""


def without_repeated(paras: list[Para]) -> list[Para]:
    """``paras`` without a line at the top that is printed again below, with no text between the two."""
    paras = [piece for i, para in enumerate(paras) for piece in (_parted(para) if i < WITHIN else [para])]
    bare = cache(lambda i: _BARE.sub("", paras[i].text))
    dropped: set[int] = set()
    for i, para in enumerate(paras[:WITHIN]):
        if len(para.text) > _ABSTRACT and _is_abstract(paras, i):
            dropped.add(i)
            continue
        if _TEXT.search(para.text) and not _CUT.search(para.text):
            break
        if para.kind in ("p", "h") and SHORTEST <= len(para.text) <= LONGEST and _printed_again(paras, i, bare):
            dropped.add(i)
        elif i not in dropped and (lines := _broken(paras, i, bare)):
            dropped.update(range(i, i + lines))
    return [para for i, para in enumerate(paras) if i not in dropped] if dropped else paras


def _broken(paras: list[Para], i: int, bare: Bare) -> int:
    """Over how many lines, two or three, the title at ``i`` goes that lines below print again; 0 where none does."""
    for lines in (2, 3):
        upper = paras[i : i + lines]
        whole = "".join(map(bare, range(i, i + len(upper))))
        if len(whole) < 2 * SHORTEST or any(para.kind not in ("p", "h") or _TEXT.search(para.text) for para in upper):
            return 0
        for j in range(i + lines, min(i + lines + OVER, len(paras))):
            if any(text == whole for text in accumulate(map(bare, range(j, min(j + OVER, len(paras)))))):
                return lines
    return 0


def _parted(para: Para) -> list[Para]:
    """Number and title of one line as two; a title without the site's name behind it."""
    if para.kind not in ("p", "h") or len(para.text) > LONGEST:
        return [para]
    if glued := _GLUED.match(para.text):
        return [para.part(0, glued.end("number")), para.part(glued.end(), len(para.text))]
    site = _SITE.search(para.text)
    return [para.part(0, site.start())] if site and site.start() >= SHORTEST else [para]


def _printed_again(paras: list[Para], i: int, bare: Bare) -> bool:
    head = bare(i)
    titles = {head, _NUMBER.sub("", head), _COLUMN.sub("", head)}
    for j in range(i + 1, min(i + WITHIN, len(paras))):
        title = takewhile(lambda k: not _TEXT.search(paras[k].text), range(j, min(j + OVER, len(paras))))
        below = [bare(k) for k in title if paras[k].kind in ("p", "h")]
        for text in accumulate(below):
            prints = text.endswith("通知") and "印发" in text and any(len(name) >= SHORTEST and name in text for name in titles)
            if len(text) >= SHORTEST and (text in titles or prints or (_CUT.search(head) and head.startswith(text))):
                return True
        if paras[j].kind == "cell" or (_TEXT.search(paras[j].text) and not _CUT.search(paras[j].text)):
            return False
    return False


def _is_abstract(paras: list[Para], i: int) -> bool:
    """Whether the page draws paragraph ``i`` from the text: it comes again at once, or below properties or addressee."""
    for j in range(i + 1, min(i + 1 + WITHIN, len(paras))):
        if paras[j].text == paras[i].text:
            return j == i + 1 or any(p.kind == "property" or p.text[-1] in ":：" for p in paras[i + 1 : j])
    return False
