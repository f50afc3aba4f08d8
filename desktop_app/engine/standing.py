"""Where each loan stands now: ledgers that are kept running, and what cannot change a level."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desktop_app.domain.alerts.record import LADDER
from desktop_app.domain.alerts.state import AlertState, WatchState
from desktop_app.domain.earn.accrual import is_uniform, mark_number
from desktop_app.domain.earn.convention import Convention
from desktop_app.domain.events import Event
from desktop_app.domain.ledger import Ledger, in_order
from desktop_app.domain.loans.balances import Balances
from desktop_app.domain.loans.ladder import Ladder
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.loans.valuation import Valuation
from desktop_app.domain.money import ZERO
from desktop_app.domain.prices.book import PriceBook, PriceState
from desktop_app.engine.alarms import Alarms


@dataclass(slots=True)
class _Running:
    loan: Loan
    ledger: Ledger
    waiting: list[Event]
    interest: Convention | None = None
    mark: int = -1
    balances: Balances | None = None
    legs: tuple[tuple[str, Decimal], ...] = ()
    owed: tuple[tuple[str, Decimal], ...] = ()

    def is_current(self, now: datetime, marks: "Marks") -> bool:
        """Tell whether nothing was posted and no event came since the balances were taken."""
        if self.balances is None or self.interest is None or self.balances.at > now:
            return False
        return (not self.waiting or self.waiting[-1].at > now) and marks.of(self.interest) == self.mark


class Marks:
    """The number of the last posting of each convention at one instant, counted once for all loans."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._numbers: dict[int, int] = {}

    def of(self, interest: Convention) -> int:
        """Return the mark of an interned convention."""
        found = self._numbers.get(id(interest))
        if found is None:
            found = self._numbers[id(interest)] = mark_number(self._now, interest)
        return found


@dataclass(frozen=True, slots=True)
class Guard:
    """Between `low` and `high` (LTV, exclusive) no level of a loan under `terms` changes its state."""

    loan: Loan
    terms: Terms | None
    known: bool
    low: Decimal
    high: Decimal

    def holds(self, loan: Loan, terms: Terms | None, ltv: Decimal | None, *, known: bool) -> bool:
        """Tell whether a loan at `ltv` needs no closer look."""
        if self.loan is not loan or self.terms is not terms or self.known is not known:
            return False
        return not known or (ltv is not None and self.low < ltv < self.high)


_HIGHEST = Decimal("Infinity")


class Standing:
    """Running ledgers and guards by loan. Whoever changes states or loans lets the guards go."""

    def __init__(self) -> None:
        self._running: dict[str, _Running] = {}
        self._guards: dict[str, Guard] = {}
        self._conventions: dict[Convention, Convention] = {}

    def balances(self, loan: Loan, now: datetime) -> Balances:
        """Return what `loan` holds and owes at `now`; cheap while time goes forward and its events stay."""
        running = self._running.get(loan.id)
        if running is None or running.loan is not loan or (running.ledger.now or now) > now:
            running = _Running(loan, Ledger(), list(reversed(in_order(loan.events))))
            self._running[loan.id] = running
        while running.waiting and running.waiting[-1].at <= now:
            running.ledger.apply(running.waiting.pop())
        found = running.ledger.balances(now)
        self._keep(running, found, now)
        return found

    def _keep(self, running: _Running, balances: Balances, now: datetime) -> None:
        """Keep what a quick look needs; without uniform postings there is none."""
        running.balances, running.interest = balances, None
        terms = balances.terms
        if terms is None or balances.closed is not None or not is_uniform(terms.interest):
            return
        running.interest = self._conventions.setdefault(terms.interest, terms.interest)
        running.mark = mark_number(now, running.interest)
        running.legs = tuple((a, units * terms.weight(a)) for a, units in balances.collateral.items())
        running.owed = tuple((asset, owed.total) for asset, owed in balances.debts.items())

    def has_moved(self, loan: Loan, prices: PriceBook, marks: Marks, now: datetime) -> bool:
        """Tell whether a level of `loan` may have changed its state: a quick look that errs towards yes."""
        running, guard = self._running.get(loan.id), self._guards.get(loan.id)
        if running is None or guard is None or running.loan is not loan or not running.is_current(now, marks):
            return True
        counted = owed = ZERO
        for legs, is_debt in ((running.legs, False), (running.owed, True)):
            for asset, units in legs:
                price = prices[asset]
                if price.value is None or price.state is PriceState.STALE:
                    return guard.known
                if is_debt:
                    owed += units * price.value
                else:
                    counted += units * price.value
        balances = running.balances
        terms = balances.terms if balances is not None else None
        return not guard.holds(loan, terms, owed / counted if counted else None, known=True)

    def forget_guards(self, loan_id: str = "") -> None:
        """Let every level of a loan, or of all, be looked at again."""
        if loan_id:
            self._guards.pop(loan_id, None)
        else:
            self._guards.clear()

    def is_quiet(self, loan: Loan, terms: Terms | None, ltv: Decimal | None, *, known: bool) -> bool:
        """Tell whether no level of `loan` can change its state at `ltv`."""
        guard = self._guards.get(loan.id)
        return guard is not None and guard.holds(loan, terms, ltv, known=known)

    def guard(self, loan: Loan, balances: Balances, valuation: Valuation, alarms: Alarms, hysteresis: Decimal) -> None:
        """Remember between which LTVs nothing changes, now that every level of `loan` took its step."""
        self._guards.pop(loan.id, None)
        ladder = valuation.ladder
        if ladder.is_mixed or alarms.waits(loan.id):
            return
        states = [alarms.states.get((LADDER, loan.id, level.key), WatchState()) for level in ladder.levels]
        known = valuation.judged
        if any(state.state is AlertState.SNOOZED or state.kept is AlertState.SNOOZED for state in states):
            return
        if not known and any(state.state is not AlertState.NO_DATA for state in states):
            return
        low, high = _bounds(ladder, states, hysteresis)
        self._guards[loan.id] = Guard(loan, balances.terms, known, low, high)


def _bounds(ladder: Ladder, states: list[WatchState], hysteresis: Decimal) -> tuple[Decimal, Decimal]:
    low, high = -_HIGHEST, _HIGHEST
    for level, state in zip(ladder.levels, states, strict=True):
        if state.latched:
            low = max(low, level.ltv - hysteresis)
        else:
            high = min(high, level.ltv)
    return low, high
