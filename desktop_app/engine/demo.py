"""The demonstration: an invented portfolio over invented prices, told from the moment it is opened.

The prices are drawn by a seeded random walk between fixed points; no real market is copied.
"""

import random
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise

from desktop_app.domain.earn.convention import Convention, Period
from desktop_app.domain.earn.position import (
    Basis,
    DualDetails,
    EarnTerms,
    Payout,
    PayoutTime,
    Position,
    PositionKind,
    RateStep,
)
from desktop_app.domain.earn.structured import DualKind
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.ledger import in_order
from desktop_app.domain.loans.ladder import Level, LevelKind, make_ladder
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.portfolio import Portfolio
from desktop_app.domain.prices.quote import Candle, Quote
from desktop_app.domain.reach import Reach
from desktop_app.engine import demo_parts
from desktop_app.engine.alert_commands import told
from desktop_app.engine.importing import import_portfolio
from desktop_app.engine.monitor import Monitor
from desktop_app.storage.outbox import due
from desktop_app.storage.prices import save_candles

SOURCE = "demonstration"
_HOUR = timedelta(hours=1)
_HOURS = 24 * 400
_RECENT_HOURS = 24 * 40
# (hours before now, price): the walk is pulled to these, so that the pictures tell a story.
_PATHS: dict[str, tuple[tuple[int, float], ...]] = {
    "BTC": (
        (_HOURS, 61000.0),
        (24 * 220, 83000.0),
        (24 * 90, 79500.0),
        (24 * 30, 76200.0),
        (24 * 16, 71000.0),
        (24 * 14, 52400.0),
        (24 * 12, 51900.0),
        (24 * 10, 58000.0),
        (24 * 4, 60600.0),
        (2, 58700.0),
        (0, 58600.0),
    ),
    "ETH": (
        (_HOURS, 2650.0),
        (24 * 200, 3900.0),
        (24 * 30, 3550.0),
        (24 * 14, 2750.0),
        (24 * 9, 3050.0),
        (0, 3125.0),
    ),
    "NEXO": ((_HOURS, 1.1), (24 * 120, 1.45), (24 * 14, 0.98), (0, 1.12)),
    "BAYC #4071": ((_HOURS, 41000.0), (24 * 150, 46000.0), (24 * 14, 36500.0), (0, 40900.0)),
}
_WOBBLE = {"BTC": 0.0035, "ETH": 0.0045, "NEXO": 0.006, "BAYC #4071": 0.006}
_LIVE = {"BTC": "57190", "ETH": "3125", "NEXO": "1.12", "BAYC #4071": "40900"}


