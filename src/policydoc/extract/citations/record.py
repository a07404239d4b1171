"""The record of a citation, and where a name begins that has no mark on its left."""

from __future__ import annotations

from collections.abc import Sequence
from sys import intern
from typing import Final

from policydoc.extract.citations.pinpoints import NOWHERE, Place
from policydoc.model.draft import Draft, Record
from policydoc.patterns import late

_BEFORE: Final = late(
    r"(?P<inside>共和国|自然|自治|规自|自贸|自由|自主|经济|经信|经贸|经开|经营|就业|数据|高等|中等|对外|国有|有色|有限|"
    r"出版和|使馆|为民|"
    r"(?:发展和改|工业和信|文化和旅|资源和社|住房和城|卫生和计|卫生和健|规划和自|教育和体|信息和通|教育和科|"
    r"商务和))|"
    r"根据|按照|依照|依据|遵照|参照|对照|比照|落实|贯彻|执行|实施|出台|印发|下发|发布|公布|转发|颁布|制定|抢抓|"
    r"支持|文件|"
    r"关于|违反|适用|符合|违背|具有|学习|围绕|召开|开好|实现|完成|确定|通过|紧扣|锚定|精神|部署|要求|严格|认真|"
    r"切实|全面|迎接|胜利|出席|列席|筹备|成功|举行|修订|修正|因为|由于|以及|或者|并且|不得|应当|可以|所称|称为|"
    r"[的了是为在和与及或对按将把由从经以有见即到于至并被除向因如受等其就使让据自依]")
"""Words that stand before a name and are no part of it; `inside`, the names of bodies that hold such a word."""


def name_start(text: str, start: int, end: int) -> int:
    """Where the name that ends at `end` begins: after the last word from `start` on that is no part of one.

    `end` itself comes back where such a word stands right before it.
    """
    at = start
    for word in _BEFORE.finditer(text, start, end):
        if not word["inside"]:
            at = word.end()
    return at


def citation(draft: Draft, rule: str, kind: str, start: int, end: int, pinpoints: Sequence[Place] = (), *,
             title: str | None = None, doc_number: Record | None = None, meeting: Record | None = None) -> Record:
    """A record of `Citation` with nothing said but what is given; written out, for documents hold thousands."""
    return {"text": intern(draft.text[start:end]), "start": start, "end": end, "provision": draft.provision_at(start),
            "rule": rule, "kind": kind, "title": title, "short": False, "doc_number": doc_number,
            "pinpoints": [{**NOWHERE, **place} for place in pinpoints] if pinpoints else [], "meeting": meeting}
