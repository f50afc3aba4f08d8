"""How deep a loan lies, and the prices at which a level is reached: exactly there, and nowhere before."""

from decimal import Decimal

from builders import level, terms, utc, valued
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.domain.earn.convention import DebtBalance
from desktop_app.domain.loans.balances import Balances
from desktop_app.domain.loans.ladder import Depth, Level, LevelKind
from desktop_app.domain.loans.valuation import (
    Valuation,
    blended_threshold,
    common_fall,
    fallen,
    headroom,
    health_factor,
    level_price,
    margin_buffer,
    value_loan,
    worst_state,
)
from desktop_app.domain.money import ONE, ZERO
from desktop_app.domain.prices.book import Price, PriceBook, PriceState, plain_book

CLOSE_ENOUGH = Decimal("1e-38")
PRICES = {"BTC": "60000", "ETH": "3000", "USDT": "1"}
AMOUNTS = st.decimals("0.001", "10000", places=6)
LEVELS = st.decimals("0.3", "0.95", places=4).map(lambda ltv: Level("x", LevelKind.LIQUIDATION, ltv))
WEIGHTS = st.decimals("0.1", "1", places=2)


@st.composite
def loans(draw: st.DrawFn) -> tuple[Balances, PriceBook]:
    """BTC and ETH pledged, either owed as well, and dollars owed; weights in half of them."""
    weights = {"BTC": draw(WEIGHTS), "ETH": draw(WEIGHTS)} if draw(st.booleans()) else None
    rules = terms(weights={asset: str(weight) for asset, weight in weights.items()}) if weights else terms()
    pledged = {asset: draw(AMOUNTS) for asset in ("BTC", "ETH")}
    owed = {
        asset: DebtBalance(draw(AMOUNTS))
        for asset in draw(st.sets(st.sampled_from(["BTC", "SOL", "USDT"]), min_size=1))
    }
    prices = {asset: draw(AMOUNTS) for asset in ("BTC", "ETH", "SOL")} | {"USDT": ONE}
    return Balances(utc("2026-01-01"), pledged, owed, {}, rules), plain_book(prices)


def close_to(value: Decimal | None, wanted: Decimal) -> bool:
    return value is not None and abs(value - wanted) <= CLOSE_ENOUGH * max(abs(wanted), ONE)


def test_ltv_is_debt_over_collateral() -> None:
    found = valued("1 BTC, 10 ETH", "45000 USDT", PRICES)
    assert (found.collateral_value, found.debt_value, found.ltv) == (90000, 45000, Decimal("0.5"))
    assert found.equity == 45000
    assert found.depth is Depth.SAFE


def test_a_haircut_counts_a_share_of_the_collateral() -> None:
    found = valued("1 BTC, 10 ETH", "45000 USDT", PRICES, terms(weights={"ETH": "0.8"}))
    assert (found.counted_value, found.collateral_value) == (84000, 90000)
    assert found.ltv == Decimal(45000) / Decimal(84000)


def test_debt_without_collateral_is_beyond_every_level() -> None:
    found = valued("", "100 USDT", PRICES)
    assert found.ltv is None
    assert found.bare
    assert found.depth is Depth.LIQUIDATION


def test_no_debt_has_no_depth() -> None:
    found = valued("1 BTC", "", PRICES)
    assert (found.ltv, found.depth, found.bare) == (ZERO, Depth.SAFE, False)
    assert health_factor(found, {"BTC": Decimal("0.8")}) is None


def test_a_missing_price_leaves_ltv_unknown_and_never_zero() -> None:
    found = valued("1 BTC, 5 DOGE", "30000 USDT", PRICES)
    assert found.state is PriceState.MISSING
    assert found.ltv is None
    assert not found.known
    assert not found.bare
    assert headroom(found, level("liq 0.8")) is None


def test_a_stale_price_is_told() -> None:
    book = PriceBook(
        {
            "BTC": Price("BTC", Decimal(60000), PriceState.STALE, utc("2026-01-01")),
            "USDT": Price("USDT", ONE, PriceState.FRESH, utc("2026-01-02")),
        }
    )
    held = Balances(utc("2026-01-03"), {"BTC": ONE}, {"USDT": DebtBalance(Decimal(30000))}, {}, terms())
    found = value_loan(held, book)
    assert (found.state, found.oldest, found.ltv) == (PriceState.STALE, utc("2026-01-01"), Decimal("0.5"))


def test_the_worst_state_is_the_one_that_says_least() -> None:
    order = [PriceState.FRESH, PriceState.MANUAL, PriceState.PAR, PriceState.STALE, PriceState.MISSING]
    for index, state in enumerate(order):
        assert worst_state(order[: index + 1]) is state
    assert worst_state([]) is PriceState.FRESH


@given(loans(), LEVELS, st.sampled_from(["BTC", "ETH", "SOL"]))
def test_at_the_level_price_the_loan_lies_exactly_at_the_level(
    made: tuple[Balances, PriceBook], at: Level, asset: str
) -> None:
    balances, book = made
    found = level_price(value_loan(balances, book), at, asset)
    if found.price is None:
        return
    there = value_loan(balances, book.replaced({asset: found.price}))
    assert close_to(there.ltv, at.ltv)


