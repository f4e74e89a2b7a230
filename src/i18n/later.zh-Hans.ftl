# Texts of the page that come with the deferred code.

## 启动、载入、故障

net-offline = 无法取得简报。
    .remedy = 请检查网络连接或地址是否正确，然后重试。
net-status = 服务器返回状态 { $status }，而不是简报。
    .remedy = 请检查地址，或联系本网站的管理者。
net-truncated = 连接提前中断：已收到 { $came } 字节，共 { $announced } 字节。
    .remedy = 请重试。
net-timeout = 服务器长时间没有响应。
    .remedy = 请重试，或稍后再来。
data-origin = 链接指向另一网站上的简报，本网站不予显示。
    .remedy = 请在原网站打开该简报，或请本网站的管理者将其列入名单。

## 框架

close = 关闭

## 提示

link-unknown-key = 链接中有本页面不认识的部分：“{ $key }”，已忽略。
link-bad-value = 链接中的 { $key }={ $value } 无法使用，已忽略。
link-too-long = 链接过长，末尾部分已忽略。
link-no-item = 链接指向“{ $id }”，但此简报中没有该条目。
link-no-view = 链接指向页面“{ $id }”，但此简报中没有该页面。现显示第一页。
filters-on = 仅显示部分条目：
filters-clear = 显示全部
filter-remove = 取消筛选：{ $name }
left-out = 未采用：{ $parts }。
left-out-part = { $part } { $total } 项中的 { $count } 项
filter-removes = “{ $name }”隐去 { $count } 项
filter-relax = 取消“{ $name }”：显示 { $count } 项
filters-none-of = { $total } 项中的 0 项：{ $filters }。
filters-count = { $total } 项中有 { $shown } 项符合筛选。
filters-elsewhere = 本页显示全部内容；筛选作用于含时间线或政策文件列表的页面。
filters-more = 另外 { $count } 个
board-counted = 天数自{ $date }起算。
board-kinds = 期限种类
board-calendar = 日历文件（{ $count } 项）
board-count = 未到期 { $ahead } 项，已过期 { $passed } 项
board-none = 没有未到期的期限。
board-passed = 已过期 { $count } 项
calendar-one = 日历文件
calendar-said = { $count ->
    [0] 没有日历文件：日期均不明确。
   *[other] 日历文件含 { $count } 项。
}{ $left ->
    [0] {""}
   *[other] 有 { $left } 项因日期不明确而未列入。
}
column-deadline = 期限
column-days-left = 剩余天数
column-working-left = 剩余工作日
column-told = 说明
keys-on = 按键“/”、“g”、“?”和“Esc”在本页各处有效
key-search = 搜索
key-go = 转到时间线上的某个日期
key-help = 本列表
key-escape = 关闭已打开的内容
key-arrows = 在图中：移到下一项
key-enter = 打开该项
key-ends = 在图中：移到第一项或最后一项
key-zoom = 在时间线上：放大或缩小
key-pages = 在时间线上：向前或向后
go = 转到
go-label = 转到日期
go-help = 年、月或日：2019、2019-11 或 2019-11-16。
go-refused = “{ $date }”不是时间线上的日期。请写年、月或日：2019、2019-11 或 2019-11-16。
lineage-all = 沿革：{ $count } 份政策文件
list-gap = ，
facet-track = 栏目
facet-kind = 种类
facet-actor = 机构
facet-tag = 标签
facet-status = 政策文件状态
facet-grade = 依据
facet-confidence = 可信程度
look-back-about = 查看某日终了时的情况：已发生或已公布的事项、各政策文件的状态、当时有效的目录和已设定的目标。
known-about = “截至当日所知”不显示之后才录入的条目；未注明录入日期的条目仍然显示。
asof-label = 截至
asof-clear = 恢复现状
asof-slider = 截至此日
known-label = 截至当日所知
known-clear = 显示全部记录
change-previous = 上一次变化
change-next = 下一次变化
change-none = 无
change-on-day = 当日变化：
look-back-end = 回到今天
asof-told = 截至{ $date }。{ $later ->
    [0] 没有隐去任何条目。
   *[other] 有 { $later } 个条目在此之后，未显示。
}
known-told = 截至{ $date }所知。{ $later ->
    [0] 没有之后录入的条目。
   *[other] 有 { $later } 个条目在此之后录入，未显示。
}{ $unsaid ->
    [0] {""}
   *[other] 有 { $unsaid } 个条目未注明录入日期，仍然显示。
}
asof-marker = 截至{ $date }
asof-made = 截至
known-made = 截至当日所知
link-later = 在所选日期，“{ $id }”尚未发生或尚未录入。
search-reads = 正在读取全文
search-results = 搜索结果
search-count = { $count ->
    [0] 在 { $total } 个条目中未找到“{ $words }”。
   *[other] 在 { $total } 个条目中找到 { $count } 个含“{ $words }”的条目。
}
search-none = 请减少或更换搜索词。用引号查找词组，用减号排除词语。
search-more = 显示全部 { $count } 个
search-fewer = 收起
findings-more = 另有 { $count } 个。用命令“annals check”可列出全部。
severity-error = 错误
severity-warning = 警告

