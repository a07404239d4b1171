"""Mistakes to be ashamed of, found before the leader does.

    >>> from policydoc import parse_text
    >>> from policydoc.checks import check
    >>> for finding in check(parse_text("一、学习\\n（一）6月31日前完成,逾期通报。")):
    ...     print(finding.code, finding.start, finding.message)
    F01 8 “6月31日”不存在：6月只有30天
    M03 16 中文语句中用了半角“,”
"""

from policydoc.checks.registry import RULES
from policydoc.checks.run import check

__all__ = ["RULES", "check"]
