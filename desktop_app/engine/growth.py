"""What a loan owes at many instants at once: the ledger's postings between two events in closed form.

Where a convention posts at even marks of a fixed clock and rounds nothing, the number of postings is a division and
their effect a power. Other conventions have no closed form here; they are replayed from midnight to midnight.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.earn.accrual import is_uniform, period_rate, zone_of
from desktop_app.domain.earn.convention import Convention, Period
from desktop_app.domain.loans.balances import Balances
from desktop_app.domain.money import ZERO
from desktop_app.storage.rows import milliseconds

Floats = NDArray[np.float64]
Times = NDArray[np.int64]

_DAY_MS = 86_400_000
_STEP_MS = {Period.MINUTE: 60_000, Period.HOUR: 3_600_000, Period.DAY: _DAY_MS, Period.MONTH_30: 30 * _DAY_MS}
# Months of 30 days are counted from the day 0 of `date.toordinal`.
_DAYS_BEFORE_1970 = 719_163


def has_closed_form(balances: Balances) -> bool:
    """Tell whether the interest after `balances` is a power of the number of postings."""
    if balances.terms is None or not balances.debts or balances.closed is not None:
        return True
    interest = balances.terms.interest
    fixed = zone_of(interest.zone).utcoffset(None) is not None
    return is_uniform(interest) and interest.places is None and fixed


class Growth:
    """What is owed at `times` (ms); `stretch` tells for each the number of the balances that it comes after."""

    def __init__(self, grid: Sequence[Balances], times: Times, stretch: NDArray[np.intp]) -> None:
        self._grid = grid
        self._stretch = stretch
        self.closed = np.array([has_closed_form(balances) for balances in grid], bool)
        self._marks = self._postings(times)

    def _postings(self, times: Times) -> Floats:
        clocks = [_clock(balances) for balances in self._grid]
        steps, shifts = (np.array(side, np.int64) for side in zip(*clocks, strict=True))
        starts = np.array([milliseconds(balances.at) for balances in self._grid], np.int64)
        first = (starts + shifts) // steps
        if len(set(clocks)) == 1:
            counts = (times + shifts[0]) // steps[0] - first[self._stretch]
        else:
            counts = (times + shifts[self._stretch]) // steps[self._stretch] - first[self._stretch]
        counts[~self.closed[self._stretch]] = 0
        return np.asarray(counts, np.float64)

    def owed(self, asset: str) -> Floats:
        """Return the debt in `asset` at each time; where there is no closed form, that at the start of its stretch."""
        debts = [balances.debts.get(asset) for balances in self._grid]
        totals = np.array([float(debt.total) if debt else 0.0 for debt in debts])
        rates = np.array([_rate(balances, asset) for balances in self._grid])
        found = totals[self._stretch]
        if not rates.any():
            return found
        compounding = np.array([_interest(balances).compounding for balances in self._grid])
        if compounding.any():
            power = np.where(compounding, np.log1p(rates), 0.0)
            found *= np.exp(self._marks * power[self._stretch])
        if not compounding.all():
            principals = np.array([float(debt.principal) if debt else 0.0 for debt in debts])
            found += self._marks * np.where(compounding, 0.0, principals * rates)[self._stretch]
        return found


def _interest(balances: Balances) -> Convention:
    return balances.terms.interest if balances.terms is not None else Convention()


def _clock(balances: Balances) -> tuple[int, int]:
    """Return the length of a period and what is added to a time before it is divided by that, in ms."""
    interest = _interest(balances)
    offset = zone_of(interest.zone).utcoffset(None)
    shift = int(offset.total_seconds()) * 1000 if offset else 0
    if interest.period is Period.MONTH_30:
        shift += _DAYS_BEFORE_1970 * _DAY_MS
    return _STEP_MS.get(interest.period, _DAY_MS), shift


def _rate(balances: Balances, asset: str) -> float:
    if asset not in balances.debts or balances.terms is None or not has_closed_form(balances):
        return 0.0
    return float(period_rate(balances.terms.interest, balances.rates.get(asset, ZERO), balances.at.year))
