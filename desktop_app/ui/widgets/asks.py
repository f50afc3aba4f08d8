"""What a form asks for, as data: key, caption, kind of value, when it is seen."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

Values = dict[str, Any]


class Kind(Enum):
    """What kind of value is asked for; percentages are read as fractions. What begins with ANY may stay empty."""

    POSITIVE = "positive"
    NUMBER = "number"
    RATE = "rate"
    SHARE = "share"
    SIGNED = "signed"
    WHOLE = "whole"
    POSITIVE_WHOLE = "positive_whole"
    DAYS = "days"
    DAY = "day"
    ANY_DAY = "any_day"
    ANY_CLOCK = "any_clock"
    ANY_SHARE = "any_share"
    ANY_POSITIVE = "any_positive"
    ZONE = "zone"
    TEXT = "text"
    ASSET = "asset"
    CHOICE = "choice"
    TICK = "tick"


@dataclass(frozen=True)
class Ask:
    """One thing that is asked for; with `only` it is seen while another entry has one of the values named."""

    key: str
    caption: str
    kind: Kind
    value: Any = None
    hint: str = ""
    choices: tuple[tuple[str, object], ...] = ()
    only: tuple[str, tuple[object, ...]] | None = None
    advise: Callable[[Any], tuple[str, str] | None] | None = None
