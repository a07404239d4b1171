"""Numbers as Word's number formats write them (`w:numFmt`, ECMA-376 part 1, 17.18.59).

Below 100 as LibreOffice shows them, but for ideographDigital (10 is 一〇); from 100 as Word does: chineseCounting
goes over to single digits (一○一), chineseCountingThousand writes 〇 for 零 (一百〇一).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from policydoc.numerals import to_chinese

_LIMIT: Final = 32_767
"""Word counts no further."""

_PLAIN: Final = "零一二三四五六七八九十百千万"
_SIMPLIFIED: Final = str.maketrans(_PLAIN, "零壹贰叁肆伍陆柒捌玖拾佰仟万")
_TRADITIONAL: Final = str.maketrans(_PLAIN, "零壹貳參肆伍陸柒捌玖拾佰仟萬")
_JAPANESE: Final = str.maketrans(_PLAIN, "零壱弐参四伍六七八九拾百阡萬")
_HANGUL: Final = str.maketrans(_PLAIN, "영일이삼사오육칠팔구십백천만")
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_CIRCLED: Final = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))))
_ROMAN: Final = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
                 (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def write(number: int, fmt: str) -> str:
    """The number in this format; decimal for formats not known, and beyond what the format can write.

    `decimal:3` fills up with zeros to three digits.
    """
    if not 0 <= number <= _LIMIT or (number == 0 and fmt not in _WITH_ZERO):
        return "" if fmt in ("none", "bullet") else str(number)
    if fmt.startswith("decimal:"):
        return f"{number:0{fmt[8:]}}"
    return _FORMATS.get(fmt, str)(number)


def _counting(number: int) -> str:
    return to_chinese(number) if number < 100 else _digits("○一二三四五六七八九", number)


def _digits(digits: str, number: int) -> str:
    return "".join(digits[int(c)] for c in str(number))


def _legal(table: dict[int, int], number: int) -> str:
    text = to_chinese(number)
    return ("一" + text if text.startswith("十") else text).translate(table)


def _without_one(number: int) -> str:
    """Japanese and Korean leave out 一 before 十, 百, 千 and every 零: 101 is 百一."""
    text = to_chinese(number)
    for unit in "十百千":
        text = text.replace("一" + unit, unit)
    return text.replace("零", "") or "零"


def _from(glyphs: str, number: int) -> str:
    return glyphs[number - 1] if number <= len(glyphs) else str(number)


def _letter(number: int) -> str:
    """z is followed by aa, bb: the letter is doubled, not carried; Word stops at 780."""
    if number > 780:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(ord("A") + letter) * (times + 1)


def _roman(number: int) -> str:
    out = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        out += sign * times
    return out


def _sexagenary(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12]


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _cased(lower: bool, letters: Callable[[int], str], number: int) -> str:
    return letters(number).lower() if lower else letters(number)


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "none": lambda number: "",
    "bullet": lambda number: "",
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": partial(_cased, False, _roman),
    "lowerRoman": partial(_cased, True, _roman),
    "upperLetter": partial(_cased, False, _letter),
    "lowerLetter": partial(_cased, True, _letter),
    "ordinal": _ordinal,
    "hex": lambda number: f"{number:X}",
    "numberInDash": lambda number: f"- {number} -",
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": lambda number: to_chinese(number).replace("零", "〇"),
    "taiwaneseCountingThousand": lambda number: to_chinese(number).replace("零", "〇").replace("万", "萬"),
    "chineseLegalSimplified": partial(_legal, _SIMPLIFIED),
    "ideographLegalTraditional": partial(_legal, _TRADITIONAL),
    "ideographDigital": partial(_digits, "〇一二三四五六七八九"),
    "ideographTraditional": partial(_from, _STEMS),
    "ideographZodiac": partial(_from, _BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "ideographEnclosedCircle": partial(_from, _CIRCLED),
    "decimalEnclosedCircle": partial(_from, _CIRCLED),
    "decimalEnclosedCircleChinese": partial(_from, _CIRCLED),
    "decimalEnclosedParen": partial(_from, "".join(map(chr, range(0x2474, 0x2488)))),
    "decimalEnclosedFullstop": partial(_from, "".join(map(chr, range(0x2488, 0x249C)))),
    "japaneseCounting": lambda number: to_chinese(number) if number < 100 else _without_one(number),
    "japaneseLegal": lambda number: to_chinese(number).translate(_JAPANESE),
    "koreanCounting": lambda number: _without_one(number).translate(_HANGUL),
    "koreanDigital": partial(_digits, "영일이삼사오육칠팔구"),
    "koreanDigital2": partial(_digits, "零一二三四五六七八九"),
}
_WITH_ZERO: Final = frozenset({
    "decimalZero", "hex", "numberInDash", "chineseCounting", "taiwaneseCounting", "chineseCountingThousand",
    "taiwaneseCountingThousand", "chineseLegalSimplified", "ideographLegalTraditional", "ideographDigital",
    "japaneseCounting", "koreanDigital", "koreanDigital2", "none", "bullet",
})
