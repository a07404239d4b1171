"""Does what stands behind the cue, up to the end of its clause, rule a duty out whatever stands before it?

每年增长5%, 每人每年给予…, 常态化机制, 逐年下降: most expressions that are no duty are turned away here, before
anybody looks at their sentence.
"""

from __future__ import annotations

from typing import Final

from policydoc.extract.frequency.cues import Cue
from policydoc.patterns import late

_CHANGE: Final = late(
    r"[ 　]?(?:的)?(?:平均|同比|分别|预计|约|可|可以|都|均|还|继续|人均|就)*[ 　]?(?:可?实现)?"
    r"(?:增长|每人|递增|增加|提高|下降|降低|减少|增产|节省|节约|节能|上升|上涨|递减|下调|上调|增幅|增速|压缩|"
    r"跨越|增至|领取|享受[^一]|晋升|回升|"
    r"新增[^，]{0,12}能力|补助|补贴|给予|发给|发放|拨|投入(?!使用|运行|运营)|安排[^，]{0,14}(?:\d|财政|专款|资金|款)|统筹\d|加快|"
    r"好转|改善|提升|取得|有新|保持|"
    r"多了|为[^，。；]{1,16}(?:节|减)|缴费|缴纳?\d|[\d.．]+[ 　]?(?:[万亿]?元|[%％]|[万亿]度|吨|平方米)|亩|"
    r"可为|[\d.]+[ 　]?万吨)")
_SUM: Final = late(
    r"[\d０-９百千万亿一二三四五六七八九十][余多]?[ 　]?[万亿]?元(?!以上的|以下的)(?![^，。；]{0,6}项目)")
_SUM_DONE: Final = late(r"完成[^，。；]{0,8}投资|化解|招商|落地|募集")
_LEVEL: Final = late(
    r"(?:达到?|占|保持|超过|突破|控制|率|比重|比例)[^，。；]{0,10}[\d.]+[ 　]?(?:[%％]|个百分点|班|吨|度|"
    r"万人次|亿人次)|百分之|[\d.]+[ 　]?[万亿]吨")
_GROWN: Final = late(
    r"[^，。；对向把将]{0,10}(?:增加|增长|提高|下降|减少)[了到至]?[ 　]?[\d一二三四五]|"
    r"[^，。；]{0,4}投入[^，。；]{0,10}资金|[^，。；]{0,20}(?:超过|突破|"
    r"超)[ 　]?[\d.]+[万亿]?(?![^，。；]{0,6}以上)")
_COUNTED: Final = late(r"[^，。；]{2,16}的(?:数量|次数|重点内容|比例|总量|情况及|标准)")
_TERM: Final = late(r"(?:[^，。；]{0,12}任期(?!内)|[^，。；]{0,14}(?:成员|委员会|任职|产生|代表))")
_ATTRIBUTE: Final = late(
    r"的(?!第?[一二两三四五六七八九十\d]{1,3}[ 　]?[月日号]|最后|第|前|[上中下]旬|[上下]午|[月年]?[初底末]|"
    r"[春夏秋冬])[^，。；]")
_NAMING: Final = late(
    r"(?:的)?[^，。；]{0,16}?(?:日|月|周|季|星期[一二三四五六日天])(?:为|是|定为)(?:[^，。；]{0,14}(?:日|周|月|节|期|"
    r"季)[”]?(?:[，。；]|$)|全国|“)")
_FIGURE: Final = late(
    r"(?:每[时刻分秒]|时每?刻?|分每?秒|时地|刻)|(?:都?上)?一?个(?:新)?台阶|(?:都?有|取得|"
    r"见到?)新(?:的)?(?:进展|变化|成效|突破|提高)|一?(?:小|中|大)?变|\d?24小时|三个必|平均")
_HELD_BY_HISTORY: Final = late(r"举办的[^，。；]{2,12}(?:，|。|$)")
_HAPPENS: Final = late(
    r"(?:就|会|将|便|又|地|[每至到]?[一二两三四五六七八九十\d]{1,3}(?:[至到][一二三四五六七八九十\d]{1,3})?年[至到]?)*(?:发生|出现|爆发|重演)")
"""危机每隔几年就爆发一次: what comes back by itself is nobody's duty."""
_PERMITS: Final = late(r"(?:都|也)?(?:可(?!持续)|得以|准备|[都还正仍]在|可能|会发生|会出现)")
_REGULAR_NOUN: Final = late(
    r"(?:限|间|满|内|存款|航[班线]|直飞|抚恤|检验(?:要求|标志|、|的特|和|周)|自行检查记录|债|刊|登录|推荐|重复|"
    r"增资|波动|人寿)")
_OFTEN_NOUN: Final = late(
    r"(?:的|性)?(?:工作|基础|任务|收入|项目|支出|预算|教育(?!管理)|居住|要求|业务|办法|"
    r"性?联系，|开支|账户|站|社会捐助站|和集中性|参加体育)|委员会|化")
