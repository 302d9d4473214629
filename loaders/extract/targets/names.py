"""Numbers that are no figures: names, ordinals, dates, enumerations' own counts, conditions of a rule."""

from __future__ import annotations

import re

from loaders.extract.targets import words
from loaders.extract.targets.layout import Layout
from loaders.extract.targets.places import NAMED, PLACE
from loaders.extract.targets.scan import Quantity
from loaders.extract.targets.units import COUNTS, MONEY, RATIOS, SCALES, base_of

_NAME_BEFORE = re.compile(r"(?<!GDP)(?<=[A-Za-z+#№·〔\[×✕])$|平均水平[（(]$|[A-Za-z]-$|\d[.:：/-]$")
_NAME_AFTER = re.compile(r"\+|[×✕]|级|大(?!于|约|关)|周年|时速|[A-Za-z](?!W)")
_CLASS = re.compile("标准|水|区|用地|水体")
_ORDINAL = re.compile(r"(?:第|首[个家座条]|(?<!每)(?:星期|周)|卷|期|(?<!字)号|共?印|印数[:：]?|第[一二三四五六]批)\s?$")
_OWN_COUNT = re.compile(
    r"(?:等|这|该|上述|以上|以下|下列|其余|其他|其它|前|后|上|下|另外?|同|本|某|任何|每|与会|参会|到会|签约|涉及的|另有|连接|研究|所辖|下辖|一式|各执|[\d一二三四五六七八九]省)$"
)
_MEASURES_NOUN = re.compile(
    "成员|(?:具体|政策|工作|重点|支持|主要|改革)?(?:措施|举措|意见|政策|建议|规定|要求|任务|原则|方面|指标|内容|条款|协议|制度|机制|清单)"
)
_ATTENDS = re.compile(
    "(?:代表|负责人|嘉宾|专家|委员)?(?:前来)?(?:参加|出席|与会|列席|到会|听取|审议|表决)|[^，。；、\\n]{0,20}(?:参会|与会|到会)"
)
"""How many attend a meeting is no state of affairs."""
_RANKED_AMONG = re.compile("[一-鿿]{0,4}[县市区州城国省][（()）市区、]{0,5}中[一-鿿]{0,4}(?:第|排|位|居|列)")
"""总量在全省91个县（市）中排名第一: among how many it ranks."""
_FIELDS = re.compile("[一-鿿]{0,10}(?:领域|方面|环节|行业)")
"""在3个以上领域取得突破: how many fields names no state of affairs."""
_KIND = re.compile("(?!以[上下内]|左右|[的和与及、])[^，。；：、\\d\n]{1,12}")
_SUMS = re.compile("[^，,。；：、\\d\n]{2,12}?(?:包括(?!\\d)|分别(?:是|为)|主要(?:是|有|包括))")
"""15项交通项目包括…: what has been counted is listed."""
_LISTED = re.compile(
    "[^，,\\d。；：、\n达到为增有（）]{2,14}、[^，,\\d。；：\n达到为增有（）]{0,40}[一-鿿”](?<![等和与及其建成立入现到至或各了设施展增造])$"
)
"""A、B、C3个省区: the count sums up the names before it."""
_BUILD_CN = re.compile(
    "(?:建设|建成|新建|打造|培育|创建|布局|形成|设立|建立|组建|新增|引进|培养|增加|开通|改造|认定|遴选|有|至少|达到|"
    "突破|超过|不少于|不低于|不超过|最多|各|为|到|至|完成|实施|改扩建|迁建|新建|开行|投产|投用|配备|配置)[了好]?$"
)
_LOOSE_NOUN = re.compile(
    r"(?:平台|体系|机制|格局|中心|局面|网络|整体|重点|方面|方向|层面|阶段|共同体|领域|坚持|统一|统筹|关键|基本|闭环|"
    r"城市就是|样板|窗口)"
)
_RULE = re.compile(
    r"给予|给与|返还|可申请|奖补(?!资金)|罚款|处以|减按|计提|列支|缴纳|发放标准|一次性(?!竣工|验收|通过|合格|交验|交付|建成)|按照?[^，。；]{0,24}(?:标准|比例|"
    r"的)?$|最高不超过|补[助贴]不[超高][过于]|最高补助|最高奖励|最高可|(?:单个|单[个台机项户]|每[个家户台辆]|同一)[^，。；]{0,8}(?:不超过|最高|最多|上限)|补[助贴]额|注册资本|凡|申领(?!时间|时限|率|量|人数)|享受|参保(?!率|人数)|满$|未满|年满|"
    r"税率|贴息|补贴标准|予以|允许|补偿[甲乙丙]方|违约|(?:宽度|净高|净宽|坡度|间距|层高|厚度)不(?:小于|低于|少于|大于|超过)$|报送|上报|调度(?!信息|中心|平台|系统|能力|运行)|应在|定价|(?<!零)售价|(?:食宿|会务|报名|培训)费"
)
_CAPACITY = re.compile("(?:年产|日产|日处理|年处理|年加工)$")
"""A capacity in a project's name: 年产2万吨铜箔项目."""
_POWER = frozenset(("千瓦", "兆瓦", "吉瓦", "MW", "GW", "kW", "千伏"))
_PLANT = re.compile(
    "(?:[一-鿿]{0,4}(?:光伏|风电|风力|水电|火电|热电|储能|抽水|生物质))[一-鿿]{0,6}?(?:项目|工程|电站|电厂|电场|风电场|场|发电|并网)"
)
_HERDS = frozenset("只头羽株尾")
_SIZED = re.compile("级?[一-鿿]{2,14}?(?:工程|项目|基地|生产线|电站|装置)(?=建设|改造|[，。；、\n]|$)")
"""A size in the name of works: 杏山200万只蛋鸡养殖基地, 12.5米深水航道二期工程."""
_INSTALLS = re.compile("(?:装机|容量|规模|功率|达到?|为|约|至少|不少于|不低于|新增|建成|投产|并网|建设|[，。；、])$")
"""白云100MW风电场: a size in the name of a plant, unless a verb makes it one to be reached."""
_WORKS = re.compile("[^，。；、：\\n]{2,20}?(?:项目|工程|电站)(?:[。：\\n]|$)")
"""A size in the name of works that heads a line: 100兆瓦光伏项目。"""
_BEYOND = re.compile("(?:超过|不足|未满|低于|高于|大于|小于|不低于|不少于)$")
_SORT = re.compile("的(?!目标|任务|要求|水平|比例|规模|标准|[，。；、])[一-鿿]")
"""What the figure only sorts out: 运行年限超过15年的管网."""
_SORTED = re.compile("(?:^|[要应须将可当])对[一-鿿]{0,12}$|单[机炉台套体座井]$")
"""What the figure only picks out: 对单炉7.5万吨以下炭化炉分批关停."""
_HOUSEHOLDS = re.compile("以上的?[一-鿿]{0,6}?(?:自然村|行政村|建制村|村[组屯寨]|居民点|聚居点|聚落)")
_DUTY = re.compile("(?:牵头|责任|配合|参与|主办|承办|协办)(?:单位|部门)")
"""Notes on how units are listed: 有两个以上牵头单位的，排在首位的为主."""
_MEETS = re.compile("(?:召开|会晤|会商|通报|调度|例会|听取[^，。]{0,6}汇报|召集)[^，。；]{0,4}$")
"""How often a body meets or reports is its working rule."""
_FUNDED = re.compile("(?:设立|组建|安排|投入|募集|筹集|筹措|整合|争取|发放|投放)[一-鿿]{0,4}(?:不低于|不少于|超过)$")
_APPLICANT = re.compile(
    r"(?:[（(]?[\d一二三四五六七八九十]{1,2}[）).．、])?(?:申报|申请|参评|报名|推荐|认定)(?:的)?(?:企业|单位|项目|主体|人|对象|条件|机构)"
)
_PARTED = re.compile("(?:共|分为?|包括|计)$")
"""草案分为十四篇: how long a paper is."""
_DIVIDED = re.compile("(?:分解|细化|划分|拆分|归纳|概括|梳理)(?:[为成]|形成)$")
"""将工作分解为60项任务: into how many parts a work is divided."""
_OF_LIST = re.compile(
    "[^，。；：\\n]{0,14}"
    "(?:任务分解|分解落实|任务分工|责任分工|任务清单|责任清单|分工方案|一览表|[分汇][解工总]表)(?:表|方案)?[ 　]*(?=[\\n》]|$)"
)
"""2020年十件实事任务分解: the title of a list."""
_PARTY = "(?:[一-鿿]{0,14}(?:城市|省份|地区|国家|成员|部门|政府|代表|[省市县区州盟旗方]))"
_ACTS = re.compile(
    f"{_PARTY}(?:人民政府|政府|代表)?(?:[将还也已要都均会应拟]|正式|分别)*(?:共同|联合|一起|携手|一致|签署|签订|签约|商定|约定|"
    "表示|提出|同意|倡议|承诺|建议|通过了|达成|发起|围绕|就)"
)
"""8个城市将共同…, 三座城市签署…: those who act are counted, and no state of affairs."""
_PHASES = re.compile("阶段|步|批|环节|部分")
_PAID = re.compile("每[人户辆台亩]?|补贴|给予|奖励|补助|按|最高|一次性|罚|处|扣")
_STAFF = re.compile("(?:组长|组员|联络员|召集人|主任|委员|秘书长|主席|会长)$")
_REACHING = re.compile("(?:超|超过|突破|破|达|达到|达到了|跨越|迈上|逾|近|跨入|迈入|至少)$")
_REACHED = re.compile(r"(?:提高|增加|提升|达|增|扩大|降|调整)(?:到|至)|达到")
_OF_RATIO = re.compile(r"(?:以上|以下|以内)?的(?!目标|任务|要求|水平|比例|[^，。；]{2,14}能力|[，。；])")
_SIZED_TOWN = re.compile(
    "人?以上的?(?:城区|常住)?人口|(?:以上)?的?(?:城区|常住|城镇)?人?口(?:以上|及以上)?的?[大中小]{0,2}(?:城市|城镇|县城)"
)
"""20万以上人口城市: a class of towns."""
_SORTS_BEHIND = re.compile(
    "[^，。；]{0,4}(?:给予|予以|的?补助|的?补贴|的?奖励|可抵|抵免|可享)|[^，。；]{0,14}(?:罚款|罚金|违约金|滞纳金)|人?以上的?(?:城区|常住)?人口|"
    "(?:以上)?的?(?:城区|常住|城镇)?人?口(?:以上|及以上)?的?[大中小]{0,2}(?:城市|城镇|县城)"
)
"""What is paid in a case, and classes of towns by their people (20万以上人口城市)."""
_COVERS = re.compile("(?:覆盖|通达|连接|惠及|连通|联通)了?(?:全[国省市县区])?$")
"""高速公路覆盖97%的县城: a share of those reached."""
_THEN = re.compile(
    r"[^。；;\n]{0,60}的，(?:暂停|取消|扣减|可|给予|应|按|予以|享受|最高|一次性|不予|不得|由|依法)|"
    r"[^。；;\n]{0,60}的[^，。；\n]{0,14}，(?:给予|奖励|补助|予以|按|可享受|最高)"
)


