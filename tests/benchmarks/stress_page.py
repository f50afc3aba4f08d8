"""The whole stress page: 10 scenarios, replays and a spiral among them, over 500 loans of 20 assets.

Use: `python tests/benchmarks/stress_page.py [RUNS]`. Target: 200 ms. Beside it, in turn: the same falls of the same
loans in Decimal, one common move each and nothing else.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import sys
import threading
import time
from datetime import UTC, datetime
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication, QMetaObject, Qt, QTimer

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.loans.ladder import Level, LevelKind, make_ladder
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.loans.valuation import moved
from desktop_app.domain.platforms import Holding, Platform
from desktop_app.domain.portfolio import Portfolio
from desktop_app.domain.prices.book import plain_book
from desktop_app.domain.risk.shock import Scenario, Spread
from desktop_app.engine.assemble import Inputs, assemble
from desktop_app.engine.resources import known_assets
from desktop_app.engine.scenarios import stress_test
from desktop_app.engine.settings import Settings
from desktop_app.engine.snapshot import Snapshot

LOANS = 500
NOW = datetime(2026, 11, 21, tzinfo=UTC)
NAMES = ["BTC", "ETH", "SOL", "BNB", "XRP", "ADA", "AVAX", "LINK", "DOT", "LTC", *(f"A{n}" for n in range(10))]
KINDS = (
    ("warning", LevelKind.EARLY_WARNING, "0.65"),
    ("call", LevelKind.MARGIN_CALL, "0.75"),
    ("sale", LevelKind.LIQUIDATION, "0.85"),
)
LEVELS = tuple(Level(key, kind, Decimal(ltv), cure_hours=Decimal(24)) for key, kind, ltv in KINDS)
TERMS = Terms(make_ladder(LEVELS, Decimal("0.5"), Decimal("0.5")))
SCENARIOS = (
    *(Scenario(f"all-{fall}", rest=Decimal(-fall) / 100, depth=None) for fall in (20, 40, 60)),
    Scenario("beta", rest=Decimal("-0.5"), spread=Spread.BETA),
    Scenario("correlated", moves=(("ETH", Decimal("-0.5")),), spread=Spread.CORRELATED),
    Scenario("spiral", rest=Decimal("-0.3"), depth=Decimal(200_000), fee=Decimal("0.02")),
    *(Scenario(one, episode=one) for one in ("2020-03-12", "2021-05-19", "2022-05", "2022-11")),
)


def snapshot() -> Snapshot:
    """Return 500 loans of two collaterals each, at LTVs of 40 to 60 %, and a reserve."""
    loans = []
    for number in range(LOANS):
        pledged = [NAMES[number % 20], NAMES[(number * 7 + 3) % 20]]
        debt = Decimal(400 + number % 201) / 1000 * 400
        events = [
            Event(f"{number}:open", NOW, EventKind.OPEN, terms=TERMS),
            Event(f"{number}:a", NOW, EventKind.ADD_COLLATERAL, pledged[0], Decimal(2)),
            Event(f"{number}:b", NOW, EventKind.ADD_COLLATERAL, pledged[1], Decimal(2)),
            Event(f"{number}:c", NOW, EventKind.DRAW, "USDT", debt, Decimal("0.1")),
        ]
        loans.append(Loan(f"loan{number}", f"Loan {number}", "bank", tuple(events)))
    book = plain_book({**dict.fromkeys(NAMES, Decimal(100)), "USDT": Decimal(1)})
    holding = Holding("h", "bank", "USDT", Decimal(20_000), reserve=True, reach_hours=Decimal(2))
    portfolio = Portfolio((Platform("bank", "Bank"),), tuple(loans), (holding,))
    return assemble(Inputs(portfolio, book, {}, (), Settings(), known_assets()), NOW)


def longest_gap(shown: Snapshot, runs: int) -> float:
    """Return the longest time (ms) between two turns of an event loop while the page is computed beside it."""
    app = QCoreApplication.instance() or QCoreApplication([])
    turns: list[float] = []
    timer = QTimer()
    timer.setInterval(0)
    timer.timeout.connect(lambda: turns.append(time.perf_counter()))
    timer.start()

    def work() -> None:
        for _ in range(runs):
            stress_test(shown, SCENARIOS)
        QMetaObject.invokeMethod(app, "quit", Qt.ConnectionType.QueuedConnection)

    thread = threading.Thread(target=work)
    QTimer.singleShot(50, thread.start)
    app.exec()
    thread.join()
    return max(after - before for before, after in pairwise(turns)) * 1000


def main() -> None:
    """Print the figures."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    shown = snapshot()
    valued = [view.valuation for view in shown.open_loans if view.valuation is not None]
    moves = [{"": Decimal(-fall) / 100} for fall in range(5, 55, 5)]
    ours, plain = [], []
    stress_test(shown, SCENARIOS)
    for _ in range(runs):
        begun = time.perf_counter()
        found = stress_test(shown, SCENARIOS)
        ours.append((time.perf_counter() - begun) * 1000)
        begun = time.perf_counter()
        for move in moves:
            for valuation in valued:
                moved(valuation, move)
        plain.append((time.perf_counter() - begun) * 1000)
    print(f"{len(SCENARIOS)} scenarios x {LOANS} loans, {sum(one.sales for one in found.scenarios)} sales, {runs} runs")
    print(f"the whole page        median {median(ours):6.1f} ms ({min(ours):.1f} to {max(ours):.1f}), target 200 ms")
    print(f"longest gap of an event loop beside it {longest_gap(shown, 5):6.1f} ms, target 50 ms")
    print(f"10 moves in Decimal   median {median(plain):6.1f} ms, the page is {median(ours) / median(plain):.2f} of it")


if __name__ == "__main__":
    main()
