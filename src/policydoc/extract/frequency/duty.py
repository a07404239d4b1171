"""Does a recurrence expression state a duty? Statistics, results, sums, levels, conditions and permissions do not.

Each rule looks at the clause of the cue (`head` before it, `tail` behind it) or at the sentence; the first that
holds decides. What no rule turns away is a duty: rules and plans speak in the plain present.
"""

from __future__ import annotations

from typing import Final

from policydoc.extract.frequency import tense
from policydoc.extract.frequency.context import Context
from policydoc.extract.frequency.cues import Cue
from policydoc.extract.frequency.words import VERBS, alternation
from policydoc.patterns import late

_RATE: Final = late(
    r"(?:[每月年][人户亩名吨台套岗生]|[人户亩]均|平均|年均|人均|标准|补助|由|从|达|[高加大升低整减达]到|至|"
    r"低于|增至|金(?<![资基]金)|水平|[费额]|减少到|形成|享受到|发挥|制定|如果|如)$")
_CHANGE: Final = late(
    r"[ 　]?(?:的)?(?:平均|同比|分别|预计|约|可|可以|都|均|还|继续|人均|就)*[ 　]?(?:可?实现)?"
    r"(?:增长|每人|递增|增加|提高|下降|降低|减少|增产|节省|节约|节能|上升|上涨|递减|下调|上调|增幅|增速|压缩|"
    r"跨越|增至|领取|享受[^一]|晋升|回升|"
    r"新增[^，]{0,12}能力|补助|补贴|给予|发给|发放|拨|投入|安排[^，]{0,14}(?:\d|财政|专款|资金|款)|统筹\d|加快|"
    r"好转|改善|提升|取得|有新|保持|"
    r"多了|为[^，。；]{1,16}(?:节|减)|缴费|缴纳?\d|[\d.．]+[ 　]?(?:[万亿]?元|[%％]|[万亿]度|吨|平方米)|亩|"
    r"可为|[\d.]+[ 　]?万吨)")
_SUM: Final = late(
    r"[\d０-９百千万亿一二三四五六七八九十][余多]?[ 　]?[万亿]?元(?!以上的|以下的)(?![^，。；]{0,6}项目)")
_SUM_DONE: Final = late(r"完成[^，。；]{0,8}投资|化解|招商|落地|募集")
_LEVEL: Final = late(
    r"(?:达到?|占|保持|超过|突破|控制|率|比重|比例)[^，。；]{0,10}[\d.]+[ 　]?(?:[%％]|个百分点|班|吨|度|"
    r"万人次|亿人次)|百分之|[\d.]+[ 　]?[万亿]吨")
_PERMITTED: Final = late(
    r"(?:可以?|得以?|有权|可能|允许|能够|能|方可)(?:根据[^，。；]{1,20})?$|可以(?:根据|按|"
    r"视)?[^，。；]{0,14}，?$|有权")
_PERMITS: Final = late(r"(?:都|也)?(?:可(?!持续)|得以|准备|[都还正仍]在|可能|会发生|会出现)")
_FIXED_BEFORE: Final = ("稳", "固", "预", "待", "确")
_REGULAR_NOUN: Final = late(
    r"(?:限|间|满|内|存款|航[班线]|直飞|抚恤|检验(?:要求|标志|、|的特|和|周)|自行检查记录|债|刊|登录|推荐|重复|"
    r"增资|波动|人寿)")
_OFTEN_NOUN: Final = late(
    r"(?:的|性)?(?:工作|基础|任务|收入|项目|支出|预算|教育(?!管理)|居住|要求|业务|办法|思想政治|"
    r"性?联系，|开支|账户|站|社会捐助站|和集中性|参加体育)|委员会|化")
_COUNTED_AS: Final = ("纳入", "列入", "作为", "属于", "是")
_OFTEN_STATE: Final = ("的", "变动", "处于", "困扰", "在", "引起", "强调", "迅速")
_OFTEN_VERB: Final = late(
    r"(?:进行|开展|实行|组织|举办|做好|加强|和|与|、|建立|健全)[^，。；]{0,12}$")
