# What loading finds in a briefing. See findings.en.ftl.

## What a document must be

data-encoding = { $found ->
        [utf-16] 文件采用 UTF-16 编码，而不是 UTF-8
        [utf-32] 文件采用 UTF-32 编码，而不是 UTF-8
        [gzip] 文件是压缩文件（gzip）
        [zstd] 文件是压缩文件（zstd）
        [zip] 文件是 ZIP 压缩包；电子表格和文字处理文档也属于 ZIP 压缩包
        [office] 文件是旧版办公文档
        [pdf] 文件是 PDF 文档
       *[other] 此处不是 UTF-8 文本（字节 { $value }）
    }
    .remedy = { $found ->
        [gzip] 请先解压；如由服务器压缩，须在 Content-Encoding 标头中注明
        [zstd] 请先解压；如由服务器压缩，须在 Content-Encoding 标头中注明
        [zip] 请先解压；电子表格可用“annals import”转换为简报
        [office] 请另存为 XLSX，再使用“annals import”
        [pdf] 请提供简报的 JSON 文件
       *[other] 请将文件另存为 UTF-8 编码
    }
data-html = { $found ->
        [xml] 收到的是 XML，而不是简报
       *[html] 收到的是网页，而不是简报
    }
    .remedy = 请检查地址：文件不存在、发生跳转或需要登录时，服务器会返回网页
data-syntax = { $hint ->
        [empty] 文件是空的
        [truncated] 文件在中途结束
        [trailing-comma] 最后一个元素后面多了逗号
        [extra-comma] 逗号前面没有内容
        [missing-comma] 此处之前缺少逗号
        [comment] JSON 不支持注释
        [single-quotes] JSON 文本要用双引号，不能用单引号
        [smart-quotes] JSON 文本要用直引号（"），不能用弯引号（{ $value }）
        [wide-mark] “{ $value }”是全角符号，JSON 使用半角符号
        [invisible] 文本之外有不可见字符（{ $value }）
        [unquoted-key] 键名没有加引号
        [unquoted-text] 文本没有加引号
        [nan] 在 JSON 中 NaN 和 Infinity 不是数字
        [word] JSON 只有小写的 true、false 和 null
        [number] 这不是 JSON 的数字写法
        [line-break] 文本中有换行，或缺少右引号
        [control] 文本中有控制字符（{ $value }）
        [escape] 反斜杠后面的内容 JSON 不认识
        [wrong-bracket] 右括号与左括号不配对
        [colon] 键名后面缺少冒号
        [comma] 此处应为逗号或右括号，而不是“{ $value }”
        [key] 此处应为带双引号的键名，而不是“{ $value }”
        [end] 文档结束后还有内容
       *[value] 此处应为一个值，而不是“{ $value }”
    }
    .remedy = { $hint ->
        [empty] 请检查保存或下载是否完整
        [truncated] 请检查保存或下载是否完整；否则就是缺少右括号或右引号
        [trailing-comma] 请删除逗号
        [extra-comma] 请删除逗号
        [missing-comma] 请在两者之间加逗号
        [comment] 请删除注释，或写入“note”字段
        [single-quotes] 请改用双引号
        [smart-quotes] 请改用直双引号；文字处理软件会自动改动引号
        [wide-mark] 请关闭输入法后重新输入
        [invisible] 请删除该字符；复制文本时常会带入
        [unquoted-key] 请给键名加双引号
        [unquoted-text] 请给文本加双引号
        [nan] 没有数值时请省略该字段
        [number] 请用数字和小数点书写，例如 0.5 或 1200
        [line-break] 换行请写成 \n
        [control] 请删除该字符，或写成 \u 加四位数字
        [escape] 反斜杠本身请写成 \\
        [end] 一个文件只能有一个文档；多个条目请放入一个列表
       *[other] 请同时检查此处之前的内容
    }
data-limit = { $what ->
        [size] 文档过大：{ $value }，最多可读取 { $limit }
        [depth] 括号嵌套过深，最多可读取 64 层
        [string] 有一段文本过长，最多可读取 1 MiB
       *[keys] 文档的字段过多
    }
    .remedy = { $what ->
        [size] 请拆分为多份简报
        [string] 请拆分文本，或作为来源链接
       *[other] 请检查文件是如何生成的
    }
