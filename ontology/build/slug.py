"""Readable, stable IRI slugs: pinyin of the words of a Chinese name."""

from __future__ import annotations

import logging
import re

import jieba
from pypinyin import Style, lazy_pinyin, load_single_dict

jieba.setLogLevel(logging.WARNING)
for _word in (
    "都市圈",
    "城市圈",
    "城市群",
    "示范区",
    "试验区",
    "大走廊",
    "新区",
    "三角洲",
    "国家公园",
    "委员会",
    "办公室",
    "管理局",
    "联合会",
):
    jieba.add_word(_word)
# The reading that names of places and organs use, where a character stands alone.
load_single_dict({ord("长"): "cháng,zhǎng", ord("厦"): "xià,shà", ord("行"): "háng,xíng", ord("重"): "chóng,zhòng"})


def slug(name: str) -> str:
    """``发展和改革委员会`` → ``fazhan-he-gaige-weiyuanhui``; ASCII letters, digits and hyphens only."""
    words = jieba.lcut(name, HMM=False)
    spelled = ("".join(lazy_pinyin(word, style=Style.NORMAL, v_to_u=False)) for word in words)
    cleaned = (re.sub(r"[^a-z0-9]+", "", word.lower()) for word in spelled)
    return "-".join(word for word in cleaned if word)
