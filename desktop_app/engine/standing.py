"""Where each loan stands now: ledgers that are kept running, and what cannot change a level."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desktop_app.domain.alerts.record import LADDER
from desktop_app.domain.alerts.state import AlertState, WatchState
from desktop_app.domain.events import Event
from desktop_app.domain.ledger import Ledger, in_order
from desktop_app.domain.loans.balances import Balances
from desktop_app.domain.loans.ladder import Ladder
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.loans.valuation import Valuation
from desktop_app.engine.alarms import Alarms


@dataclass(slots=True)
class _Running:
    loan: Loan
    ledger: Ledger
    waiting: list[Event]


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

    def balances(self, loan: Loan, now: datetime) -> Balances:
        """Return what `loan` holds and owes at `now`; cheap while time goes forward and its events stay."""
        running = self._running.get(loan.id)
        if running is None or running.loan is not loan or (running.ledger.now or now) > now:
            running = _Running(loan, Ledger(), list(reversed(in_order(loan.events))))
            self._running[loan.id] = running
        while running.waiting and running.waiting[-1].at <= now:
            running.ledger.apply(running.waiting.pop())
        return running.ledger.balances(now)

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
