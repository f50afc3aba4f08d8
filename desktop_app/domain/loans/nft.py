"""Loans against one NFT: what is lent on a floor price, when it is liquidated, what a liquidator pays."""

from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.earn.interest import simple_interest
from desktop_app.domain.money import ONE, ZERO


@dataclass(frozen=True, slots=True)
class NftTerms:
    """An NFT loan over its term; money in the reporting currency, floors in the collection's currency."""

    valuation: Decimal
    loan: Decimal
    debt_at_term: Decimal
    ltv_at_term: Decimal
    liquidation_floor: Decimal
    liquidation_drop: Decimal
    liquidation_floor_at_term: Decimal
    liquidator_pays: Decimal
    shortfall: Decimal


def nft_terms(
    floor: Decimal,
    currency_price: Decimal,
    ltv: Decimal,
    liquidation_ltv: Decimal,
    discount: Decimal,
    annual_rate: Decimal,
    days: int,
) -> NftTerms:
    """Return what a loan of `ltv` on one NFT at `floor` comes to after `days` of simple interest (ACT/365).

    `currency_price` is the price of the collection's currency in the reporting one. The liquidator buys at
    `discount` under the floor at which the loan is liquidated.
    """
    valuation = floor * currency_price
    loan = valuation * ltv
    debt = loan + simple_interest(loan, annual_rate / 365, Decimal(days))
    at_once = loan / liquidation_ltv / currency_price
    at_term = debt / liquidation_ltv / currency_price
    pays = at_once * currency_price * (ONE - discount)
    return NftTerms(
        valuation,
        loan,
        debt,
        debt / valuation,
        at_once,
        ONE - at_once / floor,
        at_term,
        pays,
        max(ZERO, loan - pays),
    )