_STANDING: Final = late(
    r"[、，]?(?:长效化?|纵深|深入|持续|制度化|规范化|精细化|精准化)*地?(?:开展|推进(?!机制)|组织|实施(?!机制)|"
    r"举办|举行|开行|落实(?!机制)|抓好?|做好|推动|排查(?!机制)|召开|发布|调度|为|对(?![接话口])|对接[^，。；、机]{2}|把|"
    r"深入|听取|走访|接访|下访|征集|征求|收集|选派|派驻|邀请|进行|发行|研究|检查|巡查|督查|督导|通报|提升|"
    r"过紧日子|向|与|到|联系|维护|打击|整治(?!机制)|"
    r"巩固|走进|谋划|执法检查|招商|运行[^，。；、）机]{2}|运营[^，。；、机]{2}|监测[^，。；、和机预]{2}|抽查|"
    r"宣传|学习|培训(?!机制|特别)|开放|更新|办理|办好|评估|分析|研判|化解|帮助|服务(?!机制|体系|平台|行动|"
    r"模式|，|。)|供给|支持|保持|梳理|解决|送|创建[^，。；、和]{3}|清理|演练)(?!制度|机制)(?![一-鿿]{0,4}(?:机制|制度|渠道)(?:$|[、，和]))")
_STANDING_NOUN: Final = ("抓好", "抓实", "抓细", "好", "落实", "实现", "恢复", "为", "成", "新", "建立", "健全", "强化")
_STANDING_RUN: Final = late(r"(?:运行|运营|开行|发行|对接|互访)(?=[，。；、”]|$)")
_RUN_DONE: Final = late(r"(?:实现|已|了|成功|双向)$|实现[^，。；]{0,20}$")
_FIGURE: Final = late(
    r"(?:每[时刻分秒]|时每?刻?|分每?秒|时地|刻)|(?:都?上)?一?个(?:新)?台阶|(?:都?有|取得|"
    r"见到?)新(?:的)?(?:进展|变化|成效|突破|提高)|一?(?:小|中|大)?变|\d?24小时|三个必|平均")
_NAMING: Final = late(
    r"(?:的)?[^，。；]{0,16}?(?:日|月|周|季)(?:为|是|定为)(?:[^，。；]{0,14}(?:日|周|月|节|期|"
    r"季)[”]?(?:[，。；]|$)|全国|“)")
_ATTRIBUTE: Final = late(
    r"的(?!第?[一二两三四五六七八九十\d]{1,3}[ 　]?[月日号]|最后|第|前|[上中下]旬|[上下]午|[月年]?[初底末]|"
    r"[春夏秋冬])[^，。；]")
_HELD_BY_HISTORY: Final = late(r"举办的[^，。；]{2,12}(?:，|。|$)")
_COUNTED: Final = late(r"[^，。；]{2,16}的(?:数量|次数|重点内容|比例|总量|情况及|标准)")
_GROWN: Final = late(
    r"[^，。；对向把将]{0,10}(?:增加|增长|提高|下降|减少)[了到至]?[ 　]?[\d一二三四五]|"
    r"[^，。；]{0,4}投入[^，。；]{0,10}资金|[^，。；]{0,20}(?:超过|突破|"
    r"超)[ 　]?[\d.]+[万亿]?(?![^，。；]{0,6}以上)")
_TERM: Final = late(r"(?:[^，。；]{0,12}任期(?!内)|[^，。；]{0,14}(?:成员|委员会|任职|产生|代表))")
_CONDITION: Final = late(
    r"(?:^|[，。；）])(?:未|不|拒不|没有|逾期|违反)[^，。；]{0,20}$|未$|(?:凡|如|若|因)[^，。；]{0,12}$")