## 图表

series-none = 没有记录数值。
series-empty = 没有可绘制的数值。
series-point = { $value }（{ $when }）
series-contested = { $point }，来源说法不一
series-one = { $point }。
series-steady = { $from }至{ $to }的 { $count } 个时点均为 { $value }。
series-change = 由 { $first }变为 { $last }。
series-change-high = 由 { $first }变为 { $last }；最高为 { $high }。
series-change-low = 由 { $first }变为 { $last }；最低为 { $low }。
series-change-high-low = 由 { $first }变为 { $last }；最高为 { $high }，最低为 { $low }。
series-apart = 另有 { $count } 个数值不宜与之比较。
series-all-apart = 共 { $count } 个数值，彼此不宜比较。
series-disagree = 其中 { $count } 个数值来源说法不一。
series-unplaced = { $count } 个数值无法置于坐标中，仅列于表格。
legend-about-so-much = 约数
legend-more = 更多
legend-less = 更少
legend-range = 下限至上限
legend-within-time = 其间某时
legend-disputed = 来源说法不一
legend-apart = 不宜与相邻数值比较
column-measure = 指标
column-number = 数字
column-actor = 机构标识
column-capacity = 身份
column-kind = 机构种类
column-id = 标识
column-category-en = 类别（英文）
column-category-zh = 类别（中文）
column-category-number = 类别编号
column-codes = 代码
column-regime = 评定方式
column-change = 变更
column-count = 产品数
column-status = 状态
column-latest-date = 该值日期
column-address = 网址
column-resting = 引用条目数
table-items = 条目
show-figure = 以图形显示
flow-none = 图中没有指定目录。
flow-empty = 既没有记录完整目录，也没有记录变动清单。
flow-outside = 未列入
flow-inside = 列入目录
flow-size-stated = 列入 { $total } 个产品。
flow-size-computed = 列入 { $total } 个产品，由所述数量相加得出。
flow-size-unknown-beginning = 此时列入多少产品未说明：之前没有完整目录。
flow-size-unknown-number = 此时列入多少产品不作计算：{ $version }未说明数量。
flow-size-unknown-date = 此时列入多少产品不作计算：{ $version }没有日期，可能属于任何时候。
flow-part-added = 新增 { $number } 个
flow-part-removed = 移出 { $number } 个
flow-part-moved = { $number } 个转为{ $regime }
flow-part-restored = { $number } 个恢复认证
flow-part-changed = 变更 { $number } 个
flow-part-kept = 保留 { $number } 个
flow-part-added-unstated = 新增，数量未说明
flow-part-removed-unstated = 移出，数量未说明
flow-part-moved-unstated = 转为{ $regime }，数量未说明
flow-part-restored-unstated = 恢复认证，数量未说明
flow-part-changed-unstated = 变更，数量未说明
flow-part-recorded = { $part }；此处记录 { $total } 个中的 { $recorded } 个
flow-part-recorded-unstated = { $part }；此处记录 { $recorded } 个
flow-part-none = 变动内容没有记录。
flow-part-total = 共 { $total } 项变动，未全部记录
flow-elsewhere = 其他方式
flow-against = 与{ $version }相比
flow-against-refused = 不与{ $version }比较：两者所列不同，或其中之一没有条目。
flow-refused = 只记录了一部分，因此未采用
flow-refused-part = { $version }：此处记录 { $total } 个中的 { $recorded } 个
flow-refused-unstated = { $version }：此处记录 { $recorded } 个条目，总数未说明
flow-undated = 没有日期，因此没有时间位置
flow-says-full = { $version }列入 { $total } 个产品（{ $when }）。
flow-says-lists = { $count ->
    [0] 没有记录带日期的变动清单。
    [1] 一份变动清单（{ $from }）。
   *[other] { $from }至{ $to }共有 { $count } 份变动清单。
}
flow-says-added = { $count } 份新增产品
flow-says-removed = { $count } 份移出产品
flow-says-moved = { $count } 份将产品转为{ $regime }
flow-says-restored = { $count } 份恢复认证
flow-says-changed = { $count } 份变更条目
flow-says-most = 单次最多：{ $part }（{ $version }，{ $when }）。
flow-says-equal = 说明数量的各份相同：均为{ $part }。
flow-says-latest = 最近：{ $part }（{ $version }，{ $when }）。
flow-says-unstated = { $count } 份清单未说明数量。
flow-says-recorded = { $count } 份清单在此只记录了一部分。
flow-says-disputed = 关于 { $count } 个版本来源说法不一。
flow-says-refused = 因只记录了一部分而未采用：{ $versions }。
flow-says-undated = { $count } 份变动清单没有日期，因此完整目录之后的数量不作计算。
flow-legend-spine = 列入目录；越宽数量越多
flow-legend-unknown = 数量未说明
column-version = 版本
column-records = 记录范围
column-stated-total = 所述总数
column-recorded = 此处记录
column-listed-after = 此后列入
flow-says-ways = 其中 { $ways }。
flow-says-comma = ，
flow-says-semicolon = ；
flow-legend-moved = 转为{ $regime }
flow-part-otherwise = { $part }；此处记录的 { $recorded } 个条目计数方式不同
flow-size-recorded = 记录 { $total } 个产品。
axis-log = 数值轴按十的幂次分布：间距相等表示比例相等。
axis-not-log = 有数值不大于零，数值轴未按十的幂次分布。
axis-from = 数值轴自 { $value } 起。
multiples-shared = 单位相同的各分图采用同一刻度，高度可直接比较。
column-text = 正文
timeline-told = { $from }至{ $to }：共 { $total } 项中的 { $count } 项。
with-base = { $words }（{ $base }）
rounding = 数字按来源所述印出，过程中不作取整。由本页计算的比例保留一位小数，并附所据数字。只有在各部分被声明为构成整体时，才按最大余数法取整使其合计为 100%；其他情况下，合计不为 100% 时会显示该合计及其原因。
about-rounding = 取整
out-of = 总数
csv-notes = CSV 中的说明
csv-notes-within = 在表格上方，以 # 开头的行
csv-notes-beside = 另存为一个文件
csv-notes-none = 不要
csv-mark = 字节顺序标记（电子表格显示中文所需）
labelled = { $label }：{ $words }
source-read = 读取于{ $date }
sources-more = { $shown }；另有 { $count } 项
filters-in-force = 筛选
card-as-of = 数据截至
made-on = 生成于
calendar-no-month = 月份不明
calendar-no-month-place = { $year }：{ $count } 项，月份未说明
calendar-gap = { $from }至{ $to }：没有记录
calendar-says-none = 没有记录任何事项。
calendar-says-year = { $from }共 { $count } 项。
calendar-says = { $from }至{ $to }共 { $count } 项，按开始的月份计。这里统计的是本简报所记录的，而非所有发生的事项。
calendar-says-most = { $months ->
    [1] 单月最多：{ $month }，{ $most } 项。
   *[other] 单月最多：{ $most } 项，共 { $months } 个月，最早为{ $month }。
}
calendar-says-no-month = { $count } 项的月份未说明，单列一栏。
units-none = 图中没有指定数量。
units-each = 一个符号代表 { $count }。
units-not-counted = 不是可数的数量，因此不以符号表示
units-other = 另一数值：{ $value }
units-other-source = 另一来源：{ $value }（{ $sources }）
units-point = { $value }（{ $label }）
units-point-dated = { $value }（{ $label }，{ $when }）
units-says-one = { $point }。
units-says-equal = { $count } 个数量均为 { $value }。
units-says = { $count } 个数量，从{ $least }到{ $most }。
units-says-missing = { $count } 个数量未说明。
units-says-others = { $count } 个数值不是可数的数量，不以符号表示。
lineage-none = 图中没有指定政策文件。
lineage-undated = 没有带日期的阶段
lineage-stage = { $date }{ $stage }
lineage-tie = { $relation } { $act }
lineage-point = { $act }（{ $stage }）
lineage-says-one = { $point }。
lineage-says-count = { $count } 份政策文件。
lineage-says = { $count } 份政策文件，从{ $first }到{ $last }。
lineage-says-relation = { $relation }：{ $count }
lineage-says-relations = 后出文件与先出文件的关系：{ $relations }。
lineage-says-no-relation = 没有记录与其他文件的关系。
lineage-says-undated = 其中 { $count } 份没有可置于时间轴上的阶段。
lineage-says-disputed = 关于 { $count } 份文件或阶段来源说法不一。
lineage-says-circle = { $acts }的关系构成循环，不可能成立。
lineage-shape-proposed = 宣布、起草、征求意见
lineage-shape-adopted = 通过、公布、修订
lineage-shape-force = 生效、强制执行
lineage-shape-grace = 过渡期结束
lineage-shape-ended = 废止、被取代、撤回
column-act = 政策文件
column-relations = 关系
targets-due = 期限 { $date }
targets-no-due = 未说明期限
targets-measured = { $value }（{ $date }）
targets-latest = 最近测得：{ $value }
targets-unmeasured = 没有测得的数值
targets-apart = 以其他单位测得：{ $value }
targets-goal = 目标：{ $value }
targets-legend-goal = 目标
targets-legend-side = 达到目标的一侧
targets-legend-measured = 最近测得的数值
targets-says = { $count } 个目标；其中 { $measured } 个有可与目标对照的测得数值。
targets-says-reached = { $title }：{ $value }，当时已达到（{ $goal }，{ $due }）。
targets-says-missed = { $title }：{ $value }，当时未达到（{ $goal }，{ $due }）。
targets-says-open = { $title }：{ $value }；是否达到（{ $goal }，{ $due }）无法判断。
targets-says-apart = { $count } 个以其他单位测得。
targets-says-undated = { $count } 个没有期限。
targets-legend-track = 各条自零起；百分比止于 100%
lineage-lines = 连线只为便于辨认，所在位置不表示日期
amount-dated = { $title }（{ $date }）
amount-named = { $title }：{ $value }
claim-by = { $value } · { $who }
claim-unnamed = 另一来源
claims-told = { $what }：{ $claims }。
claims-join = ；
amounts-one = { $title }：{ $value }。
amounts-equal = { $count } 个数值均为 { $value }。
amounts-ends = 最高为 { $high }：{ $highs }；最低为 { $low }：{ $lows }。
amounts-several = 共 { $count } 项
amounts-missing = { $count } 个数值未说明。
share-of = { $share }（{ $whole } 中的 { $part }）
share-unknown = { $part }（总数未说明）
share-whole = N = { $whole }
share-whole-unknown = 总数未说明
share-told = { $date }：{ $parts }。
share-complete = 各部分构成完整的总体；占比按最大余数法取整，合计为 100%。
share-exact = 各占比分别保留一位小数，合计不一定为 100%。
column-whole = 总数
column-share = 占比
thin-told = { $values } 个数值合为 { $marks } 组显示：逐个显示空间不足。
thin-dates = { $dates } 个时点的数值合为 { $marks } 组，每组由最低至最高。
thin-latest = 空间不足以显示 { $dates } 个时点：分为 { $marks } 组，每组只绘最近一个。
thin-rows = 共 { $all } 项，图中绘出 { $drawn } 项；全部列于表格。
thin-more = 另有 { $count } 项，见表格
thin-series = 另有 { $count } 个序列仅列于表格。
thin-name = { $from }至{ $to }共 { $count } 个数值：{ $low } 至 { $high }；最近为 { $last }
thin-equal = { $from }至{ $to }共 { $count } 个数值：均为 { $high }
thin-disputed = { $count } 个说法不一
thin-apart = { $count } 个不宜与其他比较
thin-inexact = { $count } 个并非精确值