def is_name(layout: Layout, q: Quantity) -> bool:
    """Whether the number belongs to a name, an ordinal, a code or a count that merely sums up a list."""
    text = layout.text
    before, after = text[max(0, q.begin - 12) : q.begin], text[q.end : q.end + 16]
    if q.style == "chinese" and (NAMED.match(text, q.begin) or NAMED.match(text, max(0, q.begin - 1))):
        return True
    if layout.titles.at(q.begin) is not None or _ORDINAL.search(before) or _NAME_BEFORE.search(before):
        return True
    if layout.quotes.at(q.begin) is not None or _NAME_AFTER.match(after):
        return True
    base = base_of(q.unit)
    if (
        (base not in COUNTS or (q.unit != base and base in _HERDS))
        and base not in RATIOS
        and base not in MONEY
        and base not in SCALES
        and _SIZED.match(text, q.end)
        and _names(before)
    ):
        return True
    if (
        base in _POWER
        and _PLANT.match(after)
        and re.search("[一-鿿A-Z]{2}$", text[max(0, q.begin - 3) : q.begin])
        and not _INSTALLS.search(before)
    ):
        return True
    if base == "千伏" or (base == "类" and _CLASS.match(after)):  # the class of a line, of water
        return True
    if base in ("篇", "部", "册", "门") and _PARTED.search(before):
        return True
    if base in COUNTS and (_DIVIDED.search(before) or _OF_LIST.match(text, q.end) or _ACTS.match(text, q.end)):
        return True
    if base in COUNTS and _PHASES.match(after) and before.endswith(("分", "分为", "分成")):
        return True
    if base in ("名", "人", "位") and (_STAFF.search(before) or after.startswith("组成")):
        return True
    if (base in COUNTS or base in ("人", "人次")) and q.value == 0:
        return True
    if base in ("人", "名", "位", "家") and _ATTENDS.match(text, q.end):
        return True
    if base in COUNTS and (_SUMS.match(after) or _LISTED.search(text, max(0, q.begin - 60), q.begin)) and _KIND.match(after):
        return True
    if base in COUNTS and (_RANKED_AMONG.match(after) or (before.endswith("在") and _FIELDS.match(after))):
        return True
    if q.unit == "方" and after.startswith("面"):
        return True
    if base in COUNTS and (_OWN_COUNT.search(before) or _MEASURES_NOUN.match(after)):
        return not before.endswith(("每",)) or q.style == "chinese"
    return q.style == "chinese" and _idle(before, after, q, base)


