"""The place or subject a figure is said of, at the start of its clause: 武汉都市圈, 全省, 襄阳、宜昌, 每个县."""

from __future__ import annotations

import re

_PROVINCES = (
    "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 "
    "重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 "
    "香港 澳门 台湾"
)
_CITIES = (
    "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 "
    "吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 "
    "巴彦淖尔 乌兰察布 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 长春 四平 辽源 通化 "
    "白山 松原 白城 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 "
    "伊春 佳木斯 七台河 牡丹江 黑河 绥化 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 "
    "宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 合肥 "
    "芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 "
    "龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 "
    "宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 "
    "平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 "
    "商丘 信阳 周口 驻马店 济源 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 "
    "神农架 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 "
    "永州 怀化 娄底 湘西 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 "
    "潮州 揭阳 云浮 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 "
    "玉林 百色 贺州 河池 来宾 崇左 海口 三亚 三沙 儋州 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 "
    "宜宾 广安 达州 雅安 巴中 资阳 贵阳 六盘水 遵义 安顺 毕节 "
    "铜仁 黔西南 黔东南 黔南 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 拉萨 日喀则 昌都 林芝 山南 那曲 西安 铜川 宝鸡 "
    "咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 "
    "天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 西宁 海东 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密"
)
_SUFFIX = "省(?![域会级际])|市(?![场政民域区县])|县(?![域城级])|自治[区州县]|地区(?![生产])|新区|高新区|经开区|开发区"
_REGION = "都市圈|城市圈|城市群|经济圈|经济带|生态带|流域|示范区|先行区|大湾区|创新走廊|科创走廊|自贸区|试验区"
_NAMED = "(?:" + "|".join(sorted((_PROVINCES + " " + _CITIES).split(), key=len, reverse=True)) + ")"
_OVERALL = (
    "全国|全省|全市|全县|全区(?!域)|全州|全域|全球|全流域|全行业|全系统|我国|我省|我市|我县|我区|"
    "[两三四五]省(?:[一两]?市)?|"
    "[一-鿿]{1,2}两[省市地]|(?<![一-鿿])[两三四五六七八九][市县区]|"
    "双方|三方|[甲乙丙]方|河西走廊|试点(?:城市|地区)|流域内|周边国家|长三角|珠三角|京津冀|粤港澳|成渝(?:地区)?|长株潭|环渤海|国内(?!生产)|省内|市内|区内|圈内|区域内|毗邻地区|规划区"
)
_ONE = (
    rf"(?:{_NAMED}(?:{_SUFFIX})?(?:[一-鿿]{{0,8}}?(?:{_REGION})|[一-鿿]{{2,3}}(?:县|(?<![城园社景片街地灌库牧山郊矿林小辖老校厂])区|市)(?![域场政民])|涉及地区|"
    rf"片区|主城区|辖区|境内|城区)?|"
    rf"(?<![一-鿿])[一-鿿]{{2,9}}?(?:{_REGION})|{_OVERALL})"
)
_COUNTY = r"(?<![一-鿿])[一-鿿]{2,3}(?:(?<![困贫范大强点部个])县|(?<![城上])市)(?![域场政民级内值])"
_EACH = (
    r"每(?:个|座)?(?:省份?|地级市|地市|市州?|县[（(]市、区[）)]|县区?|乡镇|镇街|街道|社区|行政村|村|园区|区县|设区市|盟市)|"
    r"各(?:省份?|市(?:[（(]州[）)]|州)?|地市|县(?:[（(]市、区[）)])?|区|乡镇|地)"
)
_APPOSED = "(?:省域副中心|副中心|国家中心|中心|节点|区域性中心|核心)城市"
NAMED = re.compile(_NAMED)
PLACE = re.compile(rf"(?:{_ONE}|{_COUNTY})")
SUBJECT = re.compile(
    rf"(?:{_APPOSED})?(?P<places>(?:{_EACH}|(?:{_ONE}|{_COUNTY})(?:(?:、|和|与|及)(?:{_ONE}|"
    rf"{_COUNTY}))*))(?:{_APPOSED})?(?P<link>(?:范围)?(?:内|等地|等)?(?:的)?)"
)
_FIELD = re.compile("(?P<field>(?:[一-鿿]{2,6}、)+[一-鿿]{2,6}等(?:重点)?(?:领域|行业|地区|环节))(?=[一-鿿A-Z]{2})")
"""工业、农业、交通等领域."""
_FACILITY = re.compile("[一-鿿]{0,4}?(?:机场|陆港|新港|港区|口岸|火车站|综保区|综合保税区)")
_DOES = re.compile("(?:累计|已|将|年内|全年|新)*(?:开行|完成|实现|新增|建成|引进|集聚|拥有)")
"""A facility named after a place is the subject where it does something, else a part of the indicator's name."""
_ZONE = re.compile(
    "(?P<zone>示范区|试验区|先行区|园区|开发区|高新区|片区)(?=[一-鿿A-Z]{4})(?!数量|面积|个数|建设|总数|内|以|覆盖)"
)
SPLIT = re.compile("、|和|与|及")


def subject(words: str) -> tuple[str, str]:
    """``words`` split into the place it starts with (blank if none) and the rest."""
    m = SUBJECT.match(words)
    if m is None:
        zone = _FIELD.match(words) or _ZONE.match(words)
        return (zone[1], words[zone.end() :]) if zone else ("", words)
    if (seat := _FACILITY.match(words, m.end())) is not None and not m["link"]:
        return (words[: seat.end()], words[seat.end() :]) if _DOES.match(words, seat.end()) else ("", words)
    inner = SUBJECT.match(words, m.end())
    return (words[: inner.end("places")], words[inner.end() :]) if inner else (m["places"], words[m.end() :])


def members(scope: str) -> list[str]:
    """襄阳、宜昌 → [襄阳, 宜昌]; a single place → itself."""
    return [s for s in SPLIT.split(scope) if s]
