"""Balances are replayed from dated facts: never from who typed first, and never into the impossible."""

import random
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from builders import event, terms, utc
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.earn.convention import Boundary, Convention, DebtBalance, Period, RepayOrder
from desktop_app.domain.events import Event
from desktop_app.domain.ledger import check_events, in_order, replay, replay_at
from desktop_app.domain.loans.balances import Balances
from desktop_app.domain.problems import Problem, Refused

OPENED = "2026-01-10 12:00"
LATER = utc("2026-12-31")
FREE = terms(interest=Convention(compounding=False))
OPENING = (event(OPENED, "open", terms=FREE), event(OPENED, "pledge 2 BTC"), event(OPENED, "draw 1000 USDT 0.365"))


def refusal(*events: Event) -> Refused:
    with pytest.raises(Refused) as caught:
        check_events(events)
    with pytest.raises(Refused):
        replay(events, LATER)
    return caught.value


def owed(balances: Balances, asset: str = "USDT") -> DebtBalance:
    return balances.debts[asset]


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    """Events of a loan that are all possible: many share an instant, none takes more than there is."""
    days = draw(st.lists(st.integers(0, 30), max_size=8))
    what = ("pledge 1 ETH", "pledge 0.5 BTC", "withdraw 0.01 BTC", "draw 10 USDT", "draw 3 DAI 0.2", "repay 1 USDT")
    more = (*what, "fee 0.5 USDT", "rate 0.05 USDT", "rate 0.5 USDT")
    found = list(OPENING)
    for index, day in enumerate(days):
        at = utc(OPENED) + timedelta(days=day)
        found.append(event(at, draw(st.sampled_from(more)), id=f"later {index}"))
    return found


@given(histories(), st.randoms(use_true_random=False), st.integers(0, 40))
def test_a_replay_does_not_depend_on_the_order_of_entry(
    events: list[Event], shuffling: random.Random, day: int
) -> None:
    at = utc(OPENED) + timedelta(days=day, hours=5)
    shuffled = list(events)
    shuffling.shuffle(shuffled)
    assert in_order(shuffled) == in_order(events)
    assert replay(shuffled, at) == replay(events, at)


@given(histories(), st.lists(st.integers(0, 40 * 24), max_size=6).map(sorted))
def test_reading_in_between_changes_nothing(events: list[Event], hours: list[int]) -> None:
    instants = [utc(OPENED) + timedelta(hours=hour) for hour in hours]
    for at, balances in zip(instants, replay_at(events, instants), strict=True):
        direct = replay(events, at)
        assert balances.collateral == direct.collateral
        for asset, balance in direct.debts.items():
            assert abs(owed(balances, asset).total - balance.total) < Decimal("1e-40")


@given(histories())
def test_no_balance_is_ever_negative(events: list[Event]) -> None:
    balances = replay(events, LATER)
    assert all(quantity > 0 for quantity in balances.collateral.values())
    assert all(balance.principal >= 0 and balance.accrued >= 0 for balance in balances.debts.values())


def test_interest_is_posted_at_each_midnight_that_the_debt_is_open() -> None:
    balances = replay(OPENING, utc("2026-01-13 23:59"))
    assert owed(balances) == DebtBalance(Decimal(1000), Decimal(3))
    assert owed(replay(OPENING, utc("2026-01-14"))).accrued == 4


def test_events_after_the_instant_do_not_count_yet() -> None:
    events = (*OPENING, event("2026-02-01", "repay 500 USDT"))
    assert owed(replay(events, utc("2026-01-31"))).principal == 1000
    assert replay(events, utc("2026-01-10")).terms is None


def test_a_repayment_pays_interest_first_or_principal_first_as_the_terms_say() -> None:
    payment = event("2026-01-20 12:00", "repay 100 USDT")
    assert owed(replay((*OPENING, payment), payment.at)) == DebtBalance(Decimal(910), Decimal(0))
    principal_first = terms(interest=Convention(compounding=False, repay_order=RepayOrder.PRINCIPAL))
    events = (event(OPENED, "open", terms=principal_first), *OPENING[1:], payment)
    assert owed(replay(events, payment.at)) == DebtBalance(Decimal(900), Decimal(10))


def test_a_rate_change_holds_from_its_instant_on() -> None:
    events = (*OPENING, event("2026-01-12 00:00", "rate 0.73 USDT"))
    assert owed(replay(events, utc("2026-01-12"))).accrued == 2
    assert owed(replay(events, utc("2026-01-13"))).accrued == 4


def test_a_second_draw_at_another_rate_changes_the_rate_of_the_whole_debt() -> None:
    events = (*OPENING, event("2026-01-11 12:00", "draw 1000 USDT 0.73"))
    assert owed(replay(events, utc("2026-01-12"))) == DebtBalance(Decimal(2000), Decimal(1 + 4))


