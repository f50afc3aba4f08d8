"""Sums over everything: net worth, debt, interest, coverage, and what share lies where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.valuation import Valuation
from desktop_app.domain.money import ZERO
from desktop_app.domain.risk.exposure import Share, Totals, shares
from desktop_app.domain.risk.supply import Reserve

OpenLoan = tuple[Loan, Valuation, Decimal]


class Held(NamedTuple):
    """An amount outside any loan: where it lies, its value (None without a price), what of it is set aside.

    `owed` is what is drawn on a credit line.
    """

    platform: str
    asset: str
    value: Decimal | None
    reserve: Decimal | None = None
    owed: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class Sums:
    """Totals, the share of each platform, and the value of each asset held (reporting currency)."""

    totals: Totals
    shares: tuple[Share, ...]
    by_asset: dict[str, Decimal]


def sums_of(
    loans: Sequence[OpenLoan],
    held: Sequence[Held],
    reserve: Reserve | None,
    *,
    earned_per_day: Decimal = ZERO,
) -> Sums:
    """Return the sums over open loans (with what each costs a day) and all that is held and earns.

    What has no price is left out and makes the totals incomplete. Without a `reserve` it is not told how
    large a fall it covers.
    """
    known = [entry for entry in loans if entry[1].known]
    entries = list(_entries(known, held))
    totals = Totals(
        sum((assets for _, assets, _ in entries), ZERO),
        sum((debt for _, _, debt in entries), ZERO),
        sum((one.reserve for one in held if one.reserve is not None), ZERO),
        earned_per_day - sum((per_day for _, _, per_day in loans), ZERO),
        reserve.coverage() if reserve is not None else None,
        len(known) == len(loans) and all(one.value is not None for one in held),
        reserve.stand(ZERO).reachable if reserve is not None else ZERO,
    )
    return Sums(totals, tuple(shares(entries)), _by_asset(known, held))


def _entries(loans: Sequence[OpenLoan], held: Sequence[Held]) -> Iterator[tuple[str, Decimal, Decimal]]:
    for loan, valuation, _ in loans:
        yield loan.platform, valuation.collateral_value, valuation.debt_value
    for one in held:
        if one.value or one.owed:
            yield one.platform, one.value or ZERO, one.owed


def _by_asset(loans: Sequence[OpenLoan], held: Sequence[Held]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for _, valuation, _ in loans:
        for leg in valuation.collateral:
            found[leg.asset] = found.get(leg.asset, ZERO) + leg.value
    for one in held:
        if one.value is not None:
            found[one.asset] = found.get(one.asset, ZERO) + one.value
    return found
