"""What the columns of a price file mean, told by the words of its header and by its values."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from desktop_app.domain.assets import asset_code
from desktop_app.feeds.files.choices import OHLC, ColumnUse, Decimals, Mapping, Role, is_complete
from desktop_app.feeds.files.numbers import parse_number, styles_of
from desktop_app.feeds.files.times import is_clock, is_time
from desktop_app.feeds.files.words import (
    CODES,
    CONTRACTS,
    CURRENCIES,
    NOT_ASSETS,
    PAIR_ENDS,
    SIGNS,
    TIME_WORDS,
    WORDS,
    clean,
)

Cells = Sequence[Sequence[str]]
_ASIDE = re.compile(r"_*[(\[（](?P<aside>.*?)[)\]）]?_*$")
_MARK = re.compile(r"[/_:\-]")
_PROOF_ROWS = 3
_UNIT = re.compile("|".join(map(re.escape, sorted((*SIGNS, *CURRENCIES), key=len, reverse=True))))


def pair_of_symbol(text: str) -> tuple[str, str]:
    """Return (asset, currency) of a symbol such as ``BTC/USDT``, ``ETHUSDT``, ``BTC`` or ``比特币``; "" where untold.

    Raises:
        ValueError: it names no asset.
    """
    return _pair(text.strip())


@lru_cache(maxsize=4096)
def _pair(text: str) -> tuple[str, str]:
    if text in CODES:
        return CODES[text], ""
    if _MARK.search(text):
        asset, currency = (*_MARK.split(text.upper()), "")[:2]
        if currency in CONTRACTS or (currency not in CURRENCIES and asset.endswith(PAIR_ENDS[:5])):
            return _pair(asset)
        return asset_code(CODES.get(asset, asset)), asset_code(currency) if currency else ""
    upper = text.upper()
    for end in PAIR_ENDS:
        if upper.endswith(end) and len(upper) > len(end) + 1:
            return asset_code(upper.removesuffix(end)), end
    return asset_code(text), ""


def currency_in(cells: Iterable[str]) -> str:
    """Return the one currency that the signs and codes beside numbers tell; nothing where none or several do."""
    found: set[str] = set()
    for cell in cells:
        word = _UNIT.search(cell.upper())
        if word is not None:
            found.add(SIGNS.get(word[0], word[0]))
    return found.pop() if len(found) == 1 else ""


def role_of(name: str) -> tuple[Role, int, str]:
    """Return what a header's cell means, how preferred it is (0 is best), and the currency that it names."""
    word = clean(name)
    aside = _ASIDE.search(word)
    base = word[: aside.start()] if aside else word
    head, _, tail = base.rpartition("_")
    told = next((part.upper() for part in ((aside["aside"] if aside else ""), tail) if part.upper() in CURRENCIES), "")
    for tried in (word, base, head if told else ""):
        if tried in TIME_WORDS:
            return Role.TIME, TIME_WORDS.index(tried), ""
        for role, words in WORDS.items():
            if tried in words:
                return role, words.index(tried), told
    return Role.IGNORED, 0, ""


def by_words(header: Sequence[str], sample: Cells = ()) -> Mapping:
    """Return the mapping that the words of a header tell; `sample` decides between a date and its time of day."""
    told = [role_of(name) for name in header]
    roles = [Role.IGNORED] * len(header)
    best = {role: _best(told, role) for role in Role}
    for role in (Role.TIME, *OHLC, Role.ASSET, Role.CURRENCY):
        if (index := best[role]) is not None:
            roles[index] = role
    if not all(best[role] is not None for role in OHLC):
        roles = [Role.IGNORED if role in OHLC[:3] else role for role in roles]
    _split_clock(roles, told, sample)
    for role, fits in ((Role.ASSET, _names_assets), (Role.CURRENCY, _names_currencies)):
        index = best[role]
        if index is not None and sample and not fits(_column(sample, index)):
            roles[index] = Role.IGNORED
    if Role.CLOSE not in roles:
        return _wide(header, roles)
    return tuple(ColumnUse(role, "", told[i][2] if role is Role.CLOSE else "") for i, role in enumerate(roles))


