"""Read everything in a store that a question can name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from zhengtu.ask import english
from zhengtu.ask.english import PUBLISHER
from zhengtu.ask.entities import PLACES, Entity, Gazetteer, Title
from zhengtu.ask.issued import levels, pattern
from zhengtu.ask.words import plain, syllables, words
from zhengtu.query.table import printed
from zhengtu.sparql import text as sparql
from zhengtu.store.protocol import QueryStore

if TYPE_CHECKING:
    from loaders.link.agencies import AgencyResolver

_DIVISION = re.compile(r".{2,}(?:特别行政区|自治区|自治州|自治县|地区|省|市|州|盟|县|区)\Z")
_LESS = re.compile(r"(?<=...)林区\Z|(?<=..)(?:[^州]{1,4}族)+自治[州县]\Z")  # 神农架(林区), 恩施(土家族苗族自治州)
_GROUP = "/group/"
_CODE = re.compile(r"/place/(\d{6})\Z")
_TIERS = {"省": "province", "市": "city", "县": "county"}  # as English says them after the name
_ADDRESS = re.compile(r"https?://(?:www\.|m\.)?([a-z0-9-]+)\.")  # the name in the address of a site (taowenge = 淘文阁)
_SITE = re.compile(r"[\u3400-\u9fff]{3,}网")
_NEWS = re.compile(r"(?<=..)(?:新闻网|新闻|网)\Z")  # 澎湃(新闻)
_CITIES = re.compile(r"(?<=....)城市\Z")  # 省域副中心(城市)
_COUNTRY = re.compile(r"\A中华人民共和国(?=.)")


def gazetteer(store: QueryStore) -> Gazetteer:
    """The names in a store.  Raises ``StoreError``."""
    spoken = frozenset(row[0] for row in _rows(store, "spoken-of"))
    codes = frozenset(code[1] for thing in spoken if (code := _CODE.search(thing)))
    known = Gazetteer(spoken=spoken, spoken_codes=codes)
    _named(store, known)
    _indicators_by_field(known)
    known.said = {row[0]: row[1] for row in _rows(store, "said") if row}
    for document, rank, name in _rows(store, "documents"):
        entity = Entity("document", document, document)
        known.titles.append(Title(plain(name), entity, int(rank)))
        if rank != "4":
            known.add(name, entity)
    for agency, place, organ, label in _rows(store, "counterparts"):
        known.counterparts[agency].append((place, Entity("agency", organ, label)))
    english.agencies(known)
    english.documents(known)
    english.projects(known)
    english.topics(known)
    english.publishers(known)
    _issuers(store, known)
    known.pairs = [(upper, lower) for upper, lower in _rows(store, "pairs")]
    known.resolvers = _resolvers(store)
    known.scopes = frozenset(row[0] for row in _rows(store, "scopes"))
    _about_tasks(store, known)
    _about_documents(store, known)
    known.common = frozenset(_common(known))
    english.groups(_members(store), known)
    return known


def _named(store: QueryStore, known: Gazetteer) -> None:
    """What has a name: places and agencies that can be told from ordinary words, all of the rest."""
    for kind, thing, name, full in _rows(store, "names"):
        if kind in ("project", "agreement", "indicator", "task"):
            entity = Entity(kind, full, full)
            known.titles.append(Title(plain(full), entity, 1))
            if kind != "indicator" or plain(name) not in words().chinese:
                known.add(name, entity)
        elif kind in ("category", "work", "description"):
            for form in dict.fromkeys((name, _COUNTRY.sub("", name))):
                known.add(form, Entity(kind, full, full))
        elif _usable(thing, name, known.spoken):
            own_words = _GROUP in thing  # each document has its own 三圈: the name means all of them
            entity = Entity(_place_kind(thing) if kind == "place" else kind, full if own_words else thing, full)
            _called(entity, thing, name, known)


def _called(entity: Entity, thing: str, name: str, known: Gazetteer) -> None:
    """Let a place or agency (``thing`` its IRI) be found by one of its names, by how that sounds and in pinyin."""
    is_place, is_spoken_of = entity.kind in PLACES, thing in known.spoken
    for form in dict.fromkeys(
        (name, _COUNTRY.sub("", name), *([_LESS.sub("", name), _CITIES.sub("", name)] if is_place else []))
    ):
        known.add(form, entity)
        if is_spoken_of and len(form) > 2:
            known.sounds[syllables(form, words().readings)].append(plain(form))
    if is_place and name == entity.label and (is_spoken_of or _is_large(thing)):
        for romanised in english.romanised(entity.label):
            known.english[romanised].append(entity)
            if tier := _TIERS.get(entity.label[-1]):
                known.english[f"{romanised} {tier}"].append(entity)


def _about_tasks(store: QueryStore, known: Gazetteer) -> None:
    known.texts = [(row[0], row[1]) for row in _rows(store, "task-texts")]
    known.tasked = "\n".join(dict.fromkeys(words for row in known.texts for words in row))
    known.promised = "\n".join(row[0] for row in _rows(store, "promised"))
    for project, task in _rows(store, "held"):
        known.held[project].add(task)
    members = (row[0].rpartition("/")[2] for row in _rows(store, "grouped"))
    known.governed = frozenset(t.rpartition("gov-")[2] for t in known.spoken if "/gov-" in t).union(members)


def _about_documents(store: QueryStore, known: Gazetteer) -> None:
    known.years = frozenset(row[0] for row in _rows(store, "years"))
    known.claiming = frozenset(row[0] for row in _rows(store, "claiming"))
    known.headings = [(row[0], plain(row[1])) for row in _rows(store, "headings")]
    known.claimed = [plain(row[0]) for row in _rows(store, "claimed")]
    for document, day in _rows(store, "dates"):
        known.dates[document].add(day)
    for document, agency in _rows(store, "issuers"):
        known.authored[agency].add(document)
    for document, party in _rows(store, "parties"):
        known.parties[document] += 1
        known.signed[party].add(document)
    _agreements_of_regions(known)
    for document, site in _rows(store, "sites"):
        for name in (*_ADDRESS.findall(site), *_SITE.findall(site)):
            known.sites[name].add(document)
    for title in known.titles:
        if title.rank == PUBLISHER and (short := _NEWS.sub("", title.text)) != title.text:
            known.sites[short].add(title.entity.value)


def _agreements_of_regions(known: Gazetteer) -> None:
    """A group of places has signed what its members have, where the title says its name (武汉城市圈同城化发展协议)."""
    regions = [(name, thing.value) for name, things in known.exact.items() for thing in things if thing.kind == "region"]
    for title in known.titles:
        if title.entity.kind == "document" and title.entity.value in known.parties:
            named = [(name, region) for name, region in regions if name in title.text]
            for name, region in named:
                if not any(name != other and name in other for other, _ in named):
                    known.signed[region].add(title.entity.value)


def _common(known: Gazetteer) -> Iterator[str]:
    """Regions in the titles of more than half of the documents: naming one tells nothing about what is asked."""
    titled: defaultdict[str, str] = defaultdict(str)
    for title in known.titles:
        if title.entity.kind == "document":
            titled[title.entity.value] += f"{title.text}\n"
    regions = {name: [e.value for e in things if e.kind == "region"] for name, things in known.exact.items()}
    often = [n for n, of in regions.items() if of and 2 * sum(n in titles for titles in titled.values()) > len(titled) > 1]
    for name in often:
        if not any(name != other and name in other for other in often):  # 长江 is no more than a part of 长江中游城市群
            yield from regions[name]


def _indicators_by_field(known: Gazetteer) -> None:
    """A field stands for the indicators that have its name in theirs (铁路要修到多少公里: 铁路总里程)."""
    fields = [name for name, things in known.exact.items() if any(thing.kind == "category" for thing in things)]
    for name in fields:
        if any(title.entity.kind == "indicator" and name in title.text for title in known.titles):
            known.add(name, Entity("indicator", name, name))


def _rows(store: QueryStore, name: str) -> Iterator[tuple[str, ...]]:
    for row in store.select(sparql(__file__, f"{name}.rq")):
        yield tuple(map(printed, row))


def _members(store: QueryStore) -> dict[str, list[str]]:
    """The members of each group of places, in the order of the text."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for group, _, member in _rows(store, "members"):
        found[group][member] = None
    return {group: list(members) for group, members in found.items()}


