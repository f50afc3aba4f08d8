"""Positions in a portfolio file: every kind is read, and what is wrong is refused with line and field."""

import json
from datetime import date, time
from decimal import Decimal

import pytest

from desktop_app.domain.earn.convention import Convention, Period
from desktop_app.domain.earn.position import Basis, Deposit, PayoutTime, PeerDetails, PositionKind
from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.portfolio import parse_portfolio

DETAILS = {
    "savings": {},
    "term": {"term": {"days": 90, "exit": "fee", "fee": "0.002"}},
    "stake": {"stake": {"commission": "0.1", "unbonding_days": 21, "asked_back": "2026-03-01"}},
    "dual": {
        "dual": {"kind": "sell_high", "other": "USDT", "strike": "58000", "term_yield": 0.002, "settles": "2026-02-01"}
    },
    "shark_fin": {
        "shark_fin": {
            "underlying": "BTC",
            "low": 18000,
            "high": 21000,
            "base": "0.01",
            "inside_from": "0.04",
            "inside_to": "0.18",
            "knocked_out": "0.01",
            "settles": "2026-02-01",
        }
    },
    "pool": {"pool": {"other": "USDT", "entry": "2000"}},
    "peer_loan": {"peer_loan": {"borrower": "A", "service_fee": "0.1", "ends": "2026-12-31"}},
    "perpetual": {"perpetual": {"side": "short", "entry": "50000", "margin": "5000"}},
    "nft_loan": {"peer_loan": {"borrower": "B"}},
    "nft": {"nft": {"royalty": "0.05"}},
}


def text_of(kind: str = "savings", /, **more: object) -> str:
    position = {"id": "p", "name": "P", "platform": "okx", "kind": kind, "asset": "BTC", "amount": "1.5"}
    position |= {"opened": "2026-01-01", **DETAILS[kind], **more}
    document = {"format": "plimsoll-portfolio", "version": 1, "platforms": [{"id": "okx", "name": "OKX"}]}
    return json.dumps({**document, "positions": [position]}, indent=1)


def read(text: str):
    (position,) = parse_portfolio(text, {}).positions
    return position


@pytest.mark.parametrize("kind", DETAILS)
def test_every_kind_is_read(kind: str) -> None:
    position = read(text_of(kind))
    assert (position.kind, position.amount) == (PositionKind(kind), Decimal("1.5"))


def test_terms_rates_flows_and_payouts_are_read() -> None:
    terms = {"basis": "apy", "interest": {"period": "hour"}, "kept": "0.15", "paid_at": "00:00", "paid_zone": "UTC+8"}
    position = read(
        text_of(
            rate="0.05",
            rates=[{"at": "2026-02-01", "rate": "0.06"}],
            terms=terms,
            flows=[{"at": "2026-01-10", "amount": "-0.5"}],
            payouts=[{"at": "2026-01-11", "amount": "0.001"}],
        )
    )
    assert [step.rate for step in position.rates] == [Decimal("0.05"), Decimal("0.06")]
    assert position.terms.basis is Basis.APY
    assert position.terms.interest == Convention(Period.HOUR)
    assert position.terms.payout == PayoutTime(time(0, 0), "UTC+8")
    assert (position.flows[0].amount, position.payouts[0].asset) == (Decimal("-0.5"), "BTC")


def test_details_are_typed() -> None:
    assert read(text_of("term")).details == Deposit(90, exit=read(text_of("term")).details.exit, fee=Decimal("0.002"))
    assert read(text_of("peer_loan")).details == PeerDetails("A", Decimal("0.1"), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("kind", "more", "problem", "field"),
    [
        ("savings", {"amount": "0"}, Problem.NOT_POSITIVE, "positions[0].amount"),
        ("savings", {"asset": "?"}, Problem.NOT_AN_ASSET, "positions[0].asset"),
        ("savings", {"rate": "11"}, Problem.RATE_TOO_HIGH, "positions[0].rate"),
        ("savings", {"platform": "nobody"}, Problem.UNKNOWN_PLATFORM, "positions[0].platform"),
        ("savings", {"kind": "lottery"}, Problem.FIELD_TYPE, "positions[0].kind"),
        ("savings", {"luck": 1}, Problem.FIELD_UNKNOWN, "positions[0].luck"),
        ("savings", {"terms": {"kept": "2"}}, Problem.NOT_A_SHARE, "positions[0].terms.kept"),
        ("savings", {"terms": {"paid_zone": "Mars"}}, Problem.NOT_A_ZONE, "positions[0].terms.paid_zone"),
        ("savings", {"rates": [{"at": "soon", "rate": 0}]}, Problem.NOT_A_TIME, "positions[0].rates[0].at"),
        ("savings", {"closed": "2025-01-01"}, Problem.BEFORE_OPENING, "positions[0].closed"),
        ("term", {"term": None}, Problem.FIELD_MISSING, "positions[0].term"),
        ("term", {"stake": {}}, Problem.FIELD_UNKNOWN, "positions[0].stake"),
        ("stake", {"stake": {"commission": "1.5"}}, Problem.NOT_A_SHARE, "positions[0].stake.commission"),
        ("pool", {"pool": {"other": "USDT", "entry": "0"}}, Problem.NOT_POSITIVE, "positions[0].pool.entry"),
    ],
)
def test_what_is_wrong_is_refused_at_its_field(
    kind: str, more: dict[str, object], problem: Problem, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        read(text_of(kind, **more))
    assert (refused.value.problem, refused.value.field) == (problem, field)
    assert refused.value.line > 1
