"""Loans, events, quotes and candles in few words, so that a test reads like what it is about."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from desktop_app.domain.earn.convention import Convention, DebtBalance
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.ledger import in_order
from desktop_app.domain.loans.balances import Balances
from desktop_app.domain.loans.ladder import Comparator, Ladder, Level, LevelKind, make_ladder
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.terms import LtvFormula, Terms
from desktop_app.domain.loans.valuation import Valuation, value_loan
from desktop_app.domain.prices.book import plain_book
from desktop_app.domain.prices.quote import Candle, Quote

KINDS = {"warn": LevelKind.EARLY_WARNING, "call": LevelKind.MARGIN_CALL, "liq": LevelKind.LIQUIDATION}
NEXO = ("warn 0.714", "call 0.741", "call 0.769", "liq 0.833")


def utc(text: str) -> datetime:
    """Return the UTC instant that `text` names, such as ``2026-03-29 01:30``."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def level(text: str) -> Level:
    """Return the level that `text` tells, such as ``call 0.714`` or ``liq >0.833``."""
    kind, ltv = text.split()
    comparator = Comparator.OVER if ltv.startswith(">") else Comparator.AT_OR_OVER
    return Level(text, KINDS[kind], Decimal(ltv.lstrip(">")), comparator)


def ladder(*levels: str, initial: str = "", target: str = "") -> Ladder:
    """Return a ladder of `levels` (see `level`); Nexo's without any."""
    made = tuple(level(text) for text in levels or NEXO)
    return make_ladder(made, Decimal(initial) if initial else None, Decimal(target) if target else None)


def terms(
    *levels: str, interest: Convention | None = None, weights: Mapping[str, str] | None = None, **targets: str
) -> Terms:
    """Return terms with `levels`; `weights` make the formula a haircut one."""
    formula = LtvFormula.HAIRCUT if weights else LtvFormula.GROSS
    table = {asset: Decimal(weight) for asset, weight in (weights or {}).items()}
    return Terms(ladder(*levels, **targets), formula, interest or Convention(), table)


def event(at: str | datetime, what: str, **more: Any) -> Event:
    """Return the event that `what` tells at `at`: ``pledge 1 BTC``, ``draw 500 USDT 0.10``, ``close``..."""
    words = what.split()
    kinds = {
        "pledge": "add_collateral",
        "withdraw": "withdraw_collateral",
        "rate": "rate_change",
        "rules": "rule_change",
    }
    kind = EventKind(kinds.get(words[0], words[0]))
    moment = utc(at) if isinstance(at, str) else at
    rest: dict[str, Any] = {}
    if kind is EventKind.RATE_CHANGE:
        rest = {"rate": Decimal(words[1]), "asset": words[2]}
    elif len(words) > 1:
        rest = {"amount": Decimal(words[1]), "asset": words[2]}
        if len(words) > 3:
            rest["rate"] = Decimal(words[3])
    return Event(**{"id": f"{moment.isoformat()} {what}", "at": moment, "kind": kind, **rest, **more})


def loan(*events: Event, name: str = "Test loan", platform: str = "nexo") -> Loan:
    """Return a loan made of `events`."""
    return Loan(name.lower().replace(" ", "-"), name, platform, in_order(events))


def simple_loan(at: str, pledge: str, draw: str, rules: Terms | None = None, name: str = "Test loan") -> Loan:
    """Return a loan opened at `at` with one collateral and one debt, such as ``1 BTC`` and ``500 USDT 0.10``."""
    opening = event(at, "open", terms=rules or terms(), id=f"{name}:open")
    pledged = event(at, f"pledge {pledge}", id=f"{name}:pledge")
    return loan(opening, pledged, event(at, f"draw {draw}", id=f"{name}:draw"), name=name)


def valued(pledged: str, owed: str, prices: Mapping[str, str], rules: Terms | None = None) -> Valuation:
    """Return the valuation of ``1 BTC, 10 ETH`` against ``30000 USDT`` at `prices`."""

    def legs(text: str) -> list[tuple[str, Decimal]]:
        pairs = (part.split() for part in text.split(",") if part.strip())
        return [(asset, Decimal(amount)) for amount, asset in pairs]

    debts = {asset: DebtBalance(amount) for asset, amount in legs(owed)}
    held = Balances(utc("2026-01-01"), dict(legs(pledged)), debts, {}, rules or terms())
    return value_loan(held, plain_book({asset: Decimal(price) for asset, price in prices.items()}))


def quote(price: str | Decimal, at: datetime, source: str = "one", asset: str = "BTC") -> Quote:
    """Return a quote that was received the moment it was made."""
    return Quote(asset, "USD", Decimal(price), at, source, at)


def candles(asset: str, first: str, *closes: str, period: timedelta = timedelta(days=1)) -> list[Candle]:
    """Return candles from `first` on whose four prices are their close."""
    start = utc(first)
    seconds = int(period.total_seconds())
    return [
        Candle(asset, "USDT", "file", seconds, start + index * period, *[Decimal(close)] * 4)
        for index, close in enumerate(closes)
    ]
