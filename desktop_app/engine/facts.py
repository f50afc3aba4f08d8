"""What rules may look at in one asset's price."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class AssetFacts:
    """What is known of one asset's price: value and age (seconds), extremes of rules' windows, doubts.

    `spread` and `unconfirmed` are None until sources said something; `stale_s` is how old a price may be.
    """

    asset: str
    value: Decimal | None
    age_s: Decimal | None
    peg: str = ""
    peg_value: Decimal | None = None
    spread: Decimal | None = None
    unconfirmed: Decimal | None = None
    unconfirmed_price: Decimal | None = None
    extremes: Mapping[int, tuple[Decimal, Decimal]] | None = None
    watched: bool = True
    stale_s: int = 0