def _names(before: str) -> bool:
    """Whether the words before a size neither do anything nor reach it, so that they begin a name."""
    named = re.search("[一-鿿A-Za-z]{2}$", before) is not None
    return named and not words.strip_tail(before)[1] and words.VERB_TAIL.search(before) is None


def _idle(before: str, after: str, q: Quantity, base: str) -> bool:
    """Whether a Chinese numeral is part of the wording (一个城市, 两项补贴, 三条主线) rather than a quantity."""
    if (
        q.unit[:1] in ("万", "亿")
        or base in MONEY
        or (len(q.text) > 1 and any(c in q.text for c in "十百千") and base not in ("年", "日", "次"))
    ):
        return q.text in ("万", "亿", "万亿") and (_REACHING.search(before) is None or after[:1] in ("、", "高", "铁"))
    if base in ("%", "个百分点", "百分点", "倍", "番", "成", "公里", "千米", "平方公里", "亩", "吨"):
        return base == "成" and not re.match("以上|左右|以下|[，。；、）]", after)
    if base in COUNTS and _BUILD_CN.search(before):
        few = q.value == 1 and re.search("至少|不少于|不低于", before) is None
        return few or base in ("项", "条", "种", "类", "次", "张", "片", "批次", "支") or _LOOSE_NOUN.match(after) is not None
    return True


