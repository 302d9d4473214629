"""Whether each rule looked at anything: a rule with a misspelt target finds nothing, and looks as if all were well."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import NamedNode

from zhengtu import graphs, sparql
from zhengtu.graphs import ZT
from zhengtu.paths import resource_dir
from zhengtu.query.header import Text
from zhengtu.query.table import printed
from zhengtu.store.protocol import QueryStore
from zhengtu.validate.audit import COMPONENT, instances
from zhengtu.validate.finding import Finding, Looked, Where
from zhengtu.validate.rules import SHAPES, Rule, Severity

_NAME = Text("每项检查都检查到了对象", "Every check looked at something")
_WHY = Text("没有检查到任何对象的检查，不报问题也不说明没有问题。", "A check that looked at nothing proves nothing.")
_TODO = Text(
    "核对检查的对象是否写对；图谱里本来就可以没有这类对象的，列入 shapes/may-be-empty.toml。",
    "See that its target is spelt right; list it in shapes/may-be-empty.toml where there need be no such node.",
)


def may_be_empty(folder: Path | None = None) -> dict[str, str]:
    """Names of the rules that may look at nothing, with the reason."""
    path = (folder or resource_dir("shapes")) / "may-be-empty.toml"
    if not path.is_file():
        return {}
    listed: dict[str, str] = tomllib.loads(path.read_text("utf-8"))["empty"]
    return listed


def findings(store: QueryStore, looked: Iterable[Looked], folder: Path | None = None) -> Iterator[Finding]:
    """A violation for a target the ontology does not declare or that has nodes nobody looked at; a warning for none."""
    allowed, declared = may_be_empty(folder), _declared(store)
    for entry in looked:
        strangers = [n for n in entry.rule.classes if declared and n.startswith(ZT) and n not in declared]
        if strangers:
            yield _finding(entry.rule, "violation", _undeclared(entry.rule, strangers))
        elif not entry.nodes and not entry.rule.sparql and any(instances(store, n) for n in entry.rule.classes):
            if entry.rule.local not in allowed:
                yield _finding(entry.rule, "violation", _nothing(entry.rule))
        elif not entry.nodes and entry.rule.local not in allowed:
            yield _finding(entry.rule, "warning", _nothing(entry.rule))


def _declared(store: QueryStore) -> set[str]:
    name = graphs.named(graphs.base_of(store.graphs()), "ontology")
    rows = store.select(sparql.text(__file__, "declared.rq"), {"ontology": NamedNode(name)})
    terms = {printed(row[0]) for row in rows}
    return terms if any(term.startswith(ZT) for term in terms) else set()


def _nothing(rule: Rule) -> Text:
    return Text(f"检查“{rule.name.zh}”没有检查到任何对象", f"the check “{rule.name.en}” looked at nothing")


def _undeclared(rule: Rule, names: list[str]) -> Text:
    listed = " ".join(name.removeprefix(ZT) for name in names)
    return Text(
        f"检查“{rule.name.zh}”的对象 {listed} 在本体中没有定义",
        f"the check “{rule.name.en}” is for {listed}, which the ontology does not define",
    )


def _finding(rule: Rule, severity: Severity, what: Text) -> Finding:
    about = Rule(SHAPES + "matched-nothing", _NAME, what, _WHY, _TODO, severity, "graph", rule.classes)
    return Finding(about, what, Where(title=rule.local), None, rule.iri, COMPONENT, mark=rule.local)