def _usable(thing: str, name: str, spoken: frozenset[str]) -> bool:
    """Whether the name can be told from ordinary words: long, with the word for a division, or of a thing spoken of."""
    if plain(name) in words().chinese:
        return False
    return len(name) > 3 or thing in spoken or _is_large(thing) or (len(name) > 2 and bool(_DIVISION.match(name)))


def _place_kind(thing: str) -> str:
    """``province``, ``place`` (a lower division) or ``region`` (whatever GB/T 2260 gives no code)."""
    code = _CODE.search(thing)
    if code is None:
        return "region"
    return "province" if code[1].endswith("0000") else "place"


def _is_large(thing: str) -> bool:
    """Whether it is a province or a prefecture (GB/T 2260: the code ends in 00)."""
    code = _CODE.search(thing)
    return bool(code and code[1].endswith("00"))


def _issuers(store: QueryStore, known: Gazetteer) -> None:
    for document, place in _rows(store, "issued"):
        known.issued[place].append(Entity("document", document, document))
    for name, things in (known.exact | known.english).items():
        for place in dict.fromkeys(thing.value for thing in things if thing.value in known.issued):
            known.callers[name] += known.issued[place]
    for place, documents in known.issued.items():
        code = _CODE.search(place)
        for name in levels(code[1]) if code else ():
            known.callers[name] += documents
    known.calls = pattern(known.callers)


def _resolvers(store: QueryStore) -> Callable[[], list[AgencyResolver]]:
    """For the organs of each province that the documents name: 省水利厅 is one of theirs."""
    codes = [code[1] for (place,) in _rows(store, "jurisdictions") if (code := _CODE.search(place))]

    @cache
    def read() -> list[AgencyResolver]:
        from loaders.link.agencies import AgencyResolver  # loaded where a question names an organ: most do not
        from loaders.registry import load_registry

        return [AgencyResolver(load_registry(), code) for code in codes]

    return read
