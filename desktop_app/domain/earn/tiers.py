"""Loyalty programmes: the share of a venue's own token decides the rate, and its price decides the share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from desktop_app.domain.money import ZERO


@dataclass(frozen=True, slots=True)
class Tier:
    """A step of a programme: from which share of the token on (fraction), and its yearly rates.

    `low_ltv_rate` is the borrowing rate under the programme's LTV edge; None where there is none.
    """

    name: str
    least: Decimal
    rate: Decimal
    low_ltv_rate: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """A loyalty programme: its token, its tiers from the lowest on, what it asks for, its edges, its platform.

    Under `least_portfolio` (in dollars) for `grace_days` the rate is `fallback`. Below `edge` of LTV the
    lower rates hold.
    """

    token: str
    tiers: tuple[Tier, ...]
    least_portfolio: Decimal = ZERO
    grace_days: int = 0
    fallback: Decimal = ZERO
    edge: Decimal = ZERO
    source: str = ""
    as_of: str = ""
    platform: str = ""


def share_of(units: Decimal, price: Decimal, other_value: Decimal) -> tuple[Decimal, Decimal]:
    """Return what the tokens are worth, and their share of everything else on the venue."""
    worth = units * price
    return worth, worth / other_value if other_value else ZERO


def tier_of(programme: Programme, token_value: Decimal, other_value: Decimal) -> Tier:
    """Return the tier of a portfolio: the token's value against that of everything else on the venue."""
    share = token_value / other_value if other_value else ZERO
    found = programme.tiers[0]
    for tier in programme.tiers:
        if share >= tier.least:
            found = tier
    return found


def rate_of(programme: Programme, tier: Tier, ltv: Decimal, small_since: date | None, today: date) -> Decimal:
    """Return the borrowing rate of a tier at an LTV; `small_since` is since when the portfolio is too small."""
    if small_since is not None and today - small_since >= timedelta(days=programme.grace_days):
        return programme.fallback
    if tier.low_ltv_rate is not None and ltv < programme.edge:
        return tier.low_ltv_rate
    return tier.rate


def price_at_edge(tier: Tier, units: Decimal, other_value: Decimal) -> Decimal | None:
    """Return the price of the token under which `tier` is lost, all else equal; None where no price loses it."""
    if not units or not tier.least:
        return None
    return tier.least * other_value / units


def next_tier(programme: Programme, tier: Tier) -> Tier | None:
    """Return the tier above; None at the top."""
    index = programme.tiers.index(tier)
    return programme.tiers[index + 1] if index + 1 < len(programme.tiers) else None


def units_missing(tier: Tier, units: Decimal, price: Decimal, other_value: Decimal) -> Decimal:
    """Return how many more tokens `tier` asks for at their price."""
    return max(ZERO, tier.least * other_value / price - units)


def steps_of(shares: Sequence[tuple[date, Decimal]], programme: Programme) -> list[tuple[date, Tier]]:
    """Return the days on which the tier changed, from dated shares of the token (fractions)."""
    found: list[tuple[date, Tier]] = []
    for day, share in shares:
        tier = tier_of(programme, share, Decimal(1))
        if not found or found[-1][1] is not tier:
            found.append((day, tier))
    return found
