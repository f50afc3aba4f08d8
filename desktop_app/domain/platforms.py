"""Platforms: whoever holds the assets or is owed."""

from dataclasses import dataclass, field
from decimal import Decimal

from desktop_app.domain.counterparty import Facts
from desktop_app.domain.money import ZERO
from desktop_app.domain.problems import Problem, Refused
from desktop_app.domain.reach import Reach, check_reach


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform, the share of all assets (fraction) that its owner allows it, if limited, and what is known of it."""

    id: str
    name: str
    share_limit: Decimal | None = None
    note: str = ""
    facts: Facts = field(default_factory=Facts)


@dataclass(frozen=True, slots=True)
class Holding:
    """An amount of one asset on a platform, outside any loan.

    `reserve` marks what is set aside for cures; `reach_hours` is the time it needs to arrive, `reach` what
    else stands in its way.
    """

    id: str
    platform: str
    asset: str
    amount: Decimal
    reserve: bool = False
    reach_hours: Decimal = ZERO
    note: str = ""
    reach: Reach = field(default_factory=Reach)


@dataclass(frozen=True, slots=True)
class CreditLine:
    """Money that a platform or bank would lend: up to `limit` units of `asset`, of which `drawn` are owed already.

    What is drawn counts as debt, what is left may be set aside for cures. `rate` is yearly (fraction).
    """

    id: str
    name: str
    platform: str
    asset: str
    limit: Decimal
    drawn: Decimal = ZERO
    rate: Decimal = ZERO
    reserve: bool = True
    reach_hours: Decimal = ZERO
    note: str = ""
    reach: Reach = field(default_factory=Reach)

    @property
    def free(self) -> Decimal:
        """The units that may still be drawn."""
        return max(ZERO, self.limit - self.drawn)


def check_credit(line: CreditLine) -> CreditLine:
    """Return `line` as it may be kept.

    Raises:
        Refused: it has no name, no limit, or more is drawn than it allows; with the field that is wrong.
    """
    if not line.name.strip():
        raise Refused(Problem.NAME_MISSING, field="name")
    if not line.limit.is_finite() or line.limit <= 0:
        raise Refused(Problem.NOT_POSITIVE, field="limit", value=line.limit)
    if not line.drawn.is_finite() or line.drawn < 0:
        raise Refused(Problem.NOT_POSITIVE, field="drawn", value=line.drawn)
    if line.drawn > line.limit:
        raise Refused(Problem.DRAWN_TOO_MUCH, field="limit", value=line.drawn)
    if not line.rate.is_finite() or not ZERO <= line.rate <= 10:
        raise Refused(Problem.RATE_TOO_HIGH, field="rate", value=line.rate)
    check_reach(line.reach)
    return line