def fill_with_demo(monitor: Monitor, now: datetime) -> None:
    """Put the demonstration into an empty monitor as of `now`, with one alert that has just rung."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    with monitor.store.write() as db:
        for asset in _PATHS:
            save_candles(db, _candles(asset, hour))
    monitor.reload()
    found = import_portfolio(monitor, demo_portfolio(hour), SOURCE, now).found
    waiting = due(monitor.store.db, monitor.channels, now) if monitor.channels else []
    told(monitor, [one.key for one in waiting if one.alert in found], now)
    seen = now - timedelta(seconds=12)
    monitor.accept([Quote(asset, "USD", Decimal(price), seen, SOURCE, now) for asset, price in _LIVE.items()], now)


def _candles(asset: str, end: datetime) -> list[Candle]:
    """Return daily candles of the older past and hourly ones of the last weeks."""
    random_walk = random.Random(asset)  # noqa: S311 - a picture, not a secret
    points = _PATHS[asset]
    level, found, before = 0.0, [], points[0][1]
    daily = range(_HOURS, _RECENT_HOURS, -24)
    for hours_ago, hours in [*((h, 24) for h in daily), *((h, 1) for h in range(_RECENT_HOURS, 0, -1))]:
        wobble = _WOBBLE[asset]
        level = level * (0.985 if hours == 1 else 0.7) + random_walk.gauss(0, wobble)
        close = _between(points, hours_ago - hours) * (1 + level * min(1.0, hours_ago / 24))
        high = max(before, close) * (1 + abs(random_walk.gauss(0, wobble / 2)))
        low = min(before, close) * (1 - abs(random_walk.gauss(0, wobble / 2)))
        opened = end - hours_ago * _HOUR
        prices = (_round(price) for price in (before, high, low, close))
        found.append(Candle(asset, "USD", SOURCE, hours * 3600, opened, *prices))
        before = close
    return found


def _between(points: tuple[tuple[int, float], ...], hours_ago: int) -> float:
    for (far, first), (near, second) in pairwise(points):
        if far >= hours_ago >= near:
            share = (far - hours_ago) / (far - near)
            return first + (second - first) * share
    return points[-1][1]


def _round(price: float) -> Decimal:
    return Decimal(str(round(price, 2 if price > 10 else 5)))


def demo_portfolio(now: datetime) -> Portfolio:
    """Return the invented portfolio, with dates told from `now`."""
    loans = (_credit_line(now), _margin(now), _nft(now))
    return Portfolio(
        demo_parts.platforms(now),
        loans,
        demo_parts.holdings(),
        (*_positions(now), *demo_parts.reserve_positions(now)),
        demo_parts.credit_lines(),
        demo_parts.DEPENDENCIES,
        demo_parts.reviews(now),
    )


def _terms(levels: tuple[tuple[LevelKind, str, str | None], ...], initial: str, interest: Convention) -> Terms:
    made = tuple(
        Level(kind.value, kind, Decimal(ltv), cure_hours=Decimal(hours) if hours else None)
        for kind, ltv, hours in levels
    )
    ladder = make_ladder(made, Decimal(initial), Decimal(initial))
    return Terms(ladder, interest=interest, source=demo_parts.INVENTED, as_of="2026-11-21")


def _loan(loan_id: str, name: str, platform: str, events: list[Event]) -> Loan:
    named = [
        Event(f"{loan_id}:{index}", e.at.astimezone(UTC), e.kind, e.asset, e.amount, e.rate, e.terms, note=e.note)
        for index, e in enumerate(events)
    ]
    return Loan(loan_id, name, platform, in_order(named))


def _credit_line(now: datetime) -> Loan:
    warning, call, sale = LevelKind.EARLY_WARNING, LevelKind.MARGIN_CALL, LevelKind.LIQUIDATION
    terms = _terms(((warning, "0.60", None), (call, "0.714", None), (sale, "0.833", None)), "0.5", Convention())
    opened = now - timedelta(days=215)
    return _loan(
        "btc-credit-line",
        "BTC credit line",
        "nexo",
        [
            Event("", opened, EventKind.OPEN, terms=terms),
            Event("", opened, EventKind.ADD_COLLATERAL, "BTC", Decimal("1.05")),
            Event("", opened, EventKind.DRAW, "USDT", Decimal(34400), Decimal("0.109")),
            Event("", now - timedelta(days=64), EventKind.DRAW, "USDT", Decimal(5240), note="second draw"),
            Event("", now - timedelta(days=12, hours=20), EventKind.ADD_COLLATERAL, "BTC", Decimal("0.15")),
        ],
    )


def _margin(now: datetime) -> Loan:
    warning, call, sale = LevelKind.EARLY_WARNING, LevelKind.MARGIN_CALL, LevelKind.LIQUIDATION
    interest = Convention(period=Period.HOUR, zone="UTC+8")
    terms = _terms(((warning, "0.65", None), (call, "0.78", "6"), (sale, "0.90", None)), "0.5", interest)
    opened = now - timedelta(days=122)
    return _loan(
        "eth-margin",
        "ETH margin",
        "okx",
        [
            Event("", opened, EventKind.OPEN, terms=terms),
            Event("", opened, EventKind.ADD_COLLATERAL, "ETH", Decimal("9.5")),
            Event("", opened, EventKind.DRAW, "USDT", Decimal(10950), Decimal("0.123")),
        ],
    )


def _nft(now: datetime) -> Loan:
    warning, call, sale = LevelKind.EARLY_WARNING, LevelKind.MARGIN_CALL, LevelKind.LIQUIDATION
    terms = _terms(((warning, "0.50", None), (call, "0.60", "24"), (sale, "0.75", None)), "0.4", Convention())
    opened = now - timedelta(days=47)
    return _loan(
        "bayc-4071",
        "BAYC #4071",
        "nftfi",
        [
            Event("", opened, EventKind.OPEN, terms=terms),
            Event("", opened, EventKind.ADD_COLLATERAL, "BAYC #4071", Decimal(1)),
            Event("", opened, EventKind.DRAW, "USDT", Decimal(13200), Decimal("0.182")),
        ],
    )


def _positions(now: datetime) -> tuple[Position, ...]:
    opened = now - timedelta(days=75)
    interest = Convention(period=Period.DAY, compounding=True)
    savings = Position(
        "usdt-savings",
        "USDT savings",
        "okx",
        PositionKind.SAVINGS,
        "USDT",
        Decimal(7950),
        opened,
        (RateStep(opened, Decimal("0.08")),),
        EarnTerms(
            Basis.APR,
            interest,
            payout=PayoutTime(time(5, 0), "UTC", 24),
            source=demo_parts.INVENTED,
            as_of="2026-11-21",
        ),
        payouts=(Payout(now - timedelta(days=40), "USDT", Decimal("51.2")),),
        reserve=True,
        reach_hours=Decimal(1),
        reach=Reach(fee=Decimal(1), per_day=Decimal(5000)),
    )
    ends = (now + timedelta(days=9)).date()
    details = DualDetails(DualKind.SELL_HIGH, "USDT", Decimal(62000), Decimal("0.011"), ends)
    begun = now - timedelta(days=5)
    dual = Position(
        "btc-dual", "BTC sell high", "nexo", PositionKind.DUAL, "BTC", Decimal("0.1"), begun, details=details
    )
    return savings, dual
