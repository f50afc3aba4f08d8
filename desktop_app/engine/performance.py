"""Returns of what a person has: positions and loans valued day by day at the closes of their history."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from desktop_app.domain.earn.income import earned_at
from desktop_app.domain.earn.position import PerpetualDetails, PoolDetails, Position, assets_in
from desktop_app.domain.earn.worth import worth
from desktop_app.domain.events import EventKind
from desktop_app.domain.ledger import in_order, replay_at
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.money import ZERO
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.past import closes_at
from desktop_app.engine.returns import (
    Drawdown,
    MoneyWeighted,
    TailRisk,
    drawdown,
    growth_index,
    tail_risk,
    time_weighted,
    value_of,
    volatility,
    xirr,
)
from desktop_app.storage.candles import load_blocks

LONGEST = timedelta(days=5 * 365)
LEAST_DAYS = 30
CONFIDENCE = 0.95
_DAY = timedelta(days=1)
_IN = (EventKind.ADD_COLLATERAL, EventKind.REPAY)
_OUT = (EventKind.WITHDRAW_COLLATERAL, EventKind.DRAW)

Closes = Mapping[str, Sequence[Decimal | None]]
Moment = tuple[str, datetime]
PriceAt = Callable[[str, int], Decimal | None]
PriceThen = Callable[[str, datetime], Decimal | None]


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """What is needed to value the subject day by day: its parts, the days (UTC midnights), closes by asset.

    `then` are the prices of what was put in or taken out, by asset and instant; the day's close stands in.
    """

    positions: tuple[Position, ...]
    loans: tuple[Loan, ...]
    days: tuple[datetime, ...]
    closes: Closes
    then: Mapping[Moment, Decimal | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Performance:
    """Returns and risk of one subject; fractions. None where too little is known.

    `days` and `values` are what could be valued; `unpriced` the assets without any price on some day. `tail` is
    that of today's amounts over the days of their own history, so that it does not depend on what was held then.
    """

    days: tuple[date, ...]
    values: tuple[float, ...]
    money_weighted: MoneyWeighted | None
    time_weighted: float | None
    drawdown: Drawdown | None
    volatility: float | None
    tail: TailRisk | None
    unpriced: tuple[str, ...]


def gather(monitor: Monitor, subject: str, now: datetime) -> Past:
    """Return the past of a position or loan, or of all where `subject` is empty; looks only."""
    positions = tuple(one for one in monitor.portfolio.positions if subject in ("", one.id))
    loans = tuple(one for one in monitor.portfolio.loans if subject in ("", one.id))
    openings = [one.opened for one in positions] + [min(event.at for event in loan.events) for loan in loans]
    if not openings:
        return Past((), (), (), {})
    first = max(min(openings), now - LONGEST).astimezone(UTC)
    days = [first.replace(hour=0, minute=0, second=0, microsecond=0)]
    while days[-1] + _DAY <= now:
        days.append(days[-1] + _DAY)
    days.append(now)
    assets = {asset for one in positions for asset in assets_in(one)}
    assets |= {event.asset for loan in loans for event in loan.events if event.asset}
    return Past(positions, loans, tuple(days), _closes(monitor, assets, days, now), _then(monitor, positions, loans))


def _then(monitor: Monitor, positions: Sequence[Position], loans: Sequence[Loan]) -> dict[Moment, Decimal | None]:
    wanted: dict[str, set[datetime]] = {}
    for one in positions:
        instants = {one.opened, *(flow.at for flow in one.flows), *((one.closed,) if one.closed else ())}
        for asset in assets_in(one):
            wanted.setdefault(asset, set()).update(instants)
    for loan in loans:
        for event in loan.events:
            for asset in {other.asset for other in loan.events if other.asset}:
                wanted.setdefault(asset, set()).add(event.at)
    found: dict[Moment, Decimal | None] = {}
    for asset, instants in wanted.items():
        ordered = sorted(instants)
        blocks = load_blocks(monitor.store.db, [asset], ordered[0] - 3 * _DAY, ordered[-1])
        usable = {key: block for key, block in blocks.items() if monitor.prices.counts(key.currency)}
        found |= {(asset, at): price for at, price in zip(ordered, closes_at(usable, ordered), strict=True)}
    return found


def _closes(monitor: Monitor, assets: Iterable[str], days: Sequence[datetime], now: datetime) -> Closes:
    steady, book = monitor.assets.steady(monitor.settings.currency), monitor.book(now)
    found: dict[str, list[Decimal | None]] = {}
    for asset in assets:
        blocks = load_blocks(monitor.store.db, [asset], days[0] - 3 * _DAY)
        usable = {key: block for key, block in blocks.items() if monitor.prices.counts(key.currency)}
        closes = closes_at(usable, list(days))
        if asset in steady:
            closes = [one if one is not None else Decimal(1) for one in closes]
        closes[-1] = book[asset].value or closes[-1]
        found[asset] = closes
    return found


def performance(past: Past) -> Performance:
    """Return the returns and the risk of a past; days on which something held has no price are passed over."""

    def price(asset: str, number: int) -> Decimal | None:
        return past.closes[asset][number]

    values, flows, unpriced = _valued(past, price)
    known = [number for number, value in enumerate(values) if value is not None]
    if len(known) < 2:
        return Performance((), (), None, None, None, None, None, tuple(sorted(unpriced)))
    worths = [float(values[number] or ZERO) for number in known]
    put_in = [float(sum(flows[number:following], ZERO)) for number, following in pairwise(known)]
    dated = [(past.days[n].date(), -one) for n, one in zip(known[:-1], put_in, strict=True) if one]
    index = growth_index(worths, put_in)
    enough = len(known) > LEAST_DAYS
    return Performance(
        tuple(past.days[number].date() for number in known),
        tuple(worths),
        xirr([*dated, (past.days[known[-1]].date(), worths[-1])]),
        time_weighted(worths, put_in),
        drawdown(index) if index.size else None,
        volatility(index)[1] if enough else None,
        _tail(past),
        tuple(sorted(unpriced)),
    )


def _valued(past: Past, price: PriceAt) -> tuple[list[Decimal | None], list[Decimal], set[str]]:
    """Return the value at each day before what is put in on it, what is put in until the next, assets without price."""
    size = len(past.days)
    values: list[Decimal | None] = [ZERO] * size
    flows = [ZERO] * size
    unpriced: set[str] = set()

    def then(asset: str, at: datetime) -> Decimal | None:
        known = past.then.get((asset, at))
        return known if known is not None else price(asset, _day_of(at, past.days))

    def add(number: int, worth_then: Decimal | None, assets: Iterable[str]) -> None:
        before = values[number]
        values[number] = None if before is None or worth_then is None else before + worth_then
        if worth_then is None:
            unpriced.update(asset for asset in assets if price(asset, number) is None)

    for position in past.positions:
        for number, found in _position_values(position, past.days, price):
            add(number, found, assets_in(position))
        for at, money in _position_flows(position, then):
            flows[_day_of(at, past.days)] += money
    for loan in past.loans:
        for number, found, held in _loan_values(loan, past.days, price):
            add(number, found, held)
        for at, asset, units in _loan_flows(loan):
            flows[_day_of(at, past.days)] += units * (then(asset, at) or ZERO)
    return values, flows, unpriced


def _day_of(at: datetime, days: Sequence[datetime]) -> int:
    """Return the number of the last of `days` before `at`, whose value has yet to know of it; 0 for what is older."""
    return max(0, min(-((days[0] - at) // _DAY) - 1, len(days) - 2))


def _position_values(
    position: Position, days: Sequence[datetime], price: PriceAt
) -> Iterator[tuple[int, Decimal | None]]:
    numbers = [number for number, day in enumerate(days) if position.opened < day]
    open_ones = [n for n in numbers if position.closed is None or days[n] < position.closed]
    for number, earned in zip(open_ones, earned_at(position, [days[n] for n in open_ones]), strict=True):
        yield number, worth(position, earned, lambda asset, n=number: price(asset, n))  # type: ignore[misc]


def _position_flows(position: Position, then: PriceThen) -> Iterator[tuple[datetime, Decimal]]:
    """Yield (instant, money put in; negative: taken out) of a position, its opening and its closing included."""

    def money(at: datetime, units: Decimal, asset: str) -> tuple[datetime, Decimal]:
        return at, units * (then(asset, at) or ZERO)

    match position.details:
        case PerpetualDetails(margin=margin, currency=currency):
            yield money(position.opened, margin, currency)
        case PoolDetails(other=other):
            yield money(position.opened, position.amount, position.asset)
            yield money(position.opened, position.amount * position.details.entry, other)
        case _:
            yield money(position.opened, position.amount, position.asset)
    for flow in position.flows:
        yield money(flow.at, flow.amount, position.asset)
    closed = position.closed
    if closed is not None:
        (last,) = earned_at(position, [closed - timedelta(microseconds=1)])
        yield closed, -(worth(position, last, lambda asset: then(asset, closed)) or ZERO)


def _loan_values(
    loan: Loan, days: Sequence[datetime], price: PriceAt
) -> Iterator[tuple[int, Decimal | None, set[str]]]:
    opened = min(event.at for event in loan.events)
    numbers = [number for number, day in enumerate(days) if opened < day]
    for number, held in zip(numbers, replay_at(loan.events, [days[n] for n in numbers]), strict=True):
        legs = [*held.collateral.items(), *((asset, -owed.total) for asset, owed in held.debts.items())]
        total: Decimal | None = ZERO
        for asset, units in legs:
            worth_then = price(asset, number)
            total = None if worth_then is None or total is None else total + units * worth_then
        yield number, total, {asset for asset, _ in legs}


def _loan_flows(loan: Loan) -> Iterator[tuple[datetime, str, Decimal]]:
    """Yield (instant, asset, units put in; negative: taken out); a sale of the lender's is neither."""
    for event in in_order(loan.events):
        if event.kind is EventKind.CLOSE:
            (held,) = replay_at(loan.events, [event.at - timedelta(microseconds=1)])
            for asset, amount in held.collateral.items():
                yield event.at, asset, -amount
        elif event.amount is not None and event.kind in (*_IN, *_OUT):
            yield event.at, event.asset, event.amount if event.kind in _IN else -event.amount


def _tail(past: Past) -> TailRisk | None:
    """Return the one-day tail of what is held today at the closes of its history; None where it has too few."""
    units: dict[str, Decimal] = {}
    for position in past.positions:
        if position.closed is None:
            (now,) = earned_at(position, [past.days[-1]])
            units[position.asset] = units.get(position.asset, ZERO) + now.principal + now.interest
    for loan in past.loans:
        (held,) = replay_at(loan.events, [past.days[-1]])
        for asset, amount in held.collateral.items():
            units[asset] = units.get(asset, ZERO) + amount
        for asset, owed in held.debts.items():
            units[asset] = units.get(asset, ZERO) - owed.total
    rows = [closes for number in range(len(past.days)) if (closes := _row(past.closes, units, number)) is not None]
    series = value_of(rows, [float(amount) for amount in units.values()])
    if series.size <= LEAST_DAYS or bool((series <= 0).any()):
        return None
    return tail_risk(series, 1, CONFIDENCE)


def _row(closes: Closes, units: Mapping[str, Decimal], number: int) -> list[float] | None:
    found = [closes[asset][number] for asset in units]
    return None if None in found else [float(one) for one in found if one is not None]