@given(loans(), LEVELS, st.sampled_from(["BTC", "ETH", "SOL"]))
def test_beyond_the_level_price_in_the_direction_of_danger_the_level_is_reached(
    made: tuple[Balances, PriceBook], at: Level, asset: str
) -> None:
    balances, book = made
    found = level_price(value_loan(balances, book), at, asset)
    assume(found.price is not None)
    assert found.price is not None
    nudge = Decimal("0.000001")
    worse, better = (ONE - nudge, ONE + nudge) if found.falling else (ONE + nudge, ONE - nudge)
    assert at.reached(value_loan(balances, book.replaced({asset: found.price * worse})).ltv)
    assert not at.reached(value_loan(balances, book.replaced({asset: found.price * better})).ltv)


@given(loans(), LEVELS, st.sampled_from(["BTC", "ETH", "SOL"]), st.decimals("0.000001", "1000000", places=6))
def test_where_an_asset_alone_cannot_reach_a_level_no_price_of_it_changes_that(
    made: tuple[Balances, PriceBook], at: Level, asset: str, price: Decimal
) -> None:
    balances, book = made
    now = value_loan(balances, book)
    assume(level_price(now, at, asset).price is None)
    assert at.reached(value_loan(balances, book.replaced({asset: price})).ltv) is at.reached(now.ltv)


def test_the_change_to_a_level_price_is_told_from_the_price_now() -> None:
    found = level_price(valued("1 BTC", "30000 USDT", PRICES), level("liq 0.8"), "BTC")
    assert found.price == 37500
    assert found.change == Decimal("-0.375")
    assert found.falling


def test_a_coin_debt_is_in_danger_when_the_coin_rises() -> None:
    found = level_price(valued("50000 USDC", "0.5 BTC", {"USDC": "1", "BTC": "60000"}), level("liq 0.833"), "BTC")
    assert not found.falling
    assert found.price == 83300
    assert found.change is not None
    assert found.change > 0


def test_an_asset_that_weighs_little_cannot_reach_the_level_alone() -> None:
    loan = valued("2 BTC, 1000 DOGE", "40000 USDT", {"BTC": "50000", "DOGE": "0.1", "USDT": "1"})
    found = level_price(loan, level("liq 0.833"), "DOGE")
    assert (found.price, found.change) == (None, None)
    assert level_price(loan, level("liq 0.833"), "BTC").price is not None


def test_an_asset_that_is_no_part_of_the_loan_reaches_nothing() -> None:
    assert level_price(valued("1 BTC", "30000 USDT", PRICES), level("liq 0.8"), "XRP").price is None


@given(loans(), LEVELS)
def test_after_the_common_fall_the_loan_lies_exactly_at_the_level(made: tuple[Balances, PriceBook], at: Level) -> None:
    balances, book = made
    now = value_loan(balances, book)
    fall = common_fall(now, at)
    if fall is None or fall <= -ONE:
        return
    there = fallen(now, -fall, frozenset({"USDT", "SOL"}))
    assert close_to(there.ltv, at.ltv)


def test_assets_that_fall_harder_reach_the_level_earlier() -> None:
    loan = valued("1 BTC, 10 ETH", "45000 USDT", PRICES)
    plain = common_fall(loan, level("liq 0.8"))
    harder = common_fall(loan, level("liq 0.8"), {"ETH": Decimal("1.5")})
    steady = common_fall(loan, level("liq 0.8"), {"BTC": ZERO, "ETH": ZERO})
    assert plain is not None
    assert harder is not None
    assert plain < harder < 0
    assert steady is None


@given(loans(), LEVELS)
def test_headroom_is_the_common_fall_of_a_loan_that_owes_only_steady_assets(
    made: tuple[Balances, PriceBook], at: Level
) -> None:
    balances, book = made
    assume("BTC" not in balances.debts)
    now = value_loan(balances, book)
    room, fall = headroom(now, at), common_fall(now, at)
    assert room is not None
    assert fall is not None
    assert close_to(room, -fall)


def test_the_margin_buffer_is_the_collateral_that_may_be_lost() -> None:
    assert margin_buffer(valued("1 BTC", "40000 USDT", PRICES), level("liq 0.8")) == 10000


def test_the_health_factor_weighs_each_collateral_by_its_threshold() -> None:
    """BendDAO's example: a floor of 44 at 90 % against a debt of 40 is 0.99, so it can be liquidated."""
    loan = valued("1 APE", "40 ETH", {"APE": "44", "ETH": "1"})
    assert health_factor(loan, {"APE": Decimal("0.9")}) == Decimal("0.99")
    assert blended_threshold(loan, {"APE": Decimal("0.9")}) == Decimal("0.9")


def test_every_value_of_an_empty_loan_is_told() -> None:
    empty: Valuation = valued("", "", {})
    assert (empty.collateral_value, empty.debt_value, empty.ltv) == (0, 0, 0)
    assert blended_threshold(empty, {}) is None
