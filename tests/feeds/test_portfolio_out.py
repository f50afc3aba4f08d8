"""What is exported is read back as it was: the whole demonstration, and a position of every kind."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from builders import utc
from test_position_file import read, text_of

from desktop_app.domain.earn.position import PositionKind
from desktop_app.domain.events import EventKind
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.platforms import Platform
from desktop_app.domain.portfolio import Portfolio
from desktop_app.engine.demo import fill_with_demo
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.resources import presets
from desktop_app.feeds.files.portfolio import parse_portfolio
from desktop_app.feeds.files.portfolio_out import write_portfolio
from desktop_app.storage.store import Store

NOW = utc("2026-11-21 12:00")


@pytest.fixture(scope="module")
def demo() -> Portfolio:
    with Store.open(None) as store:
        monitor = Monitor(store, demo=True)
        fill_with_demo(monitor, NOW)
        return monitor.portfolio


def plain(loan: Loan) -> list[object]:
    return [replace(event, id="") for event in loan.events]


def again(portfolio: Portfolio) -> Portfolio:
    return parse_portfolio(write_portfolio(portfolio).decode(), presets())


def test_the_whole_demonstration_comes_back(demo: Portfolio) -> None:
    found = again(demo)
    assert found.platforms == demo.platforms
    assert found.holdings == demo.holdings
    assert found.positions == demo.positions
    assert found.credits == demo.credits
    assert set(found.dependencies) == set(demo.dependencies)
    assert [(one.id, one.name, one.platform, one.preset) for one in found.loans] == [
        (one.id, one.name, one.platform, one.preset) for one in demo.loans
    ]
    for one, other in zip(found.loans, demo.loans, strict=True):
        assert plain(one) == plain(other)
    assert write_portfolio(found) == write_portfolio(demo)


@pytest.mark.parametrize("kind", [kind.value for kind in PositionKind])
def test_a_position_of_every_kind_comes_back(kind: str) -> None:
    position = read(text_of(kind))
    found = again(Portfolio((Platform(position.platform, "Somebody"),), (), (), (position,)))
    assert found.positions == (position,)


def test_exact_figures_and_odd_clocks_survive(demo: Portfolio) -> None:
    loan = next(one for one in demo.loans if len(one.events) > 3)
    odd = [
        replace(event, amount=Decimal("0.1000000000000000000001"), zone="Asia/Taipei", at=event.at + timedelta(0, 1))
        if event.kind is EventKind.ADD_COLLATERAL
        else replace(event, zone="Asia/Taipei")
        for event in loan.events
    ]
    opening = min(event.at for event in odd)
    odd = [replace(event, at=opening) if event.at - opening < timedelta(seconds=2) else event for event in odd]
    changed = Loan(loan.id, 'a "name", with = signs', loan.platform, tuple(odd), loan.preset)
    found = again(Portfolio(demo.platforms, (changed,)))
    assert found.loans[0].name == changed.name
    assert [event.amount for event in found.loans[0].events] == [event.amount for event in changed.events]
    assert [event.at for event in found.loans[0].events] == [event.at for event in changed.events]
