"""Why a project stands in no one place, as a reader tells from its name; most names tell nothing of the kind."""

import pytest

from loaders.extract.projects.lexicon import no_place_reason


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("农村人居环境整治提升行动", "programme"),
        ("数字素养提升计划", "programme"),
        ("生物多样性保护重大工程", "programme"),
        ("中国国际消费品博览会", "occasion"),
        ("长江保护与发展论坛", "occasion"),
        ("社会保障“一卡通”", "service"),
        ("国际贸易（“单一窗口”）", "service"),
        ("公共资源交易信息平台", "service"),
        ("中欧班列", "service"),
        ("引江补汉工程", ""),
        ("森林质量精准提升工程", ""),  # a programme to us, but a reservoir's 提升工程 is a site
        ("国家医学中心", ""),
        ("会展中心", ""),
        ("阳逻港", ""),
        ("", ""),
    ],
)
def test_reason(name, reason):
    assert no_place_reason(name) == reason
