"""A font that has Chinese characters: the one that comes with the extra ``picture``, else one of the system's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengtu.graph.errors import GraphError
from zhengtu.messages import say

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

# Families of the systems people have: Linux (Noto, Source Han, WenQuanYi), macOS, Windows.
FAMILIES = (
    *("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Noto Sans CJK JP", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei"),
    *("PingFang SC", "Heiti SC", "STHeiti", "Hiragino Sans GB", "Microsoft YaHei", "SimHei", "SimSun"),
)


def chinese() -> FontProperties:
    """The font for labels.  Raises ``GraphError`` where there is none."""
    from matplotlib.font_manager import FontProperties, fontManager

    try:
        from pylopdf_fonts_zh_cn import sans_path
    except ImportError:
        known = {font.name: font.fname for font in fontManager.ttflist}
        path = next((known[family] for family in FAMILIES if family in known), None)
        if path is None:
            raise GraphError(say("graph.no_font")) from None
        return FontProperties(fname=path)
    return FontProperties(fname=str(sans_path()))
