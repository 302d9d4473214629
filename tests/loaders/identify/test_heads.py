"""Heads of official documents (GB/T 9704-2012 §7): title, number, issuer, addressees, date."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.model import Identity, WorkIdentity
from tests.loaders.helpers import staged

BODY = "为做好有关工作，现通知如下。\n一、加强领导。各地要高度重视。\n二、压实责任。各部门要密切配合。\n"


def identity(text: str) -> Identity:
    return staged(text).identity


def work(text: str) -> WorkIdentity:
    found = identity(text)
    assert found.main >= 0
    return found.works[found.main]


def notice(above: str = "", to: str = "各市（州）人民政府，省政府各部门：\n", below: str = "某省水利厅\n2024年3月5日\n") -> str:
    return f"{above}关于做好水网建设有关工作的通知\n某水办〔2024〕5号\n\n{to}{BODY}\n{below}"


@pytest.mark.parametrize(
    ("below", "issuers"),
    [
        ("湖北省水利厅\n2024年3月5日\n", ["湖北省水利厅"]),
        ("湖北省水利厅　湖北省财政厅\n2024年3月5日\n", ["湖北省水利厅", "湖北省财政厅"]),
        ("湖北省水利厅\n湖北省财政厅\n湖北省自然资源厅\n2024年3月5日\n", ["湖北省水利厅", "湖北省财政厅", "湖北省自然资源厅"]),
        ("湖北省水利厅（盖章）\n2024年3月5日\n", ["湖北省水利厅"]),
        ("水 利 部\n2024年3月5日\n", ["水利部"]),
        ("国务院办公厅\n2024年3月5日\n（此件公开发布）\n", ["国务院办公厅"]),
        (
            "湖北省水利厅\n2024年3月5日\n抄送：省委办公厅，省人大常委会办公厅。\n湖北省水利厅办公室　2024年3月6日印发\n",
            ["湖北省水利厅"],
        ),
    ],
)
def test_who_signs(below: str, issuers: list[str]) -> None:
    assert [m.text for m in work(notice(below=below)).issuers] == issuers


@pytest.mark.parametrize(
    ("title", "number", "issuers"),
    [
        ("湖北省水利厅关于做好水网建设工作的通知", "鄂水利发〔2024〕5号", ["湖北省水利厅"]),
        ("湖北省水利厅、湖北省财政厅关于做好水网建设工作的通知", "鄂水利发〔2024〕5号", ["湖北省水利厅", "湖北省财政厅"]),
        ("水利部 财政部关于做好水网建设工作的通知", "水规计〔2024〕5号", ["水利部", "财政部"]),
        ("关于做好水网建设工作的通知", "鄂政办发〔2024〕5号", ["湖北省人民政府办公厅"]),
        ("关于做好水网建设工作的通知", "国发〔2024〕5号", ["国务院"]),
    ],
)
def test_without_signature_the_title_tells_else_the_code(title: str, number: str, issuers: list[str]) -> None:
    text = f"{title}\n{number}\n各市（州）人民政府：\n{BODY}"
    assert [m.text for m in work(text).issuers] == issuers


@pytest.mark.parametrize(
    ("line", "units"),
    [
        ("各市（州）人民政府，省政府各部门：", ["各市（州）人民政府", "省政府各部门"]),
        ("各市、县（区）人民政府，省政府各部门：", ["各市、县（区）人民政府", "省政府各部门"]),
        (
            "各省、自治区、直辖市人民政府，国务院各部委、各直属机构：",
            ["各省、自治区、直辖市人民政府", "国务院各部委", "各直属机构"],
        ),
        ("江西省、湖北省、湖南省人民政府：", ["江西省人民政府", "湖北省人民政府", "湖南省人民政府"]),
        ("省水利厅、省财政厅，国网湖北电力公司:", ["省水利厅", "省财政厅", "国网湖北电力公司"]),
        ("你单位：", ["你单位"]),
    ],
)
def test_addressees(line: str, units: list[str]) -> None:
    assert [m.text for m in work(notice(to=f"{line}\n")).addressees] == units


@pytest.mark.parametrize(
    ("printed", "issued"),
    [
        ("2024年3月5日", date(2024, 3, 5)),
        ("二〇二四年三月五日", date(2024, 3, 5)),
        ("二○二三年十二月三十一日", date(2023, 12, 31)),
        ("2024 年 12 月 30 日", date(2024, 12, 30)),
    ],
)
def test_day_of_issue(printed: str, issued: date) -> None:
    assert work(notice(below=f"湖北省水利厅\n{printed}\n")).issued == issued


def test_a_date_inside_the_text_is_not_the_day_of_issue() -> None:
    text = notice(below="湖北省水利厅\n2024年3月5日\n").replace("现通知如下。", "2023年1月1日前报送，现通知如下。")
    assert work(text).issued == date(2024, 3, 5)


@pytest.mark.parametrize(
    "head",
    [
        "湖北省水利厅关于做好水网建设\n有关工作的通知\n",
        "湖北省水利厅\n关于做好水网建设有关工作的通知\n",
        "湖北省水利厅关于做好水网建设有关工作的通知\n",
    ],
)
def test_a_title_over_two_lines_is_one(head: str) -> None:
    text = f"{head}鄂水利发〔2024〕5号\n各市（州）人民政府：\n{BODY}湖北省水利厅\n2024年3月5日\n"
    assert "".join(work(text).title.split()) == "湖北省水利厅关于做好水网建设有关工作的通知"


def test_letterhead_and_number_above_the_title() -> None:
    text = f"湖北省人民政府文件\n鄂政发〔2024〕8号\n湖北省人民政府关于加强水网建设的意见\n各市（州）人民政府：\n{BODY}湖北省人民政府\n2024年3月5日\n"
    found = work(text)
    assert (found.title, found.number, found.kind) == ("湖北省人民政府关于加强水网建设的意见", "鄂政发〔2024〕8号", "Opinion")


def test_the_body_ends_before_the_signature() -> None:
    done = staged(notice(below="湖北省水利厅\n2024年3月5日\n"))
    body = done.text.slice(done.identity.body)
    assert "各部门要密切配合。" in body
    assert "湖北省水利厅" not in body
