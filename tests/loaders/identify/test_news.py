"""News: headline, medium, day, and the works it reports without carrying them."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.model import Identity
from tests.loaders.helpers import staged

FRONT = '---\ntitle: "两省携手共治跨界河流"\ndate: 2024-05-06 09:00:00 +0800\ntags: 某某日报\n---\n'
LEAD = "本报讯（记者张三）5月5日，甲省水利厅与乙省水利厅在某市签署《跨界河流联保共治协议》。"
REST = "根据协议，双方将建立联席会议制度，共同开展巡查，加强信息共享。据介绍，跨界河流全长320公里。"


def identity(text: str, suffix: str = ".md") -> Identity:
    return staged(text, suffix).identity


def test_headline_day_and_medium_from_front_matter() -> None:
    found = identity(f"{FRONT}{LEAD}\n\n{REST}\n")
    assert (found.genre, found.headline, found.title) == ("news", "两省携手共治跨界河流", "两省携手共治跨界河流")
    assert found.published == date(2024, 5, 6)
    assert found.main == -1


def test_the_credited_source_is_the_medium_not_the_site() -> None:
    found = identity(f"{FRONT}{LEAD}\n\n{REST}\n\n（文章来源：江南日报）\n")
    assert found.publisher == "江南日报"


@pytest.mark.parametrize(
    "head",
    [
        "两省携手共治跨界河流\n2024年05月06日 江南日报\n",
        "某水利网\n首页 » 要闻 » 两省携手\n\n两省携手共治跨界河流\n\n2024年05月06日  江南日报\n",
        "两省携手共治跨界河流\n\n2024-05-06 08:30 来源：江南日报\n",
    ],
)
def test_headline_day_and_medium_from_the_page(head: str) -> None:
    found = identity(f"{head}\n{LEAD}\n\n{REST}\n", ".txt")
    assert (found.genre, found.headline) == ("news", "两省携手共治跨界河流")
    assert (found.published, found.publisher) == (date(2024, 5, 6), "江南日报")


@pytest.mark.parametrize(
    ("lead", "title", "kind"),
    [
        (LEAD, "跨界河流联保共治协议", "Agreement"),
        (
            "近日，国务院办公厅印发《居家适老化改造提升行动方案》。记者了解到，方案明确了目标。",
            "居家适老化改造提升行动方案",
            "Plan",
        ),
        ("《水网建设规划》（以下简称《规划》）提出，到2030年建成水网。据介绍，规划期限十年。", "水网建设规划", "Plan"),
        ("日前，省水利厅出台了《水网建设若干措施》。据介绍，措施共十条。", "水网建设若干措施", "Plan"),
    ],
)
def test_the_work_it_reports(lead: str, title: str, kind: str) -> None:
    found = identity(f"{FRONT}{lead}\n\n{REST}\n")
    assert [(w.title, w.kind, w.carried) for w in found.works] == [(title, kind, False)]


def test_a_work_of_the_past_is_background() -> None:
    lead = "2015年，《水网建设规划》印发。5月5日，两省签署《跨界河流联保共治协议》。"
    found = identity(f"{FRONT}{lead}\n\n{REST}\n")
    assert [w.title for w in found.works] == ["跨界河流联保共治协议"]


def test_no_part_of_a_report_is_taken_for_an_instrument() -> None:
    found = identity(f"{FRONT}{LEAD}\n\n{REST}\n\n**携手共治**\n\n双方将共同开展巡查。\n")
    assert not any(w.carried for w in found.works)


def test_a_text_of_no_known_kind_is_called_so() -> None:
    found = identity("春江潮水连海平，海上明月共潮生。\n滟滟随波千万里，何处春江无月明。\n", ".txt")
    assert (found.genre, found.works, found.main) == ("other", (), -1)
    assert found.title == ""  # better none than the file's name
