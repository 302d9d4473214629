"""Everything in the store that a question can name."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from zhengtu.ask.issued import levels, pattern
from zhengtu.ask.words import plain, stem_of, syllables, words
from zhengtu.paths import resource_dir
from zhengtu.query.table import printed
from zhengtu.sparql import text as sparql
from zhengtu.store.protocol import QueryStore

if TYPE_CHECKING:
    from loaders.link.agencies import AgencyResolver

_DIVISION = re.compile(r".{2,}(?:特别行政区|自治区|自治州|自治县|地区|省|市|州|盟|县|区)\Z")
_SUFFIX = re.compile(r"(?<=..)(?:特别行政区|(?:回族|壮族|维吾尔)?自治区|省|市)\Z")
_LESS = re.compile(r"(?<=...)林区\Z|(?<=..)(?:[^州]{1,4}族)+自治[州县]\Z")  # 神农架(林区), 恩施(土家族苗族自治州)
_GROUP = "/group/"
_CODE = re.compile(r"/place/(\d{6})\Z")
_TIERS = {"省": "province", "市": "city", "县": "county"}  # as English says them after the name
_ADDRESS = re.compile(r"https?://(?:www\.|m\.)?([a-z0-9-]+)\.")  # the name in the address of a site (taowenge = 淘文阁)
_SITE = re.compile(r"[\u3400-\u9fff]{3,}网")
_FEW = 4  # members by which a group is called in English: Changsha-Zhuzhou-Xiangtan metropolitan area
_PUBLISHER = 5  # rank of the name of a publisher among the names of a document
_NEWS = re.compile(r"(?<=..)(?:新闻网|新闻|网)\Z")  # 澎湃(新闻)
_COUNTRY = re.compile(r"\A中华人民共和国(?=.)")


class Entity(NamedTuple):
    """A thing with its kind; ``value`` is what a query takes for it (IRI, stem, name), ``label`` its name for people.

    A document that stands for the place or agency that issued it has that as ``issuer``.
    """

    kind: str
    value: str
    label: str
    issuer: Entity | None = None


class Title(NamedTuple):
    """A title by which something is called, mostly by its end; the lower the rank, the more the title is its own."""

    text: str
    entity: Entity
    rank: int


@dataclass(slots=True)
class Gazetteer:
    """Names in ``words.plain`` form → what bears them.

    ``sounds`` finds names of what documents speak of (``spoken``: IRIs) by their syllables, ``english`` names by their
    English or pinyin form; ``said`` is what the texts say, by what a word of it may be (topic, industry); ``pairs`` are
    the stems of documents whose tasks another divides; ``issued`` the documents of the organs of a place (by its IRI);
    ``callers`` the names under which such an issuer is called, ``calls`` finds them before a word for a document;
    ``resolvers`` gives, read when first called, what knows the organs of the provinces;
    ``years`` are those the texts speak of, ``dates`` the days of each document (by its stem), ``authored`` the stems of
    the documents that an agency (by its IRI) issued, ``counterparts`` of a central agency (by its IRI) the provinces
    and their organs, ``parties`` the number of those to the agreement in a document, ``signed`` the stems of the
    documents that hold the agreements of a place (by its IRI; of a group of places those that have its name in their
    titles), ``sites`` the stems of the documents found on a site, ``spoken_codes`` the codes of the places spoken of,
    ``scopes`` those for which figures are given, ``claiming`` the stems of the documents that claim something of another,
    ``governed`` the codes of the places whose governments can have tasks, being named themselves or members of a group
    that is, ``texts`` the sentences of the tasks, each after the title of its task, ``promised`` what agreements promise,
    ``tasked`` titles and sentences of all tasks, ``held`` the titles of the tasks that a project stands in (by its name),
    ``common`` the regions that the titles of most documents name, ``headings`` those of each document (by its stem),
    ``claimed`` what documents claim of others.
    """

    exact: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    titles: list[Title] = field(default_factory=list)
    sounds: dict[tuple[str, ...], list[str]] = field(default_factory=lambda: defaultdict(list))
    said: dict[str, str] = field(default_factory=dict)
    english: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    resolvers: Callable[[], list[AgencyResolver]] = list
    pairs: list[tuple[str, str]] = field(default_factory=list)
    spoken: frozenset[str] = frozenset()
    issued: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    callers: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    calls: re.Pattern[str] | None = None
    years: frozenset[str] = frozenset()
    dates: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    authored: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    counterparts: dict[str, list[tuple[str, Entity]]] = field(default_factory=lambda: defaultdict(list))
    parties: Counter[str] = field(default_factory=Counter)
    signed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    spoken_codes: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()
    claiming: frozenset[str] = frozenset()
    governed: frozenset[str] = frozenset()
    sites: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    texts: list[tuple[str, str]] = field(default_factory=list)
    promised: str = ""
    tasked: str = ""
    held: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    common: frozenset[str] = frozenset()
    headings: list[tuple[str, str]] = field(default_factory=list)
    claimed: list[str] = field(default_factory=list)

    def add(self, name: str, entity: Entity) -> None:
        """Let ``name`` mean ``entity`` too."""
        if entity not in self.exact[plain(name)]:
            self.exact[plain(name)].append(entity)


def gazetteer(store: QueryStore) -> Gazetteer:
    """The names in a store.  Raises ``StoreError``."""
    spoken = frozenset(row[0] for row in _rows(store, "spoken-of"))
    codes = frozenset(code[1] for thing in spoken if (code := _CODE.search(thing)))
    known = Gazetteer(spoken=spoken, spoken_codes=codes)
    for kind, thing, name, full in _rows(store, "names"):
        if kind in ("project", "agreement", "indicator", "task"):
            entity = Entity(kind, full, full)
            known.titles.append(Title(plain(full), entity, 1))
            if kind != "indicator" or plain(name) not in words().chinese:
                known.add(name, entity)
        elif kind in ("category", "work", "description"):
            for form in dict.fromkeys((name, _COUNTRY.sub("", name))):
                known.add(form, Entity(kind, full, full))
        elif _usable(thing, name, spoken):
            own_words = _GROUP in thing  # each document has its own 三圈: the name means all of them
            entity = Entity(_place_kind(thing) if kind == "place" else kind, full if own_words else thing, full)
            for form in dict.fromkeys((name, _COUNTRY.sub("", name), *([_LESS.sub("", name)] if kind == "place" else []))):
                known.add(form, entity)
                if thing in spoken and len(form) > 2:
                    known.sounds[syllables(form, words().readings)].append(plain(form))
            if kind == "place" and name == full and (thing in spoken or _is_large(thing)):
                for romanised in _romanised(full):
                    known.english[romanised].append(entity)
                    if tier := _TIERS.get(full[-1]):
                        known.english[f"{romanised} {tier}"].append(entity)
    _indicators_by_field(known)
    known.said = {row[0]: row[1] for row in _rows(store, "said") if row}
    for document, rank, name in _rows(store, "documents"):
        entity = Entity("document", document, document)
        known.titles.append(Title(plain(name), entity, int(rank)))
        if rank != "4":
            known.add(name, entity)
    for agency, place, organ, label in _rows(store, "counterparts"):
        known.counterparts[agency].append((place, Entity("agency", organ, label)))
    _agencies_in_english(known)
    _documents_in_english(known)
    _topics_in_english(known)
    _publishers_in_english(known)
    _issuers(store, known)
    known.pairs = [(upper, lower) for upper, lower in _rows(store, "pairs")]
    known.resolvers = _resolvers(store)
    known.texts = [(row[0], row[1]) for row in _rows(store, "task-texts")]
    known.tasked = "\n".join(dict.fromkeys(words for row in known.texts for words in row))
    known.promised = "\n".join(row[0] for row in _rows(store, "promised"))
    for project, task in _rows(store, "held"):
        known.held[project].add(task)
    known.years = frozenset(row[0] for row in _rows(store, "years"))
    known.claiming = frozenset(row[0] for row in _rows(store, "claiming"))
    members = (row[0].rpartition("/")[2] for row in _rows(store, "grouped"))
    known.governed = frozenset(t.rpartition("gov-")[2] for t in spoken if "/gov-" in t).union(members)
    known.scopes = frozenset(row[0] for row in _rows(store, "scopes"))
    _about_documents(store, known)
    known.common = frozenset(_common(known))
    _groups_in_english(store, known)
    return known


def _about_documents(store: QueryStore, known: Gazetteer) -> None:
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
        if title.rank == _PUBLISHER and (short := _NEWS.sub("", title.text)) != title.text:
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


def _romanised(name: str) -> Iterator[str]:
    """The name in pinyin, with the English word for the kind of a region."""
    readings = words().readings
    for kind, english in english_names()["regions"].items():
        if name.endswith(kind):
            yield from ("".join(syllables(name.removesuffix(kind), readings)) + f" {word}" for word in english)
    yield "".join(syllables(_SUFFIX.sub("", name), readings))


@cache
def english_names() -> dict[str, dict[str, list[str]]]:
    """English names by section (regions, agencies, documents, indicators, topics, actions) and Chinese name."""
    return tomllib.loads((resource_dir("ontology") / "english-names.toml").read_text("utf-8"))


def _groups_in_english(store: QueryStore, known: Gazetteer) -> None:
    """A group of a few cities by their names in the order of the text, as English says 长株潭."""
    members: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for group, _, member in _rows(store, "members"):
        members[group][member] = None
    for group, cities in members.items():
        if 1 < len(cities) <= _FEW:
            joined = "-".join("".join(syllables(_SUFFIX.sub("", city), words().readings)) for city in cities)
            for kind, english in english_names()["regions"].items():
                if group.endswith(kind):
                    for name in (joined, *(f"{joined} {word}" for word in english)):
                        known.english[name] += [e for e in known.exact.get(plain(group), []) if e not in known.english[name]]


def _agencies_in_english(known: Gazetteer) -> None:
    for chinese, names in english_names()["agencies"].items():
        for name in (plain(name) for name in names):
            if " " in name or stem_of(name, words()) is None:  # MOST is a word too
                known.english[name] += known.exact.get(plain(chinese), [])
                for form in _ministry_names(name):
                    known.english[form] += [e for e in known.exact.get(plain(chinese), []) if e not in known.english[form]]
            for ministry, place, organ in _counterparts(known, plain(chinese)):
                if ministry and name.startswith(("ministry of ", "national ")):
                    for form in _organ_names(name, place):
                        if organ not in known.english[form]:
                            known.english[form].append(organ)


def _ministry_names(name: str) -> Iterator[str]:
    """Ministry of Ecology and Environment → ecology and environment ministry, and either field alone with ministry."""
    if not name.startswith("ministry of "):
        return
    field = name.removeprefix("ministry of ")
    for part in {field, *re.split(r", and |, | and ", field)}:
        yield f"{part} ministry"
        yield f"ministry of {part}"


def _counterparts(known: Gazetteer, name: str) -> Iterator[tuple[Entity, str, Entity]]:
    """An agency of the centre, a province in pinyin and its organ that answers to it."""
    for agency in known.exact.get(name, []):
        for place, organ in known.counterparts.get(agency.value, ()):
            yield agency, "".join(syllables(_SUFFIX.sub("", place), words().readings)), organ


def _organ_names(name: str, place: str) -> Iterator[str]:
    """Ministry of Water Resources → hubei department of water resources, hubei water resources department, … of hubei.

    National Energy Administration → hubei energy administration; who says only the first of two fields (culture and tourism)
    means the same organ.
    """
    own = name.replace("ministry of", "department of").removeprefix("national ")
    names = {own}
    if own.startswith("department of "):
        field = own.removeprefix("department of ")
        first = field.partition(" and ")[0].partition(", ")[0]
        names |= {f"{kind} {part}" for part in (field, first) for kind in ("department of", "dept of")}
        names |= {f"{part} {kind}" for part in (field, first) for kind in ("department", "dept", "bureau")}
    for one in names:
        yield from (f"{place} {one}", f"{place} provincial {one}", f"{place}'s {one}", f"provincial {one}", f"{one} of {place}")
        yield f"{one} in {place}"


def _documents_in_english(known: Gazetteer) -> None:
    """A kind of document in English (division plan) is each work whose title ends so."""
    for chinese, names in english_names()["documents"].items():
        meant = [title.entity for title in known.titles if title.rank == 1 and title.text.endswith(chinese)]
        meant += [
            thing for name, things in known.exact.items() if name.endswith(chinese) for thing in things if thing.kind == "work"
        ]
        for name in names:
            known.english[name] += [entity for entity in dict.fromkeys(meant) if entity.kind in ("document", "work")]


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


def _publishers_in_english(known: Gazetteer) -> None:
    """A newspaper stands for the documents it published."""
    for chinese, names in english_names()["publishers"].items():
        meant = dict.fromkeys(t.entity for t in known.titles if t.rank == _PUBLISHER and t.text == plain(chinese))
        for name in names:
            known.english[plain(name)] += meant


def _topics_in_english(known: Gazetteer) -> None:
    """Words for indicators and fields: the category or indicator of that name, else the word itself as the texts have it."""
    for kind in ("indicator", "topic"):
        for chinese, names in english_names()[f"{kind}s"].items():
            said = [Entity(k, chinese, chinese) for k, text in known.said.items() if chinese in text]
            own = [Entity(kind, chinese, chinese)] if kind == "indicator" else said
            for name in names:
                if not name.isascii():  # what people say for it in Chinese: 人均GDP, 社零
                    known.exact[plain(name)] += own
                    continue
                known.english[name] += [*(e for e in known.exact.get(chinese, []) if e.kind in ("category", "indicator")), *own]


def _resolvers(store: QueryStore) -> Callable[[], list[AgencyResolver]]:
    """For the organs of each province that the documents name: 省水利厅 is one of theirs."""
    codes = [code[1] for (place,) in _rows(store, "jurisdictions") if (code := _CODE.search(place))]

    @cache
    def read() -> list[AgencyResolver]:
        from loaders.link.agencies import AgencyResolver  # loaded where a question names an organ: most do not
        from loaders.registry import load_registry

        return [AgencyResolver(load_registry(), code) for code in codes]

    return read
