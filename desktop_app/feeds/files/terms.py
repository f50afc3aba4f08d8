"""The form of a loan's rules in a file, for portfolios and presets alike."""

from decimal import Decimal
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

Amount = Annotated[Decimal, Meta(description='A number, or a text that spells one, such as "1.25"')]


class LevelDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """One level of a ladder; `ltv` is a fraction (0.714 is 71.4 %)."""

    kind: Literal["early_warning", "margin_call", "liquidation"]
    ltv: Amount
    key: str = ""
    comparator: Literal[">=", ">"] = ">="
    cure_hours: Amount | None = None
    by_asset: dict[str, Amount] = msgspec.field(default_factory=dict)
    action: Literal["own_warning", "notice", "call", "sell_part", "sell_all", "auction"] | None = None


class InterestDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """How the venue turns a yearly rate into postings."""

    period: Literal["minute", "hour", "day", "month_30", "month"] = "day"
    compounding: bool = True
    day_count: Literal["ACT/365", "ACT/360", "ACT/ACT"] = "ACT/365"
    boundary: Literal["mark", "elapsed", "started"] = "mark"
    zone: str = "UTC"
    places: int | None = None
    repay_order: Literal["interest", "principal"] = "interest"


class TermsDoc(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """The rules of a loan from one date on."""

    levels: Annotated[list[LevelDoc], Meta(min_length=1)]
    formula: Literal["gross", "haircut", "collateral_ratio", "health_factor"] = "gross"
    initial: Amount | None = None
    target: Amount | None = None
    interest: InterestDoc = msgspec.field(default_factory=InterestDoc)
    weights: dict[str, Amount] = msgspec.field(default_factory=dict)
    ends: Annotated[str | None, Meta(description="The day by which it must be repaid, such as 2026-12-31")] = None
    source: str = ""
    as_of: str = ""
    verified: bool = True