_OMITTED: Final = late(r"未(?:按|经|依|对|建立|开展|定期|进行|能)[^，。；]{0,40}$|未$")
_OFFENCE: Final = ("违反", "有下列", "未", "不按", "拒不")
_BASIS: Final = late(
    r"作为$|所称$|是指$|主要(?:根据|依据)[^，。；]{0,24}$|(?:提出|接到|持有|办理|申报|经|是)$|情况，$|名录|制定$")
_HAPPENS: Final = late(
    r"(?:就|会|将|便|又|地|[每至到]?[一二两三四五六七八九十\d]{1,3}(?:[至到][一二三四五六七八九十\d]{1,3})?年[至到]?)*(?:发生|出现|爆发|重演)")
"""危机每隔几年就爆发一次: what comes back by itself is nobody's duty."""
_NEGATED: Final = late(r"(?:不得|不准|严禁|禁止|不许|不再|避免|防止|不要|不能|仍不能)[^，。；]{0,8}$")
_ACTED: Final = late(rf"(?:{alternation(VERBS)})")
_STEP_VERB: Final = late(
    r"(?:(?:逐[月季年])?(?:召开|开展|通报|调度|报告|汇报|公布|公开|监测|上报|报送|考核|检查|督查|督办|分析|"
    r"梳理|缴纳|交纳|排查|对账|清理|登记|记录|汇总|核对|盘点|更新))")
_BY_NOUN: Final = late(
    r"(?:度)?(?:计划|目标|任务|工作|绩效|预算|需求|定额|额|人均|连续|处罚|领取|足额(?:发放|领取)|发放|给予|"
    r"发给|拨付?|拨款|申报纳税|预缴|加收|支付|结算|分等|核算|折算|缴费|计|测算|的|标准|不同|、)|，|。")
_VISITED: Final = late(r"[一-龥]?次(?:亲|在|来|到|赴|主持|视察|访)")
_MANY: Final = r"(?:至少|不少于)?[\d一二两三四五六七八九十]{1,3}(?:[至到—-]\d{1,3})?[件次个项名户篇场堂天]"
_SHARE: Final = late(
    rf"应当?|必须|须|要|至少|不少于|不得少于|原则上|(?!只|仅|给予?|发|补|享受|投入|增加|安排|为|将|把|提供|缴纳|交纳|完成|支持)"
    rf"(?:(?:{alternation(VERBS)})|[一-鿿]{{2,4}}?{_MANY})")
_TOLD: Final = late(r"[一-鿿]了(?!解)|均完成|全部完成|成功(?!率)")
"""周调度 in a sentence of what was done."""
_WHOLE_TIMES: Final = late(r"(?:接待|吞吐|旅客|游客|演唱会|人次)")
_CASE: Final = late("的[，；]")
_PENALTY: Final = late("的，|受到|违法|处罚|未参加")
_NUMERALS: Final = tuple("一两二三四五六七八九十0123456789")
_LIMITED: Final = late(r"至少|不少于|不低于|不超过|以上|以内|最少")


def holds(cue: Cue, context: Context) -> bool:
    """Whether the cue states a duty."""
    text = context.text
    head, tail = text[context.left:cue.start], text[cue.end:context.right]
    if context.bracket == "《" or _rejected_by_kind(cue, context, head, tail):
        return False
    if _HAPPENS.match(tail):
        return False
    if _is_permitted(context, head, tail) or (_NEGATED.search(head) and cue.rule != "whole"):
        return False
    if _CONDITION.search(head) and _is_condition(context):
        return False
    if _BASIS.search(head) or _OMITTED.search(head) or text.startswith(_OFFENCE, context.start):
        return False
    if not head and not tail and cue.rule != "ratio" and context.right >= context.end:
        return False
    return tense.promised(head) or tense.promised(tail[:12]) or not tense.past(context)


def _is_permitted(context: Context, head: str, tail: str) -> bool:
    before = head or context.text[max(context.start, context.left - 12):context.left]
    return _PERMITTED.search(before) is not None or _PERMITS.match(tail) is not None


