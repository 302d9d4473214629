"""Find what a question names: places, agencies, documents, projects, indicators, years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from loaders.occurrences import in_order
from zhengtu.ask.absent import present, province_before, unknown_work
from zhengtu.ask.entities import PLACES, Entity, Gazetteer, Title
from zhengtu.ask.mention import Mention
from zhengtu.ask.nicknames import nicknamed
from zhengtu.ask.numbered import YEAR, numbered
from zhengtu.ask.organs import of_one_level, organs
from zhengtu.ask.paraphrase import paraphrased
from zhengtu.ask.passages import passages
from zhengtu.ask.reading import read
from zhengtu.ask.told import dated, of_year, pointed
from zhengtu.ask.words import plain, stem_of, syllables, words

_GENRE = re.compile(r"方案|规划|计划|协议|意见|通知|纲要|办法|决定|公报|报告")
_ENGLISH = re.compile(r"[a-z](?:[a-z&-]|'(?=[a-z]))*")
_OF_IT = re.compile(
    r"(?:的|那份|这份|那个|这个|签的|签署的|印发的|发布的|出台的|制定的|编制的|最新的|里的)*(?P<genre>方案|规划|计划|协议|意见|通知|纲要|办法)"
)
_OF_IT_IN_ENGLISH = re.compile(
    r"(?:'s)?\s+(?:(?!the |and |in |or |of |to )[a-z-]+\s+){0,2}?(?P<genre>agreement|pact|deal|accord|plan)s?\b"
)
_GENRES = {"plan": ("计划", "规划", "方案")}  # of an English word; the others mean an agreement
_PERIOD = re.compile(r"\([^()]*年[^()]*\)\Z")  # the years a title ends with
_ANY_OF_IT = re.compile(r"(?:的|那份|这份|印发的|发布的|发的)*文件")
_IN_IT = re.compile(  # the members of a group of places in their agreement: 武汉城市圈九个市在协议里
    r"(?:[各几两一二三四五六七八九十\d]+个?(?:成员城市|成员|城市|市|地))?都?在(?:那份|这份|那个|这个)?(?P<genre>协议|计划)[里中]"
)
_GOVERNMENT = re.compile(r"(?:那边|那里|那儿|这边|当地|方面)?的?(?:人民政府|[省市县区]?政府|市府|县府|区府|官方)(?!办)")
_EXPLAINED = re.compile(r"\s*(?:[a-z-]+\s*)?\(")  # environment department (生态环境厅)
_ISSUING = ("印发的", "发布的", "出台的", "制定的", "编制的")
_POINTING = ("的", "的那份", "那份", "那个", "那篇", "版", "'s ", *_ISSUING)
_BEFORE_WORK = re.compile('(?:[的在 ]|那[个份部]|印发|出台|发布)*[《<"]?')
_HEAD = re.compile(r"[省市县区州厅局部]长(?![江期远沙株三春])")  # 湖北|省长 is a person
_SHORT_NAMES = ("project", "indicator", "task")
_SHORTENED, _SHORTENED_TITLE = 2, 3  # times as long as its short form a name may be, the title of a document
_ABRIDGED = 14  # characters of a name with something left out
_ABRIDGED_TITLE = 5  # characters of a title with something left out, the genre word with them
_BEFORE = 2  # characters before the genre word that a short title keeps (分工|方案)
_BETWEEN = ("", " ", "的", "省", "市", "省的", "市的", "那份", "的那份", "那个", "那篇", "版", "'s ", "签的", "自己的")
_SHARE = 0.6  # of its characters that the short form of a project or indicator keeps
_SHORTEST, _LONGEST = 4, 60
_NAMING = 2  # characters of a short form that are no common words


def mentions(question: str, known: Gazetteer) -> list[Mention]:
    """What ``question`` names, in order; where names overlap, the longest one that is surest."""
    text = plain(question)
    found = [
        *_exact(text, known),
        *(Mention(*one) for one in organs(text, known)),
        *_short_titles(text, known),
        *_parts(text, known),
        *(Mention(*one) for one in numbered(text, known)),
        *_romanised(text, known),
    ]
    found += [*_issued(text, known), *_qualified(text, known, found), *_abridged(text, known)]
    found += [*_abridged_titles(text, known), *_authored(text, known, found), *_governments(text, known, found)]
    found += [Mention(*one) for one in (*nicknamed(text, known), *of_year(text, known), *passages(text, known))]
    found += [Mention(*one, 0.9) for one in paraphrased(text, known)]
    found += [Mention(*one) for one in dated(text, [mention[:3] for mention in found], known.dates)]
    chosen = _explained(text, _apart(_not_around_exact(found)))
    chosen = _apart([*chosen, *_heard(text, known, chosen)], first=len(chosen))
    return _present(_works(text, _joined(text, of_one_level(text, chosen, known), known)), known)


def _not_around_exact(found: Sequence[Mention]) -> list[Mention]:
    """Without names said in part around one of the same kind said in full (城镇化率|提到 is no 城镇化率提高)."""
    exact = [(m.begin, m.end, {e.kind for e in m.entities}) for m in found if m.sure == 1 and m.end - m.begin >= _SHORTEST]
    return [
        m
        for m in found
        if m.sure == 1
        or _is_document(m)
        or not any(m.begin <= b and e <= m.end and kinds & {x.kind for x in m.entities} for b, e, kinds in exact)
    ]


def _works(text: str, found: Sequence[Mention]) -> list[Mention]:
    """With the names of documents that are not known, where such a one begins with a place: they mean nothing."""
    begins = {mention.begin for mention in found}
    out = []
    for mention in found:
        end = unknown_work(text, mention.end, mention.entities)
        if end > mention.end and not begins & set(range(mention.end, end)):
            mention = mention._replace(end=end, entities=())
        out.append(mention)
    return out


def _exact(text: str, known: Gazetteer) -> Iterator[Mention]:
    for begin in range(len(text)):
        for end in range(min(len(text), begin + _LONGEST), begin + 1, -1):
            if (entities := known.exact.get(text[begin:end])) and not _HEAD.match(text, end - 1):
                if not (text[begin:end].isascii() and _inside_word(text, begin, end)):
                    yield Mention(begin, end, tuple(entities))
                break


def printed(text: str, named: Sequence[Mention], known: Gazetteer) -> list[Mention]:
    """``named`` with what is printed in place of names that are only said in part (港口|工程 for a project of that kind)."""
    sure = [mention for mention in named if mention.sure == 1 or not mention.entities]
    return _present(_apart([*sure, *_exact(text, known)], first=len(sure)), known)


def _present(found: Sequence[Mention], known: Gazetteer) -> list[Mention]:
    return [mention._replace(entities=present(mention.entities, known)) for mention in found]


def _inside_word(text: str, begin: int, end: int) -> bool:
    return bool(re.match(r"[a-z0-9]", text[begin - 1 : begin] or " ") or re.match(r"[a-z0-9]", text[end : end + 1] or " "))


def _short_titles(text: str, known: Gazetteer) -> Iterator[Mention]:
    """Documents and agreements by the end of their titles: 分工方案, 省会城市合作行动计划."""
    titles = [title for title in known.titles if title.entity.kind in ("document", "agreement")]
    for genre in _GENRE.finditer(text):
        graded = []
        for title in titles:
            length, at_end = _common(text[: genre.end()], title.text, genre.group())
            if length >= len(genre.group()) + _BEFORE:
                graded.append(((at_end, length, -title.rank), title.entity))
        if not graded:
            continue
        at_end, length, _ = max(grade for grade, _ in graded)
        fitting = [(grade[2], entity) for grade, entity in graded if grade[:2] == (at_end, length)]
        own = {kind: max(rank for rank, entity in fitting if entity.kind == kind) for kind in {e.kind for _, e in fitting}}
        entities = dict.fromkeys(entity for rank, entity in fitting if rank == own[entity.kind])
        yield Mention(genre.end() - length, genre.end(), tuple(entities))


def _issued(text: str, known: Gazetteer) -> Iterator[Mention]:
    """Documents by who issued them (国家方案): those with the word for a document in their titles, if there are any."""
    for match in known.calls.finditer(text) if known.calls else ():
        kind = match["zh"] or match["en"]
        meant = known.callers[match["who"]]
        titled = [title.entity for title in known.titles if title.entity in meant and kind in title.text]
        begin = province_before(text, match.start(), known)
        yield Mention(begin, match.end(), tuple(dict.fromkeys(titled or meant)) if begin == match.start() else ())


def _qualified(text: str, known: Gazetteer, found: Sequence[Mention]) -> Iterator[Mention]:
    """Documents and agreements by a place in their titles and the genre word (武汉城市圈那份协议)."""
    for place in found:
        genre = _OF_IT.match(text, place.end)
        if not genre and any(entity.kind == "region" for entity in place.entities):
            genre = _IN_IT.match(text, place.end)
        genre = genre or _OF_IT_IN_ENGLISH.match(text, place.end)
        if not genre or not any(entity.kind in PLACES for entity in place.entities):
            continue
        called = (text[place.begin : place.end], *(plain(entity.label) for entity in place.entities))
        ends = (genre["genre"],) if not genre["genre"].isascii() else _GENRES.get(genre["genre"], ("协议",))
        titles = [t for t in known.titles if t.entity.kind in ("document", "agreement") and t.text.endswith(ends)]
        if fitting := dict.fromkeys(t.entity for t in titles if any(name in t.text for name in called)):
            yield Mention(place.begin, genre.end(), tuple(fitting))


def _governments(text: str, known: Gazetteer, found: Sequence[Mention]) -> Iterator[Mention]:
    """Governments by the name of their place (神农架那边的政府)."""
    for place in found:
        if said := _GOVERNMENT.match(text, place.end):
            names = (f"{plain(entity.label)}人民政府" for entity in place.entities if entity.kind in PLACES)
            agencies = dict.fromkeys(e for name in names for e in known.exact.get(name, ()) if e.kind == "agency")
            if agencies:
                yield Mention(place.begin, said.end(), tuple(agencies))


def _authored(text: str, known: Gazetteer, found: Sequence[Mention]) -> Iterator[Mention]:
    """Documents by the agency that issued them and the genre word (国家发改委那份方案)."""
    for agency in found:
        stems = {stem for entity in agency.entities for stem in known.authored.get(entity.value, ())}
        genre = _OF_IT.match(text, agency.end) if stems else None
        if any_of_it := _ANY_OF_IT.match(text, agency.end) if stems else None:
            yield Mention(agency.begin, any_of_it.end(), tuple(Entity("document", stem, stem) for stem in sorted(stems)))
        elif genre and genre.start("genre") > agency.end:
            titles = (title for title in known.titles if title.text.endswith(genre["genre"]) and title.entity.value in stems)
            if meant := dict.fromkeys(title.entity for title in titles):
                yield Mention(agency.begin, genre.end(), tuple(meant))


def _explained(text: str, found: list[Mention]) -> list[Mention]:
    """With English words for a field as part of the name that is given in brackets after them."""
    out: list[Mention] = []
    for mention in found:
        bracket = _EXPLAINED.match(text, out[-1].end) if out else None
        if (
            bracket
            and bracket.end() == mention.begin
            and {e.kind for e in out[-1].entities} <= {"category", "topic", "industry"}
        ):
            mention = mention._replace(begin=out.pop().begin)
        out.append(mention)
    return out


def _abridged_titles(text: str, known: Gazetteer) -> Iterator[Mention]:
    """Documents and agreements whose title is said with characters left out (城市圈同城化协议 for 城市圈同城化发展协议)."""
    titles = [title for title in known.titles if title.entity.kind in ("document", "agreement")]
    for genre in _GENRE.finditer(text):
        for begin in range(max(0, genre.end() - _LONGEST), genre.end() - _ABRIDGED_TITLE + 1):
            piece = text[begin : genre.end()]
            named = ((title.entity, _PERIOD.sub("", title.text)) for title in titles)
            meant = dict.fromkeys(
                e for e, own in named if own.endswith(piece[-2:]) and _is_abridged(piece, own, _SHORTENED_TITLE)
            )
            kinds = [entity.kind for entity in meant]
            if meant and len(kinds) == len(set(kinds)):
                yield Mention(begin, pointed(text, genre.end()), tuple(meant), 0.9)
                break


def _abridged(text: str, known: Gazetteer) -> Iterator[Mention]:
    """Indicators and projects whose name is said with characters left out (研发投入 for 研发经费投入), where one alone fits."""
    titles = [title for title in known.titles if title.entity.kind in _SHORT_NAMES]
    for begin in range(len(text) - _SHORTEST + 1):
        near = [title for title in titles if text[begin : begin + 2] in title.text]
        for end in range(min(len(text), begin + _ABRIDGED), begin + _SHORTEST - 1, -1):
            piece = text[begin:end]
            meant = dict.fromkeys(t.entity for t in near if _is_abridged(piece, t.text))
            kinds = Counter(kind for kind, _ in {(entity.kind, entity.label) for entity in meant})
            if (alone := tuple(e for e in meant if kinds[e.kind] == 1)) and read(piece).strange >= _NAMING:
                yield Mention(begin, end, alone, 0.9)
                break


def _is_abridged(piece: str, title: str, most: int = _SHORTENED) -> bool:
    """Whether ``piece`` is ``title`` with something left out, its first two and last two characters side by side there."""
    first, last = title.find(piece[:2]), title.rfind(piece[-2:])
    if first < 0 or last < first + 2 or most * len(piece) < last + 2 - first:
        return False
    return in_order(piece, title[first : last + 2])


def _common(said: str, title: str, genre: str) -> tuple[int, bool]:
    """How many characters ``said`` and ``title`` share up to the genre word, and whether the title ends with it."""
    best = (0, False)
    for match in re.finditer(genre, title):
        head = title[: match.end()]
        length = 0
        while length < min(len(said), len(head)) and said[-1 - length] == head[-1 - length]:
            length += 1
        at_end = not _GENRE.search(title[match.end() :]) and len(title) - match.end() <= len("(2017年-2020年)")
        best = max(best, (length, at_end), key=lambda b: (b[1], b[0]))
    return best


def _parts(text: str, known: Gazetteer) -> Iterator[Mention]:
    """Projects and indicators by a good part of their name: 研发经费投入年均增长."""
    for title in known.titles:
        if title.entity.kind in _SHORT_NAMES:
            begin, end = _longest_common(text, title)
            at_end = title.text.endswith(text[begin:end])
            long_enough = end - begin >= max(_SHORTEST, 0 if at_end else _SHARE * len(title.text))
            if long_enough and read(text[begin:end]).strange >= _NAMING:
                yield Mention(begin, end, (title.entity,), (end - begin) / len(title.text))


def _longest_common(text: str, title: Title) -> tuple[int, int]:
    found = fuzz.partial_ratio_alignment(title.text, text, score_cutoff=50)
    if found is None:
        return 0, 0
    best = (0, 0)
    window = range(max(0, found.dest_start - len(title.text)), found.dest_end)
    for begin in window:
        end = begin + (best[1] - best[0]) + 1
        while end <= len(text) and text[begin:end] in title.text:
            best = (begin, end)
            end += 1
    return best


def _romanised(text: str, known: Gazetteer) -> Iterator[Mention]:
    """Names in English or pinyin; one with a slip in it where nothing else is so near."""
    tokens = list(_ENGLISH.finditer(text))
    for i, first in enumerate(tokens):
        for last in reversed(tokens[i : i + 10]):
            name = text[first.start() : last.end()].removesuffix("'s")
            if entities := known.english.get(name) or known.english.get(re.sub(r"[\s'-]", "", name)):
                yield Mention(first.start(), first.start() + len(name), tuple(entities))
                break
        else:
            word = first.group()
            if len(word) >= _SHORTEST and stem_of(word, words()) is None:
                near = [name for name in known.english if OSA.distance(name, word, score_cutoff=1) <= 1]
                near = [name for name in near if any(e.value in known.spoken for e in known.english[name])] or near
                if len(near) == 1:
                    yield Mention(first.start(), first.end(), tuple(known.english[near[0]]), 0.9)


def _heard(text: str, known: Gazetteer, taken: list[Mention]) -> Iterator[Mention]:
    """Names typed with characters that sound the same, where no name is printed."""
    sounds = syllables(text, words().readings)
    free = [not any(m.overlaps(i, i + 1) for m in taken) for i in range(len(text))]
    for begin in range(len(text)):
        for end in range(min(len(text), begin + _LONGEST), begin + 2, -1):
            if names := all(free[begin:end]) and known.sounds.get(sounds[begin:end]):
                near = [name for name in names if _near(name, text[begin:end])]
                if near:
                    entities = dict.fromkeys(entity for name in near for entity in known.exact[name])
                    yield Mention(begin, end, tuple(entities), 0.9)
                    break


def _near(name: str, typed: str) -> bool:
    """Whether most characters are right: a slip of typing changes one or two."""
    return 2 * sum(a == b for a, b in zip(name, typed, strict=True)) >= len(name)


def _apart(found: list[Mention], first: int = 0) -> list[Mention]:
    """Mentions that do not overlap, in order; the ``first`` ones stay, then the longest and surest go before."""
    kept = found[:first]
    for mention in sorted(found[first:], key=lambda m: (m.begin - m.end, -m.sure)):
        same = next((i for i, k in enumerate(kept) if (k.begin, k.end) == (mention.begin, mention.end)), None)
        if same is not None:
            if mention.sure == kept[same].sure:
                both = dict.fromkeys(kept[same].entities + mention.entities)
                kept[same] = kept[same]._replace(entities=tuple(both))
        elif not any(mention.overlaps(k.begin, k.end) for k in kept):
            kept.append(mention)
    return sorted(kept)


def _joined(text: str, found: list[Mention], known: Gazetteer) -> list[Mention]:
    """A place or year before a document that only tells which one is meant (湖北|的|分工方案) becomes part of its name.

    Where no such document is known (湖南的分工方案), the name means nothing.
    """
    out: list[Mention] = []
    for mention in found:
        if out and text[out[-1].end : mention.begin] in (*_BETWEEN, *_ISSUING) and _is_document(mention):
            if _in_title(text, out[-1], mention, known):
                out[-1] = mention._replace(begin=out[-1].begin)
                continue
            if all(entity.kind == "province" for entity in out[-1].entities):
                out[-1] = mention._replace(begin=out[-1].begin, entities=())
                continue
        of_year = out and YEAR.fullmatch(text[out[-1].begin : out[-1].end])
        if of_year and _BEFORE_WORK.fullmatch(text[out[-1].end : mention.begin]) and _is_work(mention):
            out[-1] = mention._replace(begin=out[-1].begin)  # 2015年的…规划: a title says no year, and is one work's
            continue
        out.append(mention)
    return out


def _is_work(mention: Mention) -> bool:
    return bool(mention.entities) and all(entity.kind == "work" for entity in mention.entities)


def _is_document(mention: Mention) -> bool:
    return all(entity.kind in ("document", "agreement") for entity in mention.entities)


def _in_title(text: str, place: Mention, document: Mention, known: Gazetteer) -> bool:
    called = (text[place.begin : place.end], *(plain(entity.label) for entity in place.entities))
    titles = [title.text for title in known.titles if title.entity in document.entities]
    own = {issued for entity in place.entities for issued in known.issued.get(entity.value, ())}
    if text[place.end : document.begin] in _POINTING:
        stems = {stem for entity in place.entities for stem in known.authored.get(entity.value, ())}
        own |= {entity for entity in document.entities if entity.value in stems}
    return bool(own & set(document.entities)) or any(name in title for name in called for title in titles)