## 来源

sources-summary = 共 { $count } 个来源；其中 { $http } 个未加密（http），{ $unlinked } 个仅列出地址而不设链接。
sources-shown = { $total } 个来源中的 { $shown } 个
sources-none = { $count } 个来源中都没有这些词。
order = 排序
order-use = 引用最多者在前
order-publisher = 按发布者
order-title = 按标题
rests-count = { $count ->
    [0] 没有条目以此为依据
   *[other] { $count } 个条目以此为依据
}
rests-none = 没有条目引用。
no-address = 无地址
new-tab = （在新标签页中打开）
unencrypted = 未加密
unlinked = 不设链接
no-source = 未给出来源。

## 时间线

timeline-name = 时间线，{ $from }至{ $to }：{ $count } 个条目
timeline-help = 方向键在条目之间移动，回车键打开，加号和减号缩放，Page Up 和 Page Down 平移，0 显示全部。
timeline-span = { $from }至{ $to }
timeline-count = 此时段有 { $shown } 个条目，共 { $total } 个
timeline-hidden = 有 { $count } 个条目被筛选隐藏。
timeline-none = 没有条目符合筛选：{ $total } 个被隐藏。
timeline-unplaced = 无法置于时间轴上的条目
zoom-in = 放大
zoom-out = 缩小
earlier = 向前
later = 向后
zoom-all = 整个时段
zoom-start = 初始时段
today = 今天
data-current-to = 数据截至
cluster = 此处另有 { $count } 个条目，{ $from }至{ $to }
cluster-title = 此处有 { $count } 个条目
cluster-zoom = 放大此处
planned = 计划中
item-name = { $date }：{ $title }
legend-event = 事件
legend-law = 法律或规章
legend-meeting = 会议
legend-draft = 草案或计划
legend-report = 报告或出版物
legend-span = 时段
legend-planned = 计划中
legend-approximate = 大约
legend-unknown = 结束不详
legend-open = 仍在继续
legend-bound = 早于或晚于
legend-uncertain = 日期存疑
legend-within = 该月或该年内某时
tracks-shown = 分类
no-year = 起始不详
column-end = 最后一日
column-track = 分类
column-sort = 类型
show-on-timeline = 在时间线上显示