_OFTEN_STATE: Final = ("的", "变动", "处于", "困扰", "在", "引起", "强调", "迅速")
STANDING: Final = late(
    r"[、，]?(?:长效化?|纵深|深入|持续|制度化|规范化|精细化|精准化)*地?(?:开展|推进(?!机制)|组织|实施(?!机制)|"
    r"举办|举行|开行|落实(?!机制)|抓好?|做好|推动|排查(?!机制)|召开|发布|调度|为|对(?![接话口])|对接[^，。；、机]{2}|把|"
    r"深入|听取|走访|接访|下访|征集|征求|收集|选派|派驻|邀请|进行|发行|研究|检查|巡查|督查|督导|通报|提升|"
    r"过紧日子|向|与|到|联系|维护|打击|整治(?!机制)|"
    r"巩固|走进|谋划|执法检查|招商|运行[^，。；、）机]{2}|运营[^，。；、机]{2}|监测[^，。；、和机预]{2}|抽查|"
    r"宣传|学习|培训(?!机制|特别)|开放|更新|办理|办好|评估|分析|研判|化解|帮助|服务(?!机制|体系|平台|行动|"
    r"模式|，|。)|供给|支持|保持|梳理|解决|送|创建[^，。；、和]{3}|清理|演练)(?!制度|机制)(?![一-鿿]{0,4}(?:机制|制度|渠道)(?:$|[、，和]))")
_STANDING_RUN: Final = late(r"(?:运行|运营|开行|发行|对接|互访)(?=[，。；、”]|$)")
_STEP_VERB: Final = late(
    r"(?:(?:逐[月季年])?(?:召开|开展|通报|调度|报告|汇报|公布|公开|监测|上报|报送|考核|检查|督查|督办|分析|"
    r"梳理|缴纳|交纳|排查|对账|清理|登记|记录|汇总|核对|盘点|更新))")
_BY_NOUN: Final = late(
    r"(?:度)?(?:计划|目标|任务|工作|绩效|预算|需求|定额|额|人均|连续|处罚|领取|足额(?:发放|领取)|发放|给予|"
    r"发给|拨付?|拨款|申报纳税|预缴|加收|支付|结算|分等|核算|折算|缴费|计|测算|的|标准|不同|、)|，|。")
_VISITED: Final = late(r"[一-龥]?次(?:亲|在|来|到|赴|主持|视察|访)")
_BESIDE: Final = ("与", "为", "到", "向")
"""常态与应急相结合: a noun beside another."""


def barred(cue: Cue, tail: str) -> bool:
    """Whether the words behind the cue are none of a duty."""
    return _barred_by_rule(cue, tail) or _HAPPENS.match(tail) is not None or _PERMITS.match(tail) is not None


def _barred_by_rule(cue: Cue, tail: str) -> bool:
    if cue.rule == "vague":
        return _bars_adverb(cue, tail)
    if cue.rule == "each":
        return _bars_period(cue, tail)
    if cue.rule == "by":
        return _BY_NOUN.match(tail) is not None or _SUM.search(tail) is not None
    if cue.rule == "step":
        return _STEP_VERB.match(tail) is None
    return cue.rule == "ratio" and (tail.startswith("遇") or _VISITED.match(tail) is not None)


def _bars_adverb(cue: Cue, tail: str) -> bool:
    vague = cue.vague
    if vague == "regular":
        return _REGULAR_NOUN.match(tail) is not None
    if vague == "often":
        return _OFTEN_NOUN.match(tail) is not None
    if vague == "anytime":
        return not tail
    if vague != "standing":
        return False
    if cue.end - cue.start == 2 and tail.startswith(_BESIDE):
        return True
    return not (STANDING.match(tail) or _STANDING_RUN.match(tail)
                or (tail.startswith("长效") and STANDING.match(tail, 2)))


def _bars_period(cue: Cue, tail: str) -> bool:
    if cue.period and cue.period[1] == "term" and (_TERM.match(tail) or not tail):
        return True
    if _CHANGE.match(tail) or _FIGURE.match(tail) or _NAMING.match(tail):
        return True
    if _SUM.search(tail) and not _SUM_DONE.search(tail):
        return True
    if _LEVEL.search(tail) or _COUNTED.match(tail):
        return True
    if _GROWN.match(tail) and not any(word in tail for word in ("不超过", "不得超过", "项目")):
        return True
    if tail.startswith("的") and _ATTRIBUTE.match(tail):
        return True
    return _HELD_BY_HISTORY.search(tail) is not None


def is_state(tail: str) -> bool:
    """经常处于变动之中: what something is often like, not what somebody does."""
    return not tail or tail.startswith(_OFTEN_STATE)
