"""The redline reads well, and is exact."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydoc.comparison.fold import bigrams
from policydoc.comparison.redline import match, redline, split


def marked(old: str, new: str) -> str:
    """The redline in one line: [-gone-] {+come+} <moved away< >moved here>."""
    first, second = split(old, [(0, len(old))]), split(new, [(0, len(new))])
    out = ""
    known = Counter(bigrams(old)) + Counter(bigrams(new))
    for op in redline(old, new, first, second, match(first, second), known):
        was = old[op.old.start:op.old.end] if op.old else ""
        now = new[op.new.start:op.new.end] if op.new else ""
        match op.op, op.at:
            case "equal", _:
                out += now
            case "delete", _:
                out += f"[-{was}-]"
            case "insert", _:
                out += f"{{+{now}+}}"
            case _, "old":
                out += f"<{was}<"
            case _:
                out += f">{now}>"
    return out


CASES = [
    ("每半年研判一次形势。", "每季度研判一次形势。", "[-每半年-]{+每季度+}研判一次形势。"),
    ("全年举办20场。", "全年举办25场。", "全年举办[-20场。-]{+25场。+}"),
    ("增长8.5%左右。", "增长9%左右。", "增长[-8.5%-]{+9%+}左右。"),
    ("应当公示结果。", "必须公示结果。", "[-应当-]{+必须+}公示结果。"),
    ("加强宣传引导。", "强化宣传引导。", "[-加强-]{+强化+}宣传引导。"),
    ("做好信访工作，化解矛盾。", "做好信访工作、化解矛盾。", "做好信访工作、化解矛盾。"),
    ("（二）培训１００人", "(二)培训100人", "(二)培训100人"),
    ("开展“安康”竞赛。", "开展安康竞赛。", "开展安康竞赛。"),
    ("组织劳模宣讲。建好书屋。", "建好书屋。", "[-组织劳模宣讲。-]建好书屋。"),
    ("完善台账管理制度。开展线上普法课堂。", "开展线上普法课堂。完善台账管理制度。",
     "<完善台账管理制度。<开展线上普法课堂。>完善台账管理制度。>"),
    ("深化作风建设，倾听民意。", "拓展融资渠道，支持外贸。",
     "[-深化作风建设，倾听民意。-]{+拓展融资渠道，支持外贸。+}"),
    ("（二）宣讲。每月宣讲。", "（三）宣讲。每月宣讲。", "[-（二）-]{+（三）+}宣讲。每月宣讲。"),
    ("设立常务委员会（简称常委会）。", "设立常务委员会。", "设立常务委员会。[-（简称常委会）。-]"),
    ("第三十八条　本办法由办公室解释。", "第三十条　本办法由办公室解释。",
     "[-第三十八条　-]{+第三十条　+}本办法由办公室解释。"),
    ("推进改革。推动普法。推进扫盲，推动创新。", "推进改革。推动普法。推动创新，推动创新。",
     "推进改革。推动普法。[-推进扫盲，-]{+推动创新，+}推动创新。"),
    ("围绕重点工程竞赛，抓好重点工程。", "围绕重大项目竞赛，抓好重大项目。",
     "围绕[-重点工程-]{+重大项目+}竞赛，抓好[-重点工程。-]{+重大项目。+}"),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_reads_well(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


LETTERS = st.text("甲乙丙丁学习每月季度12３，。；“”（）\n 应当必须", max_size=60)


@settings(max_examples=300, deadline=None)
@given(LETTERS, LETTERS)
def test_exact(old: str, new: str) -> None:
    """Rejected the old text comes out, accepted the new; equal stretches differ by noise only."""
    first, second = split(old, [(0, len(old))]), split(new, [(0, len(new))])
    ops = redline(old, new, first, second, match(first, second))
    rejected = [old[op.old.start:op.old.end] for op in ops if op.old and op.op != "insert" and op.at != "new"]
    accepted = [new[op.new.start:op.new.end] for op in ops if op.new and op.op != "delete" and op.at != "old"]
    assert ("".join(rejected), "".join(accepted)) == (old, new)
    assert {op.op: (op.old is None, op.new is None) for op in ops}.items() <= {
        "equal": (False, False), "delete": (False, True), "insert": (True, False), "move": (False, False)}.items()
