import posixpath
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengtu.site.address import in_language, page_of, relative, split

SAFE = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~")


def test_a_plain_iri_keeps_its_name():
    assert page_of("doc/hubei-division-2022-16") == "doc/hubei-division-2022-16.html"
    assert page_of("work/fagaiguihua-2022-266/task/4.1") == "work/fagaiguihua-2022-266/task/4.1.html"
    assert page_of("place/420100") == "place/420100.html"


def test_an_encoded_name_is_spelt_in_letters():
    page = page_of("doc/%E5%8D%81%E5%9B%9B%E4%BA%94%E8%A7%84%E5%88%92")  # 十四五规划
    assert page.startswith("doc/shisiwuguihua~")
    assert set(page) <= SAFE | {"/"}


def test_names_that_differ_have_files_that_differ():
    names = ["doc/%E7%94%B2", "doc/%E8%83%9B", "doc/jia", "doc/JIA%20", "doc/%E7%94%B2%20"]  # 甲 胛 read alike
    assert len({page_of(name) for name in names}) == len(names)


@pytest.mark.parametrize("stem", ["..", ".", "con", "NUL.txt", "a%2F..%2F..%2Fb", "%00", "x" * 300, "-", "%E2%80%AE", "a.", ""])
def test_no_name_leads_out_of_the_folder_or_is_refused_by_a_system(stem):
    file = page_of(f"doc/{stem}")
    folder, name = file.split("/")
    assert folder == "doc"
    assert posixpath.normpath(file) == file
    assert set(name) <= SAFE
    assert len(name) <= 120
    assert not name.startswith(".")
    assert name.split(".")[0].lower() not in ("con", "nul")


@given(
    st.lists(st.sampled_from(["a", "b-c", "中", "x~1"]), min_size=1, max_size=4),
    st.lists(st.sampled_from(["a", "b-c", "中", "d#"]), min_size=1, max_size=4),
)
def test_a_relative_link_leads_there(here, there):
    """What a browser makes of the link on the page is the path meant."""
    here, there = "/".join(here) + ".html", "/".join(part.replace("#", "") for part in there) + ".html"
    link = relative(here, f"{there}#c1-2")
    path, _, fragment = link.partition("#")
    assert fragment == "c1-2"
    resolved = posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(path))) if path else here
    assert resolved == there


def test_pages_have_a_language_and_files_have_none():
    assert in_language("en", "tasks.html#t-1") == "en/tasks.html#t-1"
    assert in_language("en", "static/site.css") == "static/site.css"
    assert split("en/doc/a.html") == ("en", "doc/a.html")
    assert relative("en/doc/a.html", "static/site.css") == "../../static/site.css"
