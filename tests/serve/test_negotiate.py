"""``Accept`` and ``Accept-Language`` as RFC 9110 §12.5 says."""

import pytest

from zhengtu.serve.negotiate import best, language

OFFERED = ("text/turtle", "application/ld+json", "text/html")


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "text/turtle"),
        ("*/*", "text/turtle"),
        ("text/html", "text/html"),
        ("TEXT/HTML", "text/html"),
        ("application/ld+json;q=0.5, text/html;q=0.9", "text/html"),
        ("application/ld+json; profile=x; q=0.9, text/html;q=0.1", "application/ld+json"),
        ("text/*;q=0.3, text/html;q=0.7, */*;q=0.5", "text/html"),  # RFC 9110 §12.5.1: the most specific range counts
        ("text/turtle;q=0, */*", "application/ld+json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),  # a browser
        ("image/png", None),
        ("text/turtle;q=0", None),
        ("text/turtle;q=high", None),
        (",,;;q=1,", "text/turtle"),
    ],
)
def test_the_type_liked_best(accept, chosen):
    assert best(accept, OFFERED) == chosen


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", ""),
        ("en-US,en;q=0.9", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("fr, en;q=0.5, zh;q=0.7", "zh"),
        ("de", ""),
        ("en;q=0, zh;q=0.1", "zh"),
    ],
)
def test_the_language_liked_better(accept, chosen):
    assert language(accept) == chosen
