"""Positions that earn: what they earn by each convention, what they are worth, and what is refused."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from builders import utc
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.earn.agenda import Coming, as_calendar, position_entries
from desktop_app.domain.earn.convention import Boundary, Convention, DayCount, Period
from desktop_app.domain.earn.income import (
    day_marks,
    earned_at,
    income,
    month_marks,
    net_rate,
    nominal,
    periods_per_year,
)
from desktop_app.domain.earn.perpetual import Perpetual, Side
from desktop_app.domain.earn.position import (
    Basis,
    Deposit,
    DualDetails,
    EarnTerms,
    Flow,
    NftDetails,
    Payout,
    PayoutTime,
    PerpetualDetails,
    PoolDetails,
    Position,
    PositionKind,
    RateStep,
    SharkDetails,
    StakeDetails,
    check_position,
)
from desktop_app.domain.earn.structured import DualKind, Knock, SharkFin, settle_shark
from desktop_app.domain.earn.term import EarlyExit
from desktop_app.domain.earn.tiers import Programme, Tier, price_at_edge, rate_of, tier_of, units_missing
from desktop_app.domain.earn.worth import could_become, least_worth, leaving_costs, worth
from desktop_app.domain.problems import Problem, Refused

D = Decimal
START = utc("2026-01-01")
NOW = utc("2027-01-01")


def savings(rate: str = "0.1", amount: str = "1000", **more: object) -> Position:
    steps = (RateStep(START, D(rate)),)
    return replace(Position("p", "P", "okx", PositionKind.SAVINGS, "USDT", D(amount), START, steps), **more)


def earned(position: Position, at: datetime) -> Decimal:
    (found,) = earned_at(position, [at])
    return found.interest


uniform = st.builds(
    Convention,
    period=st.sampled_from([Period.MINUTE, Period.HOUR, Period.DAY, Period.MONTH_30]),
    compounding=st.booleans(),
    day_count=st.sampled_from([DayCount.ACT_365, DayCount.ACT_360]),
    boundary=st.sampled_from([Boundary.MARK, Boundary.ELAPSED]),
    zone=st.sampled_from(["UTC", "UTC+8", "Europe/Zurich"]),
)
every = st.one_of(
    uniform,
    st.builds(
        Convention,
        period=st.sampled_from(list(Period)),
        compounding=st.booleans(),
        day_count=st.sampled_from(list(DayCount)),
        boundary=st.sampled_from([Boundary.MARK, Boundary.ELAPSED]),
    ),
)
rates = st.decimals("0", "2", places=4)
hours = st.integers(0, 24 * 500)


@given(every, rates, hours, hours)
def test_accrual_is_additive_over_time(convention: Convention, rate: Decimal, one: int, other: int) -> None:
    """Looking in between changes nothing."""
    first, last = sorted((START + timedelta(hours=one), START + timedelta(hours=other)))
    position = savings(str(rate), terms=EarnTerms(interest=convention))
    between = [entry.interest for entry in earned_at(position, [first, last])]
    assert abs(between[1] - earned(position, last)) < D("1e-30")
    assert between[0] <= between[1]


@given(every, rates, rates, hours)
def test_accrual_is_monotone_in_the_rate(convention: Convention, one: Decimal, other: Decimal, after: int) -> None:
    low, high = sorted((one, other))
    terms = EarnTerms(interest=convention)
    at = START + timedelta(hours=after)
    assert earned(savings(str(low), terms=terms), at) <= earned(savings(str(high), terms=terms), at)


@given(uniform, rates, st.integers(0, 400))
def test_accrual_is_its_closed_form(convention: Convention, rate: Decimal, periods: int) -> None:
    length = {Period.MINUTE: 60, Period.HOUR: 3600, Period.DAY: 86400, Period.MONTH_30: 30 * 86400}[convention.period]
    ended = replace(convention, boundary=Boundary.ELAPSED)
    one = rate / periods_per_year(ended)
    expected = D(1000) * ((1 + one) ** periods - 1) if convention.compounding else D(1000) * one * periods
    position = savings(str(rate), terms=EarnTerms(interest=ended))
    assert abs(earned(position, START + timedelta(seconds=length * periods)) - expected) < D("1e-30")


def test_a_printed_yield_and_a_printed_rate_are_told_apart() -> None:
    """The source documents divide 3.65 % by 365 under both names; only the rate gives 0.01 % a day."""
    daily = Convention(Period.DAY, compounding=True)
    as_rate, as_yield = EarnTerms(Basis.APR, daily), EarnTerms(Basis.APY, daily)
    assert nominal(D("0.0365"), as_rate) / 365 == D("0.0001")
    assert round(nominal(D("0.0365"), as_yield) / 365 * 100, 7) == D("0.0098223")
    whole_year = savings("0.0365", "10", terms=as_yield)
    assert abs(earned(whole_year, START + timedelta(days=365)) - D("0.365")) < D("1e-25")


@pytest.mark.parametrize(
    ("amount", "rate", "convention", "after", "expected"),
    [
        ("10", "0.0876", Convention(Period.HOUR, compounding=False), timedelta(hours=24), "0.0024"),
        ("10", "0.073", Convention(Period.DAY, compounding=False), timedelta(days=7), "0.014"),
        ("1", "0.876", Convention(Period.HOUR, compounding=False), timedelta(hours=24), "0.0024"),
        ("10", "0.0365", Convention(Period.DAY, compounding=False), timedelta(days=1), "0.001"),
        ("1", "0.0365", Convention(Period.DAY, compounding=False), timedelta(days=1), "0.0001"),
        ("10000", "0.035", Convention(Period.DAY, compounding=False), timedelta(days=730), "700"),
    ],
    ids=["003: 10 ETH a day by the hour", "003: 10 BTC a week", "003: 1 BTC", "003: 10 ETH", "004: 1 ETH", "004: CNY"],
)
def test_the_worked_examples_of_the_documents(
    amount: str, rate: str, convention: Convention, after: timedelta, expected: str
) -> None:
    position = savings(rate, amount, terms=EarnTerms(interest=convention))
    assert abs(earned(position, START + after) - D(expected)) < D("1e-30")


def test_what_the_platform_keeps_and_the_validator_takes_is_not_earned() -> None:
    kept = savings(terms=EarnTerms(kept=D("0.15")))
    assert net_rate(D("0.1"), kept) == D("0.085")
    stake = replace(savings(), kind=PositionKind.STAKE, details=StakeDetails(commission=D("0.1")))
    assert net_rate(D("0.1"), stake) == D("0.09")


def test_a_rate_that_floats_counts_from_its_day_and_a_flow_from_its_hour() -> None:
    simple = EarnTerms(interest=Convention(compounding=False))
    middle = START + timedelta(days=100)
    steps = (RateStep(START, D("0.365")), RateStep(middle, D("0.73")))
    position = savings(terms=simple, rates=steps, flows=(Flow(middle, D(-500)),))
    assert earned(position, START + timedelta(days=200)) == D(1000) * 100 / 1000 + D(500) * 100 * 2 / 1000
    assert [entry.principal for entry in earned_at(position, [START, middle])] == [1000, 500]


def test_a_deposit_ends_by_itself_and_a_closed_position_earns_nothing() -> None:
    simple = EarnTerms(interest=Convention(compounding=False))
    term = replace(savings("0.365", terms=simple), kind=PositionKind.TERM, details=Deposit(30))
    assert earned(term, START + timedelta(days=300)) == earned(term, START + timedelta(days=30)) == 30
    closed = savings("0.365", terms=simple, closed=START + timedelta(days=10))
    assert next(earned_at(closed, [START + timedelta(days=50)])).principal == 0
    assert earned(closed, START + timedelta(days=50)) == 10


def test_income_is_split_by_day_and_month_without_remainder() -> None:
    position = savings(payouts=(Payout(utc("2026-02-03"), "USDT", D("1.5")), Payout(utc("2026-02-03"), "BTC", D(9))))
    months = income(position, month_marks(date(2026, 1, 1), date(2026, 12, 31)))
    days = income(position, day_marks(date(2026, 1, 1), date(2026, 12, 31)))
    whole = earned(position, NOW)
    assert abs(sum(one.earned for one in months) - whole) < D("1e-30")
    assert abs(sum(one.earned for one in days) - whole) < D("1e-30")
    assert len(months) == 12
    assert (months[1].paid, months[1].difference) == (D("1.5"), D("1.5") - months[1].earned)


@pytest.mark.parametrize(
    ("zone", "at", "expected"),
    [
        ("UTC+8", time(0, 0), "2026-01-01 16:00"),
        ("UTC", time(0, 0), "2026-01-02 00:00"),
        ("Asia/Shanghai", time(8, 0), "2026-01-02 00:00"),
        ("UTC", time(5, 0), "2026-01-01 05:00"),
    ],
)
def test_midnight_on_a_clock_of_utc8_is_the_afternoon_before(zone: str, at: time, expected: str) -> None:
    assert PayoutTime(at, zone).following(utc("2026-01-01 01:00")) == utc(expected)


def prices(**known: str):
    return lambda asset: D(known[asset]) if asset in known else None


def test_a_dual_investment_counts_as_what_it_could_become() -> None:
    details = DualDetails(DualKind.SELL_HIGH, "USDT", D(58000), D("0.002"), date(2026, 2, 1))
    dual = replace(savings(amount="10"), kind=PositionKind.DUAL, asset="BTC", details=details)
    assert [(one.asset, one.amount) for one in could_become(dual)] == [("BTC", D("10.02")), ("USDT", D("581160"))]
    assert least_worth(dual, prices(BTC="50000", USDT="1")) == D("501000")
    assert least_worth(dual, prices(BTC="90000", USDT="1")) == D("581160")
    assert least_worth(dual, prices(BTC="90000")) is None
    assert could_become(savings()) == ()


@pytest.mark.parametrize(
    ("bullish", "base", "near", "far", "path", "rate", "interest"),
    [
        (True, "0.01", "0.04", "0.18", "17000", "0.01", "0.192"),
        (True, "0.01", "0.04", "0.18", "19500", "0.11", "2.110"),
        (True, "0.01", "0.04", "0.18", "24000", "0.01", "0.192"),
        (False, "0.02", "0.04", "0.19", "19500", "0.115", "2.205"),
        (False, "0.02", "0.04", "0.19", "24000", "0.02", "0.384"),
    ],
)
def test_the_shark_fins_of_the_venue_s_own_page(
    bullish: bool, base: str, near: str, far: str, path: str, rate: str, interest: str
) -> None:
    fin = SharkFin(D(1000), 7, D(18000), D(21000), D(base), D(near), D(far), D(base), bullish, Knock.ON_CLOSE)
    paid = settle_shark(fin, [D(path)])
    assert paid.rate == D(rate)
    assert round(paid.interest, 3) == D(interest)


def test_worth_of_a_pool_share_a_perpetual_and_an_nft() -> None:
    pool = replace(savings(amount="1"), kind=PositionKind.POOL, asset="ETH", details=PoolDetails("USDT", D(100), D(10)))
    (now,) = earned_at(pool, [NOW])
    assert worth(pool, now, prices(ETH="400", USDT="1")) == 410
    short = PerpetualDetails(Side.SHORT, D(100), D(50))
    perpetual = replace(savings(amount="2"), kind=PositionKind.PERPETUAL, asset="ETH", details=short)
    assert worth(perpetual, now, prices(ETH="110", USDT="1")) == 30
    sold = NftDetails(D("0.05"), D("0.02"), D("0.1"))
    nft = replace(savings(amount="1"), kind=PositionKind.NFT, asset="BAYC #1", details=sold)
    assert worth(nft, now, lambda asset: D(100)) == D(100) * D("0.93") * D("0.9")
    assert worth(pool, now, prices(ETH="400")) is None


@given(
    st.sampled_from(list(Side)),
    st.decimals("0.01", "100", places=2),
    st.decimals("1", "1000", places=1),
    st.decimals("0.02", "0.9", places=2),
)
def test_a_perpetual_is_liquidated_where_its_equity_is_the_maintenance_margin(
    side: Side, units: Decimal, entry: Decimal, share: Decimal
) -> None:
    one = Perpetual(side, units, entry, units * entry * share)
    price = one.liquidation_price
    assert price is not None
    assert abs(one.equity(price) - one.maintenance * units * price) < D("1e-20")
    assert one.distance(price) == 0 or abs(one.distance(price)) < D("1e-25")


def test_leaving_a_deposit_early_costs_by_its_rule() -> None:
    at = START + timedelta(days=40)
    for rule, cost in (
        (EarlyExit.LOCKED, None),
        (EarlyExit.ALL_INTEREST_LOST, D(100) * D("0.05") * 40 / 365),
        (EarlyExit.FEE, D("0.5")),
    ):
        details = Deposit(90, rule, fee=D("0.005"))
        position = replace(savings("0.05", "100"), kind=PositionKind.TERM, details=details)
        found = leaving_costs(position, at)
        assert found == cost or abs(found - cost) < D("1e-30")
        assert leaving_costs(position, START + timedelta(days=90)) == 0
    assert leaving_costs(savings(), at) == 0


NEXO = Programme(
    "NEXO",
    (
        Tier("Base", D(0), D("0.189")),
        Tier("Silver", D("0.01"), D("0.179")),
        Tier("Gold", D("0.05"), D("0.139"), D("0.059")),
        Tier("Platinum", D("0.1"), D("0.109"), D("0.029")),
    ),
    D(5000),
    7,
    D("0.189"),
    D("0.2"),
)


def test_a_loyalty_tier_follows_the_token_and_its_price() -> None:
    assert [tier_of(NEXO, D(share), D(1000)).name for share in (0, 9, 10, 50, 100)] == [
        "Base",
        "Base",
        "Silver",
        "Gold",
        "Platinum",
    ]
    gold = NEXO.tiers[2]
    today = date(2026, 3, 10)
    assert rate_of(NEXO, gold, D("0.19"), None, today) == D("0.059")
    assert rate_of(NEXO, gold, D("0.2"), None, today) == D("0.139")
    assert rate_of(NEXO, gold, D("0.1"), date(2026, 3, 4), today) == D("0.059")
    assert rate_of(NEXO, gold, D("0.1"), date(2026, 3, 3), today) == D("0.189")
    assert price_at_edge(gold, D(100), D(2000)) == 1
    assert units_missing(NEXO.tiers[3], D(100), D(1), D(2000)) == 100


def test_what_comes_is_told_in_a_calendar_that_others_can_read() -> None:
    term = replace(
        savings(), id="t", name="Ein Termingeld, 定存; lang " * 4, kind=PositionKind.TERM, details=Deposit(90)
    )
    entries = list(position_entries([term, savings(closed=START)], START + timedelta(days=1)))
    assert [(one.coming, one.day) for one in entries] == [
        (Coming.MATURITY, date(2026, 4, 1)),
        (Coming.PAYOUT, date(2026, 1, 3)),
    ]
    text = as_calendar([(entries[0], f"{entries[0].name}\nends")], NOW)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    unfolded = text.replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20260401" in unfolded
    assert "定存\\; lang" in unfolded
    assert "\\nends" in unfolded


@pytest.mark.parametrize(
    ("change", "problem", "field"),
    [
        ({"amount": D(-1)}, Problem.NOT_POSITIVE, "amount"),
        ({"amount": D("NaN")}, Problem.NOT_POSITIVE, "amount"),
        ({"name": " "}, Problem.NAME_MISSING, "name"),
        ({"rates": (RateStep(START, D(11)),)}, Problem.RATE_TOO_HIGH, "rate"),
        ({"opened": NOW + timedelta(days=1)}, Problem.IN_THE_FUTURE, "opened"),
        ({"terms": EarnTerms(kept=D(2))}, Problem.NOT_A_SHARE, "kept"),
        ({"kind": PositionKind.TERM}, Problem.FIELD_MISSING, "details"),
        ({"kind": PositionKind.TERM, "details": Deposit(0)}, Problem.NOT_POSITIVE, "days"),
        (
            {
                "kind": PositionKind.DUAL,
                "details": DualDetails(DualKind.BUY_LOW, "BTC", D(0), D("0.01"), date(2026, 5, 1)),
            },
            Problem.NOT_POSITIVE,
            "strike",
        ),
        (
            {
                "kind": PositionKind.DUAL,
                "details": DualDetails(DualKind.BUY_LOW, "BTC", D(5), D("0.01"), date(2025, 5, 1)),
            },
            Problem.ENDS_BEFORE,
            "ends",
        ),
        (
            {
                "kind": PositionKind.SHARK_FIN,
                "details": SharkDetails("BTC", D(9), D(9), D(0), D(0), D(0), D(0), date(2026, 5, 1)),
            },
            Problem.RANGE_ORDER,
            "high",
        ),
    ],
    ids=lambda value: value.value if isinstance(value, Problem) else None,
)
def test_what_makes_no_sense_is_refused_at_its_field(change: dict[str, object], problem: Problem, field: str) -> None:
    with pytest.raises(Refused) as refused:
        check_position(replace(savings(), **change), NOW)
    assert (refused.value.problem, refused.value.field) == (problem, field)


def test_marks_are_ascending_and_reach_beyond_the_last_day() -> None:
    for marks in (month_marks(date(2025, 12, 31), date(2026, 2, 1)), day_marks(date(2026, 2, 27), date(2026, 3, 1))):
        assert all(one < other for one, other in pairwise(marks))
    assert month_marks(date(2025, 12, 31), date(2026, 2, 1))[-1] == date(2026, 3, 1)
    assert datetime(2026, 3, 2, tzinfo=UTC).date() == day_marks(date(2026, 2, 27), date(2026, 3, 1))[-1]
