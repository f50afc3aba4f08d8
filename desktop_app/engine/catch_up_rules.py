"""A person's own rules about prices and loans, judged by the candles of the gaps in which nobody looked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import uuid4

from desktop_app.domain.alerts.evaluate import Crossing
from desktop_app.domain.alerts.reading import rule_reading
from desktop_app.domain.alerts.record import AlertRecord
from desktop_app.domain.alerts.rule import Rule, RuleKind
from desktop_app.domain.alerts.state import AlertState
from desktop_app.domain.events import Event
from desktop_app.domain.loans.ladder import Ladder, Level, LevelKind
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.money import ONE, ZERO
from desktop_app.domain.prices.quote import Candle
from desktop_app.engine.gaps import gaps_of, gaps_of_all
from desktop_app.engine.history import loan_blocks
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.past import past_of
from desktop_app.storage import alerts as alert_rows
from desktop_app.storage.candles import load_candles
from desktop_app.storage.rows import milliseconds

PRICE_RULES = (RuleKind.PRICE_ABOVE, RuleKind.PRICE_BELOW, RuleKind.PRICE_MOVED)
LOAN_RULES = (RuleKind.LTV_ABOVE, RuleKind.HEADROOM)
LONGEST_WINDOW = 2880


@dataclass(frozen=True, slots=True)
class Rung:
    """When a rule would have rung, with the value and the price behind it."""

    at: datetime
    value: Decimal | None
    price_asset: str
    price: Decimal | None


def catch_up_prices(monitor: Monitor, asset: str, now: datetime) -> list[AlertRecord]:
    """Judge a person's rules about a price by the candles of the gaps; keep and return what would have rung."""
    rules = [rule for rule in monitor.alarms.rules.values() if rule.kind in PRICE_RULES and rule.holds(now)]
    found: list[AlertRecord] = []
    for rule in (rule for rule in rules if rule.covers(asset)):
        for first, last in gaps_of(monitor.store.db, asset, now):
            candles = load_candles(monitor.store.db, [asset], first, last)[asset]
            usable = [one for one in candles if one.opened >= first and monitor.prices.counts(one.currency)]
            rung = first_ring(rule, usable)
            if rung is not None:
                found += _keep_late(monitor, rule, asset, asset, rung, now)
    return found


def first_ring(rule: Rule, candles: Sequence[Candle]) -> Rung | None:
    """Return when the extremes of candles (by close) first reach a rule, or hold it for its time; None: never.

    Where a rule must hold, each of the shortest candles has to reach it: what could have rung counts as rung.
    """
    bound = rule.bound()
    shortest = min((one.period_s for one in candles), default=0)
    if rule.for_s:
        candles = [one for one in candles if one.period_s == shortest]
    begun: datetime | None = None
    until: datetime | None = None
    for number, candle in enumerate(candles):
        value, price = _extreme(rule, candles, number)
        if bound.reached(value):
            begun, until = begun or candle.opened, candle.closed
            if candle.closed - begun >= timedelta(seconds=rule.for_s) - timedelta(milliseconds=1):
                return Rung(candle.closed, value, candle.asset, price)
        elif until is None or candle.opened > until:  # one of another source may still tell of the same minute
            begun = None
    return None


def _extreme(rule: Rule, candles: Sequence[Candle], number: int) -> tuple[Decimal, Decimal]:
    """Return the worst value and price of a rule within the candle `number`."""
    candle = candles[number]
    price = candle.high if rule.kind is RuleKind.PRICE_ABOVE else candle.low
    if rule.kind is not RuleKind.PRICE_MOVED:
        return price, price
    since = candle.opened - timedelta(seconds=rule.window_s)
    window = [one for one in candles[max(0, number - LONGEST_WINDOW) : number + 1] if one.opened >= since]
    high, low = max(one.high for one in window), min(one.low for one in window)
    return max(ONE - candle.low / high, candle.high / low - ONE), price


def catch_up_loan_rules(monitor: Monitor, loan: Loan, now: datetime) -> list[AlertRecord]:
    """Judge a person's rules about the depth of a loan by the lows of the gaps; keep and return what rings late."""
    rules = [rule for rule in monitor.alarms.rules.values() if rule.kind in LOAN_RULES and rule.holds(now)]
    rules = [rule for rule in rules if rule.covers(loan.id) and (rule.limit < 1 or rule.above)]
    steady = monitor.assets.steady(monitor.settings.currency)
    moving = sorted({event.asset for event in loan.events if event.asset} - steady)
    gaps = gaps_of_all(monitor.store.db, moving, now) if rules else []
    if not gaps:
        return []
    blocks = loan_blocks(monitor.store.db, loan, monitor.prices)
    found: list[AlertRecord] = []
    for rule in rules:
        past = past_of(judged_by(rule, loan.events), blocks, steady, rule.hysteresis, gaps)
        for crossing in past.crossings:
            lasted = (crossing.until or past.last or crossing.at) - crossing.at
            missed = any(first <= milliseconds(crossing.at) < last for first, last in gaps)
            if missed and lasted >= timedelta(seconds=rule.for_s):
                rung = Rung(crossing.at, _value(rule, crossing), crossing.price_asset, crossing.price)
                found += _keep_late(monitor, rule, loan.id, loan.name, rung, now)
    return found


def judged_by(rule: Rule, events: Sequence[Event]) -> list[Event]:
    """Return a loan's events with ladders that have one level: where `rule` is reached.

    A headroom x before a level L is used up at LTV = L·(1 - x) when all collateral falls alike; where part of
    it stands still that is early, never late.
    """

    def ladder(old: Ladder) -> Ladder:
        if rule.kind is RuleKind.LTV_ABOVE:
            return _one_level(rule.limit)
        grave = [level for level in old.levels if level.kind is not LevelKind.EARLY_WARNING]
        nearest = min(ltv for level in grave or old.levels for ltv in (level.ltv, *dict(level.by_asset).values()))
        return _one_level(nearest * (ONE - rule.limit))

    return [
        replace(event, terms=replace(event.terms, ladder=ladder(event.terms.ladder))) if event.terms else event
        for event in events
    ]


def _one_level(ltv: Decimal) -> Ladder:
    return Ladder((Level("own", LevelKind.MARGIN_CALL, ltv),))


def _value(rule: Rule, crossing: Crossing) -> Decimal | None:
    """Return what a rule looks at where its level was crossed; None: endless, there was no collateral."""
    if rule.kind is RuleKind.LTV_ABOVE or crossing.ltv is None:
        return crossing.ltv
    return max(ZERO, ONE - (ONE - rule.limit) * crossing.ltv / crossing.level.ltv)


def _keep_late(monitor: Monitor, rule: Rule, subject: str, name: str, rung: Rung, now: datetime) -> list[AlertRecord]:
    state = monitor.alarms.states.get((rule.id, subject, ""))
    if state is not None and state.latched:
        return []
    reading = rule_reading(rule, subject, name, rung.value, rung.at, price_asset=rung.price_asset, price=rung.price)
    record = replace(reading.record(uuid4().hex), late=True, state=AlertState.RESOLVED)
    with monitor.write() as db:
        known = alert_rows.alerts_of(db, subject, rule.id)
        if any(alert.at == rung.at or (alert.late and alert.at.date() == rung.at.date()) for alert in known):
            return []
        if not alert_rows.save_alert(db, record):
            return []
        monitor.alarms.queue(db, record, now, quiet=rule.quiet)
    return [record]