## 打开的条目

note = 说明
recorded-on = 记录于{ $date }
follows = 承接
followed-by = 后续
relation-supersedes = 取代
relation-amends = 修订
relation-implements = 实施
relation-derives-from = 源自
relation-continues = 延续
inverse-supersedes = 被取代于
inverse-amends = 被修订于
inverse-implements = 由其实施
inverse-derives-from = 衍生出
inverse-continues = 由其延续
concerns = 涉及
versions = 各版本
version-count = { $count } 个版本
events = 事件
event = 事件
meeting = 会议
targets = 目标
actors = 行动者
instruments = 政策文件
stages = 各阶段
issuers = 发布机构
part-of = 属于
previous-dates = 曾定日期（已变更）
alternative = 另一来源称：
range = 范围
native = 原文术语
meaning = 含义
was = 原为
now = 现为
why = 原因
number = 文号
track = 分类
not-comparable = 不宜与相邻数值比较。
whole-series = 该指标的全部数值
due = 期限
set-by = 设定依据
measured-by = 衡量指标
topics = 议题
organisers = 主办方
agenda = 议程
of-whole = 占
people = 具名人员
organisations-count = 具名机构 { $count } 个
outcomes = 成果
seat = 总部
parent = 隶属
named-in = 出现于
publisher = 发布者
published = 发布日期
accessed = 读取日期
accessed-as = 读取形式
language = 语言
archived = 存档
archived-copy = 存档副本
not-recorded = 无记录
asked-by = 提出者
response = 答复
result = 结果
raised-at = 提出场合
basis = 收录范围
basis-full = 完整目录
basis-partial = 完整目录的一部分
basis-delta = 仅变更内容
stated-total = 所称总数
recorded = 此处收录
entries-count = { $count ->
    [0] 无条目
   *[other] { $count } 个条目
}
entries = 条目