data-schema = { $what ->
        [object] 简报应是花括号中的对象，这里却是其他内容（{ $found }）
        [missing] 这是 JSON，但不是简报：缺少 "annals": 1
       *[version] 不存在这样的数据格式版本：{ $value }
    }
    .remedy = { $what ->
        [object] 文档应以 {"{"} "annals": 1, "id": … 开头
        [missing] 如果确是简报，请添加 "annals": 1
       *[version] 请写 "annals": 1
    }
version = 这份简报采用数据格式第 { $value } 版，本版 Annals 最高支持第 { $expected } 版
    .remedy = 请使用较新版本的 Annals

## Types and fields

type-expected = { $expected ->
        [object] 对象
        [list] 列表
        [string] 带引号的文本
        [text] 文本，或按语言列出的文本
        [number] 数字
        [boolean] true 或 false
        [date] 带引号的日期
        [id] 带引号的标识
       *[other] { $expected }
    }
type-found = { $found ->
        [object] 对象
        [list] 列表
        [string] 文本
        [number] 数字
        [boolean] true 或 false
        [null] null
       *[other] { $found }
    }
duplicate-key = 键名“{ $field }”在同一对象中出现两次，首次在第 { $other_line } 行第 { $other_column } 列；以最后一个为准
    .remedy = 请删除其中一个或改名
wrong-type = 此处应为{ type-expected }，实际为{ type-found }
    .remedy = { $expected ->
        [list] 请放入方括号，即使只有一项
        [number] 数字不加引号，并使用小数点
       *[other] 内容未知时请省略该字段
    }
field-missing = 缺少字段“{ $field }”
    .remedy = 请补充该字段，否则其余内容不会显示
field-unknown = 此处没有“{ $field }”这个字段
    .remedy = { $suggestion ->
        [none] 请删除，或写入“note”字段
       *[other] 是否应为“{ $suggestion }”？
    }
choice-invalid = 此处不能使用“{ $value }”
    .remedy = { $suggestion ->
        [none] 可用的词：{ $expected }
       *[other] 是否应为“{ $suggestion }”？可用的词：{ $expected }
    }
choice-unknown = “{ $value }”不是常用词
    .remedy = { $suggestion ->
        [none] 常用的词：{ $expected }
       *[other] 是否应为“{ $suggestion }”？常用的词：{ $expected }
    }

## Texts, languages, dates, numbers, addresses

text-empty = 文本是空的
    .remedy = 请填写内容或省略该字段
text-control = 文本中有不可见字符（{ $character }）
    .remedy = 如非必要请删除
text-broken = 文本中有不成对的代理字符（\uD800 至 \uDFFF）
    .remedy = 请写出完整的一对，或直接写该字符
language-invalid = “{ $value }”不是语言标签
    .remedy = 请使用“en”“zh-Hans”“de-AT”一类的标签
languages-missing = 未注明文本语言，按英文处理
    .remedy = 请添加 "languages": ["en"]，未标注文本的语言放在首位
date-invalid = “{ $value }”不是有效日期：{ $reason }
    .remedy = 日期请写成 2024、2024-05 或 2024-05-17（EDTF，ISO 8601-2）
date-not-placed = “{ $value }”超出时间轴可显示的年份
    .remedy = 无需处理：该日期会列出，但不标在时间轴上
end-before-start = 结束日期 { $value } 早于开始日期 { $other }
    .remedy = 请对调两者或更正其一
number-inexact = { $value } 会显示为 { $other }
    .remedy = 请写成文本，或取不超过 15 位有效数字
number-range = 数字过大，无法读取
    .remedy = 请使用更大的单位
range-order = 数值 { $value } 与其范围 { $low } 至 { $high } 不相符
    .remedy = 下限应在前，数值应在两者之间
link-refused = { $reason ->
        [scheme] “{ $value }”不是可以链接的地址类型
        [relative] “{ $value }”不是完整地址
        [space] “{ $value }”含有空格或不可见字符
        [character] “{ $value }”含有地址中不能使用的字符
        [user] “{ $value }”在主机名前带有用户名，会掩盖真实去向
        [host] “{ $value }”没有有效的主机名
        [mailbox] “{ $value }”不是邮件地址
        [http] “{ $value }”未加密，仅可用于来源
        [long] 地址过长
       *[empty] 地址是空的
    }
    .remedy = { $reason ->
        [space] 请删除，空格可写成 %20
        [http] 请使用 https
       *[other] 请写以 https:// 或 mailto: 开头的完整地址
    }
url-http = “{ $value }”未加密
    .remedy = 如网站支持，请使用 https

## Ids and links between items

