"""A corpus of small invented texts, and what a store holds as canonical bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhengtu.build import terms
from zhengtu.export import export
from zhengtu.store import open_store

TEXTS = {
    "plan.txt": """示范城市群发展实施方案
    示发改〔2030〕5号
    一、总体要求
    （一）指导思想。坚持统筹协调。
    二、主要任务
    （二）完善综合交通。建设武汉至长沙铁路。（国家发展改革委、交通运输部负责）
    （三）共建港口群。到2035年港口吞吐量达到5亿吨。（交通运输部牵头，国家发展改革委参加）
    """,
    "news.md": "# 示范新闻\n\n3月15日，国家发展改革委印发《示范城市群发展实施方案》。\n",
    "agreement.txt": """武汉市、长沙市签署合作协议

2031年5月19日，武汉市、长沙市签署《武长合作协议》，达成两点合作协议。

规划同编

共同编制规划。
""",
}


@pytest.fixture
def light(monkeypatch) -> None:
    """Builds without the registries, which these tests do not look at: several times faster."""
    chosen = [path for path in terms.files() if path.stem in ("zhengtu", "alignments")]
    monkeypatch.setattr(terms, "files", lambda: chosen)


@pytest.fixture
def texts(tmp_path, light) -> Path:
    """The folder of the texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def canonical(place) -> bytes:
    """The store as canonical N-Quads."""
    with open_store(str(place)) as store:
        return b"".join(export(store, "nquads"))


def graph_lines(content: bytes, graph: str) -> list[bytes]:
    """The lines of one graph, named below the base."""
    return [line for line in content.splitlines() if line.endswith(f"/graph/{graph}> .".encode())]
