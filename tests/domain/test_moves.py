"""A loan after its assets moved, each by its own share."""

from decimal import Decimal

import pytest
from builders import terms, valued

from desktop_app.domain.loans.ladder import Depth
from desktop_app.domain.loans.valuation import by_beta, fallen, moved

PRICES = {"BTC": "60000", "ETH": "3000", "USDT": "1"}
STEADY = frozenset({"USDT"})


def test_each_asset_moves_by_its_own_share_and_the_rest_by_the_common_one() -> None:
    loan = valued("1 BTC, 10 ETH", "20000 USDT", PRICES)
    after = moved(loan, {"ETH": Decimal("0.1"), "": Decimal("-0.5")}, STEADY)
    assert after.collateral_value == 30000 + 33000
    assert after.debt_value == 20000


def test_a_steady_asset_moves_where_it_is_named() -> None:
    loan = valued("1 BTC, 10000 USDT", "20000 USDT", PRICES)
    after = moved(loan, {"USDT": Decimal("-0.1")}, STEADY)
    assert (after.collateral_value, after.debt_value) == (69000, 18000)


def test_the_depth_is_that_of_the_new_ltv() -> None:
    loan = valued("1 BTC", "30000 USDT", PRICES, terms("call 0.7", "liq 0.9"))
    assert loan.depth is Depth.SAFE
    assert fallen(loan, Decimal("0.4"), STEADY).depth is Depth.MARGIN_CALL
    assert fallen(loan, Decimal(1), STEADY).bare


@pytest.mark.parametrize(
    ("move", "beta", "found"), [("-0.2", "1.5", "-0.30"), ("-0.8", "1.5", "-1"), ("0.5", "2", "1.0")]
)
def test_nothing_falls_by_more_than_everything(move: str, beta: str, found: str) -> None:
    assert by_beta(Decimal(move), {"ETH": Decimal(beta)})["ETH"] == Decimal(found)
    assert by_beta(Decimal(move), {})[""] == max(Decimal(-1), Decimal(move))