id-invalid = “{ $value }”不是有效的标识
    .remedy = { $suggestion ->
        [none] 请使用小写字母和数字，其间可用单个点、连字符或下划线
       *[other] 请使用小写字母和数字，其间可用单个点、连字符或下划线：“{ $suggestion }”
    }
duplicate-id = 标识“{ $value }”已被另一条目使用（第 { $other_line } 行第 { $other_column } 列），本条目未收入
    .remedy = 请为其中一个更换标识
alias-taken = “{ $value }”既是标识又是旧标识，参见第 { $other_line } 行第 { $other_column } 列
    .remedy = 请从“aliases”中删除
ref-unknown = 没有“{ $value }”这个条目
    .remedy = { $suggestion ->
        [none] 请更正标识或补充该条目
       *[other] 是否应为“{ $suggestion }”？
    }
ref-part = “{ $value }”属于“{ $found }”，此处应为“{ $expected }”中的条目
    .remedy = 请改为正确的条目
parent-cycle = “{ $value }”不能作为上级：条目会互为上下级
    .remedy = 请删除其中一个上级
relation-cycle = 这些关系经“{ $value }”又回到本文件：文件会互为来源
    .remedy = 请删除其中一个关系；关系由后出文件指向先出文件
track-depth = 时间带只有两级，本条会成为第三级
    .remedy = 请选择没有上级的条目作为上级

## Evidence and totals

unsourced = “{ $value }”的日期或数字没有来源（“{ $field }”）
    .remedy = 请添加“sources”，或注明 "grade": "assumption"
shares-total = 各项占比合计为 { $value }%，而不是 100%（容差 { $tolerance }）
    .remedy = 请更正，或注明“tolerance”，或在“cause”中说明原因：rounding、non-exclusive、error 或 unknown
catalogue-total = 所列条目合计 { $value } 种产品，来源写明 { $expected } 种
    .remedy = 请补全条目，或注明 "basis": "partial"

## The briefing as a whole

licence-missing = 未注明使用许可
    .remedy = 请添加“licence”
as-of-missing = 未注明数据截止日期
    .remedy = 请添加“as_of”
overview-missing = 没有“overview”视图，已自动补充
    .remedy = 请添加标识为“overview”的视图
figure-baseline = 柱须自零起，否则长度会误导读者；{ $value } 未采用
    .remedy = 请删去 "axis_from" 和 "axis_scale"，或改用 "dots" 或 "line" 图
figure-units-differ = 该图所列序列的单位不同（{ $value }），各单位分别绘制
    .remedy = 请按单位分别制图，或为其注明相同的单位
value-unknown = “{ $value }”没有对应的数值或日期
    .remedy = 请填写有数值或日期的条目标识，例如 {"{{"}value:exports.2022{"}}"}
step-link = { $reason ->
        [key] 该步骤的链接含有未知的键“{ $key }”
        [value] 该步骤的链接中，“{ $value }”不是“{ $key }”的有效值
        [reader] 该步骤的链接含有“{ $key }”，此项应由读者选择
        [view] 该步骤的链接指向不存在的视图“{ $value }”
        [item] 该步骤的链接指向不存在的条目“{ $value }”
        [filter] 该步骤的链接按“{ $key }”筛选“{ $value }”，但没有符合的条目
       *[other] 该步骤的链接过长
    }
    .remedy = 请从页面复制该视图的链接，或更正此处
view-part-empty = 视图的这一部分既无文字也无图表
    .remedy = 请补充其一或删除该部分
list-limit = 列表有 { $value } 项，只读取前 { $limit } 项
    .remedy = 请拆分为多份简报
item-limit = 条目内的值超过 { $limit } 个，未收入
    .remedy = 请拆分为多个条目
internal-shape = 条目通过了检查却无法读取：{ $reason }
    .remedy = 这是 Annals 的缺陷，请反馈

## Why a text is no date

date-reason-empty = 没有内容
date-reason-length = 内容过长
date-reason-character = 含有日期中不能使用的字符
date-reason-form = 不符合任何日期格式
date-reason-ambiguous = 可以理解为两个不同的日期
date-reason-padding = 年、月、日的位数不全
date-reason-year = 年份写法不正确
date-reason-month = 没有这样的月份或季节
date-reason-day = 该月没有这一天
date-reason-time = 时刻有误或此处不允许写时刻
date-reason-qualifier = 此处不能使用 ?、~ 或 %
date-reason-unspecified = 此处的 X 无法对应任何日期
date-reason-interval = 区间没有两个端点
date-reason-order = 开始晚于结束
date-reason-set = 集合没有右括号，或含有不是日期的内容
