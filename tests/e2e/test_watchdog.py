"""The window comes round to a person while it imports, fetches history and simulates: a watchdog on its event loop.

What the machine itself holds up counts apart: a process that only sleeps is watched in the same way beside the window.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from bad_sources import Gaps
from PySide6.QtWidgets import QFileDialog, QLineEdit, QTableView, QTabWidget
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from desktop_app.domain.loans.ladder import Ladder, Level, LevelKind
from desktop_app.domain.loans.terms import Terms
from desktop_app.engine import commands
from desktop_app.engine.commands import LoanForm
from desktop_app.engine.service import Service, utc_now
from desktop_app.ui.dialogs.import_job import Stage
from desktop_app.ui.dialogs.importing import ImportDialog

LONGEST_MS = 50
HOUR_MS = 3_600_000
SLEEPER = """
import select, sys, time
longest, last = 0.0, time.perf_counter()
while not select.select([sys.stdin], [], [], 0.005)[0]:
    now = time.perf_counter()
    longest, last = max(longest, now - last), now
print(longest * 1000)
"""


@contextmanager
def watched(what: str) -> Iterator[None]:
    """Fail where the event loop stayed away longer than allowed, beyond what the machine held up anyway."""
    sleeper = subprocess.Popen(
        [sys.executable, "-c", SLEEPER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    gaps = Gaps()
    try:
        yield
    finally:
        gaps.stop()
        machine, _ = sleeper.communicate("\n")
    print(f"{what}: longest gap {gaps.longest_ms:.0f} ms, of the machine {float(machine):.0f} ms")  # noqa: T201
    assert gaps.longest_ms <= LONGEST_MS + float(machine)


def klines(request: Request) -> Response:
    """Answer as the exchange does: hours from `startTime` to `endTime`, no more than `limit`."""
    first, last, most = (int(request.args[name]) for name in ("startTime", "endTime", "limit"))
    begins = range(-(-first // HOUR_MS) * HOUR_MS, last + 1, HOUR_MS)[:most]
    rows = [[at, "60000", "60500", "59500", "60100", "1", at + HOUR_MS - 1, "1", 1, "1", "1", "0"] for at in begins]
    return Response(json.dumps(rows), content_type="application/json")


def tickers(request: Request) -> Response:
    """Answer with the same price for every pair that is asked for, told now."""
    now = int(utc_now().timestamp() * 1000)
    told = [
        {"symbol": name, "lastPrice": "60100" if name.startswith("BTC") else "1", "closeTime": now}
        for name in json.loads(request.args["symbols"])
    ]
    return Response(json.dumps(told), content_type="application/json")


def add_old_loan(monitor, base: str) -> None:
    """Keep a loan of 400 days, whose hours are yet to be fetched from the one source at `base`."""
    now = utc_now()
    ladder = Ladder((Level("call", LevelKind.MARGIN_CALL, Decimal("0.8")),))
    legs = (("BTC", Decimal(1)),), (("USDT", Decimal(20000), Decimal("0.1")),)
    form = LoanForm("Old loan", "bank", "Bank", now - timedelta(days=400), *legs, Terms(ladder))
    for name, value in (("sources", ("binance",)), ("source_bases", {"binance": base}), ("backfill", False)):
        commands.change_setting(monitor, name, value)
    commands.add_loan(monitor, form, now)


@pytest.mark.slow
def test_the_window_comes_round_while_history_is_fetched(open_desk, httpserver: HTTPServer):
    httpserver.expect_request("/api/v3/klines").respond_with_handler(klines)
    httpserver.expect_request("/api/v3/ticker/24hr").respond_with_handler(tickers)
    base = httpserver.url_for("").rstrip("/")

    def prepare(service: Service) -> None:
        service.run(lambda monitor, _: add_old_loan(monitor, base)).result()

    desk = open_desk(polling=True, prepare=prepare)
    desk.wait_until(lambda: desk.snapshot.loans and desk.snapshot.loans[0].valuation.known)
    desk.bot.wait(1000)
    with watched("back-fill"):
        desk.main.service.run(lambda monitor, _: commands.change_setting(monitor, "backfill", True)).result()
        desk.main.service.poll_now()
        desk.bot.waitUntil(lambda: [one.state for one in desk.snapshot.backfills] == ["done"], timeout=120000)


@pytest.mark.slow
def test_the_window_comes_round_while_a_file_is_imported(open_desk, tmp_path: Path):
    desk = open_desk(demo=True)
    path = tmp_path / "BTCUSDT.csv"
    day = utc_now().replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=300)
    prices = (60000 + n % 997 for n in range(300_000))
    rows = (f"{day + timedelta(minutes=n):%Y-%m-%d %H:%M:%S},{p},{p},{p},{p}" for n, p in enumerate(prices))
    path.write_text("date,open,high,low,close\n" + "\n".join(rows) + "\n", encoding="utf-8")
    desk.choose("Add position", "Import files…")
    desk.shell.findChildren(QFileDialog)[-1].findChild(QLineEdit).setText(str(path))
    desk.bot.wait(500)
    desk.click("Open")
    desk.wait_until(lambda: [one for one in desk.shell.findChildren(ImportDialog) if one.isVisible()])
    dialog = desk.shell.findChildren(ImportDialog)[0]
    with watched("import"):
        desk.bot.waitUntil(lambda: dialog.job.stage is Stage.READY and dialog.save.isEnabled(), timeout=120000)
        dialog.save.click()
        desk.bot.waitUntil(lambda: dialog.job.stage is Stage.DONE, timeout=120000)
    desk.click("Done")


@pytest.mark.slow
def test_the_window_comes_round_while_futures_are_simulated(open_desk):
    desk = open_desk(demo=True)
    desk.main.window.open_page("stress")
    tabs = desk.seen(QTabWidget, "Parts of the stress test")
    tabs.setCurrentIndex([tabs.tabText(number) for number in range(tabs.count())].index("Odds"))
    desk.type_into(desk.seen(QLineEdit, "Futures"), "300000")
    odds = next(one for one in desk.shell.findChildren(QTableView) if one.accessibleName().startswith("Odds, with"))
    desk.bot.wait(1000)
    with watched("simulation"):
        desk.click("Simulate")
        desk.bot.waitUntil(lambda: odds.model().rowCount() > 0, timeout=240000)
