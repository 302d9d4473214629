"""The embedded store: a build shows whole or not at all, and a reader keeps what it opened."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.store.conftest import quad
from zhengtu.store import EmbeddedStore, StoreBusy, StoreError, StoreMissing, new_generation

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


def size(store) -> int:
    return int(next(iter(store.select(COUNT)))[0].value)


def fill(path, count: int) -> None:
    with new_generation(path) as writer:
        writer.add(quad(f"task/{i}", "title", str(i)) for i in range(count))


def folders(path) -> list[str]:
    return sorted(p.name for p in (path / "generations").iterdir() if p.is_dir())


def test_nothing_built_yet(tmp_path):
    for place in (tmp_path, tmp_path / "none"):
        with pytest.raises(StoreMissing, match="zhengtu build"):
            EmbeddedStore(place)


def test_a_reader_keeps_its_generation_while_builds_go_on(tmp_path):
    fill(tmp_path, 1)
    with EmbeddedStore(tmp_path) as first:
        for count in (2, 3, 4, 5):
            with new_generation(tmp_path) as writer:
                writer.add(quad(f"task/{i}", "title", str(i)) for i in range(count))
                with EmbeddedStore(tmp_path) as during:
                    assert size(during) == count - 1
            with EmbeddedStore(tmp_path) as after:
                assert size(after) == count
            assert size(first) == 1
    assert folders(tmp_path) == ["000001", "000004", "000005"]
    fill(tmp_path, 6)
    assert folders(tmp_path) == ["000005", "000006"]


def test_a_reader_in_another_process_keeps_its_generation(tmp_path):
    fill(tmp_path, 1)
    code = (
        "import sys; from pathlib import Path; from zhengtu.store import EmbeddedStore\n"
        "s = EmbeddedStore(Path(sys.argv[1])); print('open', flush=True); sys.stdin.readline()\n"
        "print(len(list(s.quads())))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stdout.readline() == "open\n"
        for count in (2, 3, 4):
            fill(tmp_path, count)
        assert "000001" in folders(tmp_path)
        assert reader.communicate("\n")[0] == "1\n"
    fill(tmp_path, 5)
    assert folders(tmp_path) == ["000004", "000005"]


def test_a_failing_build_leaves_the_last_good_one(tmp_path):
    fill(tmp_path, 2)

    def midway():
        yield quad("task/9", "title", "9")
        raise RuntimeError("midway")

    with pytest.raises(RuntimeError, match="midway"), new_generation(tmp_path) as writer:
        writer.add(midway())
    assert folders(tmp_path) == ["000001"]
    with EmbeddedStore(tmp_path) as store:
        assert size(store) == 2


def test_a_killed_build_leaves_the_last_good_one_and_is_cleared_away(tmp_path):
    fill(tmp_path, 2)
    code = (
        "import sys, os; from pathlib import Path; from zhengtu.store import new_generation\n"
        "with new_generation(Path(sys.argv[1])) as w: os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False).returncode == 9
    assert folders(tmp_path) == ["000001", "000002.partial"]
    with EmbeddedStore(tmp_path) as store:
        assert size(store) == 2
    fill(tmp_path, 3)
    assert folders(tmp_path) == ["000001", "000002"]


def test_one_writer_at_a_time(tmp_path):
    with new_generation(tmp_path) as writer:
        writer.add([quad("task/1", "title", "1")])
        with pytest.raises(StoreBusy), new_generation(tmp_path):
            pass
    with EmbeddedStore(tmp_path) as store:
        assert size(store) == 1


def test_carry_over_starts_from_what_is_there(tmp_path):
    fill(tmp_path, 2)
    with new_generation(tmp_path, carry_over=True) as writer:
        assert size(writer) == 2
        writer.add([quad("task/9", "title", "9")])
    with EmbeddedStore(tmp_path) as store:
        assert size(store) == 3


def test_carry_over_of_nothing(tmp_path):
    with pytest.raises(StoreMissing), new_generation(tmp_path, carry_over=True):
        pass
    assert folders(tmp_path) == []


def test_a_folder_with_other_things_is_not_used(tmp_path):
    (tmp_path / "thesis.docx").touch()
    with pytest.raises(StoreError, match="别的内容"), new_generation(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


@pytest.mark.parametrize("place", ["a-file/store", "a-file"])
def test_an_unwritable_place(tmp_path, place):
    (tmp_path / "a-file").touch()
    with pytest.raises(StoreError, match="无法写入") as caught, new_generation(tmp_path / place):
        pass
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("damage", ["pointer", "database"])
def test_a_damaged_store_says_so_and_can_be_built_anew(tmp_path, damage):
    fill(tmp_path, 1)
    if damage == "pointer":
        (tmp_path / "CURRENT").write_text("?")
    else:
        (tmp_path / "generations" / "000001" / "CURRENT").unlink()
    with pytest.raises(StoreError, match="zhengtu build"):
        EmbeddedStore(tmp_path)
    fill(tmp_path, 3)
    with EmbeddedStore(tmp_path) as store:
        assert size(store) == 3


def test_a_closed_store_says_so(tmp_path):
    fill(tmp_path, 1)
    store = EmbeddedStore(tmp_path)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="已关闭"):
        store.graphs()


def test_a_full_build_is_merged_however_many_writes_it_took(tmp_path):
    with new_generation(tmp_path) as writer:
        for part in range(5):
            writer.add(quad(f"task/{part}-{i}", "title", str(i)) for i in range(10))
    with EmbeddedStore(tmp_path) as store:
        assert size(store) == 50
        assert len(store.stamps()) == 1
    indexes = 12  # RocksDB column families of an Oxigraph database: nine orders of a quad, terms, graphs, itself
    assert len(list((tmp_path / "generations" / "000001").glob("*.sst"))) <= indexes
