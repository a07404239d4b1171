"""Word tables of the frequency extractor: who can act, what is done, how a duty is said.

Source of all tables: reading the recurrence expressions of party rules, regulations and government reports.
"""

from __future__ import annotations

import re
from typing import Final

from policydoc.patterns import late


def alternation(words: str) -> str:
    """The words of a table as a regex alternation, longest first, with one branch for each first character."""
    table: dict[str, list[str]] = {}
    for word in sorted(set(words.split()), key=lambda w: (-len(w), w)):
        table.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{first}(?:{'|'.join(rest)})" if len(rest) > 1 else first + rest[0]
                    for first, rest in sorted(table.items()))


def firsts(words: str) -> str:
    """The first characters of a table or an alternation: most places are turned away by one look at them."""
    return "".join(sorted({word[0] for word in re.split(r"[|\s]+", words) if word}))


def lasts(words: str) -> frozenset[str]:
    """The characters in which the words of an alternation end; what a word must not be followed by is no part of it."""
    ends = re.findall(r"(?:\[(.+?)\]|(.)(.)\?|(.))(?=\||$)", re.sub(r"\(\?!.*?\)", "", words))
    return frozenset("".join(map("".join, ends)))


PERSONS: Final = """
 领导干部 党员干部 干部 党员 书记 负责人 负责同志 同志 责任人 成员 人员 主要领导 领导 一把手 委员 代表 主任 校长
 院长 局长
 镇长 乡长 区长 厂长 园长 馆长 法人 县长 市长 省长 部长 厅长 处长 科长 组长 队长 教师 职工 工作者 学生
 公务员 法官 检察官 持有人 经营者
 运营者 处理者 使用者 生产者 所有人 管理人 纳税人 站长 所长 司长 河长 林长 田长 村民 居民 志愿者 主席 理事
 秘书长 监事 团员 会员 专员 主官 辅导员 调解员 监督员 网格员 指导员 委员长 第一书记 工作队 领导班子 班子 患者
 知识分子 积极分子 矫正对象 服务对象 服务人 申请人 当事人 承包人 监护人 代理人 承租人 出租人
 举办者 开办者
 专家 工人 农民 民警 干警 警官 律师 医生 医师 护士 家长 企业家 战士 官兵 军人 群众 同学 师生
 个人 党小组长 领导人 领导人员 主要领导人 主要领导人员 负责人员 我们 牵头人 联系人 管理者 执行官"""

CORE_BODIES: Final = (
    "党委 政府 党组 人大 政协 纪委 监委 支部 党支部 总支 党总支 党组织 部门 机关 团体 工会 团委 常委会")
"""Bodies that share a head with their neighbour: 党委、政府主要负责人 is one actor."""

BODIES: Final = CORE_BODIES + """
 委员会 常务委员会 政治局 常务委员 党组织 级组织 团组织 基层组织 下级组织 上级组织 社会组织 群众组织 政治组织
 行业组织 工会组织 民间组织 党派组织 组织部 主体 报刊 媒体 共产党 机构 小组 领导小组 专班 妇联 纪检组 派驻组 法院 检察院
 国务院 办公室 中心 协会 联合会 总工会 工商联 理事会 董事会 监事会 指挥部 法庭 派出所 党校 行政学院 工委 党工委
 管委会 居委会 村委会 编委 大队 支队 总队 国家 海关 银行 站 局 厅 办 委 部 组 院 司 处 室 队 社 党团 联盟 基金会
 商会 学会 共青团 共青团组织"""

UNITS: Final = """
 企业 单位 公司 集团 学校 高校 医院 园区 开发区 幼儿园 医疗机构 代表机构 银行业 基地 实验室 智库 图书馆 场馆
 博物馆 阵地 平台 小学 中学 阶段学校 街道 社区 乡镇 村居 行政村 车间 班组 承包方 发包方 双方 各方 业主"""

REGIONS: Final = (
    "省 省份 自治区 直辖市 市 县 自治县 区 市辖区 州 自治州 旗 盟 乡 镇 乡镇 街道 村 社区 县区 市县 县市 县市区 "
    "市县区 镇街 旗县市区 旗县区 市区 地区 地方 方 级 地")
"""Count as actors only after 各, 每个 or in a compound (市县, 乡镇)."""

