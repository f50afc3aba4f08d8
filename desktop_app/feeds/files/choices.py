"""What a person may decide about a file of prices, and the questions that are open until they do."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


class Cancelled(Exception):
    """The person stopped what was running; nothing was kept."""


class Ask(Enum):
    """What a file leaves open. The value is the field of `Choices` that answers it."""

    ENCODING = "encoding"
    SHEET = "sheet"
    DELIMITER = "delimiter"
    COLUMNS = "mapping"
    DECIMALS = "decimals"
    DATE_ORDER = "dates"
    ASSET = "asset"


class Decimals(Enum):
    """Which sign stands before the decimals; the other one, blanks and apostrophes group thousands."""

    POINT = "point"
    COMMA = "comma"


class DateOrder(Enum):
    """The order of day, month and year in dates that are written with numbers alone."""

    YEAR_FIRST = "ymd"
    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


class Role(Enum):
    """What a column means; CLOCK is the time of day beside a TIME that has only the date."""

    TIME = "time"
    CLOCK = "clock"
    OPEN = "open"
    HIGH = "high"
    LOW = "low"
    CLOSE = "close"
    ASSET = "asset"
    CURRENCY = "currency"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What one column is used for. A CLOSE of one asset among several names it, and may name its currency."""

    role: Role = Role.IGNORED
    asset: str = ""
    currency: str = ""


Mapping = tuple[ColumnUse, ...]
OHLC = (Role.OPEN, Role.HIGH, Role.LOW, Role.CLOSE)


def is_complete(mapping: Mapping) -> bool:
    """Tell whether a mapping has one time and either one price, all four of a candle, or a price for each asset."""
    roles = [use.role for use in mapping]
    single = [roles.count(role) for role in (Role.TIME, Role.CLOSE)]
    partial = [roles.count(role) for role in OHLC[:3]]
    once = all(roles.count(role) <= 1 for role in (Role.CLOCK, Role.ASSET, Role.CURRENCY))
    if single[0] != 1 or not once:
        return False
    if single[1] == 1:
        return partial in ([0, 0, 0], [1, 1, 1])
    named = [(use.asset, use.currency) for use in mapping if use.role is Role.CLOSE]
    wide = len(named) > 1 and all(asset for asset, _ in named) and len(set(named)) == len(named)
    return wide and partial == [0, 0, 0] and Role.ASSET not in roles


@dataclass(frozen=True, slots=True)
class Choices:
    """A person's answers; what is empty or None is found out from the file.

    `zone` is the clock of times that do not tell theirs (``UTC``, ``UTC+8``, ``Europe/Zurich``). `asset` and
    `currency` win over the file's name, and over its columns where these hold one asset alone.
    """

    encoding: str = ""
    sheet: str = ""
    delimiter: str = ""
    header: bool | None = None
    mapping: Mapping | None = None
    decimals: Decimals | None = None
    dates: DateOrder | None = None
    zone: str = ""
    asset: str = ""
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known beside the file: its name, the language of the window, and the source to store with candles."""

    name: str = ""
    language: str = "en"
    source: str = "file"


@dataclass(frozen=True, slots=True)
class Question:
    """What the person must say before the file can be read, the answers to choose from, and what is unclear."""

    kind: Ask
    choices: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
