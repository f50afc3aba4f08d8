"""Loyalty tiers as a person stands in them: the token's share on its venue, the rate that follows, where it is lost."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.earn.tiers import Programme, Tier, next_tier, price_at_edge, share_of, tier_of, units_missing
from desktop_app.domain.money import ZERO
from desktop_app.engine.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Standing:
    """A programme as it stands: tokens held there, their share of everything else, the tier that follows.

    `edge_price` is the price under which the tier is lost, `missing` the tokens that the `following` tier asks
    for. `too_small` tells that everything there is under the programme's least. `low_ltv` are the loans there
    that the lower rate holds for. Money is in the reporting currency.
    """

    programme: Programme
    units: Decimal
    price: Decimal
    share: Decimal
    tier: Tier
    edge_price: Decimal | None
    following: Tier | None
    missing: Decimal | None
    too_small: bool
    low_ltv: tuple[str, ...]


def standings(snapshot: Snapshot, programmes: Iterable[Programme]) -> list[Standing]:
    """Return how a person stands in each programme on whose venue something lies; none without a price of the token."""
    found = []
    for programme in programmes:
        one = _standing(snapshot, programme)
        if one is not None:
            found.append(one)
    return found


def _standing(snapshot: Snapshot, programme: Programme) -> Standing | None:
    held = list(_held(snapshot, programme.platform))
    price = next((one.value for one in snapshot.prices if one.asset == programme.token), None)
    units = sum((amount for asset, amount, _ in held if asset == programme.token), ZERO)
    if not held or not price:
        return None
    other = sum((value for asset, _, value in held if asset != programme.token), ZERO)
    worth, share = share_of(units, price, other)
    tier = tier_of(programme, worth, other)
    following = next_tier(programme, tier)
    return Standing(
        programme,
        units,
        price,
        share,
        tier,
        price_at_edge(tier, units, other),
        following,
        units_missing(following, units, price, other) if following is not None else None,
        worth + other < programme.least_portfolio,
        tuple(
            view.loan.name
            for view in snapshot.open_loans
            if view.loan.platform == programme.platform
            and view.valuation is not None
            and view.valuation.ltv is not None
            and view.valuation.ltv < programme.edge
        ),
    )


def _held(snapshot: Snapshot, platform: str) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Yield (asset, units, value) of everything that lies with a platform and has a price, debts aside."""
    for holding in snapshot.holdings:
        if holding.holding.platform == platform and holding.value is not None:
            yield holding.holding.asset, holding.holding.amount, holding.value
    for position in snapshot.positions:
        if position.position.platform == platform and not position.closed and position.value is not None:
            yield position.position.asset, position.principal + position.interest, position.value
    for view in snapshot.open_loans:
        if view.loan.platform == platform and view.valuation is not None:
            for leg in view.valuation.collateral:
                if leg.price.value is not None:
                    yield leg.asset, view.balances.collateral.get(leg.asset, ZERO), leg.value