_REGION: Final = rf"(?:{alternation(REGIONS)})(?:（[^（）]{{1,12}}）)?"

HEAD: Final = late(
    rf"(?:各[^，、。；]{{0,6}}{_REGION}|每个{_REGION}|{alternation(' '.join((PERSONS, BODIES, UNITS, '市县 县区')))})"
    r"[”’」]?(?!门)")
"""The last word of a noun phrase that can act. Every branch begins with a character of its own: only so is the
search quick."""

CONNECTOR: Final = late(r"[、，]|会同|以及|或者|特别是|和|与|及|或|暨")

HELD: Final = ("大会", "会议", "全会", "代表会", "例会", "全委会", "全体会")
"""Bodies that are held, not acting: 代表大会每五年举行一次 names no actor."""

SITS: Final = late(
    r"(?:(?!召开|举行|召集|举办|开会)[^，。；]){0,14}?(?:听取|审议|审查|审定|监督|讨论|研究|部署|决定|批准)")
"""A meeting that itself acts (全体会议每年听取报告), where one that is held (每年召开) does not."""

VERBS: Final = """
 召开 召集 举行 举办 开展 进行 组织 研究 分析 研判 听取 报告 汇报 通报 公布 公开 发布 报送 上报 提交 报 送 向
 检查
 核对 核验 宣判 督查 督导 抽查 排查 巡查 监测 评估 考核 考评 测评 评比 表彰 培训 轮训 学习 集中 参加 接受 接待 接访 走访
 慰问 调研 深入 联系 征求 交流 座谈 约谈 谈话 谈心 审核 审查 审议 审计 核查 清理 整理 更新 维护 保养 检修 校验
 检验 检测 演练 开设 安排 制定 编制 修订 确定 选择 选派 选取 遴选 推荐 推出 推动 推进 实施 完成 启动 建设 新建
 改造 培育 培养 引进 招引 扶持 资助 支持 帮助 帮扶 服务 化解 解决 办理 办好 兴办 办 讲 作 做 述职 述责 述廉 交纳
 缴纳 上缴 收缴 补充 调度 会商 对接 沟通 协调 督促 指导 督办 点评 评议 评选 排名 总结 汇总 小结 调整 轮岗 轮换
 开行 运行 运营 落实 抓好 抓 列出 形成 提出 建立 健全 完善 加强 保持 提供 印发 下发 梳理 复盘 观摩 巡察 巡视
 巡诊 巡逻 值班 坐班 开会 选举 改选 换届 晒 亮 比 看望 关心 关注 掌握 了解 反映 讨论 会诊 宣传 宣讲 教育 普查
 调查 随访 体检 检修 消毒 清洗 盘点 对账 注意 把 将 对 为 与 同 同意 给 配合 承诺 负责 会同 牵头 承担 统筹 履行
 保证 确保 筹集 投入 收集 采集 核定 认定 公示 公告 通过 选聘 聘请 邀请 开具 出具 填报 填写 登记 备案 归档 鉴定
 移交 移送 抄送 反馈 回访 督战 开放 演出 放映 免费 撰写 编发 编印 出版 刊发 联合 主动 带头 亲自 认真 严格 切实
 及时 自觉 全面 继续 坚持 积极 适时 集体 书面 专题 有计划地 按 依法 依规 负责 围绕 结合 根据 按照 通过 利用 充分
 自行 委托 互通 挂钩 办结 拿出 用 下基层 到 赴 外出 互访 驻 驻村 住 蹲点 走进 出席 旁听 主持 带队 带领 率领 策划
 打造 组团 增加 压减 发展 创建 创作 种植 造林 治理 整治 修复 绿化 改建 保留 实行 依照 呈报 遵守 接收 遵循 统一
 具体 筛选 滚动 突出 新建 定期 反映 转交 代为 追究 纳入 列入 撰 饲养 结对 包联 包保 挂点 跟踪"""

MODAL: Final = (
    r"应当|应该|应|必须|须|务必|需要|需|要(?!求)|不得|不准|将(?!军)|得|可以|可|均|都|也|还|又|再|并|仍|则|"
                r"原则上|一般|至少|最少|大体|分别|共同|联合|坚持|力争|争取|确保|保证|每|定期|不定期|经常|时常|"
                r"随时|常态化?|按[年季月周日]")

