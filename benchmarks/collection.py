"""A collection of any size with the shape of the shipped corpus, built through the real loaders; the same on every run.

Each copy of the five texts is about another region: its name, the document numbers and the cities are replaced, the same way
throughout the copy, so that plan, division plan, reports and agreement still belong together and to no other copy.
"""

from __future__ import annotations

import random
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REGION = "长江中游城市群"
CITIES = (
    "武汉 长沙 南昌 合肥 黄石 鄂州 孝感 黄冈 咸宁 仙桃 天门 潜江 襄阳 宜昌 荆州 荆门 岳阳 常德 益阳 株洲 湘潭 衡阳 娄底 九江 景德镇 "
    "抚州 萍乡 宜春 新余 鹰潭 上饶 郑州 洛阳 开封 南阳 信阳 太原 大同 长治 晋城 济南 青岛 烟台 潍坊 临沂 石家庄 唐山 保定 邯郸 沧州 "
    "成都 绵阳 宜宾 泸州 德阳 西安 宝鸡 咸阳 汉中 榆林 兰州 天水 酒泉 庆阳 南宁 柳州 桂林 梧州 贵阳 遵义 安顺 昆明 曲靖 玉溪"
).split()
RIVERS = "松江 淮河 沅水 汉水 赣江 珠江 辽河 海河 渭河 闽江 清江 桂江 岷江 嘉陵江 洛河 汾河 沂河 湘水 资水 澧水".split()
_NUMBER = re.compile(r"(〔2022〕|\(2022\) ?)(\d+)(?=号)")
_CITY = re.compile("|".join(sorted(CITIES, key=len, reverse=True)))


def write(folder: Path, copies: int) -> list[Path]:
    """Write ``copies`` of the corpus, the first unchanged; the paths."""
    manifest = tomllib.loads((ROOT / "corpus" / "manifest.toml").read_text("utf-8"))
    sources = [ROOT / "corpus" / entry["file"] for entry in manifest["document"]]
    written = []
    for copy in range(copies):
        for source in sources:
            path = folder / (source.name if not copy else f"{source.stem}-{copy:04}{source.suffix}")
            path.write_text(source.read_text("utf-8") if not copy else _changed(source.read_text("utf-8"), copy), "utf-8")
            written.append(path)
    return written


def _changed(text: str, copy: int) -> str:
    rng = random.Random(copy)
    other = dict(zip(CITIES, rng.sample(CITIES, len(CITIES)), strict=True))
    text = text.replace(REGION, f"{RIVERS[copy % len(RIVERS)]}第{copy}城市群")
    text = _NUMBER.sub(lambda number: f"{number[1]}{int(number[2]) + 1000 * copy}", text)
    return _CITY.sub(lambda city: other[city.group()], text)
