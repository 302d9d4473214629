"""Every line the program says to its user, in Chinese and English; ``$ZHENGTU_LANG`` chooses (``zh`` unless it says ``en``)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_chosen: ContextVar[str] = ContextVar("language", default="")

_TEXT: dict[str, tuple[str, str]] = {
    # store
    "store.missing": (
        "{where}：这里还没有图谱，请先运行 zhengtu build",
        "{where}: no graph here yet, run zhengtu build first",
    ),
    "store.damaged": ("{where}：文件已损坏，请重新运行 zhengtu build", "{where}: damaged, run zhengtu build again"),
    "store.unreadable": ("{where}：无法读取（{why}）", "{where}: cannot be read ({why})"),
    "store.foreign": (
        "{where}：文件夹里有别的内容，不能用作图谱库",
        "{where}: the folder holds something else and is not used as a store",
    ),
    "store.closed": ("{where}：图谱库已关闭", "{where}: the store is closed"),
    "store.unwritable": ("{where}：无法写入（{why}）", "{where}: cannot be written ({why})"),
    "store.unopenable": (
        "{where}：图谱库无法打开（{why}），请重新运行 zhengtu build",
        "{where}: the store cannot be opened ({why}), run zhengtu build again",
    ),
    "store.busy": (
        "{where}：另一个 zhengtu 正在写入，请稍后再试",
        "{where}: another zhengtu is writing, try again later",
    ),
    "remote.no_url": ("{url}：不是 http(s) 端点", "{url}: not an http(s) endpoint"),
    "remote.timeout": ("{url}：{seconds} 秒内没有答复", "{url}: no answer within {seconds} s"),
    "remote.late": ("{url}：答复超过了时限", "{url}: the answer took longer than allowed"),
    "remote.unreachable": ("{url}：端点无法访问（{why}）", "{url}: endpoint out of reach ({why})"),
    "remote.refused": ("{url}：端点不接受这个查询（{why}）", "{url}: the endpoint refuses the query ({why})"),
    "remote.failed": ("{url}：端点出错（{why}）", "{url}: the endpoint failed ({why})"),
    "remote.cut": ("{url}：答复中断，没有收全", "{url}: the answer broke off before its end"),
    "remote.kind": ("{url}：答复是 {kind}，不是 SPARQL 结果", "{url}: answers with {kind}, which is no SPARQL result"),
    "remote.no_graph": ("{where}：三元组没有命名图", "{where}: a triple without a named graph"),
    "remote.bad_timeout": ("环境变量 ZHENGTU_TIMEOUT 应为秒数", "ZHENGTU_TIMEOUT must be a number of seconds"),
    # build
    "manifest.bad": ("清单无法使用（{why}）", "the manifest cannot be used ({why})"),
    "input.missing": ("文件不存在", "no such file"),
    "input.unreadable": ("无法读取（{why}）", "cannot be read ({why})"),
    "input.folder": ("是文件夹，不是文件", "a folder, not a file"),
    "input.format": ("不支持的格式 {suffix}（支持 {known}）", "unknown format {suffix} (known: {known})"),
    "input.save_as": (
        "不支持的格式 {suffix}，请用 WPS 或 Office 另存为 {better}",
        "unknown format {suffix}: save it as {better} with an office program",
    ),
    "input.large": ("文件过大（{size} MB，上限 {limit} MB）", "too large ({size} MB, at most {limit} MB)"),
    "input.duplicate": (
        "与 {other} 同名（{stem}），文件名须唯一",
        "same name ({stem}) as {other}; names must be unique",
    ),
    "input.sha256": ("与清单中的 SHA-256 不符", "does not match the SHA-256 in the manifest"),
    "input.memory": ("内存不足", "out of memory"),
    "input.internal": ("程序内部错误（{why}）", "internal error ({why})"),
    "input.crash": ("处理该文件时进程异常退出", "the process died on this file"),
    "build.bad_terms": ("{path}：本体文件无法读取（{why}）", "{path}: the ontology cannot be read ({why})"),
    "build.no_document": ("图谱里没有文档 {stem}", "no document {stem} in the graph"),
    # export
    "export.format": ("没有导出格式 {form}（可用 {known}）", "no export format {form} (known: {known})"),
    "export.occupied": (
        "{path}：已有别的内容，表格只写入新文件夹、空文件夹，或替换从前导出的表格",
        "{path}: holds something else; tables go to a new or empty folder, or replace tables exported before",
    ),
    "export.want_folder": (
        "csvw 是一个文件夹里的多个表格，请用 --output 给出文件夹",
        "csvw is several tables in a folder, name the folder with --output",
    ),
    "export.want_file": ("{path}：是文件夹，{form} 写成一个文件", "{path}: a folder, and {form} is one file"),
    "export.packed": (
        "{path}：{form} 不能写成 .{kind}",
        "{path}: {form} cannot be written as .{kind}",
    ),
    "export.no_hdt": (
        "Python 没有持续维护的 HDT 写入库：请导出 nquads 或 turtle，再用 hdt-java 或 hdt-cpp 的 rdf2hdt 转换",
        "Python has no maintained HDT writer: export nquads or turtle and convert it with rdf2hdt of hdt-java or hdt-cpp",
    ),
    "export.scratch": (
        "临时文件无法写入（{why}），可用 TMPDIR 指定别的文件夹",
        "temporary files cannot be written ({why}), TMPDIR may name another folder",
    ),
    "export.only_dcat": ("--distribution 只用于 dcat", "--distribution goes with dcat only"),
    "export.not_xml": (
        "XML 写不下这条语句，请改用 turtle 或 trig：{statement}",
        "XML cannot hold this statement, use turtle or trig: {statement}",
    ),
    "export.no_pyarrow": (
        "导出 parquet 需要 pyarrow：pip install 'zhengtu[parquet]'",
        "parquet needs pyarrow: pip install 'zhengtu[parquet]'",
    ),
    "file.unwritable": ("{path}：无法写入（{why}）", "{path}: cannot be written ({why})"),
    "export.done": ("已写入 {path}", "written to {path}"),
    "export.unsaid": (
        "说明里没有：{names}（语料文件夹的 manifest.toml 没有写）",
        "the description does not tell {names}: no manifest.toml says so",
    ),
    # site
    "site.foreign": (
        "{where}：文件夹里有别的内容，不写入；请给出新的或空的文件夹",
        "{where}: the folder holds something else and is left alone; give a new or an empty one",
    ),
    "site.done": ("已写入 {count} 个网页和文件：{path}", "{count} pages and files written to {path}"),
    "site.plain": (
        "前端程序库没有打包（make assets，需要 Node.js）：地图、网络等只有表格",
        "front-end libraries are not built in (make assets, needs Node.js): map, network and the like are plain tables",
    ),
    "site.no_source": (
        "{document}：源文件不在手边（或已改动），网页上只有提取时保存的片段；用 --source 给出所在文件夹",
        "{document}: its file is not at hand (or was changed), the page has only the passages kept in the graph; see --source",
    ),
    "help.site": ("把全部内容写成网页（静态文件，离线可用）", "write everything as web pages (static files, usable offline)"),
    "help.site_output": ("写入的文件夹：新的、空的，或以前写的网站", "the folder: new, empty, or a site written before"),
    "help.site_source": (
        "源文件所在文件夹，用于显示全文（可多次给出）",
        "a folder with the source files, for the full text (repeatable)",
    ),
    # networks
    "graph.unknown": ("没有名为 {name} 的网络（可用 {known}）", "no network named {name} (known: {known})"),
    "graph.format": ("没有 {form} 这种格式（可用 {known}）", "no format named {form} (known: {known})"),
    "graph.top": ("--top 应是正整数", "--top must be a positive number"),
    "graph.empty": ("{name}：图谱里没有这种联系，无可绘制", "{name}: the graph holds no such links, nothing to draw"),
    "graph.no_matplotlib": (
        "画图需要 matplotlib：pip install 'zhengtu[picture]'",
        "pictures need matplotlib: pip install 'zhengtu[picture]'",
    ),
    "graph.no_font": (
        "找不到中文字体：pip install 'zhengtu[picture]'，或安装 Noto Sans CJK",
        "no Chinese font found: pip install 'zhengtu[picture]', or install Noto Sans CJK",
    ),
    "graph.part": ("（图中为联系最多的 {shown} 个，共 {count} 个）", " (the {shown} strongest of {count})"),
    "help.graph": ("单位、地方、文件、任务之间的网络", "networks of agencies, places, documents and tasks"),
    "help.graph_name": ("agencies、places、documents、cascade 或 tasks", "agencies, places, documents, cascade or tasks"),
    "help.edges": ("列出联系而不是节点", "list the edges, not the nodes"),
    "help.top": ("图中最多画多少个节点", "at most so many nodes in a picture"),
    # command line
    "error": ("错误：{why}", "error: {why}"),
    "error.internal": ("程序内部错误（{why}），加 --verbose 看详情", "internal error ({why}), --verbose shows details"),
    "error.interrupted": ("已中断", "interrupted"),
    "stage.load": ("载入文档", "loading documents"),
    "stage.terms": ("载入本体与名录", "loading ontology and registries"),
    "stage.reason": ("推理：牵头单位", "reasoning: lead units"),
    "stage.align": ("跨文档对照", "aligning documents"),
    "stage.closure": ("推理：类与属性", "reasoning: classes and properties"),
    "stage.publish": ("写入端点", "writing to the endpoint"),
    "build.nothing": ("没有载入任何文档：{places}", "no document loaded: {places}"),
    "build.base_iri": ("{iri}：应是以 / 结尾的 http(s) IRI", "{iri}: must be an http(s) IRI that ends in /"),
    "build.skipped": ("跳过 {path}：{reason}", "skipped {path}: {reason}"),
    "build.some_skipped": ("，跳过 {count} 个文件", ", {count} files skipped"),
    "build.done": (
        "载入 {loaded} 个文档{skipped}，共 {quads} 条语句，{seconds} 秒 → {place}",
        "{loaded} documents loaded{skipped}, {quads} statements, {seconds} s → {place}",
    ),
    "explain.facts": ("已知：", "known:"),
    "explain.sentences": ("原文：", "in the text:"),
    "explain.references": ("被引用：", "referred to:"),
    "explain.more": ("……另有 {count} 条（--verbose 全部显示）", "… {count} more (--verbose shows all)"),
    "explain.inferred": ("〔推断〕", " [inferred]"),
    "explain.rule": ("推断规则：{rule}", "rule: {rule}"),
    "explain.from": ("根据：{premise}", "from: {premise}"),
    "explain.registry": ("（名录）", " (registry)"),
    "explain.ontology": ("（本体）", " (ontology)"),
    "explain.alignment": ("（跨文档对照）", " (alignment)"),
    "rule.cax-sco": ("一类的实例，也是其上位类的实例", "an instance of a class is one of the classes above it"),
    "rule.prp-dom": ("有此属性者，属于该属性的定义域", "what has the property is of the property's domain"),
    "rule.prp-rng": ("作此属性之值者，属于该属性的值域", "a value of the property is of the property's range"),
    "rule.prp-spo1": ("下位属性成立，则上位属性成立", "what holds for a property holds for those above it"),
    "rule.prp-inv": ("互逆属性，反向亦成立", "the inverse of a property holds the other way round"),
    "rule.prp-symp": ("对称属性，反向亦成立", "a symmetric property holds the other way round"),
    "rule.prp-trp": ("传递属性，首尾相接则成立", "a transitive property holds from the first to the last"),
    "rule.prp-spo2": ("属性链，首尾相接则成立", "the property holds along a chain of others"),
    "rule.lead-explicit": ("责任括注写明牵头", "the clause names the unit as leading"),
    "rule.lead-byNote": ("文中注明排在第一位的为牵头单位", "a note says that the first-listed unit leads"),
    "rule.lead-firstListed": (
        "未写明牵头，按行文惯例由排在第一位的单位牵头",
        "no leading unit is named: by drafting convention the first-listed leads",
    ),
    "explain.several": ("{name} 指多个节点，请用 IRI：{nodes}", "{name} means several nodes, use an IRI: {nodes}"),
    "status.store": (
        "图谱库 {place}（由 zhengtu {built} 构建，当前 {version}）",
        "store {place} (built by zhengtu {built}, this is {version})",
    ),
    "status.documents": ("文档 {count}", "documents {count}"),
    "status.graphs": ("命名图 {count}，语句 {triples}", "graphs {count}, statements {triples}"),
    "status.kinds": ("各类节点：{kinds}", "nodes: {kinds}"),
    "status.unregistered": ("名录之外的单位 {count}：{agencies}", "agencies not in the registry {count}: {agencies}"),
    "validate.consistent": (
        "本体与数据在逻辑上一致（HermiT，{seconds} 秒）",
        "ontology and data are consistent (HermiT, {seconds} s)",
    ),
    "validate.inconsistent": (
        "本体与数据相互矛盾（HermiT，{seconds} 秒）",
        "ontology and data contradict each other (HermiT, {seconds} s)",
    ),
    "validate.logic_failed": ("无法做逻辑检查：{reason}", "the logic could not be checked: {reason}"),
    "help.logic": (
        "另用 HermiT 检查本体与数据在逻辑上是否一致（需要 Java）",
        "also ask HermiT whether ontology and data are consistent (needs Java)",
    ),
    "validate.done": ("{count} 项发现，已写入 {path}", "{count} findings, written to {path}"),
    "validate.bad_lang": ("--lang {lang}：应为 zh 或 en", "--lang {lang}: write zh or en"),
    "validate.unrecorded": ("问题没有写入图谱库（{why}）", "the findings were not written to the store ({why})"),
    "validate.waivers_bad": ("{path}：豁免文件无法读取（{why}）", "{path}: the waivers cannot be read ({why})"),
    "validate.waiver_bad": (
        "{path}：第 {number} 条豁免须恰好写明 finding、reason、who、until（日期）",
        "{path}: waiver {number} must have exactly finding, reason, who, until (a date)",
    ),
    "validate.since_bad": ("{path}：不是校验报告", "{path}: not a validation report"),
    "validate.since_missing": (
        "没有 {since} 的校验报告，该代图谱也已不在",
        "no report of {since}, and that generation is gone",
    ),
    "validate.since_remote": (
        "端点没有代号，--since 请给出 JSON 报告",
        "an endpoint has no generations, give --since a JSON report",
    ),
    "sparql.unreadable": ("{path}：无法读取（{why}）", "{path}: cannot be read ({why})"),
    "help.app": (
        "政图：把中文政策文本变成可查询、可核对的知识图谱。",
        "Zhengtu: Chinese policy texts as one validated knowledge graph.",
    ),
    "help.version": ("显示版本", "show the version"),
    "help.store": ("图谱库：文件夹，或 SPARQL 1.1 端点的 URL", "the store: a folder, or a SPARQL 1.1 endpoint's URL"),
    "help.quiet": ("只输出结果与错误", "show nothing but the answer and errors"),
    "help.verbose": ("显示详情", "show details"),
    "help.output": ("写入文件（默认标准输出）", "write to a file (standard output by default)"),
    "help.format": ("输出格式", "format of the output"),
    "help.jobs": ("并行进程数", "number of processes"),
    "help.no_reason": ("不推理：不推断牵头单位、类与属性", "infer nothing: no lead units, no classes and properties"),
    "help.base_iri": ("数据的基础 IRI", "base IRI of the data"),
    "help.document": ("只导出这个文档（文件名去掉扩展名）", "this document only (file name without its extension)"),
    "help.iri_or_label": ("IRI、前缀名（zt:Task）或名称", "IRI, prefixed name (zt:Task) or name"),
    "help.query_name": ("问题的名称，见 --list", "the question's name, see --list"),
    "help.list": ("列出全部问题", "list the questions"),
    "help.set": ("参数，可多次给出", "a parameter; may be given several times"),
    "help.sparql_query": (
        "SPARQL 查询，或 .rq 文件，或 - 表示标准输入",
        "a SPARQL query, a .rq file, or - for standard input",
    ),
    "help.build": ("从文本构建图谱（默认用自带语料）", "build the graph from texts (the shipped corpus by default)"),
    "help.ask": ("用一句话提问（中文或英文）", "ask in words, in Chinese or English"),
    "help.question": ("一句话的问题，如：武汉市有哪些项目？", "the question in words, e.g. Which projects are in Wuhan?"),
    "help.diff": ("两个文档或两代图谱之间有什么变化", "what changed between two documents or generations"),
    "help.diff_side": (
        "文档（文件名或标题），或一代图谱：@previous、@current、@数字",
        "a document (stem or title), or a generation: @previous, @current, @NUMBER",
    ),
    "help.query": ("回答问题库中的问题", "answer a question from the library"),
    "help.sparql": ("执行自己的 SPARQL 查询", "run a SPARQL query of one's own"),
    "help.validate": (
        "检查图谱：0 合格，1 有问题，2 无法检查",
        "check the graph: 0 conforms, 1 violations, 2 could not run",
    ),
    "help.lang": ("报告的语言（默认中文）", "language of the report (Chinese by default)"),
    "help.only_document": ("只检查这个文档（文件名去掉扩展名）", "this document only (file name without its extension)"),
    "help.since": (
        "与图谱库的某一代或一份 JSON 报告相比：新增、已解决、仍在",
        "compare with a generation of the store or a JSON report: new, fixed, standing",
    ),
    "help.waivers": ("豁免文件（TOML）", "file of waivers (TOML)"),
    "help.source": ("源文件所在文件夹，用于行号列号", "a folder with the source files, for lines and columns"),
    "help.record": ("把问题写入图谱库的 graph/validation", "write the findings into graph/validation of the store"),
    "help.distribution": (
        "dcat：数据集的一个文件，写进描述（可多次给出）",
        "dcat: a file of the dataset that the description names; may be given several times",
    ),
    "help.export": ("导出图谱", "export the graph"),
    "help.explain": ("已知什么，原文怎么说", "what is known, and the sentences that say so"),
    "help.status": ("图谱库里有什么", "what is in the store"),
    # serve
    "help.serve": ("在本机提供 SPARQL 端点、关联数据网页与查询接口", "serve the graph: SPARQL endpoint, linked data, REST API"),
    "help.host": ("监听的地址", "the address to listen on"),
    "help.port": ("监听的端口（0：任选）", "the port to listen on (0: any)"),
    "help.timeout": ("每个请求最多计算多少秒", "seconds an answer may take"),
    "help.max_answer": ("每个答复最多多少 MB", "megabytes an answer may have"),
    "help.memory": ("每个读取进程最多用多少 MB 内存", "megabytes of memory a reader process may take"),
    "help.readers": ("读取进程数", "number of reader processes"),
    "help.cors": ("允许跨域访问的来源（*：任何，none：不允许）", "origin that may read across sites (*: any, none: no)"),
    "serve.ready": ("{url} 已就绪，按 Ctrl-C 停止", "{url} is ready, Ctrl-C stops it"),
    "serve.port": ("{host}:{port}：无法监听（{why}）", "{host}:{port}: cannot listen there ({why})"),
    "serve.remote": (
        "{place}：这已是 SPARQL 端点；serve 需要图谱库的文件夹",
        "{place}: an endpoint already; serve wants the folder of a store",
    ),
    "serve.reader": ("读取进程无法启动（{why}）", "the reader process does not start ({why})"),
    "serve.cors": ("--cors {origin}：应为 *、none 或一个来源", "--cors {origin}: write *, none or one origin"),
    "serve.federated": (
        "不代为向其他端点查询：SERVICE 不被接受",
        "no query is sent on to other endpoints: SERVICE is refused",
    ),
    "serve.update": ("这个端点只读，不接受更新", "this endpoint is read-only, updates are refused"),
    "serve.not_acceptable": ("没有所要的格式（可用 {known}）", "none of the formats asked for (there are: {known})"),
    "serve.unsupported": ("不接受这种内容类型 {kind}", "content type {kind} is not taken here"),
    "serve.bad_graph": ("图的 IRI 不正确（{why}）", "not the IRI of a graph ({why})"),
    "serve.bad_text": ("请求不是 UTF-8", "the request is not UTF-8"),
    "serve.bad_host": ("请求的 Host 不正确", "the request's Host makes no sense"),
    "serve.one_query": ("请给出恰好一个 query 参数", "give exactly one parameter query"),
    "serve.too_large": ("答复超过大小上限，请用 LIMIT 分段查询", "the answer is larger than allowed, use LIMIT"),
    "serve.request_large": ("请求超过大小上限（{limit} 字节）", "the request is larger than allowed ({limit} bytes)"),
    "serve.slow": ("计算超过 {seconds} 秒，已中止", "stopped after {seconds} s"),
    "serve.busy": ("请求太多，请稍后再试", "too many requests, try again later"),
    "serve.memory": ("计算超过内存或深度上限，已中止", "stopped: more memory or depth than allowed"),
    "serve.closing": ("服务正在停止", "the server is stopping"),
    "serve.nothing": ("这里没有 {path}", "nothing is at {path}"),
    "serve.method": ("不支持这种方法", "the method is not allowed here"),
    "serve.once": ("参数 {name} 只能给一次", "give the parameter {name} once"),
    "serve.unknown": ("没有参数 {name}", "there is no parameter {name}"),
    "serve.needs": ("缺少参数 {name}", "the parameter {name} is missing"),
    "serve.internal": ("服务器内部错误", "internal error of the server"),
    # queries
    "query.no_name": ("请给出问题的名称，或用 --list 列出", "name a question, or --list them"),
    "query.bad_set": ("--set {item}：应写成 name=value", "--set {item}: write name=value"),
    "query.no_variable": ("查询里没有变量 ?{name}", "the query has no variable ?{name}"),
    "query.no_group": ("查询没有可以绑定参数的图模式", "the query has no group to bind a value in"),
    "query.want": ("这里需要 {form} 查询", "a {form} query is wanted here"),
    "query.syntax": ("SPARQL 语法错误：{why}", "SPARQL syntax error: {why}"),
    "syntax.at": ("第 {line} 行第 {column} 列，{near}", "line {line}, column {column}, {near}"),
    "syntax.word": ("“{word}”处", "at {word!r}"),
    "syntax.end": ("查询没有写完", "where the query ends too early"),
    "syntax.why": ("第 {line} 行第 {column} 列，{near}：{reason}", "line {line}, column {column}, {near}: {reason}"),
    "syntax.prefix": ("前缀 {name}: 没有声明（PREFIX）", "the prefix {name}: is not declared (PREFIX)"),
    "syntax.update": ("这是更新语句，这里只能查询", "this is an update, and queries only are run here"),
    "syntax.unbound": ("SELECT 的变量既没有分组也没有绑定", "a variable of the SELECT is neither grouped by nor bound"),
    "syntax.iri": ("这个 IRI 写法不对", "this is no well-formed IRI"),
    "syntax.keyword": ("是否要写 {word}", "did you mean {word}"),
    "syntax.expected": ("这里应是 {tokens}", "expected {tokens}"),
    "query.failed": ("查询失败（{why}）", "the query failed ({why})"),
}


def say(key: str, **values: object) -> str:
    """The message in the user's language, on one line.  Raises ``KeyError`` for a message or value that is not there."""
    text = _TEXT[key][language() == "en"].format(**values)
    return " ".join(text.split())


def either(zh: str, en: str) -> str:
    """The one of two wordings that is in the user's language."""
    return en if language() == "en" else zh


def language() -> str:
    """``zh`` or ``en``."""
    return _chosen.get() or ("en" if os.environ.get("ZHENGTU_LANG", "").lower().startswith("en") else "zh")


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Within the block the user's language is ``lang``; where that is empty, as before."""
    before = _chosen.set(lang or _chosen.get())
    try:
        yield
    finally:
        _chosen.reset(before)