## 数据格式用词

grade-official = 官方
grade-reported = 报道
grade-translated = 译文
grade-inferred = 推断
grade-assumption = 假定
confidence-high = 依据充分
confidence-medium = 依据尚可
confidence-low = 存疑
presence-speaker = 发言
presence-present = 出席
presence-apologies = 请假
presence-not-named = 未列名
presence-unknown = 不详
change-added = 新增
change-removed = 移出
change-moved = 转移
change-changed = 变更
change-restored = 恢复
regime-certification = 认证
regime-self-declaration = 自我声明
regime-self-declaration-a = 自我声明 A
regime-self-declaration-b = 自我声明 B
part-corrections = 更正
part-sources = 来源
part-actors = 机构
part-tracks = 分类
part-events = 事件
part-instruments = 政策文件
part-series = 指标
part-targets = 目标
part-catalogues = 目录
part-meetings = 会议
part-positions = 建议
part-disputes = 争议
part-figures = 图表
part-views = 页面
part-story = 步骤
part-glossary = 术语
language-en = 英语
language-zh = 中文
language-zh-hans = 中文（简体）
language-zh-hant = 中文（繁体）
language-ja = 日语
language-it = 意大利语
language-de = 德语
language-fr = 法语

## Pages of documents, attendance, catalogue and the data set itself

