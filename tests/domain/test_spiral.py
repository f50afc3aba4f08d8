"""Sales that move the price they are made at."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.risk.spiral import Sold, spiral

LEVELS = (Decimal("0.8"), Decimal("0.6"), Decimal("0.02"))


def loan(name: str, collateral: int, debt: int) -> Sold:
    return Sold(name, Decimal(collateral), Decimal(debt), *LEVELS)


def test_without_a_loan_at_its_level_the_price_stays_where_the_fall_left_it() -> None:
    found = spiral([loan("a", 1000, 500)], Decimal("0.1"), Decimal(100))
    assert (found.price, found.rounds, found.settled) == (Decimal("0.9"), (), True)


def test_in_a_deep_market_one_sale_brings_it_to_its_target() -> None:
    found = spiral([loan("a", 1000, 500)], Decimal("0.4"), None)
    assert found.price == Decimal("0.6")
    assert len(found.rounds) == 1
    left = found.left[0]
    assert abs(left.debt / (left.collateral * found.price) - Decimal("0.6")) < Decimal("1e-20")


def test_one_loan_draws_the_next_one_in() -> None:
    loans = [loan("deep", 1000, 500), loan("near", 1000, 440)]
    assert [one.loans for one in spiral(loans, Decimal("0.4"), None).rounds] == [("deep",)]
    found = spiral(loans, Decimal("0.4"), Decimal(40))
    assert found.rounds[0].loans == ("deep",)
    assert "near" in found.rounds[1].loans
    assert found.settled


@given(
    st.lists(st.tuples(st.integers(1, 1000), st.integers(1, 1000)), min_size=1, max_size=5),
    st.integers(0, 90),
    st.integers(1, 1000),
)
def test_it_settles_with_nothing_left_to_sell(loans: list[tuple[int, int]], fall: int, depth: int) -> None:
    made = [loan(str(index), *amounts) for index, amounts in enumerate(loans)]
    found = spiral(made, Decimal(fall) / 100, Decimal(depth))
    assert found.settled
    for before, after in zip(made, found.left, strict=True):
        value = after.collateral * found.price
        assert value >= 0
        assert after.debt <= before.debt
        assert not value or after.debt < after.sells_at * value or value < Decimal("1e-5")


@given(st.integers(0, 90), st.integers(1, 500))
def test_a_shallower_market_never_ends_higher(fall: int, depth: int) -> None:
    loans = [loan("a", 1000, 500), loan("b", 700, 420), loan("c", 300, 100)]
    shallow = spiral(loans, Decimal(fall) / 100, Decimal(depth))
    deep = spiral(loans, Decimal(fall) / 100, Decimal(depth * 10))
    assert shallow.price <= deep.price
