"""A loan out of one row of a spreadsheet: each cell is known by what stands in it, whatever the order."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.problems import Refused
from desktop_app.ui.entry import parse_number, parse_percent, spell

_CODE = r"[A-Za-z][A-Za-z0-9]{1,9}"
_WITH_CODE = re.compile(rf"^([+\d].*?)\s*({_CODE})$")
_CODE_FIRST = re.compile(rf"^({_CODE})\s+([+\d].*)$")
_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?$")


@dataclass(frozen=True, slots=True)
class Row:
    """What a row tells: words as they may be typed into the fields; empty where it does not tell."""

    name: str = ""
    lender: str = ""
    collateral: tuple[str, str] = ("", "")
    debt: tuple[str, str] = ("", "")
    rate: str = ""
    opened: str = ""


def split_amount(words: str) -> tuple[str, str]:
    """Return amount and asset code of words such as ``0.5 btc`` or ``BTC 0.5``; no code where none stands there."""
    plain = words.strip()
    found = _WITH_CODE.match(plain)
    number, code = (found[1], found[2]) if found else ("", "")
    if not found and (first := _CODE_FIRST.match(plain)):
        number, code = first[2], first[1]
    try:
        return (spell(parse_number(number)), code.upper()) if code else (plain, "")
    except Refused:
        return plain, ""


def read_row(text: str, lenders: Mapping[str, str]) -> Row:
    """Return what the cells of a row (by tabs) tell; `lenders` are identifiers by their names in lower case.

    The first amount with an asset is the collateral, the next one the debt; a percentage is the rate.
    """
    cells = [cell.strip() for cell in text.strip("\r\n").split("\n")[0].split("\t")]
    name, lender, rate, opened = "", "", "", ""
    amounts: list[tuple[str, str]] = []
    for cell in _joined(cells):
        number, code = split_amount(cell)
        if not cell:
            continue
        if cell.casefold() in lenders:
            lender = lenders[cell.casefold()]
        elif _DAY.match(cell):
            opened = cell
        elif code:
            amounts.append((number, code))
        elif cell.endswith(("%", "\N{FULLWIDTH PERCENT SIGN}")) and (found := _percent(cell)) is not None:
            rate = spell(found * 100)
        elif not name:
            name = cell
    pairs = [*amounts, ("", ""), ("", "")]
    return Row(name, lender, pairs[0], pairs[1], rate, opened)


def _joined(cells: Sequence[str]) -> list[str]:
    """Return the cells with a bare number and the asset code behind it as one."""
    found: list[str] = []
    for cell in cells:
        code = re.fullmatch(_CODE, cell) and cell.upper() == cell
        if found and code and _is_number(found[-1]):
            found[-1] = f"{found[-1]} {cell}"
        else:
            found.append(cell)
    return found


def _is_number(words: str) -> bool:
    try:
        parse_number(words)
    except Refused:
        return False
    return not _DAY.match(words)


def _percent(words: str) -> Decimal | None:
    try:
        return parse_percent(words)
    except Refused:
        return None