texts-none = 此图未列出任何条目。
documents-status-on = 按已记录的阶段，各文件在{ $date }的状态。
documents-data-to = 数据截至{ $date }。
documents-count = { $total } 份政策文件中的 { $shown } 份
documents-none = 没有符合筛选条件的政策文件。
documents-by-kind = 按种类
documents-by-status = 按状态
documents-positions = 有 { $count } 项请求与之相关
status-proposed = 拟议
status-open = 征求意见中
status-adopted = 已通过，尚未生效
status-in-force = 有效
status-grace = 有效，过渡期内
status-ended = 已废止或被取代
status-withdrawn = 已撤回
status-unknown = 不明
status-unknown-no-stage = 不明：没有记录任何阶段
status-unknown-before = 不明：已记录的阶段均在此日之后
status-unknown-no-effect = 已发布；没有记录生效日期
status-unknown-inexact = 不明：日期不够精确
status-unknown-undated = 不明：日期没有年份
status-unknown-disputed = 不明：各来源的日期不一致
status-with-stage = { $status }（{ $stage }）
status-amended = 已修订
status-amended-unknown = 可能已修订：日期不够精确
positions-none = 本简报没有记录任何请求。
targets-none = 本简报没有记录任何目标。
target = 目标
latest-measured = 最新测得数值
attendance-no-meeting = 该图没有指明本简报中的会议。
attendance-not-stated = 没有来源说明参会人数。
attendance-named = 来源点名 { $count } 个机构
attendance-named-only = 来源中点名的机构；实际可能更多。
attendance-open = { $qualifier ->
    [at-least] 可能更多：多出多少，没有来源说明。
   *[other] 实际更多：多出多少，没有来源说明。
}
attendance-shares = 所述比例
attendance-shares-of = 所述比例，占 { $whole }
attendance-not-computed = 未据此推算人数。
attendance-apart = 一个图形代表来源点名的一个机构。这 { $count } 个是机构而非参会者；来源所述参会者为 { $stated }。
attendance-organisation = { $organisation }：{ $capacity }，{ $seat }
attendance-by-seat = 按所在地
attendance-talks = 谁就什么发言
seat-not-stated = 所在地未说明
shares-whole = 所述比例合计 { $sum }%。
shares-miss = 所述比例合计 { $sum }%，不是 100%：{ $cause ->
    [rounding] 经四舍五入。
    [non-exclusive] 同一项可计入多处。
    [error] 来源有误。
   *[other] 来源未说明原因。
}
pins-title = 期间事件
series-disputes = 来源有分歧之处：{ $count } 项
shown-on = 另见
meetings-participants = 参会人数
meetings-missing = 未说明参会人数
meetings-list = 全部会议
column-participants = 参会人数
column-who = 统计对象
meetings-stated = { $total } 次会议中有 { $stated } 次说明了参会人数。
matrix-said = 在 { $columns } 次有点名机构的会议中，有 { $rows } 个机构出现两次或以上。空格表示没有来源点名该机构。
matrix-none = 没有机构在两次或以上会议中被点名。
matrix-organisation = 机构
matrix-count = 会议数
matrix-not-named = 未点名
matrix-entry = { $organisation }：{ $capacity }，{ $meeting }，{ $date }
matrix-total = 所列机构数
matrix-months = 各列上方的数字为月份。
matrix-bands = 名称旁为这些年份的会议数 / 全部会议数。
catalogue-none = 本简报没有目录。
catalogue-bases = 每个版本都标明是完整目录、完整目录的一部分（只读到一部分），还是仅变更内容。数字均为来源所述，没有一个是推算的。
catalogue-on = { $date }的情况
catalogue-whole = 有效版本
catalogue-changed = 其后的变更
catalogue-ahead = 已公布，尚未施行
catalogue-open = 是否有效不明：没有日期，或日期不够精确
catalogue-unknown = 不明：没有记录带日期的完整版本
catalogue-by-version = 按版本
catalogue-by-category = 按类别
catalogue-same = 每个类别只列一次。各版本中类别编号相同或某一语言名称相同的条目归在一起；名称均照各版本所列。某版本只记录了一部分时，未列在某类别下并不表示该版本没有此类别。
catalogue-no-category = 未说明类别
catalogue-also = 又作：
catalogue-in-versions = 见于 { $count } 个版本
products-count = { $count } 种产品
about-holds = 包含的内容
about-values = 测得数值
about-disputes = 来源不一致的 { $count } 处
about-corrections = 更正
about-glossary = 术语
about-report = 如何报告错误
about-report-contact = 请写信给上面的联系人，并指明条目：其面板的链接（“复制链接”）能准确指出是哪一条。
about-report-publisher = 请告知上面的发布者，并指明条目：其面板的链接（“复制链接”）能准确指出是哪一条。
about-privacy = 隐私
about-accessibility = 无障碍
about-accessibility-text = 凡能看到的条目都可用键盘到达并有名称；每张图都有内容相同的表格或列表。目标是 WCAG 2.2 AA 级。

## 比较

