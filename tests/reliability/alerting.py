"""One loan with a ladder, prices that two sources agree on, and what a killed process does with them."""

from datetime import datetime, timedelta
from decimal import Decimal
from multiprocessing.connection import Connection
from pathlib import Path

from builders import utc

from desktop_app.domain.alerts.record import LADDER
from desktop_app.domain.alerts.rule import RuleKind
from desktop_app.domain.alerts.state import WatchState
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.loans.ladder import Level, LevelKind, make_ladder
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.platforms import Platform
from desktop_app.domain.prices.quote import Quote
from desktop_app.engine import alert_commands
from desktop_app.engine.monitor import Monitor
from desktop_app.storage import loans as loan_rows
from desktop_app.storage import outbox
from desktop_app.storage.rows import milliseconds
from desktop_app.storage.store import Store

START = utc("2026-11-21 12:00")
LEVELS = (
    Level("warning", LevelKind.EARLY_WARNING, Decimal("0.6")),
    Level("call", LevelKind.MARGIN_CALL, Decimal("0.7")),
    Level("sale", LevelKind.LIQUIDATION, Decimal("0.8")),
)
# One BTC against 500 USD: warning at 833.3, call at 714.3, sale at 625.
SAFE, WARNING, CALL, SALE = "1000", "800", "700", "600"


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def add_loans(store: Store, count: int = 1) -> None:
    opened = START - timedelta(days=9)
    with store.write() as db:
        loan_rows.save_platform(db, Platform("bank", "Bank"))
        for number in range(count):
            name = f"loan {number}"
            events = (
                Event(f"{name} open", opened, EventKind.OPEN, terms=Terms(make_ladder(LEVELS))),
                Event(f"{name} pledge", opened, EventKind.ADD_COLLATERAL, "BTC", Decimal(1)),
                Event(f"{name} draw", opened, EventKind.DRAW, "USD", Decimal(500)),
            )
            loan_rows.save_loan(db, Loan(name, name.title(), "bank", events), milliseconds(START))


def price(monitor: Monitor, value: str, seconds: float) -> list[str]:
    """Let two sources agree on a price; return the levels that ring."""
    now = at(seconds)
    rung = monitor.accept([Quote("BTC", "USD", Decimal(value), now, name, now) for name in ("a", "b")], now)
    return [alert.level for alert in rung if alert.rule is RuleKind.LTV_LEVEL]


def pass_time(monitor: Monitor, value: str, first: float, last: float, step: float = 15) -> list[str]:
    """Let a price stay for a while, polled each minute and ticked in between; return the levels that ring."""
    rung = []
    seconds = first
    while seconds < last:
        seconds += step
        if seconds // 60 != (seconds - step) // 60:
            rung += price(monitor, value, seconds)
        else:
            rung += [one.level for one in monitor.tick(at(seconds)) if one.rule is RuleKind.LTV_LEVEL]
    return rung


def tell(monitor: Monitor, channel: str, seconds: float) -> list[tuple[str, int]]:
    """Let a channel tell what is due of the ladder; return the levels and rings."""
    due = outbox.due(monitor.store.db, [channel], at(seconds))
    alert_commands.told(monitor, [one.key for one in due], at(seconds))
    return [(one.alert.level, one.ring) for one in due if one.alert.rule is RuleKind.LTV_LEVEL]


def states(monitor: Monitor) -> dict[str, WatchState]:
    return {key[2]: state for key, state in monitor.alarms.states.items() if key[0] == LADDER and key[1] == "loan 0"}


def alert_of(monitor: Monitor, level: str) -> str:
    return states(monitor)[level].alert_id


def cross_until_killed(pipe: Connection, path: Path, minute: int) -> None:
    """Cross levels up and down, tell what is due as a window does: first shown, then recorded as told."""
    with Store.open(path) as store:
        monitor = Monitor(store)
        pipe.send(("begin", ""))
        for number in range(200):
            value = (WARNING, SALE, SAFE)[number % 3]
            now = minute * 60 + number / 100
            pipe.send(("price", value))
            price(monitor, value, now)
            pipe.send(("accepted", value))
            due = outbox.due(store.db, ["window"], at(now))
            for one in due:
                pipe.send(("shown", one.key))
            alert_commands.told(monitor, [one.key for one in due], at(now))
            pipe.send(("told", ""))
