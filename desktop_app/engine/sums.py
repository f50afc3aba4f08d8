"""Sums over everything: net worth, debt, interest, coverage, and what share lies where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.loans.ladder import LevelKind
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.valuation import Valuation
from desktop_app.domain.money import ZERO
from desktop_app.domain.platforms import Holding
from desktop_app.domain.risk.exposure import Share, Totals, shares
from desktop_app.domain.risk.reserve import ReserveItem, Watched, coverage

OpenLoan = tuple[Loan, Valuation, Decimal]
Held = tuple[Holding, Decimal | None]


@dataclass(frozen=True, slots=True)
class Sums:
    """Totals, the share of each platform, and the value of each asset held (reporting currency)."""

    totals: Totals
    shares: tuple[Share, ...]
    by_asset: dict[str, Decimal]


def sums_of(loans: Sequence[OpenLoan], held: Sequence[Held], steady: frozenset[str], *, covered: bool = True) -> Sums:
    """Return the sums over open loans (with what each costs a day) and holdings (with their value).

    What has no price is left out and makes the totals incomplete. `covered` false leaves out how large a
    fall the reserve covers, which takes longest.
    """
    known = [entry for entry in loans if entry[1].known]
    entries = list(_entries(known, held))
    reserve = [ReserveItem(one.asset, value) for one, value in held if one.reserve and value is not None]
    totals = Totals(
        sum((assets for _, assets, _ in entries), ZERO),
        sum((debt for _, _, debt in entries), ZERO),
        sum((item.value for item in reserve), ZERO),
        -sum((per_day for _, _, per_day in loans), ZERO),
        coverage(list(_watched(known)), reserve, steady) if covered else None,
        len(known) == len(loans) and all(value is not None for _, value in held),
    )
    return Sums(totals, tuple(shares(entries)), _by_asset(known, held))


def _entries(loans: Sequence[OpenLoan], held: Sequence[Held]) -> Iterator[tuple[str, Decimal, Decimal]]:
    for loan, valuation, _ in loans:
        yield loan.platform, valuation.collateral_value, valuation.debt_value
    for holding, value in held:
        if value is not None:
            yield holding.platform, value, ZERO


def _watched(loans: Sequence[OpenLoan]) -> Iterator[Watched]:
    for loan, valuation, _ in loans:
        ladder = valuation.ladder
        level = ladder.of_kind(LevelKind.MARGIN_CALL) or ladder.of_kind(LevelKind.LIQUIDATION)
        if level is not None:  # a loan that ends by date alone is not called by price
            yield Watched(loan.id, valuation, level)


def _by_asset(loans: Sequence[OpenLoan], held: Sequence[Held]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for _, valuation, _ in loans:
        for leg in valuation.collateral:
            found[leg.asset] = found.get(leg.asset, ZERO) + leg.value
    for holding, value in held:
        if value is not None:
            found[holding.asset] = found.get(holding.asset, ZERO) + value
    return found
