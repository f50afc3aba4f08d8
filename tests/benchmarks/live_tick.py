"""One price comes in: 10,000 loans, 30,000 legs, 50 assets, 1,000 rules; what it costs until every alert is kept.

Use: `python tests/benchmarks/live_tick.py [RUNS]`. Beside it, in turn: the LTV of every loan in Decimal, and in
numpy. Targets: one asset moving costs at most 0.25 of Decimal over everything; from the price to the popup's telling
at most 200 ms (p99). The store lies on the disk and is synced as in the program.
"""

import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median, quantiles

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desktop_app.domain.alerts.rule import Rule, RuleKind, Severity
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.loans.ladder import Level, LevelKind, make_ladder
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.platforms import Platform
from desktop_app.domain.prices.quote import Quote
from desktop_app.engine.monitor import Monitor
from desktop_app.storage import outbox
from desktop_app.storage.loans import save_loan, save_platform
from desktop_app.storage.rows import milliseconds
from desktop_app.storage.rules import save_rule
from desktop_app.storage.store import Store

LOANS, ASSETS, RULES = 10_000, 50, 1_000
START = datetime(2026, 1, 1, tzinfo=UTC)
LEVELS = (("warning", LevelKind.EARLY_WARNING, "0.65"), ("call", LevelKind.MARGIN_CALL, "0.75"))
TERMS = Terms(make_ladder(tuple(Level(key, kind, Decimal(ltv)) for key, kind, ltv in LEVELS)))
NAMES = [f"A{number}" for number in range(ASSETS)]


def loan(number: int) -> Loan:
    """Return a loan of two collaterals and one debt, at an LTV of 50 % while every asset costs 100."""
    one, other = NAMES[number % ASSETS], NAMES[(number * 7 + 3) % ASSETS]
    events = (
        Event(f"{number}:open", START, EventKind.OPEN, terms=TERMS),
        Event(f"{number}:a", START, EventKind.ADD_COLLATERAL, one, Decimal(2)),
        Event(f"{number}:b", START, EventKind.ADD_COLLATERAL, other, Decimal(2)),
        Event(f"{number}:c", START, EventKind.DRAW, "USD", Decimal(200), Decimal("0.1")),
    )
    return Loan(f"loan{number}", f"Loan {number}", "bank", events)


def fill(store: Store) -> Monitor:
    """Put everything into the store and give every asset a first price."""
    with store.write() as db:
        save_platform(db, Platform("bank", "Bank"))
        for number in range(LOANS):
            save_loan(db, loan(number), milliseconds(START))
        for number in range(RULES):
            kind, limit = (RuleKind.PRICE_ABOVE, "500") if number % 2 else (RuleKind.PRICE_BELOW, "5")
            rule = Rule(f"rule{number}", kind, Decimal(limit), Severity.WARNING, NAMES[number % ASSETS])
            save_rule(db, rule)
    monitor = Monitor(store)
    now = START + timedelta(days=10)
    for price in ("100", "100.01"):  # the second round finds every level's state known
        now += timedelta(seconds=30)
        monitor.accept([Quote(name, "USD", Decimal(price), now, source, now) for name in NAMES for source in "ab"], now)
    monitor.tick(now)
    return monitor


def timed(work, *arguments) -> float:
    """Return the milliseconds that `work` takes."""
    begun = time.perf_counter()
    work(*arguments)
    return (time.perf_counter() - begun) * 1000


def spread(name: str, times: list[float], base: float) -> str:
    """Return a line with median, least, p99 and the ratio to `base`."""
    ordered = sorted(times)
    high = quantiles(ordered, n=100)[98] if len(ordered) > 2 else ordered[-1]
    return (
        f"{name:<44} median {median(times):8.2f} ms  (least {ordered[0]:.2f}, p99 {high:.2f}), "
        f"{median(times) / base:.3f} of Decimal over everything"
    )


def main() -> None:
    """Print the figures."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    folder = tempfile.TemporaryDirectory()
    store = Store.open(Path(folder.name) / "plimsoll.db")
    monitor = fill(store)
    now = START + timedelta(days=10, minutes=2)
    held = [
        ([(monitor_event.asset, monitor_event.amount) for monitor_event in one.events[1:3]], one.events[3].amount)
        for one in monitor.portfolio.loans
    ]
    prices = dict.fromkeys(NAMES, Decimal("100.01"))
    owner = np.repeat(np.arange(LOANS), 2)
    asset = np.array([NAMES.index(name) for legs, _ in held for name, _ in legs])
    quantity = np.array([float(amount) for legs, _ in held for _, amount in legs])
    debt = np.array([float(owed) for _, owed in held])

    def everything() -> list[Decimal]:
        return [owed / sum(amount * prices[name] for name, amount in legs) for legs, owed in held]

    def arrays() -> np.ndarray:
        marks = np.array([float(prices[name]) for name in NAMES])
        return debt / np.bincount(owner, quantity * marks[asset], LOANS)

    ours, alone, decimals, floats, told = [], [], [], [], []
    for number in range(runs):
        now += timedelta(seconds=1)
        name = NAMES[number % ASSETS]
        price = Decimal(100) + Decimal(number % 7) / 10
        words = [Quote(name, "USD", price, now, source, now) for source in "ab"]
        ours.append(timed(monitor.accept, words, now))
        alone.append(timed(monitor._moved, {name}, monitor.alarms.book(now), now))
        decimals.append(timed(everything))
        floats.append(timed(arrays))
    for number in range(max(5, runs // 6)):
        # A fall that rings several hundred loans at once, and the rise that lets them ring again.
        name = NAMES[number % ASSETS]
        for price in ("40", "100"):
            now += timedelta(seconds=5)
            words = [Quote(name, "USD", Decimal(price), now, source, now) for source in "ab"]
            begun = time.perf_counter()
            rung = monitor.accept(words, now)
            due = outbox.due(store.db, ["window"], now)
            if rung:
                told.append((time.perf_counter() - begun) * 1000)
            with store.write() as db:
                outbox.delivered(db, [one.key for one in due], now)
    base = median(decimals)
    print(f"{LOANS} loans, {len(asset) + LOANS} legs, {ASSETS} assets, {RULES} rules, {runs} runs")
    print(spread("Decimal over everything", decimals, base))
    print(spread("numpy over everything", floats, base))
    print(spread("one asset: the loans that hold it, judged", alone, base), "(target 0.25)")
    print(spread("one asset: price to commit on the disk", ours, base))
    print(spread(f"price to telling, {len(told)} falls that ring", told, base), "(target p99 200 ms)")
    store.close()
    folder.cleanup()


if __name__ == "__main__":
    main()
