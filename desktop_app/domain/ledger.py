"""Replay of a loan's events: what is pledged and owed at an instant."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal

from desktop_app.domain.earn.accrual import accrue, is_uniform, mark_number, period_rate, post
from desktop_app.domain.earn.convention import Boundary, Convention, DebtBalance, RepayOrder
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.loans.balances import Balances
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.money import ZERO
from desktop_app.domain.problems import Problem, Refused


class Ledger:
    """The running state of one loan; apply events in order, read balances in between."""

    def __init__(self) -> None:
        self.collateral: dict[str, Decimal] = {}
        self.debts: dict[str, DebtBalance] = {}
        self.rates: dict[str, Decimal] = {}
        self.anchors: dict[str, datetime] = {}
        self.terms: Terms | None = None
        self.opened: datetime | None = None
        self.closed: datetime | None = None
        self.now: datetime | None = None
        self._mark: int | None = None
        self._period_rates: dict[str, Decimal] = {}

    def accrue_to(self, at: datetime) -> None:
        """Post the interest of all debts up to and including `at`."""
        if self.now is not None and at <= self.now:
            return
        if self.now is not None and self.terms is not None:
            interest = self.terms.interest
            if is_uniform(interest):
                self._post_marks(interest, at)
            else:
                for asset, balance in self.debts.items():
                    rate = self.rates.get(asset, ZERO)
                    self.debts[asset] = accrue(balance, interest, rate, self.now, at, self.anchors[asset])
        self.now = at

    def _post_marks(self, interest: Convention, at: datetime) -> None:
        """Count the marks once for all debts: most events lie between two marks and post nothing."""
        mark = mark_number(at, interest)
        if self._mark is None:
            assert self.now is not None
            self._mark = mark_number(self.now, interest)
        count, self._mark = mark - self._mark, mark
        if count:
            for asset, balance in self.debts.items():
                rate = self._period_rates.get(asset)
                if rate is None:
                    rate = period_rate(interest, self.rates.get(asset, ZERO), at.year)
                    self._period_rates[asset] = rate
                if rate:
                    self.debts[asset] = post(balance, interest, rate, count)

    def apply(self, event: Event) -> None:
        """Post interest up to the event, then let it change the state.

        Raises:
            Refused: the event would make a balance negative, or stands before the opening or after the
                closing of the loan.
        """
        if event.kind is not EventKind.OPEN and self.opened is None:
            raise Refused(Problem.NOT_OPENED)
        if self.closed is not None:
            raise Refused(Problem.AFTER_CLOSING, when=self.closed.date())
        self.accrue_to(event.at)
        _APPLY[event.kind](self, event)

    def balances(self, at: datetime) -> Balances:
        """Return the state with interest posted up to `at`."""
        self.accrue_to(at)
        return Balances(
            at,
            dict(self.collateral),
            dict(self.debts),
            dict(self.rates),
            self.terms,
            self.opened,
            self.closed,
        )

    def _open(self, event: Event) -> None:
        if self.opened is not None:
            raise Refused(Problem.OPENED_TWICE)
        self.opened, self.terms = event.at, event.terms

    def _rule_change(self, event: Event) -> None:
        self.terms = event.terms
        self._mark = None
        self._period_rates.clear()

    def _rate_change(self, event: Event) -> None:
        self.rates[event.asset] = event.rate or ZERO
        self._period_rates.pop(event.asset, None)

    def _add_collateral(self, event: Event) -> None:
        self.collateral[event.asset] = self.collateral.get(event.asset, ZERO) + _amount(event)

    def _withdraw_collateral(self, event: Event) -> None:
        held = self.collateral.get(event.asset, ZERO)
        left = held - _amount(event)
        if left < 0:
            raise Refused(Problem.COLLATERAL_SHORT, asset=event.asset, have=held, wanted=_amount(event))
        if left:
            self.collateral[event.asset] = left
        else:
            self.collateral.pop(event.asset, None)

    def _draw(self, event: Event) -> None:
        owed = self.debts.get(event.asset)
        if owed is None or not owed.total:
            self.anchors[event.asset] = event.at
        if event.rate is not None:
            self.rates[event.asset] = event.rate
            self._period_rates.pop(event.asset, None)
        drawn = DebtBalance(_amount(event))
        assert self.terms is not None
        interest = self.terms.interest
        if interest.boundary is Boundary.STARTED:
            # The period in which money is drawn counts as started, so it is owed at once.
            rate = period_rate(interest, self.rates.get(event.asset, ZERO), event.at.year, event.at.month)
            drawn = post(drawn, interest, rate, 1)
        before = owed or DebtBalance(ZERO)
        self.debts[event.asset] = DebtBalance(before.principal + drawn.principal, before.accrued + drawn.accrued)

    def _fee(self, event: Event) -> None:
        owed = self.debts.get(event.asset) or DebtBalance(ZERO)
        self.anchors.setdefault(event.asset, event.at)
        self.debts[event.asset] = DebtBalance(owed.principal + _amount(event), owed.accrued)

    def _repay(self, event: Event) -> None:
        self._pay(event.asset, _amount(event))

    def _pay(self, asset: str, amount: Decimal) -> None:
        owed = self.debts.get(asset) or DebtBalance(ZERO)
        if amount > owed.total:
            raise Refused(Problem.REPAID_TOO_MUCH, asset=asset, have=owed.total, wanted=amount)
        assert self.terms is not None
        if self.terms.interest.repay_order is RepayOrder.INTEREST:
            interest = min(owed.accrued, amount)
            paid = DebtBalance(amount - interest, interest)
        else:
            principal = min(owed.principal, amount)
            paid = DebtBalance(principal, amount - principal)
        left = DebtBalance(owed.principal - paid.principal, owed.accrued - paid.accrued)
        if left.total:
            self.debts[asset] = left
        else:
            self.debts.pop(asset, None)

    def _liquidation(self, event: Event) -> None:
        self._withdraw_collateral(event)
        if event.counter_asset and event.counter_amount is not None:
            self._pay(event.counter_asset, _positive(event.counter_amount, "counter_amount"))

    def _close(self, event: Event) -> None:
        for asset, owed in self.debts.items():
            if owed.total:
                raise Refused(Problem.DEBT_LEFT, asset=asset, have=owed.total)
        self.collateral.clear()
        self.closed = event.at


_APPLY = {
    EventKind.OPEN: Ledger._open,
    EventKind.RULE_CHANGE: Ledger._rule_change,
    EventKind.RATE_CHANGE: Ledger._rate_change,
    EventKind.ADD_COLLATERAL: Ledger._add_collateral,
    EventKind.WITHDRAW_COLLATERAL: Ledger._withdraw_collateral,
    EventKind.DRAW: Ledger._draw,
    EventKind.FEE: Ledger._fee,
    EventKind.REPAY: Ledger._repay,
    EventKind.LIQUIDATION: Ledger._liquidation,
    EventKind.CLOSE: Ledger._close,
}


def _amount(event: Event) -> Decimal:
    return _positive(event.amount, "amount")


def _positive(value: Decimal | None, field: str) -> Decimal:
    if value is None or not value.is_finite() or value <= 0:
        raise Refused(Problem.NOT_POSITIVE, field=field, value=value)
    return value


# What one instant brings is applied in this order, so that a replay does not depend on who typed first.
_RANK = {
    kind: rank
    for rank, kind in enumerate(
        (
            EventKind.OPEN,
            EventKind.RULE_CHANGE,
            EventKind.RATE_CHANGE,
            EventKind.ADD_COLLATERAL,
            EventKind.DRAW,
            EventKind.FEE,
            EventKind.REPAY,
            EventKind.WITHDRAW_COLLATERAL,
            EventKind.LIQUIDATION,
            EventKind.CLOSE,
        )
    )
}


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events sorted by time; those of one instant by kind (opening first, closing last), then id."""
    return tuple(sorted(events, key=lambda event: (event.at, _RANK[event.kind], event.id)))


def replay(events: Iterable[Event], at: datetime) -> Balances:
    """Return what a loan holds and owes at `at` (aware UTC) by its `events` up to and including it.

    Raises:
        Refused: an event is impossible where it stands (see `Ledger.apply`).
    """
    ledger = Ledger()
    for event in in_order(events):
        if event.at > at:
            break
        ledger.apply(event)
    return ledger.balances(at)


def replay_at(events: Iterable[Event], instants: Iterable[datetime]) -> Iterator[Balances]:
    """Yield the balances at each of the ascending `instants`, in one pass over the events."""
    ledger = Ledger()
    waiting = iter(in_order(events))
    event = next(waiting, None)
    for at in instants:
        while event is not None and event.at <= at:
            ledger.apply(event)
            event = next(waiting, None)
        yield ledger.balances(at)


def check_events(events: Iterable[Event]) -> None:
    """Apply all `events` in order.

    Raises:
        Refused: an event is impossible where it stands.
    """
    ledger = Ledger()
    for event in in_order(events):
        ledger.apply(event)