def covers(clause: str) -> bool:
    """Whether the clause before a share tells what is reached, of which the share is one."""
    return _COVERS.search(clause) is not None


def is_requirement(text: str, sentence: int, clause: int) -> bool:
    """Whether the sentence tells who may apply (申报企业应…) or the clause what is paid in a case (购买新车的，补贴1万元)."""
    if text[clause - 2 : clause] in ("的，", "的,") and _PAID.match(text, clause):
        return True
    return _APPLICANT.match(text, sentence) is not None


def is_condition(clause: str, after: str, q: Quantity, named: bool) -> bool:
    """Whether the figure is a parameter of a rule (补助, 资格) and not a state of affairs to reach or reported."""
    if _THEN.match(after) or _SORTS_BEHIND.match(after):
        return True
    if _RULE.search(clause) and not _REACHED.search(clause) and not re.match("(?:左右)?安排", after):
        return True
    if re.match("及以[上下](?:的(?!目标|任务|要求|水平))?[一-鿿]", after) and base_of(q.unit) not in RATIOS:
        return True
    counted = base_of(q.unit) in COUNTS
    if not clause.strip() and counted and re.match("以上[一-鿿]", after):
        return True
    if counted and _is_rule(clause, after, q):
        return True
    if not counted and _SORTED.search(clause) and re.match("以[上下]的?[一-鿿]", after):
        return True
    if base_of(q.unit) in _POWER and PLACE.fullmatch(clause) and _WORKS.match(after):
        return True
    if _CAPACITY.search(clause) and re.match("[^，。；、]{2,20}?(?:项目|工程|生产线|装置)", after):
        return True
    sorts = _BEYOND.search(clause) and not _FUNDED.search(clause)
    if not counted and base_of(q.unit) not in RATIOS and sorts and _SORT.match(after):
        return True
    if q.style == "fraction":
        return False
    if base_of(q.unit) in RATIOS:
        return named and _OF_RATIO.match(after) is not None and not covers(clause)
    if re.match(r"(?:[（(]含[）)])?(?:以上|以下)的?为", after):
        return True
    made = _BUILD_CN.search(clause) or re.search("(?:保障|保持|稳定)$", clause)
    return not counted and re.match(r"(?:以上|以下|以内)的", after) is not None and not made


def _is_rule(clause: str, after: str, q: Quantity) -> bool:
    """Whether a count picks out settlements, numbers the units in charge, or tells how often a body meets."""
    if base_of(q.unit) in ("户", "人") and _HOUSEHOLDS.match(after):
        return True
    if q.unit == "次" and _MEETS.search(clause.removesuffix("一次")):
        return True
    listed = _DUTY.search(clause[-8:]) or re.match(f"(?:以上)?的?{_DUTY.pattern}", after)
    return listed is not None and q.unit in ("个", "家")
