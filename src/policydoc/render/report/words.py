"""The words of the report in Chinese and English."""

from __future__ import annotations

from typing import Final, get_args

from policydoc.model.comparison import Verdict
from policydoc.render.table import Lang

VERDICTS: Final[dict[Verdict, tuple[str, str]]] = {
    "strengthened": ("加强", "strengthened"), "weakened": ("减弱", "weakened"),
    "new": ("新增", "new"), "dropped": ("取消", "dropped"),
    "extended": ("扩充", "extended"), "narrowed": ("压缩", "narrowed"),
    "moved": ("移位", "moved"), "merged": ("合并", "merged"), "split": ("拆分", "split"),
    "reworded": ("改写", "reworded"), "kept": ("保留", "kept"),
}
"""In the order in which a reader wants to know them."""
assert set(VERDICTS) == set(get_args(Verdict))

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "report": ("年度对照报告", "Year by year comparison"),
    "contents": ("目录", "Contents"),
    "summary": ("概况", "Summary"),
    "counts": ("变化统计", "Counts of verdicts"),
    "notable": ("重点变化", "What matters first"),
    "flow": ("条目去向", "Where the items went"),
    "flow_note": ("每根柱是一年的条目，色带的宽度为条目数；从下方消失的是取消，从下方进入的是新增。",
                  "Each bar holds the items of a year; a band is as wide as its items are many. "
                  "Dropped items leave and new ones enter below."),
    "threads": ("逐年脉络", "Lines of work through the years"),
    "rows": ("逐条对照", "Item by item"),
    "concepts": ("提法", "Formulations"),
    "obligations": ("频次义务", "Recurring duties"),
    "citations": ("引用文件与会议", "Documents and meetings cited"),
    "responsible": ("责任单位", "Units responsible"),
    "texts": ("各年原文", "Full texts"),
    "verdict": ("变化", "Verdict"),
    "total": ("合计", "Total"),
    "step": ("年度", "Years"),
    "chapter": ("篇章", "Chapter"),
    "item": ("条目", "Item"),
    "old": ("原文", "Old"),
    "new_side": ("新文", "New"),
    "why": ("判定依据", "What decided"),
    "alike": ("相似度", "Likeness"),
    "reasons": ("对应理由", "Why they correspond"),
    "shared": ("共有", "shared"),
    "review": ("回顾部分", "review"),
    "lead": ("引言", "lead"),
    "preamble": ("总体要求", "preamble"),
    "filters": ("筛选", "Filters"),
    "all": ("全部", "All"),
    "all_chapters": ("全部篇章", "All chapters"),
    "search": ("搜索正文", "Search the text"),
    "view": ("显示方式", "View"),
    "side": ("左右对照", "Side by side"),
    "inline": ("花脸稿", "Redline"),
    "theme": ("深色／浅色", "Dark / light"),
    "clear": ("清除筛选", "Clear filters"),
    "shown": ("显示 {n}／{all} 条", "{n} of {all} rows shown"),
    "none_left": ("没有符合条件的条目，请放宽筛选。", "No row fits; widen the filters."),
    "skip": ("跳到正文", "Skip to the content"),
    "back": ("回目录", "Back to contents"),
    "absent": ("（无）", "(none)"),
    "trend": ("走势", "Trend"),
    "kind": ("类别", "Kind"),
    "count": ("次数", "Count"),
    "first": ("首见", "First"),
    "last": ("末见", "Last"),
    "what": ("事项", "Duty"),
    "who": ("主体", "Who"),
    "often": ("频次", "How often"),
    "title": ("名称", "Title"),
    "older": ("曾用名称", "Cited before as"),
    "unit": ("单位", "Unit"),
    "where": ("出处", "Places"),
    "sentence": ("原句", "Sentence"),
    "change": ("变化", "Change"),
    "direction": ("方向", "Direction"),
    "source": ("来源文件", "Source file"),
    "year": ("年度", "Year"),
    "issuer": ("发文机关", "Issuer"),
    "items": ("条目数", "Items"),
    "see_row": ("看对照", "see the row"),
    "moved_from": ("移自别处", "moved here"),
    "moved_to": ("移往别处", "moved away"),
    "legend": ("图例", "Legend"),
    "inserted": ("新增文字", "inserted"),
    "deleted": ("删去文字", "deleted"),
    "moved_text": ("移动的句子", "moved sentence"),
    "redline_doc": ("花脸稿（可在 Word 中逐处接受或拒绝）", "Redline (accept or reject in Word)"),
    "redline_note": ("以下全文带修订标记：全部接受得新文，全部拒绝得原文，一字不差。",
                     "The whole text with tracked changes: accept all for the new text, reject all for the old, "
                     "to the letter."),
    "made_by": ("由 policydoc 生成，判定只依据文本；每处均可回到原句核对。",
                "Made by policydoc from the texts alone; every entry leads back to its sentence."),
    "nothing": ("没有可列的内容。", "Nothing to list."),
}
_KINDS: Final[dict[str, tuple[str, str]]] = {
    "frequency": ("频次", "frequency"), "count": ("次数", "count"), "quantity": ("数量", "quantity"),
    "deadline": ("时限", "deadline"), "target": ("指标", "target"), "modality": ("语气", "modality"),
    "strength": ("力度词", "strength word"),
    "numeral_abbreviation": ("数字缩略语", "numeral abbreviation"), "slogan": ("口号", "slogan"),
    "name": ("专名", "name"), "label": ("标签词", "label"), "quotation": ("引语", "quotation"),
    "heading": ("标题", "heading"), "text": ("文字", "text"), "sentences": ("句子", "sentences"),
    "paragraph": ("段落", "paragraph"),
    "concepts": ("提法", "concepts"), "obligations": ("义务", "duties"), "chapter": ("篇章", "chapter"),
    "stronger": ("加强", "stronger"), "weaker": ("减弱", "weaker"), "same": ("不变", "same"),
    "new": ("新增", "new"), "risen": ("上升", "risen"), "steady": ("持平", "steady"), "fallen": ("下降", "fallen"),
    "gone": ("消失", "gone"), "returned": ("复现", "returned"), "reworded": ("改写", "reworded"),
}


def word(key: str, lang: Lang) -> str:
    """A heading or a button's text. Raises KeyError for an unknown key."""
    return _WORDS[key][lang == "en"]


def kind(key: str, lang: Lang) -> str:
    """A value of the model (a trend, a kind of fact, a signal); itself where it has no translation."""
    pair = _KINDS.get(key)
    return pair[lang == "en"] if pair else key


def verdict(key: Verdict, lang: Lang) -> str:
    return VERDICTS[key][lang == "en"]
