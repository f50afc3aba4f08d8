"""Valuing many loans and replaying many events, on one core, each median over several runs.

Use: `python tests/benchmarks/loans.py [RUNS]`. Targets: 500 loans of 4 legs in at most 5 ms; one loan with 10,000
events in at most 50 ms. A plain multiplication of as many Decimals runs beside them, for the ratio.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.ledger import replay
from desktop_app.domain.loans.ladder import Level, LevelKind, make_ladder
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.loans.valuation import value_loan
from desktop_app.domain.prices.book import plain_book

START = datetime(2024, 1, 1, tzinfo=UTC)
LEVELS = (("warning", LevelKind.EARLY_WARNING, "0.65"), ("call", LevelKind.MARGIN_CALL, "0.75"))
TERMS = Terms(make_ladder(tuple(Level(key, kind, Decimal(ltv)) for key, kind, ltv in LEVELS)))
PRICES = {"BTC": Decimal("61234.56"), "ETH": Decimal("3123.45"), "USDT": Decimal("1.0001"), "USDC": Decimal("0.9998")}


def opening(number: int) -> list[Event]:
    """Return the opening of a loan of two collaterals and two debts."""
    extra = Decimal(number)
    pledged = [Event(a, START, EventKind.ADD_COLLATERAL, a, Decimal("1.2345") + extra) for a in ("BTC", "ETH")]
    owed = [Event(a, START, EventKind.DRAW, a, Decimal("12345.67") + extra, Decimal("0.1")) for a in ("USDT", "USDC")]
    return [Event("open", START, EventKind.OPEN, terms=TERMS), *pledged, *owed]


def many_events(count: int, step: timedelta) -> list[Event]:
    """Return a loan with `count` events, one every `step`."""
    events = opening(0)
    for number in range(count - len(events)):
        kind, asset = (EventKind.ADD_COLLATERAL, "BTC") if number % 2 else (EventKind.REPAY, "USDT")
        events.append(Event(f"e{number}", START + (number + 1) * step, kind, asset, Decimal("0.01")))
    return events


def milliseconds(work: Callable[[], object], runs: int) -> tuple[float, float, float]:
    """Return median, least and most milliseconds of `work` after one warm-up."""
    work()
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * 1000)
    return median(times), min(times), max(times)


def main() -> None:
    """Print the figures."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    balances = [replay(opening(number), START + timedelta(days=100)) for number in range(500)]
    book = plain_book(PRICES)
    pairs = [(q, PRICES[a]) for held in balances for a, q in held.collateral.items()] * 2
    bare = milliseconds(lambda: [quantity * price for quantity, price in pairs], runs)
    for name, work, target in (
        ("value 500 loans of 4 legs", lambda: [value_loan(held, book) for held in balances], 5),
        ("replay 10,000 hourly events", _replay(many_events(10_000, timedelta(hours=1))), 50),
        ("replay 10,000 daily events", _replay(many_events(10_000, timedelta(days=1))), 50),
    ):
        middle, least, most = milliseconds(work, runs)
        print(
            f"{name:<30} median {middle:6.2f} ms  ({least:.2f} to {most:.2f}), target {target} ms, "
            f"{middle / bare[0]:.0f} x {len(pairs)} bare products"
        )


def _replay(events: list[Event]) -> Callable[[], object]:
    end = max(event.at for event in events)
    return lambda: replay(events, end)


if __name__ == "__main__":
    main()