def _is_condition(context: Context) -> bool:
    """……的； or ……的，处…: a condition or an element of an offence."""
    text = context.text
    return text[context.right - 1:context.right] == "的" or text[context.end - 1:context.end] == "的" or bool(
        _CASE.search(text, context.right - 1, context.end))


def _rejected_by_kind(cue: Cue, context: Context, head: str, tail: str) -> bool:
    if cue.rule == "vague":
        return _vague_is_none(cue, context.text, head, tail)
    if cue.rule == "event":
        return False
    if cue.rule == "by":
        return bool(_BY_NOUN.match(tail)) or _SUM.search(tail) is not None
    if cue.rule == "step":
        return not _STEP_VERB.match(tail)
    if cue.rule == "bare":
        return _TOLD.search(context.text, context.start, context.end) is not None
    if cue.rule == "whole":
        return _whole_is_none(context, head, tail)
    if cue.rule == "ratio":
        return tail.startswith("遇") or head.endswith(("五年", "三年")) or _VISITED.match(tail) is not None
    return _each_is_none(cue, context, head, tail)


def _each_is_none(cue: Cue, context: Context, head: str, tail: str) -> bool:
    if cue.period and cue.period[1] == "term" and (_TERM.match(tail) or not tail):
        return True
    if _RATE.search(head) and not _is_share(head, tail) and not _is_limit(head, tail):
        return True
    if _CHANGE.match(tail) or _FIGURE.match(tail) or _NAMING.match(tail):
        return True
    if _SUM.search(tail) and not _SUM_DONE.search(tail):
        return True
    if _LEVEL.search(tail) or _COUNTED.match(tail):
        return True
    if _GROWN.match(tail) and "不超过" not in tail and "项目" not in tail:
        return True
    if tail.startswith("的") and _ATTRIBUTE.match(tail):
        return True
    return bool(_HELD_BY_HISTORY.search(tail))


def _is_share(head: str, tail: str) -> bool:
    """每人每年应当参加一个以上: each one's duty; 每人每年补助300元 is a rate."""
    return head.endswith(("每人", "每名")) and _SHARE.match(tail) is not None


def _is_limit(head: str, tail: str) -> bool:
    """平均每月接受检查不超过两次: an average that must not be passed."""
    return head.endswith("平均") and _LIMITED.search(tail) is not None


def _whole_is_none(context: Context, head: str, tail: str) -> bool:
    if _WHOLE_TIMES.search(tail) or not _LIMITED.search(tail):
        return "次" not in tail or bool(_WHOLE_TIMES.search(tail)) or not tense.promised(head + tail)
    return bool(_PENALTY.search(context.text, context.left, context.end)) or head[-1:] in _NUMERALS


def _vague_is_none(cue: Cue, text: str, head: str, tail: str) -> bool:
    if cue.vague == "regular":
        return (text[cue.start - 1:cue.start] in _FIXED_BEFORE and cue.start > 0) or bool(_REGULAR_NOUN.match(tail))
    if cue.vague == "often":
        if "性" in text[cue.start:cue.end]:
            if head.endswith(_COUNTED_AS) or _OFTEN_NOUN.match(tail):
                return True
            return bool(head) and not (_OFTEN_VERB.search(head) or _ACTED.match(tail))
        return not tail or head.endswith("在") or bool(_OFTEN_NOUN.match(tail)) or tail.startswith(_OFTEN_STATE)
    if cue.vague == "anytime":
        return head.endswith(("可", "得", "可以", "有权", "能")) or not tail
    if cue.vague == "standing":
        if _STANDING.match(tail) or (text.startswith("长效", cue.end) and _STANDING.match(tail[2:])):
            return head.endswith(_STANDING_NOUN)
        return not _STANDING_RUN.match(tail) or bool(_RUN_DONE.search(head))
    return False
