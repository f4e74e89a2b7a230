# Texts of the page that its first view needs.

## 启动、载入、故障

loading = 正在读取简报……
checking = 正在检查简报……
failure-title = 无法显示此简报
failure-code = 代码：{ $code }
at-place = （第 { $line } 行，第 { $column } 列）
deferred-failed = 页面的一部分未能加载。请检查网络连接后重试。
retry = 重试

## 框架

skip = 跳到正文
search = 搜索
filters = 筛选
look-back = 截至
keys = 按键
pages = 页面
theme = 配色
theme-auto = 跟随系统
theme-light = 浅色
theme-dark = 深色
theme-contrast = 高对比度
share = 复制链接
story = 导览
share-by-hand = 请复制此地址：
link-copied = 已复制此视图的链接
print = 打印
edition = 版本
current-to = 数据截至{ $date }
privacy = 本页面不设置 Cookie，除非您要求，不存储任何内容，也不向其他网站发出请求。
no-views = 此简报没有页面。

## 提示

notices = 提示
findings-count = 数据中有 { $count } 个问题

## 每份简报都有的页面

view-overview = 概览
view-timeline = 时间线
view-sources = 来源
view-summary-overview = 内容简介与后续动向
view-summary-timeline = 何时发生了什么
view-summary-sources = 全部依据

## 简报信息

card-current-to = 数据截至
card-publisher = 发布者
card-edition = 版本
card-licence = 许可
card-contact = 联系方式
card-method = 编制方法与不足之处

## 图表

figure-missing = 此简报中没有图表“{ $id }”。
figure-unknown = 此版本无法绘制“{ $kind }”类图表。
figure-values = 关键数据
figure-upcoming = 后续动向
figure-deadlines = 期限
figure-activity = 各年条目数
figure-series = 历年数值
figure-views = 前往
figure-sources = 全部来源
figure-timeline = 时间线
disputed = 来源说法不一
sources-count = { $count ->
    [0] 无来源
   *[other] { $count } 个来源
}
upcoming-since = { $date }（数据截止日）之后
upcoming-none = 数据中没有截止日之后的事项。
upcoming-unknown = 此简报未说明数据截止日。
upcoming-passed = 数据收集之后，该日期已过
upcoming-now = 进行中
upcoming-in-days = { $count } 天后
activity-description = 本简报中各条目按开始年份的数量，{ $from }至{ $to }。仅统计本简报所记录的内容，并非全部事件。
activity-year = { $year }：{ $count } 项
activity-unplaced = { $count } 个条目没有年份，未计入。
series-then = { $first }{ $next }
series-titled = { $title }：{ $sentence }
column-value = 数值
column-remarks = 备注
column-sources = 来源
save-svg = 保存图形
save-csv = 保存表格
table-year = 年份
show-table = 以表格显示
figure-line = 数值变化
unit-title = 单位：{ $unit }
figure-multiples = 数值变化并列对照
base-part = { $base } 中的 { $part }
base-alone = 总数 { $base }
base-not-stated = 未说明总数
sentence = { $words }。
told-more = 另有 { $count } 项
save-png = 保存图片
save-json = 保存数据
png-refused = 浏览器未能生成该图片。SVG 的内容相同。
copy-cited = 连同来源复制
cited-copied = 已连同来源复制。
save-options = 文件选项
figure-dots = 数值对照
figure-bars = 数值柱状图
figure-slope = 前后两时点对照

## 时间线

timeline-empty = 此时段没有条目。
track-other = 其他事件
track-meetings = 会议
track-collapse = 收起{ $track }，显示 { $count } 个条目
track-expand = 展开{ $track }，显示 { $count } 个条目
legend = 图形
column-date = 日期
column-title = 标题

## 打开的条目

sources = 来源
meetings = 会议
positions = 相关方建议
date = 日期
value = 数值
place = 地点
attendance = 出席情况

## 日期与数字