def by_values(sample: Cells, columns: int) -> tuple[Mapping, bool]:
    """Return the mapping that values alone suggest, and whether they prove it."""
    filled = [_column(sample, index) for index in range(columns)]
    time = next((index for index, cells in enumerate(filled) if cells and all(map(is_time, cells))), None)
    if time is None:
        return (ColumnUse(),) * columns, False
    numbers = [
        index for index in range(columns) if index != time and filled[index] and all(map(styles_of, filled[index]))
    ]
    roles = [Role.IGNORED] * columns
    roles[time] = Role.TIME
    clock = next((i for i in range(columns) if i != time and filled[i] and all(map(is_clock, filled[i]))), None)
    if clock is not None:
        roles[clock] = Role.CLOCK
    enclosed = _enclosed(sample, numbers[:4]) if len(numbers) >= 4 else None
    if enclosed is not None:
        for index, role in zip(numbers, OHLC, strict=False):
            roles[index] = role
    elif numbers:
        roles[numbers[0]] = Role.CLOSE
    return tuple(map(ColumnUse, roles)), len(numbers) == 1 or (enclosed or 0) >= _PROOF_ROWS


def is_data(cells: Sequence[str] | None) -> bool:
    """Tell whether a row has a time and a number, as rows of prices have and headers do not."""
    if not cells or not any(is_time(cell) for cell in cells):
        return False
    return any(styles_of(cell) and not is_time(cell) for cell in cells if cell.strip())


def _best(told: Sequence[tuple[Role, int, str]], role: Role) -> int | None:
    found = [(rank, index) for index, (one, rank, _) in enumerate(told) if one is role]
    return min(found)[1] if found else None


def _column(sample: Cells, index: int) -> list[str]:
    return [row[index] for row in sample if index < len(row) and row[index].strip()]


def _split_clock(roles: list[Role], told: Sequence[tuple[Role, int, str]], sample: Cells) -> None:
    """Where the time is a time of day alone, make the date beside it the time and this its clock."""
    if Role.TIME not in roles:
        return
    time = roles.index(Role.TIME)
    cells = _column(sample, time)
    others = [index for index, (role, _, _) in enumerate(told) if role is Role.TIME and index != time]
    dated = [index for index in others if any(map(is_time, _column(sample, index)))]
    if cells and all(map(is_clock, cells)) and dated:
        roles[time], roles[dated[0]] = Role.CLOCK, Role.TIME
        return
    clocks = [i for i in others if (found := _column(sample, i)) and all(map(is_clock, found))]
    if clocks and cells and not any(":" in cell or cell.strip().isdigit() for cell in cells):
        roles[clocks[0]] = Role.CLOCK


def _names_assets(cells: Sequence[str]) -> bool:
    return bool(cells) and sum(map(_is_asset, cells)) * 2 > len(cells)


def _names_currencies(cells: Sequence[str]) -> bool:
    return bool(cells) and all(cell.strip().isalnum() and _is_asset(cell) for cell in cells)


def _is_asset(cell: str) -> bool:
    try:
        pair_of_symbol(cell)
    except ValueError:
        return False
    return True


def _wide(header: Sequence[str], roles: list[Role]) -> Mapping:
    """Return the mapping of a header that names an asset for each column, written in capitals."""
    uses = [ColumnUse(role) for role in roles]
    if Role.TIME not in roles or Role.ASSET in roles:
        return tuple(uses)
    for index, name in enumerate(header):
        stripped = name.strip()
        if roles[index] is not Role.IGNORED or not (stripped.isupper() or stripped in CODES):
            continue
        try:
            asset, currency = pair_of_symbol(stripped)
        except ValueError:
            continue
        if asset not in NOT_ASSETS and " " not in asset:
            uses[index] = ColumnUse(Role.CLOSE, asset, currency)
    found = tuple(uses)
    return found if is_complete(found) else tuple(ColumnUse(role) for role in roles)


def _enclosed(sample: Cells, indexes: Sequence[int]) -> int | None:
    """Return how many rows prove that four columns are open, high, low and close; None where one denies it."""
    proofs = 0
    for row in sample:
        try:
            first, high, low, last = (parse_number(row[index], Decimals.POINT) for index in indexes)
        except (ValueError, IndexError):
            continue
        if not low <= min(first, last) <= max(first, last) <= high:
            return None
        proofs += low < min(first, last) and max(first, last) < high
    return proofs
