"""Reserve, exposure and scenarios over all loans together."""

from decimal import Decimal

from builders import ladder, level, terms, valued
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.domain.loans.valuation import Valuation, fallen
from desktop_app.domain.money import ONE, ZERO
from desktop_app.domain.risk.exposure import shares
from desktop_app.domain.risk.reserve import Watched, coverage, needed
from desktop_app.domain.risk.scenario import common_fall_outcome
from desktop_app.domain.risk.supply import ReserveItem

STEADY = frozenset({"USDT", "USD"})
CALL = level("call 0.714")
PRICES = {"BTC": "60000", "ETH": "3000", "USDT": "1"}
AMOUNTS = st.integers(1, 200_000).map(Decimal)


def watched(pledged: str, owed: str) -> Watched:
    return Watched("loan", valued(pledged, owed, PRICES), CALL)


def reserve(usdt: int | Decimal = 0, btc: int | Decimal = 0) -> list[ReserveItem]:
    return [ReserveItem("USDT", Decimal(usdt)), ReserveItem("BTC", Decimal(btc))]


def test_a_fall_moves_everything_that_is_not_steady() -> None:
    loan = valued("1 BTC, 1000 USDT", "0.5 BTC, 1000 USDT", PRICES)
    after = fallen(loan, Decimal("0.5"), STEADY)
    assert (after.collateral_value, after.debt_value) == (31000, 16000)
    assert after.ltv == Decimal(16000) / Decimal(31000)


def test_a_fall_keeps_the_share_that_counts() -> None:
    loan = valued("1 BTC, 1000 USDT", "1000 USDT", PRICES, terms(weights={"BTC": "0.5"}))
    after = fallen(loan, Decimal("0.5"), STEADY)
    assert (after.collateral_value, after.counted_value) == (31000, 16000)


def test_a_reserve_that_is_not_steady_falls_as_well() -> None:
    found = common_fall_outcome([], [("BTC", Decimal(1000)), ("USDT", Decimal(500))], Decimal("0.4"), STEADY)
    assert (found.left, found.need, found.fall) == (1100, 0, Decimal("0.4"))


def test_a_fall_does_not_invent_an_ltv_where_a_price_is_missing() -> None:
    assert fallen(valued("1 BTC, 1 DOGE", "1 USDT", PRICES), Decimal("0.5"), STEADY).ltv is None


def test_without_a_loan_no_coverage_is_told() -> None:
    assert coverage([], reserve(100), STEADY) is None


def test_a_loan_over_its_level_already_and_no_reserve_cover_nothing() -> None:
    assert coverage([watched("1 BTC", "50000 USDT")], reserve(), STEADY) == 0


def test_a_reserve_that_repays_everything_covers_every_fall() -> None:
    assert coverage([watched("1 BTC", "30000 USDT")], reserve(30000), STEADY) == 1


@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS)
def test_the_reserve_is_enough_up_to_the_covered_fall_and_short_just_beyond(
    first: Decimal, second: Decimal, dollars: Decimal, bitcoin: Decimal
) -> None:
    loans = [watched("1 BTC", f"{first} USDT"), watched("40 ETH, 500 USDT", f"{second} USDT")]
    items = reserve(dollars, bitcoin)
    fall = coverage(loans, items, STEADY)
    assert fall is not None

    def left(share: Decimal) -> Decimal:
        have = dollars + bitcoin * (ONE - share)
        return have - sum((needed(loan, share, STEADY) for loan in loans), ZERO)

    assert left(fall) >= 0 or fall == 0
    if fall < 1:
        assert left(min(ONE, fall + Decimal(2) ** -39)) < 0


@given(AMOUNTS, st.decimals("0", "1", places=3))
def test_what_is_needed_brings_the_loan_under_its_level(debt: Decimal, fall: Decimal) -> None:
    loan = watched("1 BTC, 200 USDT", f"{debt} USDT")
    need = needed(loan, fall, STEADY)
    after = fallen(loan.valuation, fall, STEADY)
    assert need >= 0
    assert after.debt_value - need <= CALL.ltv * after.counted_value


def outcome(loans: list[Valuation], fall: str, usdt: str = "0") -> tuple[int, int, Decimal, Decimal]:
    rules = ladder(initial="0.5", target="0.5")
    found = common_fall_outcome([(loan, rules) for loan in loans], [("USDT", Decimal(usdt))], Decimal(fall), STEADY)
    return found.calls, found.liquidations, found.need, found.left


def test_a_scenario_counts_calls_liquidations_and_what_cures_take() -> None:
    safe = valued("1 BTC", "10000 USDT", PRICES)
    called = valued("1 BTC", "36000 USDT", PRICES)
    sold = valued("1 BTC", "44000 USDT", PRICES)
    assert outcome([safe, called, sold], "0") == (0, 0, Decimal(0), Decimal(0))
    assert outcome([safe, called, sold], "0.2", "100000") == (1, 1, Decimal(12000 + 20000), Decimal(68000))


def test_a_loan_without_a_price_counts_in_no_scenario() -> None:
    assert outcome([valued("1 DOGE", "10 USDT", PRICES)], "0.5")[:2] == (0, 0)


def test_shares_are_of_gross_assets_and_debt_lowers_none() -> None:
    found = shares([("nexo", Decimal(600), Decimal(300)), ("okx", Decimal(300), ZERO), ("nexo", Decimal(100), ZERO)])
    assert [(share.platform, share.assets, share.debt, share.share) for share in found] == [
        ("nexo", 700, 300, Decimal("0.7")),
        ("okx", 300, 0, Decimal("0.3")),
    ]


@given(st.lists(st.tuples(st.sampled_from("abcd"), AMOUNTS, AMOUNTS), max_size=12))
def test_shares_add_up_to_one(entries: list[tuple[str, Decimal, Decimal]]) -> None:
    assume(entries)
    found = shares(entries)
    assert abs(sum(share.share for share in found) - 1) < Decimal("1e-40")
    assert sum(share.debt for share in found) == sum(debt for _, _, debt in entries)


def test_shares_of_nothing_are_zero() -> None:
    assert [share.share for share in shares([("a", ZERO, Decimal(5))])] == [0]