def test_a_rule_change_brings_its_own_terms() -> None:
    stricter = terms("call 0.5", "liq 0.6", interest=Convention(compounding=False))
    events = (*OPENING, event("2026-02-01", "rules", terms=stricter))
    assert replay(events, utc("2026-01-31")).terms == FREE
    assert replay(events, utc("2026-02-01")).terms == stricter


def test_a_fee_is_owed_and_bears_interest() -> None:
    events = (*OPENING, event("2026-01-11 00:00", "fee 1000 USDT"))
    assert owed(replay(events, utc("2026-01-12"))) == DebtBalance(Decimal(2000), Decimal(1 + 2))


def test_a_liquidation_sells_collateral_and_pays_debt() -> None:
    sale = event("2026-01-10 13:00", "liquidation 0.5 BTC", counter_asset="USDT", counter_amount=Decimal(600))
    balances = replay((*OPENING, sale), sale.at)
    assert balances.collateral == {"BTC": Decimal("1.5")}
    assert owed(balances) == DebtBalance(Decimal(400))


@pytest.mark.parametrize("amount", ["-5", "0", "NaN"])
def test_a_liquidation_cannot_pay_less_than_nothing(amount: str) -> None:
    sale = event("2026-01-11", "liquidation 0.5 BTC", counter_asset="USDT", counter_amount=Decimal(amount))
    refused = refusal(*OPENING, sale)
    assert (refused.problem, refused.field) == (Problem.NOT_POSITIVE, "counter_amount")


def test_a_started_period_is_owed_at_once() -> None:
    started = terms(interest=Convention(Period.DAY, compounding=False, boundary=Boundary.STARTED))
    events = (event(OPENED, "open", terms=started), event(OPENED, "draw 1000 USDT 0.365"))
    assert owed(replay(events, utc(OPENED))).accrued == 1
    assert owed(replay(events, utc("2026-01-11 11:59"))).accrued == 1
    assert owed(replay(events, utc("2026-01-11 12:00"))).accrued == 2


def test_a_debt_that_was_repaid_and_drawn_again_counts_from_the_second_drawing() -> None:
    elapsed = terms(interest=Convention(Period.DAY, compounding=False, boundary=Boundary.ELAPSED))
    events = (
        event(OPENED, "open", terms=elapsed),
        event(OPENED, "draw 1000 USDT 0.365"),
        event("2026-01-10 20:00", "repay 1000 USDT"),
        event("2026-01-15 18:00", "draw 1000 USDT"),
    )
    assert owed(replay(events, utc("2026-01-16 17:59"))).accrued == 0
    assert owed(replay(events, utc("2026-01-16 18:00"))).accrued == 1


def test_closing_gives_the_collateral_back_and_ends_everything() -> None:
    free = (OPENING[0], OPENING[1], event("2026-01-12", "close"))
    balances = replay(free, LATER)
    assert balances.closed == utc("2026-01-12")
    assert not balances.collateral
    assert not balances.debts


@pytest.mark.parametrize(
    ("what", "problem"),
    [
        ("withdraw 2.00000001 BTC", Problem.COLLATERAL_SHORT),
        ("withdraw 1 ETH", Problem.COLLATERAL_SHORT),
        ("liquidation 3 BTC", Problem.COLLATERAL_SHORT),
        ("repay 2000 USDT", Problem.REPAID_TOO_MUCH),
        ("repay 1 DAI", Problem.REPAID_TOO_MUCH),
        ("close", Problem.DEBT_LEFT),
        ("pledge 0 BTC", Problem.NOT_POSITIVE),
        ("draw -1 USDT", Problem.NOT_POSITIVE),
        ("open", Problem.OPENED_TWICE),
    ],
)
def test_what_cannot_have_happened_is_refused(what: str, problem: Problem) -> None:
    assert refusal(*OPENING, event("2026-01-20", what, terms=FREE)).problem is problem


def test_nothing_happens_before_the_opening_or_after_the_closing() -> None:
    assert refusal(OPENING[0], event("2026-01-09", "pledge 1 BTC")).problem is Problem.NOT_OPENED
    closed = (OPENING[0], event("2026-01-12", "close"))
    assert refusal(*closed, event("2026-01-13", "pledge 1 BTC")).problem is Problem.AFTER_CLOSING


def test_one_instant_is_applied_from_opening_to_closing() -> None:
    at: datetime = utc(OPENED)
    words = ("close", "withdraw 1 BTC", "repay 5 USDT", "draw 5 USDT", "pledge 1 BTC", "open")
    events = [event(at, what, terms=FREE) for what in words]
    assert [one.kind.value for one in in_order(events)] == [
        "open",
        "add_collateral",
        "draw",
        "repay",
        "withdraw_collateral",
        "close",
    ]
    assert replay(events, at).closed == at
