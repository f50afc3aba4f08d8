"""What a loan is worth and how deep it lies at given prices.

Every LTV formula reduces to one comparison: a level is reached when the debt's value is at least
Σ(collateral value × k), where k is the level for a gross LTV, level × weight for a haircut-adjusted
one. Prices at which a level is reached solve that equation for one price, or for one common move.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from desktop_app.domain.loans.balances import Balances
from desktop_app.domain.loans.ladder import Depth, Ladder, Level
from desktop_app.domain.money import ONE, ZERO
from desktop_app.domain.prices.book import Price, PriceBook, PriceState

_BAD = (PriceState.MISSING, PriceState.STALE)


@dataclass(frozen=True, slots=True)
class Leg:
    """One asset of a loan: units, value in the reporting currency, share of the value that counts."""

    asset: str
    quantity: Decimal
    price: Price
    value: Decimal
    weight: Decimal = ONE


@dataclass(frozen=True, slots=True)
class Valuation:
    """A loan at given prices.

    Values are in the reporting currency. `state` is the worst state of its prices; MISSING leaves
    `ltv` None and every value without the missing legs. `ltv` is also None while debt stands against
    no collateral: then `bare` is true and every level counts as reached. `ladder` has levels that differ by
    collateral blended by value.
    """

    collateral: tuple[Leg, ...]
    debts: tuple[Leg, ...]
    collateral_value: Decimal
    counted_value: Decimal
    debt_value: Decimal
    ltv: Decimal | None
    state: PriceState
    depth: Depth
    ladder: Ladder
    bare: bool = False
    oldest: datetime | None = None

    @property
    def equity(self) -> Decimal:
        """Collateral value less debt value."""
        return self.collateral_value - self.debt_value

    @property
    def known(self) -> bool:
        """Whether every leg has a price, fresh or stale."""
        return self.state is not PriceState.MISSING

    @property
    def judged(self) -> bool:
        """Whether a level may be judged by it: every leg has a price, and none is stale."""
        return self.known and self.state is not PriceState.STALE


def ltv(debt_value: Decimal, counted_value: Decimal) -> Decimal | None:
    """Return debt value / counted collateral value; None when debt stands against nothing."""
    if counted_value:
        return debt_value / counted_value
    return None if debt_value else ZERO


def value_loan(balances: Balances, prices: PriceBook) -> Valuation:
    """Return the valuation of `balances` under their own terms at `prices`."""
    terms = balances.terms
    assert terms is not None
    held = counted = owed_value = ZERO
    collateral: list[Leg] = []
    debts: list[Leg] = []
    states: list[PriceState] = []
    oldest: datetime | None = None
    for asset, quantity in balances.collateral.items():
        price = prices[asset]
        value = quantity * price.value if price.value is not None else ZERO
        weight = terms.weight(asset)
        held += value
        counted += value if weight is ONE else value * weight
        collateral.append(Leg(asset, quantity, price, value, weight))
    for asset, owed in balances.debts.items():
        price = prices[asset]
        quantity = owed.total
        value = quantity * price.value if price.value is not None else ZERO
        owed_value += value
        debts.append(Leg(asset, quantity, price, value))
    for leg in (*collateral, *debts):
        if leg.price.state is not PriceState.FRESH:
            states.append(leg.price.state)
        if leg.price.at is not None and (oldest is None or leg.price.at < oldest):
            oldest = leg.price.at
    state = worst_state(states) if states else PriceState.FRESH
    legs = (tuple(collateral), tuple(debts))
    if state is PriceState.MISSING:
        return Valuation(*legs, held, counted, owed_value, None, state, Depth.SAFE, terms.ladder, oldest=oldest)
    found = ltv(owed_value, counted)
    ladder = terms.ladder
    if ladder.is_mixed:
        ladder = ladder.blended((leg.asset, leg.value * leg.weight) for leg in collateral)
    depth = ladder.depth(found)
    return Valuation(*legs, held, counted, owed_value, found, state, depth, ladder, found is None, oldest)


def worst_state(states: list[PriceState]) -> PriceState:
    """Return the state that says least about a value made of prices in `states`."""
    order = list(PriceState)
    return max(states, key=order.index, default=PriceState.FRESH)


@dataclass(frozen=True, slots=True)
class LevelPrice:
    """The price of one asset, alone in moving, at which a level is reached.

    `price` None means that this asset alone can never reach it. `falling` tells the direction of
    danger; `change` is the move from the price now (a fraction, negative for a fall).
    """

    asset: str
    price: Decimal | None
    falling: bool
    change: Decimal | None


def level_price(valuation: Valuation, level: Level, asset: str) -> LevelPrice:
    """Return the price of `asset` at which `level` is reached while all other prices stand.

    Solves D₀ + d·p = Σ₀ L·w·q·p + L·w·q·p for p, where q is pledged and d is owed in the asset itself and
    Σ₀ is over the other collaterals, each with its own level.
    """
    pledged = [leg for leg in valuation.collateral if leg.asset == asset]
    owed = [leg for leg in valuation.debts if leg.asset == asset]
    counted_units = sum((leg.quantity * leg.weight for leg in pledged), ZERO) * level.ltv_for(asset)
    owed_units = sum((leg.quantity for leg in owed), ZERO)
    other_debt = valuation.debt_value - sum((leg.value for leg in owed), ZERO)
    carried = sum(
        (leg.value * leg.weight * level.ltv_for(leg.asset) for leg in valuation.collateral if leg.asset != asset),
        ZERO,
    )
    slope = counted_units - owed_units
    falling = slope > 0
    gap = other_debt - carried
    if not slope:
        return LevelPrice(asset, None, falling, None)
    price = gap / slope
    if price <= 0:
        return LevelPrice(asset, None, falling, None)
    now = (pledged or owed)[0].price.value if pledged or owed else None
    return LevelPrice(asset, price, falling, price / now - ONE if now else None)


def common_fall(valuation: Valuation, level: Level, betas: Mapping[str, Decimal] | None = None) -> Decimal | None:
    """Return the move x (fraction, negative for a fall) at which `level` is reached.

    Every collateral moves by beta·x, and so does debt in the same assets; beta is 1 for a collateral
    that `betas` does not name and 0 for a debt that is no collateral. None: no fall reaches it.
    """
    pledged = {leg.asset for leg in valuation.collateral}
    table = betas or {}

    def beta(asset: str) -> Decimal:
        return table.get(asset, ONE if asset in pledged else ZERO)

    borne = [(leg.asset, leg.value * leg.weight * level.ltv_for(leg.asset)) for leg in valuation.collateral]
    pull = sum((value * beta(asset) for asset, value in borne), ZERO)
    push = sum((leg.value * beta(leg.asset) for leg in valuation.debts), ZERO)
    if pull == push:
        return None
    return (valuation.debt_value - sum((value for _, value in borne), ZERO)) / (pull - push)


def headroom(valuation: Valuation, level: Level) -> Decimal | None:
    """Return the fall of all collateral together (positive fraction) that `level` still leaves.

    1 - LTV / level; negative once it is passed, None while LTV is unknown.
    """
    return None if valuation.ltv is None else ONE - valuation.ltv / level.ltv


def margin_buffer(valuation: Valuation, level: Level) -> Decimal:
    """Return how much counted collateral value can be lost before `level` is reached."""
    return valuation.counted_value - valuation.debt_value / level.ltv


def blended_threshold(valuation: Valuation, thresholds: Mapping[str, Decimal]) -> Decimal | None:
    """Return the liquidation threshold of a mix of collaterals, weighted by value; None without any."""
    weighted = sum((leg.value * thresholds[leg.asset] for leg in valuation.collateral), ZERO)
    return weighted / valuation.collateral_value if valuation.collateral_value else None


def health_factor(valuation: Valuation, thresholds: Mapping[str, Decimal]) -> Decimal | None:
    """Return Σ(collateral × its liquidation threshold) / debt; None (endless) without debt.

    Source: Aave v3, GenericLogic.calculateUserAccountData.
    """
    weighted = sum((leg.value * thresholds[leg.asset] for leg in valuation.collateral), ZERO)
    return weighted / valuation.debt_value if valuation.debt_value else None


def debt_at(counted_value: Decimal, ltv_: Decimal) -> Decimal:
    """Return the debt at which counted collateral lies at an LTV: what may be drawn on it."""
    return counted_value * ltv_


def debt_change(before: Valuation, after: Valuation) -> Decimal:
    """Return how much the debt is worth more in the second valuation, as when a stablecoin leaves its peg."""
    return after.debt_value - before.debt_value


def by_beta(move: Decimal, betas: Mapping[str, Decimal], others: Decimal = ONE) -> dict[str, Decimal]:
    """Return each asset's move when the market moves by `move` (a fraction, negative for a fall): beta·move.

    None falls by more than everything; `others` is the beta of what `betas` does not name, under "".
    """
    return {asset: max(-ONE, beta * move) for asset, beta in {**betas, "": others}.items()}


def moved(valuation: Valuation, moves: Mapping[str, Decimal], steady: frozenset[str] = frozenset()) -> Valuation:
    """Return `valuation` after each asset moved by its share; the depth is that of the LTV it comes to.

    What `moves` does not name moves by ``moves[""]`` (nothing without it), what is in `steady` only where it
    is named.
    """
    rest = moves.get("", ZERO)

    def after(leg: Leg) -> Leg:
        move = moves.get(leg.asset, ZERO if leg.asset in steady else rest)
        return replace(leg, value=leg.value * (ONE + move)) if move else leg

    collateral = tuple(after(leg) for leg in valuation.collateral)
    debts = tuple(after(leg) for leg in valuation.debts)
    counted = sum((leg.value * leg.weight for leg in collateral), ZERO)
    owed = sum((leg.value for leg in debts), ZERO)
    ladder = valuation.ladder
    if ladder.is_mixed:
        ladder = ladder.blended((leg.asset, leg.value * leg.weight) for leg in collateral)
    found = ltv(owed, counted)
    return replace(
        valuation,
        collateral=collateral,
        debts=debts,
        collateral_value=sum((leg.value for leg in collateral), ZERO),
        counted_value=counted,
        debt_value=owed,
        ltv=found if valuation.known else None,
        ladder=ladder,
        depth=ladder.depth(found) if valuation.known else valuation.depth,
        bare=valuation.known and found is None,
    )


def fallen(valuation: Valuation, fall: Decimal, steady: frozenset[str]) -> Valuation:
    """Return `valuation` after every asset outside `steady` fell by `fall` (positive fraction)."""
    return moved(valuation, {"": -fall}, steady)