change-kept = 相同
column-field = 项目
column-category = 类别
compare-with = 与……比较
compare-first = 比较
compare-second = 与
compare-do = 比较
compare-close = 关闭比较
compare-choose = 选择一份政策文件
compare-needs-two = 只有记录完整目录的版本才能比较，而本简报中这样的版本{ $count ->
    [0] 一个也没有
    [1] 只有一个
   *[other] 有 { $count } 个
}。其他版本只记录目录的一部分或仅变更内容。
compare-option = { $version }（{ $why }）
compare-no-entries = 没有条目
compare-title = { $a }与{ $b }对照
compare-told = 从{ $a }到{ $b }：{ $removed }，{ $added }，{ $changed }，{ $kept }。
compare-removed = 移出 { $count } 项
compare-added = 新增 { $count } 项
compare-changed = { $count } 项有变化或记录不同
compare-kept = { $count } 项相同
compare-list-removed = 移出：{ $names }。
compare-list-added = 新增：{ $names }。
compare-list-changed = 有变化或记录不同：{ $names }。
compare-versions = 两个版本
compare-acts = 两份政策文件
compare-absent = 未列入
compare-sources = { $version }的来源
compare-status = { $date }的状态
compare-moved = { $date }（此前：{ $previous }）
compare-sorts = 可以对照同一目录的两个版本或两份政策文件；这两项不能对照（{ $a }、{ $b }）。
compare-same = “{ $name }”与自身没有差别。请另选一项。
compare-catalogues = 这是两个目录的版本。只有同一目录的版本才能比较。
compare-partial = “{ $version }”只记录完整目录的一部分：未列出的内容仍可能在目录中。只有记录完整目录的版本才能比较。
compare-delta = “{ $version }”仅记录变更：未列出的内容仍可能在目录中。只有记录完整目录的版本才能比较。
compare-empty = “{ $version }”没有记录任何条目，因此无从比较。
compare-grain = “{ $a }”列出整个类别，“{ $b }”列出产品：一方的条目无法在另一方中找到。
translated-by = { $name }译
source-read-as = 读取形式：{ $form }
cite-by-hand = 请复制这段文字：

## Deadlines

deadline-what-comments = 意见截止
deadline-what-effective = 施行
deadline-what-enforced = 强制执行
deadline-what-grace = 过渡期结束
deadline-what-target = 目标期限
deadline-days = { $count } 天
deadline-days-range = { $least } 至 { $most } 天
deadline-working = { $count } 个工作日
deadline-working-range = { $least } 至 { $most } 个工作日
deadline-both = { $days }（{ $working }）
deadline-open-for = 征求意见已进行 { $elapsed }；截至{ $date }还剩 { $left }。
deadline-opens = { $what }：{ $deadline }。{ $opens }开始征求意见。截至{ $date }还剩 { $left }。
deadline-coming = { $what }：{ $deadline }。截至{ $date }还剩 { $left }。
deadline-between = { $what }：{ $deadline }，未精确到日。截至{ $date }还剩 { $left }。
deadline-perhaps-passed = { $what }：{ $deadline }，未精确到日。截至{ $date }可能已过；最多还剩 { $most }。
deadline-not-known = { $what }：{ $deadline }，未精确到日。无法计算剩余天数。
deadline-last-day = { $what }：{ $deadline }，当日为最后一天。
deadline-first-day = { $what }：{ $deadline }，即为当日。
deadline-passed = { $what }：{ $deadline }，截至{ $date }已过 { $ago }。
deadline-was-open = 征求意见共 { $elapsed }。
deadline-ended = 截至{ $date }，该文件{ $status }。
deadline-weekends = 工作日仅扣除周末：部分时段未列出节假日。
deadline-moved = 原为{ $was }。
deadline-moved-later = 原为{ $was }，推迟 { $by }。
deadline-moved-earlier = 原为{ $was }，提前 { $by }。
deadline-moved-why = 原因：{ $reason }。
deadline-moved-sources = 来源：{ $sources }。

## Calendar files

calendar-stage = { $stage }：{ $title }
calendar-source = 来源：{ $source }

## 引文与简报摘要

