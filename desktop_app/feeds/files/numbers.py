"""Numbers as files write them: which sign stands before the decimals, and what a cell spells."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.feeds.files.choices import Decimals

_LARGEST = Decimal("1e30")
_LONGEST = 60
# Full-width forms of ASCII and the blanks that stand between thousands.
_PLAIN_FORMS = {0xFEE0 + code: code for code in range(0x21, 0x7F)}
_PLAIN_FORMS |= {ord(blank): ord(" ") for blank in "\u00a0\u2007\u2009\u202f\u3000"}
_PLAIN_FORMS |= {ord("\u2019"): ord("'"), ord("\u2212"): ord("-"), ord("，"): ord(","), ord("．"): ord(".")}
_UNIT = r"(?:(?:US|NT|HK|A|C)?\$|[€£¥₩₿元]|[A-Z]{3,5}(?![A-Z]))"
_CELL = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>[+-])?\s*(?:{_UNIT}\s*)?(?P<inner>[+-])?(?P<body>[0-9.,' ]*[0-9.])"
    rf"(?P<power>[eE][+-]?[0-9]{{1,3}})?\s*(?:{_UNIT})?\s*(?P<close>\))?"
)
_ONE_SIGN = re.compile(r"([0-9]{1,20})([.,])([0-9]{1,20})")
_EITHER = frozenset(Decimals)
_ONLY = {".": frozenset((Decimals.POINT,)), ",": frozenset((Decimals.COMMA,))}
_FAST = {Decimals.POINT: re.compile(r"[0-9]{1,30}(?:\.[0-9]{1,25})?"), Decimals.COMMA: re.compile(r"[0-9]{1,30}")}
_BODY = {
    sign: re.compile(
        rf"(?P<whole>[0-9]*|[1-9][0-9]{{0,2}}(?:(?P<group>[{other}' ])[0-9]{{3}})(?:(?P=group)[0-9]{{3}})*)"
        rf"(?:{re.escape(point)}(?P<rest>[0-9]*))?"
    )
    for sign, point, other in ((Decimals.POINT, ".", ","), (Decimals.COMMA, ",", "."))
}


def plain_form(text: str) -> str:
    """Return `text` with full-width digits and signs, and unusual blanks, replaced by their plain forms."""
    return text if text.isascii() else text.translate(_PLAIN_FORMS)


def parse_number(text: str, style: Decimals = Decimals.POINT) -> Decimal:
    """Return the Decimal that a cell spells: ``1,234.5``, ``$ 12``, ``(12.5)`` for -12.5, ``1.5e-7``, ``１２``.

    Raises:
        ValueError: the cell is no finite number in that style, or is larger than 1e30.
    """
    stripped = text.strip()
    if _FAST[style].fullmatch(stripped):
        return Decimal(stripped)
    parts = _CELL.fullmatch(plain_form(stripped)) if len(stripped) <= _LONGEST else None
    body = _BODY[style].fullmatch(parts["body"]) if parts else None
    if parts is None or body is None or (parts["open"] is None) != (parts["close"] is None):
        raise ValueError(text)
    negative = [parts["sign"] == "-", parts["inner"] == "-", parts["open"] is not None]
    whole = re.sub(r"[^0-9]", "", body["whole"])
    if sum(negative) > 1 or not (whole or body["rest"]) or (parts["power"] and body["group"]):
        raise ValueError(text)
    value = Decimal(f"{whole or 0}.{body['rest'] or ''}{parts['power'] or ''}")
    if value > _LARGEST:
        raise ValueError(text)
    return -value if any(negative) else value


def styles_of(text: str) -> frozenset[Decimals]:
    """Return the styles in which a cell spells a number, telling apart only what differs between them."""
    found = {}
    for style in Decimals:
        try:
            found[style] = parse_number(text, style)
        except ValueError:
            continue
    return frozenset(found) if len(set(found.values())) > 1 or len(found) < len(Decimals) else frozenset(Decimals)


@dataclass(frozen=True, slots=True)
class Style:
    """The style of a column, None where it is open; whether a cell proves it; and a cell that leaves it open."""

    style: Decimals | None
    certain: bool
    example: str = ""


def find_style(cells: Iterable[str]) -> Style:
    """Return the style that some of `cells` prove and none denies.

    Where nothing tells the styles apart it is POINT, and not certain. Where cells contradict each other, or could
    mean two numbers and none proves which, it is open.
    """
    proven: dict[Decimals, str] = {}
    open_cell = ""
    for cell in cells:
        stripped = cell.strip()
        if stripped.isdecimal() and stripped.isascii():
            continue
        styles = _styles_at_sight(stripped) or styles_of(stripped)
        if len(styles) == 1:
            proven.setdefault(next(iter(styles)), cell)
        elif styles and not open_cell and _differs(stripped):
            open_cell = cell
    if len(proven) == 1:
        return Style(next(iter(proven)), True)
    if proven or open_cell:
        return Style(None, False, open_cell or next(iter(proven.values())))
    return Style(Decimals.POINT, False)


def _styles_at_sight(text: str) -> frozenset[Decimals]:
    """Return the styles of digits with one sign among them; none where it takes a closer look."""
    plain = _ONE_SIGN.fullmatch(text)
    if plain is None:
        return frozenset()
    whole, sign, rest = plain.groups()
    if len(rest) == 3 and len(whole) <= 3 and whole[0] != "0":
        return _EITHER
    return _ONLY[sign]


def _differs(text: str) -> bool:
    return parse_number(text, Decimals.POINT) != parse_number(text, Decimals.COMMA)
