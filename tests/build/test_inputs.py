"""Which files make a corpus, and what its manifest adds."""

from __future__ import annotations

import hashlib

import pytest

from tests.build.conftest import canonical, graph_lines
from zhengtu.build import build, collect


def names(inputs) -> list[str]:
    return [item.path.name for item in inputs.files]


def reasons(inputs) -> dict[str, str]:
    return {problem.path.name: problem.reason for problem in inputs.problems}


def test_a_folder_is_searched_through(tmp_path):
    for name in ("a.txt", "deep/er/b.md", "c.HTML", "d.htm", "e.docx", "f.pdf", ".hidden.txt", ".git/g.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    found = collect([tmp_path])
    assert sorted(names(found)) == ["a.txt", "b.md", "c.HTML", "d.htm", "e.docx", "f.pdf"]
    assert found.problems == []


def test_the_folders_own_papers_are_passed_over(tmp_path):
    for name in ("README.md", "readme.zh-CN.txt", "LICENSE", "LICENSE.txt", "CHANGELOG.md", "manifest.toml", "plan.txt"):
        (tmp_path / name).touch()
    assert names(collect([tmp_path])) == ["plan.txt"]
    assert collect([tmp_path]).problems == []
    assert names(collect([tmp_path / "README.md"])) == ["README.md"]  # named outright, it is meant


def test_an_unknown_format_is_reported(tmp_path):
    for name in ("plan.wps", "noextension"):
        (tmp_path / name).touch()
    found = reasons(collect([tmp_path]))
    assert found.keys() == {"plan.wps", "noextension"}
    assert ".wps" in found["plan.wps"]
    assert ".docx" in found["plan.wps"]


def test_what_is_not_a_file(tmp_path):
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nothing")
    found = reasons(collect([tmp_path, tmp_path / "missing.txt", tmp_path / "missing"]))
    assert "文件夹" in found["folder.txt"]
    assert all("不存在" in found[name] for name in ("dangling.txt", "missing.txt", "missing"))


def test_a_file_given_twice_counts_once(tmp_path):
    (tmp_path / "a.txt").touch()
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    found = collect([tmp_path / "a.txt", tmp_path, tmp_path / "." / "a.txt"])
    assert names(found) == ["a.txt"]
    assert found.problems == []


@pytest.mark.parametrize("order", [1, -1])
def test_a_second_file_of_the_same_name_is_reported(tmp_path, order):
    for name in ("a.md", "a.txt", "a.wps", "sub/a.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    found = collect([tmp_path / "a.txt", tmp_path / "a.md", tmp_path][::order])
    assert names(found) == ["a.md"]
    assert reasons(found).keys() == {"a.txt", "a.wps", "a.html"}
    assert "a.md" in reasons(found)["a.txt"]


def test_a_huge_text_is_reported_unread(tmp_path):
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(50 << 20)
    assert "50 MB" in reasons(collect([tmp_path]))["huge.txt"]


def manifest(folder, **entry) -> None:
    lines = [f'{key} = "{value}"' for key, value in entry.items()]
    (folder / "manifest.toml").write_text("\n".join(["[[document]]", *lines]), "utf-8")


def test_the_manifest_goes_into_the_provenance(texts, tmp_path):
    digest = hashlib.sha256((texts / "plan.txt").read_bytes()).hexdigest().upper()
    known = {"found_at": "https://example.org/p", "publisher": "示范网", "rights": "公有领域"}
    manifest(texts, file="plan.txt", sha256=digest, **known)
    report = build([texts], str(tmp_path / "store"))
    assert report.exit_code == 0
    lines = b"\n".join(graph_lines(canonical(tmp_path / "store"), "provenance")).decode()
    for value in ("<https://example.org/p>", '"示范网"@zh', '"公有领域"@zh', digest.lower()):
        assert value in lines
    assert str(tmp_path) not in lines


def test_a_file_that_does_not_match_its_hash_is_skipped(texts, tmp_path):
    manifest(texts, file="plan.txt", sha256="0" * 64)
    report = build([texts], str(tmp_path / "store"))
    assert sorted(report.loaded) == ["agreement", "news"]
    assert [(p.path.name, p.reason) for p in report.problems] == [("plan.txt", "与清单中的 SHA-256 不符")]
    assert report.exit_code == 3


def test_a_listed_file_that_is_not_there_is_reported(texts):
    manifest(texts, file="gone.txt")
    assert reasons(collect([texts])) == {"gone.txt": "文件不存在"}


@pytest.mark.parametrize(
    "text", ["[[document", "document = 1", "[[document]]\nsha256 = 'x'", "[[document]]\nfile='a'\nrights=1"]
)
def test_a_manifest_that_cannot_be_used_is_reported_and_the_rest_loads(texts, text):
    (texts / "manifest.toml").write_text(text)
    found = collect([texts])
    assert len(found.files) == 3
    assert "清单" in reasons(found)["manifest.toml"]
    assert "\n" not in reasons(found)["manifest.toml"]


def test_the_manifest_may_exclude(texts):
    (texts / "manifest.toml").write_text('exclude = ["new*", "sub/*"]')
    (texts / "sub").mkdir()
    (texts / "sub" / "notes.txt").touch()
    assert names(collect([texts])) == ["agreement.txt", "plan.txt"]
