"""Frequency obligations: the rows of tests/cases/frequency.txt, spans, inheritance, hostile text, real sentences."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from policydoc.extract import frequency
from policydoc.extract.frequency import context as context_module
from policydoc.extract.frequency import cues
from policydoc.model.draft import Draft, Node, Record
from policydoc.model.frequency import FrequencyObligation
from policydoc.model.source import SourceText

CASES = Path(__file__).parent.parent / "cases" / "frequency.txt"

@dataclass
class Case:
    """A sentence, its line in the file, and the values expected of each of its duties (only those named)."""

    line: int
    sentence: str
    duties: list[dict[str, Any]] = field(default_factory=list)


def load() -> list[Case]:
    cases: list[Case] = []
    for number, row in enumerate(CASES.read_text(encoding="utf-8").splitlines(), 1):
        if not row.strip() or row.startswith("#"):
            continue
        if row.startswith("  "):
            cases[-1].duties.append(_duty(row.strip()))
        else:
            cases.append(Case(number, row))
    return cases


def _duty(row: str) -> dict[str, Any]:
    cue, period, count, quantity, rest = (part.strip() for part in row.split("|"))
    out: dict[str, Any] = {"cue": cue, "period": None, "count": _range(count), "quantity": _quantity(quantity),
                           "anchor": None, "vague": None, "event": None}
    if period:
        n, unit = period.split()
        out["period"] = {"n": int(n), "unit": unit}
    for part in filter(None, rest.split("; ")):
        key, value = (part[0], part[1:]) if part[0] in "@~!" else part.split("=", 1)
        name = {"@": "anchor", "~": "vague", "!": "event", "a": "actors", "x": "action", "m": "modality"}[key]
        out[name] = [a for a in value.split("/") if a] if name == "actors" else value
    return out


def _range(text: str) -> dict[str, int | None] | None:
    if not text:
        return None
    low, high = text.split("..")
    return {"min": int(low) if low else None, "max": int(high) if high else None}


def _quantity(text: str) -> dict[str, Any] | None:
    m = re.fullmatch(r"([\d.]*?)\.\.([\d.]*)(\D+)", text)
    if not m:
        return None
    return {"min": float(m[1]) if m[1] else None, "max": float(m[2]) if m[2] else None, "unit": m[3]}


def records(text: str) -> list[Record]:
    draft = Draft(SourceText(text=text, format="text"))
    draft.roots = [Node("paragraph", 0, len(text), id="par_1")]
    return frequency.extract(draft)


def flat(record: Record) -> dict[str, Any]:
    """A record with the texts of its mentions, and only the actors of its own sentence."""
    out = {key: value["text"] if isinstance(value, dict) and "text" in value else value for key,
        value in record.items()}
    return {**out, "actors": [a["text"] for a in record["actors"] if not a["inherited"]]}


@pytest.mark.parametrize("case", load(), ids=lambda c: f"line {c.line}: {c.sentence[:24]}")
def test_case(case: Case) -> None:
    found = [flat(r) for r in records(case.sentence)]
    assert [r["cue"] for r in found] == [d["cue"] for d in case.duties]
    for got, want in zip(found, case.duties, strict=True):
        assert {key: got[key] for key in want} == want


def test_there_are_enough_cases() -> None:
    cases = load()
    assert len(cases) >= 150
    assert sum(not c.duties for c in cases) >= 40


def test_records_are_valid() -> None:
    text = "\n".join(c.sentence for c in load())
    for record in TypeAdapter(list[FrequencyObligation]).validate_python(records(text)):
        for mention in (record, record.cue, record.anchor, record.event, record.action, *record.actors):
            if mention is not None:
                assert text[mention.start:mention.end] == mention.text
        assert (record.rrule is None) != (record.rrule_reason is None)


def test_the_span_holds_cue_and_action() -> None:
    record = records("机关党委每年3月底前向上级报告一次工作。")[0]
    assert record["text"] == "每年3月底前向上级报告一次工作"
    assert record["rule"] == "frequency.each"
    assert record["provision"] == "par_1"
    assert record["rrule"] == "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"
    assert record["rate"] == 1


@pytest.mark.parametrize(("text", "actor"), [
    ("区教育局负责统筹。每季度通报一次进度。", "区教育局"),
    ("党支部应当履行下列职责：\n（一）执行决议；\n（二）定期分析党员思想状况。", "党支部"),
    ("养老机构承担以下工作：\n（一）照护老人。细致入微。经常检查床铺。", "养老机构"),
    ("镇政府要关心老人。要经常走访独居老人。", "镇政府"),
    ("供水企业应当检测水质；每月公布检测结果。", "供水企业"),
    ("镇里统一部署；各村由村委会召集会议；每半年公布一次账目。", "村委会"),
])
def test_actor_is_inherited(text: str, actor: str) -> None:
    (record,) = records(text)
    assert [(a["text"], a["inherited"]) for a in record["actors"]] == [(actor, True)]
    assert text[record["actors"][0]["start"]:].startswith(actor)


@pytest.mark.parametrize("text", [
    "区教育局负责统筹。支部党员大会每季度召开一次。", "区教育局负责统筹。\n每季度通报一次进度。",
    "已投产企业安全达标率达到95%以上。加强安全员队伍建设，每年至少轮训一次。",
    "校长每周接待一次家长。健全借阅制度，不定期组织读书会。",
    "街道统一配备设施。每月开展一次巡查。",
    "街道要配齐设施，物业公司负责维护。每月开展一次巡查。",
    "医疗机构有下列情形之一的，责令改正：\n（一）开展诊疗，定期收费。",
    "市文旅局应当履行下列职责：\n1．统筹规划。\n（一）定期组织演出。",
    "校长要重视安全。每年参加演练的时间，教师累计不少于3天。"])
def test_no_actor_is_inherited(text: str) -> None:
    assert [a for r in records(text) for a in r["actors"] if a["inherited"]] == []
    assert records(text)[-1]["actors"] == []


PIECES = ["每年", "每季度", "每逢", "按月", "逐月", "一年两次", "全年", "定期", "不定期", "经常性", "常态化",
    "随时", "至少", "不超过", "2", "三", "次",
          "个", "党委", "、", "和", "由", "应当", "开展", "会议", "，", "。", "；", "（", "）", "“", "”", "《",
          "》", "\n", "3月底前", "的", "每", "一", " ", "年"]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_gives_exact_spans(text: str) -> None:
    last = -1
    for record in records(text):
        assert record["cue"]["start"] > last
        last = record["cue"]["start"]
        for mention in (record, record["cue"], record["anchor"], record["event"], record["action"], *record["actors"]):
            if mention is not None:
                assert mention["text"] == text[mention["start"]:mention["end"]] != ""


@pytest.mark.parametrize("word",
    ["每年", "定期", "每年应当", "经常由", "，每年召开", "（每年", "一年一次", "每逢", "由每月", "党委、每年",
        "全年2次"])
def test_hostile_repetition_is_linear(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of windows opened grows no faster than the text."""
    work: Counter[int] = Counter()
    original = context_module.ahead

    def counted(text: str, end: int) -> int:
        work[len(text)] += 1
        return original(text, end)

    monkeypatch.setattr(frequency, "ahead", counted)
    for copies in (500, 1000, 2000):
        found = records(word * copies)
        assert len(found) <= copies
    small, middle, large = (work[len(word) * n] for n in (500, 1000, 2000))
    assert middle <= 2 * small + 2
    assert large <= 2 * middle + 2


def test_a_window_is_bounded() -> None:
    text = "甲" * 5000 + "每年召开一次会议" + "乙" * 5000
    window = context_module.around(text, 5000, 5002, context_module.ahead(text, 5002))
    assert window.end - window.start <= 2 * context_module.WINDOW + 2
    assert [c.start for c in cues.find(text)] == [5000]


def test_dev_gold(shared: Path) -> None:
    """Found, period and count on the real sentences, by overlap of the cue."""
    rows = [json.loads(line) for line in (shared / "frequency" / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    found = wanted = hits = same = 0
    for row in rows:
        gold = row["records"]
        got = [r for r in records(row["text"]) if not any(
            a < r["cue"]["end"] + row["start"] and r["cue"]["start"] + row["start"] < b for a, b in row["ignore"])]
        found, wanted = found + len(got), wanted + len(gold)
        for g in gold:
            mate = next((r for r in got if r["cue"]["start"] + row["start"] < g["cue"][1]
                         and g["cue"][0] < r["cue"]["end"] + row["start"]), None)
            hits += mate is not None
            same += mate is not None and (mate["period"], mate["count"]) == (g["period"], g["count"])
    assert 2 * hits / (found + wanted) >= 0.93
    assert same / hits >= 0.98
