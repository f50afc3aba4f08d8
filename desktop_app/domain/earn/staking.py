"""Staking: rewards day by day, the validator's commission, days offline, slashing, what inflation leaves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from desktop_app.domain.money import ONE, ZERO


@dataclass(frozen=True, slots=True)
class Stake:
    """`amount` staked at a yearly network `rate` (365 days); `commission` is the validator's share of rewards."""

    amount: Decimal
    rate: Decimal
    commission: Decimal = ZERO
    compounding: bool = True


@dataclass(frozen=True, slots=True)
class Staked:
    """What became of a stake: rewards after commission, what was slashed, what is staked, days with rewards."""

    rewards: Decimal
    slashed: Decimal
    stake: Decimal
    total: Decimal
    reward_days: int

    def gain(self, amount: Decimal) -> Decimal:
        """Return what is left over the `amount` that was staked."""
        return self.total - amount


def stake_for(
    stake: Stake, days: int, slashes: Mapping[int, Decimal] | None = None, offline: Mapping[int, int] | None = None
) -> Staked:
    """Return what becomes of `stake` after `days`.

    `slashes` maps a number of whole days to the share that is lost then; `offline` to how many days bring
    no reward from then on.
    """
    held, rewards, slashed, paid_days, absent = stake.amount, ZERO, ZERO, 0, 0
    daily = stake.rate / 365 * (ONE - stake.commission)
    for day in range(days):
        lost = held * (slashes or {}).get(day, ZERO)
        held, slashed = held - lost, slashed + lost
        absent = max(absent, (offline or {}).get(day, 0))
        if absent:
            absent -= 1
            continue
        reward = held * daily
        rewards, paid_days = rewards + reward, paid_days + 1
        if stake.compounding:
            held += reward
    return Staked(rewards, slashed, held, held if stake.compounding else held + rewards, paid_days)


def real_yield(nominal: Decimal, inflation: Decimal) -> Decimal:
    """Return what a yield is worth after the supply grew by `inflation` (both yearly fractions): (1+n)/(1+i)-1."""
    return (ONE + nominal) / (ONE + inflation) - ONE


@dataclass(frozen=True, slots=True)
class Unbonding:
    """A stake on its way out: asked back on `asked`, reachable on `ready`; it earns nothing meanwhile."""

    amount: Decimal
    asked: date
    days: int

    @property
    def ready(self) -> date:
        """The day on which it can be reached."""
        return self.asked + timedelta(days=self.days)
