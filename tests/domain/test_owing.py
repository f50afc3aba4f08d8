"""What debts cost by span: interest alone, whatever was drawn and repaid meanwhile; and funding by its side."""

from datetime import date, timedelta
from decimal import Decimal

from builders import utc
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.earn.convention import Convention, Period
from desktop_app.domain.earn.funding import funding_per_day, instrument_of
from desktop_app.domain.earn.owing import owed_income, posted_at
from desktop_app.domain.earn.perpetual import Side
from desktop_app.domain.earn.position import PerpetualDetails, Position, PositionKind
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.ledger import replay
from desktop_app.domain.loans.ladder import Level, LevelKind, make_ladder
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.prices.rate import RateKind, RatePoint

D = Decimal
START = utc("2026-01-01 00:00")


def events(*more: Event, rate: str = "0.10", period: Period = Period.DAY) -> tuple[Event, ...]:
    terms = Terms(make_ladder((Level("call", LevelKind.MARGIN_CALL, D("0.8")),)), interest=Convention(period))
    return (
        Event("open", START, EventKind.OPEN, terms=terms),
        Event("pledge", START, EventKind.ADD_COLLATERAL, "BTC", D(10)),
        Event("draw", START, EventKind.DRAW, "USDT", D(3650), D(rate)),
        *more,
    )


def test_the_first_day_costs_a_day_of_interest() -> None:
    loan = Loan("one", "One", "nexo", events())
    (first, second) = owed_income(loan, [date(2026, 1, 1), date(2026, 1, 2), date(2026, 1, 3)])
    assert (round(first.owed, 30), first.asset, first.earned, first.paid) == (D(1), "USDT", 0, 0)
    assert second.owed > first.owed, "it compounds"


@given(st.lists(st.tuples(st.integers(1, 300), st.integers(-3000, 3000)), max_size=5), st.integers(1, 400))
def test_spans_add_up_and_draws_and_repayments_are_no_interest(moves: list[tuple[int, int]], last: int) -> None:
    made: list[Event] = []
    owed = 3650
    for number, (day, amount) in enumerate(sorted(moves)):
        if amount == 0 or owed + amount <= 0:
            continue
        owed += amount
        kind = EventKind.DRAW if amount > 0 else EventKind.REPAY
        made.append(Event(f"m{number}", START + timedelta(days=day), kind, "USDT", D(abs(amount))))
    loan = Loan("one", "One", "nexo", events(*made))
    marks = [date(2026, 1, 1) + timedelta(days=number) for number in range(last + 1)]
    total = sum((one.owed for one in owed_income(loan, marks)), D(0))
    end = START + timedelta(days=last)
    moved = sum((e.amount if e.kind is EventKind.DRAW else -e.amount for e in made if e.at <= end), D(3650))
    assert abs(total - (replay(loan.events, end).debts["USDT"].total - moved)) < D("1e-30")
    (posted,) = posted_at(loan.events, [end])
    assert abs(posted["USDT"] - total) < D("1e-30")
    assert total > 0


def point(source: str, rate: str, period_s: int = 28800) -> RatePoint:
    return RatePoint(RateKind.FUNDING, source, "BTC", "BTC-SWAP", START, D(rate), period_s)


def perpetual(side: Side, platform: str = "okx") -> Position:
    details = PerpetualDetails(side, D(60000), D(1000))
    return Position("p", "P", platform, PositionKind.PERPETUAL, "BTC", D(2), START, details=details)


def test_a_long_pays_where_the_rate_is_positive_and_a_short_gets_the_same() -> None:
    rate = point("okx", "0.0001")
    assert funding_per_day(perpetual(Side.LONG), rate, D(50000)) == D(-30)
    assert funding_per_day(perpetual(Side.SHORT), rate, D(50000)) == D(30)
    assert funding_per_day(perpetual(Side.LONG), None, D(50000)) == 0
    assert funding_per_day(perpetual(Side.LONG), rate, None) == 0


def test_a_perpetual_follows_its_own_platform_where_that_is_a_source() -> None:
    rates = [point("gate", "0.0002"), point("binance_futures", "0.0003"), point("okx", "0.0001")]
    assert instrument_of(perpetual(Side.LONG), rates).source == "okx"
    assert instrument_of(perpetual(Side.LONG, "binance"), rates).source == "binance_futures"
    assert instrument_of(perpetual(Side.LONG, "nowhere"), rates).source == "gate"
    savings = Position("s", "S", "okx", PositionKind.SAVINGS, "BTC", D(2), START)
    assert instrument_of(savings, rates) is None