span = { $from }至{ $to }
percent = { $value }%
with-unit = { $value } { $unit }
quantity-exact = { $value }
quantity-about = 约 { $value }
quantity-more-than = 超过 { $value }
quantity-at-least = 至少 { $value }
quantity-at-most = 至多 { $value }
quantity-less-than = 少于 { $value }

## 数据格式用词

sort-correction = 更正
sort-source = 来源
sort-actor = 机构
sort-track = 分类
sort-event = 事件
sort-instrument = 政策文件
sort-stage = 阶段
sort-series = 指标
sort-observation = 数值
sort-target = 目标
sort-catalogue = 目录
sort-version = 目录版本
sort-entry = 目录条目
sort-meeting = 会议
sort-agenda = 议程项
sort-person = 人员
sort-total = 参会人数
sort-group = 参会者占比
sort-organisation = 参会机构
sort-outcome = 成果
sort-position = 建议
sort-dispute = 来源说法不一
sort-claim = 说法
sort-figure = 图表
sort-view = 页面
sort-step = 步骤
sort-term = 术语
stage-announced = 宣布
stage-drafted = 起草
stage-consultation-opened = 开始征求意见
stage-comments-close = 意见截止
stage-adopted = 通过
stage-published = 公布
stage-effective = 施行
stage-enforced = 强制执行
stage-grace-ends = 过渡期结束
stage-amended = 修订
stage-repealed = 废止
stage-superseded = 被取代
stage-withdrawn = 撤回
kind-law = 法律
kind-regulation = 规章
kind-announcement = 公告
kind-plan = 计划
kind-draft = 草案
kind-meeting = 会议
kind-publication = 出版物
kind-milestone = 里程碑
kind-report = 报告
kind-strategy = 战略
kind-standard = 标准
kind-other = 其他
kind-government = 政府
kind-standards-body = 标准机构
kind-association = 协会
kind-company = 企业
kind-ngo = 非政府组织
kind-academia = 学术界
kind-research = 研究机构
kind-certification-body = 认证机构
kind-intergovernmental = 政府间组织
kind-project = 项目
kind-in-person = 现场
kind-online = 线上
kind-hybrid = 线上线下结合
kind-unknown = 形式未说明

## 现有简报所用单位

unit-products = 个产品
unit-standards = 项标准
unit-categories = 个类别
unit-product-groups = 个产品组
unit-enterprises = 家企业
unit-agencies = 家机构
unit-certificates = 张证书
unit-bodies = 家机构
unit-people = 人
unit-months = 个月
unit-organisations = 个组织
unit-experts = 名专家
unit-members = 名成员
unit-countries = 个国家
unit-product-types = 种产品
unit-laboratories = 家实验室
unit-years = 年
unit-committees = 个委员会
unit-participants = 名参会者
unit-working-days = 个工作日
unit-departments = 个部门
unit-proposals = 项提案
unit-secretariats = 个秘书处

## Pages of documents, attendance, catalogue and the data set itself

view-documents = 文件
view-deadlines = 期限
view-attendance = 参会情况
view-about = 关于
view-summary-documents = 政策文件、其各阶段与现状
view-summary-deadlines = 哪些事项尚未到期，还剩多少天
view-summary-attendance = 谁与谁会面，讨论什么
view-summary-about = 这是什么数据，可信到什么程度
figure-texts = 相关说明
figure-observations = 测得数值
figure-documents = 政策文件
figure-positions = 提出的请求及其结果
figure-targets = 目标与实际达到的数值
figure-catalogue = 目录：按版本与按类别
figure-attendance = 谁参加了会议
figure-meetings = 会议与参会人数
figure-matrix = 各机构出席的会议
figure-flow = 目录如何变化
figure-lineage = 政策文件的脉络
figure-calendar = 各月发生的事项
figure-units = 数量
figure-about = 关于本数据集
sources-disagree = 来源说法不一
not-stated = 未说明
kind-not-stated = 种类未说明

## 比较

comparison = 比较