cite-formats = 供文献管理软件使用的引文
cite-page = 引用此页
cite-bibtex = BibTeX
cite-ris = RIS（Zotero、EndNote、Mendeley）
cite-csl = CSL-JSON
cite-text = 纯文本
cite-fingerprint = 简报文件的 SHA-256：{ $digits }
cite-computing = 正在计算简报文件的校验值……
cite-join = ，
cite-copied = 引文已复制。
copy = 复制
copy-named = 复制：{ $name }
download = 下载
download-named = 下载：{ $name }
span-shown = 所示时段：{ $from }至{ $to }
span-earliest = 最早日期
span-latest = 最近日期
note-title = { $title }：摘要
note-cut = 共 { $count } 项，此处仅列前 { $shown } 项。
note-sources = 来源
note-source = 来源 { $number }
note-disputes = 来源说法不一
note-archived = 存档副本：{ $url }
note-add = 加入摘要
note-remove = 移出摘要
note-added = 已加入摘要，现有 { $count } 项。
note-removed = 已移出摘要，{ $count ->
    [0] 现为空。
   *[other] 尚有 { $count } 项。
}
note-make = 摘要
note-of-page = 此页所示内容（{ $count } 项）
note-of-list = { $count ->
    [0] 您选的条目（尚无）
   *[other] 您选的条目（{ $count } 项）
}
note-which = 摘要内容
note-empty = 尚无条目。请打开条目并选择“加入摘要”。
note-empty-page = 此页没有条目。
note-markdown = 复制为 Markdown
note-markdown-file = Markdown
note-html-file = 供 Word 使用的 HTML
note-print = 打印此摘要
note-copied = 摘要已复制为 Markdown。
page-tools = 带走此页

## 导览

story-step = 第 { $at } 步，共 { $count } 步
story-back = 上一步
story-next = 下一步
story-steps = 全部步骤
story-others = 其他导览
story-close = 退出导览
story-present = 全屏演示

## 简报所用的其他单位

unit-provinces = 个省份
unit-chapters = 章
unit-sections = 节
unit-articles = 条
unit-items = 项
unit-centres = 个中心
unit-symposiums = 场座谈会
unit-areas = 个领域
unit-tasks = 项任务

## New since the last look

news = 上次查看后的新内容
news-keeps = 不开启则不保存任何内容。开启后，浏览器在本地存储中保存一条记录“{ $key }”：各条目的标识，以及代表其内容的一个短数字。记录只在本设备上，不会发送到任何地方；使用同一浏览器的人可能看到它。“忘记”会立即将其删除。
news-switch = 告诉我上次查看后有哪些新内容
news-none = 自上次标为已看后没有新内容。
news-new = { $count } 个新条目
news-changed = { $count } 个条目有改动
news-gone = { $count } 个条目已不在
news-more = 另有 { $count } 个
news-seen = 全部标为已看
news-forget = 忘记
news-marked = 已全部标为已看。
news-forgotten = 已忘记：不再保存任何内容。
news-refused = 此处不可用：浏览器不允许本页面保存任何内容。
news-large = 条目过多，此数据集不支持。
news-full = 浏览器拒绝保存。
news-unread = 所保存的内容无法读取。请全部标为已看以重新开始，或将其忘记。

## The page inside another page, and the code for that

embed-full = 打开完整页面
embed-file = 嵌入本页的框架可能不允许下载文件。如未收到“{ $name }”，请从这里复制：
embed-picture = 嵌入本页的框架可能不允许下载文件。如未收到“{ $name }”，请到完整页面获取：
embed-make = 嵌入
embed-lead = 此代码可将本视图放入其他网站。代码中以纯文本列出各事件及其来源，即使脚本和框架被移除，内容仍可阅读。
embed-form = 代码
embed-form-element = 脚本与元素
embed-form-frame = 普通框架
embed-height = 高度
embed-height-auto = 自动
embed-view = 显示
embed-view-this = 当前视图
embed-view-start = 首页
embed-language = 语言
embed-language-any = 随读者而定
embed-copied = 代码已复制
embed-nowhere = 本页没有网络地址。请先发布，代码会使用发布后的地址。
embed-more = 另有 { $count } 个事件
offline = 离线文件
offline-hint = 一个 HTML 文件，包含本简报与整个页面；双击即可打开，无需网络。
offline-made = 离线文件已生成。
offline-failed = 未能生成离线文件：其组成部分无法载入。请检查网络连接后重试。
seal-verified = 文件自生成以来未经改动：数据 { $hash }…
seal-altered = 此文件已被改动：内容与其封印不符。请从来源处重新获取。数据 { $hash }…
seal-data = 数据的 SHA-256
seal-app = 页面的 SHA-256
seal-same = 与文件所述一致
seal-differs = 与文件所述不符
seal-honest = 这里只把文件与其自身的陈述相比较，能发现意外损坏，不能防范伪造：改动文件的人也能改动该陈述。“annals verify”会检查整个文件；如有签名，也会检查签名。
seal-signed = 文件声明带有签名，本页面不作检查，请用“annals verify”检查。公钥指纹：
