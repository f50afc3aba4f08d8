"""Payouts out of a venue's statement: those of the position, each kept once, differences shown."""

from decimal import Decimal
from pathlib import Path

import pytest
from builders import utc

from desktop_app.domain.earn.income import income
from desktop_app.domain.earn.position import EarnTerms, Position, PositionKind, RateStep
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.position_commands import keep_position, position_of
from desktop_app.engine.statements import payouts_from_file

NOW = utc("2026-11-21 12:00")
HEADER = "Cryptocurrency,Amount,Transaction Type,Confirmed At\n"
PAID = "BTC,0.001,Interest Payment,2026-02-01 00:00:00\n"


@pytest.fixture
def saved(monitor: Monitor) -> Position:
    """One bitcoin in savings since the start of the year."""
    opened = utc("2026-01-01")
    rates = (RateStep(opened, Decimal("0.0365")),)
    made = Position("", "Savings", "blockfi", PositionKind.SAVINGS, "BTC", Decimal(1), opened, rates, EarnTerms())
    return keep_position(monitor, made, "BlockFi", NOW)


def statement(folder: Path, *rows: str) -> Path:
    """Write a statement of `rows`."""
    path = folder / "statement.csv"
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    return path


def test_payouts_of_the_position_are_kept_once(monitor: Monitor, saved: Position, tmp_path: Path) -> None:
    path = statement(
        tmp_path,
        PAID,
        PAID,
        "ETH,1,Interest Payment,2026-02-01 00:00:00\n",
        "BTC,5,Deposit,2026-02-01 00:00:00\n",
        "BTC,7,Interest Payment,2025-12-31 00:00:00\n",
    )
    first = payouts_from_file(path, saved.id)(monitor, NOW)
    again = payouts_from_file(path, saved.id)(monitor, NOW)
    assert (first.found, first.new, again.found, again.new) == (2, 2, 2, 0)
    kept = Monitor(monitor.store).portfolio.positions[0].payouts
    assert [one.amount for one in kept] == [Decimal("0.001"), Decimal("0.001")]


def test_what_is_missing_shows_as_a_difference(monitor: Monitor, saved: Position, tmp_path: Path) -> None:
    payouts_from_file(statement(tmp_path, PAID), saved.id)(monitor, NOW)
    january, february = income(
        position_of(monitor, saved.id), [utc(day).date() for day in ("2026-01-01", "2026-02-01", "2026-03-01")]
    )
    assert january.paid == 0
    assert february.paid == Decimal("0.001")
    assert february.difference == february.paid - february.earned
    assert february.difference < 0
