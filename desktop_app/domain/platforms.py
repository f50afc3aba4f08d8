"""Platforms: whoever holds the assets or is owed."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform and the share of net assets (fraction) that its owner allows it, if limited."""

    id: str
    name: str
    share_limit: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """An amount of one asset on a platform, outside any loan.

    `reserve` marks what is set aside for cures; `reach_hours` is the time it needs to arrive.
    """

    id: str
    platform: str
    asset: str
    amount: Decimal
    reserve: bool = False
    reach_hours: Decimal = Decimal(0)
    note: str = ""