_NOUNS: Final = {"建设", "发展", "服务", "治理", "改造", "教育", "报", "按", "造林", "宣传", "同"}

FOLLOW: Final = late(
    rf"(?=[{firsts(f'{MODAL}|任|于|在|从|以|由|就|能|决|负|{VERBS}')}\d一二三四五六七八九十])"
    rf"(?:{MODAL}|\d{{1,2}}年内|[一二三四五六七八九十]年内|任期内|于|在|从|以(?![上下及内外])|由|就(?!业)|能够|"
    rf"决定(?![书权性])|负责(?!同志|人)|{alternation(' '.join(set(VERBS.split()) - _NOUNS))})"
    r"(?!人员|同志|部门|机构|小组|单位|机关|组(?!织)|室|中心|人事|系统|局|委|主体|者|员|队(?!伍))")
"""What may follow a subject: a modal, an adverb, a preposition or a verb."""

_LEADING: Final = """
 加强 建立 健全 完善 实行 实施 推行 推动 推进 深化 深入 落实 严格 坚持 组织 督促 引导 指导 支持 鼓励 提倡 要求
 确保 保证 强化 加大 加快 优化 创新 探索 开展 做好 抓好 发挥 充分 认真 积极 切实 继续 进一步 全面 着力 大力 广泛
 动员 聚焦 围绕 结合 根据 按照 依据 依托 通过 利用 运用 针对 贯彻 制定 编制 出台 规范 提高 提升 扩大 巩固 拓展
 打造 建设 构建 形成 采取 召开 举办 主动 自觉 接受 支持 改进 统筹 协调 研究 听取 了解 掌握 密切 促进 增强 营造
 选派 选好 配齐 培养 培育 安排 对 向 为 在 从 以 与 同 把 将 按 由 如 凡 当 经 因 除 让 使 若 并 但 而 也 或 即
 指 其中 不 未 无 有 是 需 要 应 可 于 至 定期 不定期 经常 随时 常态化 履行 维护 保障 完成 启动 启用 开通 用好
 做实 做优 压实 扛牢 办好 建好 抓实 严肃 严明 遵守 严守 尊重 关心 关注 带头 带领 成立 设立 组建 发展 参加 参与
 实现 达到 推出 总结 宣传 弘扬 践行 牢固 始终 持续 稳妥 稳步 有序 分级 分类 分批 分期 逐级 逐步 严禁 严查 防止
 防范 化解 解决 处理 办理 审核 审查 检查 核查 查处 检验 监督 考核 评估 监测 紧扣 紧盯 报"""

_OFFICE: Final = (
    r"有关|应急|经营|经济|同级|同志|当地|当事|未成年|不动产|从业|从事|对口|可能|使用|无党派|以上单位|需要|报社|"
    r"报刊|协调(?:机构|委|小组|办|专班)|"
                 r"(?:组织|监督|审核|审查|检查|检验|检测|监测|建设|发展|执行|保障|考核|研究|处理|评估|核查|"
                 r"规划|维护|服务|生产|联系|指导)"
                 r"(?:人事|管理|检查|改革|和改革|鉴定)?(?:部门|机关|机构|单位|委员会|总局|局|委(?!员)|者|组|站|"
                 r"所|中心|队|室|院)")

LEAD: Final = late(rf"(?=[{firsts(_LEADING)}执领])(?!{_OFFICE})(?:{alternation(_LEADING)}|执行(?!委员|官|机构|局)|"
                   r"领导(?!干部|班子|小组|机关|同志|人|成员|机构|集体|层|核心|部门|组|$))")
"""What a noun phrase of an actor does not begin with."""

EMBEDDING: Final = late(
    r"(?:(?:建立|健全|完善|坚持|落实|实行|推行|严格|推动|督促|要求|确保|保证|组织实施|形成|进一步|并)(?:好|"
    r"落实|执行)?){1,3}")
"""坚持政府系统领导干部每月集中学习制度: the actor stands behind the verb."""

PASSIVE: Final = late(
    r"(?:集中)?(?:培训|轮训|考核|考评|测评|评估|评比|表彰|监测|帮扶|监督|检查|审计|清理|调整|注册|排查|轮岗|"
    r"交流轮岗|评定|随访|约谈|救助|管理|抚恤|检验)")
"""Verbs whose subject position in 建立教师定期培训制度 holds the one that it is done to."""
