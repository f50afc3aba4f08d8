"""From stored facts and believed prices to a Snapshot: pure functions of their arguments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal

from desktop_app.domain.alerts.channel import Channel
from desktop_app.domain.alerts.record import LADDER, AlertRecord
from desktop_app.domain.alerts.rule import Rule
from desktop_app.domain.alerts.state import WatchState
from desktop_app.domain.alerts.telling import Telling
from desktop_app.domain.assets import AssetKind
from desktop_app.domain.earn.interest import cost_per_day
from desktop_app.domain.ledger import replay
from desktop_app.domain.loans.balances import Balances
from desktop_app.domain.loans.cure import cure, repay_units, top_up_units
from desktop_app.domain.loans.ladder import LevelKind
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.preset import Preset
from desktop_app.domain.loans.valuation import (
    Valuation,
    common_fall,
    level_price,
    value_loan,
    worst_state,
)
from desktop_app.domain.money import ZERO
from desktop_app.domain.platforms import CreditLine
from desktop_app.domain.portfolio import Portfolio
from desktop_app.domain.prices.book import ManualPrice, PriceBook, PriceState
from desktop_app.domain.prices.nft import NftView
from desktop_app.domain.prices.quote import Quote, SourceWord
from desktop_app.domain.prices.rate import RatePoint
from desktop_app.domain.risk.scenario import Outcome, common_fall_outcome
from desktop_app.domain.risk.shock import Scenario
from desktop_app.domain.risk.supply import Reserve
from desktop_app.engine.earnings import PositionView, position_view, reserve_value
from desktop_app.engine.items import ReserveView
from desktop_app.engine.reserve import reserve_view
from desktop_app.engine.resources import KnownAssets, betas, historic_falls
from desktop_app.engine.settings import Settings
from desktop_app.engine.snapshot import (
    BackfillView,
    CureView,
    FeedHealth,
    Freshness,
    HistoricOutcome,
    HoldingView,
    LevelView,
    LoanView,
    Snapshot,
)
from desktop_app.engine.sums import Held, Sums, sums_of

FALLS = (Decimal("0.2"), Decimal("0.4"), Decimal("0.6"))


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a Snapshot is made of."""

    portfolio: Portfolio
    book: PriceBook
    states: Mapping[tuple[str, str, str], WatchState]
    alerts: Sequence[AlertRecord]
    settings: Settings
    assets: KnownAssets
    quarantine: Sequence[tuple[Quote, str]] = ()
    feeds: Sequence[FeedHealth] = ()
    due: Sequence[Telling] = ()
    demo: bool = False
    balances: Mapping[str, Balances] = field(default_factory=dict)
    presets: Sequence[Preset] = ()
    nfts: Sequence[NftView] = ()
    words: Sequence[SourceWord] = ()
    manual: Sequence[ManualPrice] = ()
    backfills: Sequence[BackfillView] = ()
    rates: Sequence[RatePoint] = ()
    rules: Sequence[Rule] = ()
    channels: Sequence[Channel] = ()
    muted_until: datetime | None = None
    scenarios: Sequence[Scenario] = ()


def assemble(inputs: Inputs, now: datetime) -> Snapshot:
    """Return the Snapshot of `inputs` as of `now` (aware UTC)."""
    views = sorted((loan_view(loan, inputs, now) for loan in inputs.portfolio.loans), key=_exposure)
    holdings = tuple(
        HoldingView(
            holding,
            inputs.portfolio.platform_name(holding.platform),
            inputs.book[holding.asset],
            worth(holding.amount, inputs.book[holding.asset].value),
        )
        for holding in inputs.portfolio.holdings
    )
    positions = tuple(
        position_view(one, inputs.portfolio.platform_name(one.platform), inputs.book, now, inputs.rates)
        for one in inputs.portfolio.positions
    )
    steady = inputs.assets.steady(inputs.settings.currency)
    loans = [(view.valuation, view.valuation.ladder) for view in views if _counts(view) and view.valuation]
    reserve, sums = _in_all(inputs, views, holdings, positions, now)

    def after(fall: Decimal) -> Outcome:
        return cured(common_fall_outcome(loans, (), fall, steady), reserve.reserve)

    return Snapshot(
        now,
        inputs.settings.currency,
        inputs.settings,
        tuple(views),
        holdings,
        inputs.portfolio.platforms,
        sums.shares,
        sums.totals,
        tuple(sorted(inputs.book, key=lambda price: price.asset)),
        tuple(inputs.quarantine),
        tuple(inputs.alerts),
        tuple(after(fall) for fall in FALLS),
        tuple(HistoricOutcome(one.id, one.source, after(one.fall)) for one in historic_falls()),
        _freshness(views, holdings),
        tuple(inputs.feeds),
        tuple(inputs.due),
        inputs.demo,
        tuple(inputs.presets),
        tuple(inputs.nfts),
        tuple(inputs.words),
        tuple(inputs.manual),
        tuple(inputs.backfills),
        tuple(inputs.rates),
        tuple(inputs.rules),
        tuple(inputs.channels),
        inputs.muted_until,
        positions,
        reserve,
        inputs.portfolio.credits,
        inputs.portfolio.dependencies,
        inputs.portfolio.reviews,
        scenarios=tuple(inputs.scenarios),
    )


def _in_all(
    inputs: Inputs,
    views: Sequence[LoanView],
    holdings: Sequence[HoldingView],
    positions: Sequence[PositionView],
    now: datetime,
) -> tuple[ReserveView, Sums]:
    """Return the reserve, and the sums over everything."""
    steady = inputs.assets.steady(inputs.settings.currency)
    held = [
        *held_of(holdings),
        *held_in(positions, inputs.book),
        *held_on_credit(inputs.portfolio.credits, inputs.book),
    ]
    priced = [(v.loan, v.valuation, v.interest_per_day) for v in views if not v.closed and v.valuation is not None]
    valued = [(loan, valuation) for loan, valuation, _ in priced]
    reserve = reserve_view(inputs.portfolio, positions, valued, inputs.book, inputs.settings, steady, now)
    earned = sum((one.per_day for one in positions), ZERO) - credit_cost(inputs.portfolio.credits, inputs.book)
    return reserve, sums_of(priced, held, reserve.reserve, earned_per_day=earned)


def cured(outcome: Outcome, reserve: Reserve) -> Outcome:
    """Return `outcome` with the need of all loans, and what the reserve that arrives in time leaves of it."""
    stand = reserve.stand(outcome.fall)
    return replace(outcome, need=stand.need, left=stand.left)


def held_of(holdings: Sequence[HoldingView]) -> list[Held]:
    """Return holdings as what the sums count."""
    return [
        Held(v.holding.platform, v.holding.asset, v.value, v.value if v.holding.reserve else None) for v in holdings
    ]


def held_in(positions: Sequence[PositionView], book: PriceBook) -> list[Held]:
    """Return open positions as what the sums count."""
    return [
        Held(
            view.position.platform,
            view.position.asset,
            view.value,
            reserve_value(view, book) if view.position.reserve else None,
        )
        for view in positions
        if not view.closed
    ]


def held_on_credit(lines: Sequence[CreditLine], book: PriceBook) -> list[Held]:
    """Return credit lines as what the sums count: nothing held, what is drawn owed, what is free set aside."""
    found = []
    for line in lines:
        price = book[line.asset].value
        free = worth(line.free, price) if line.reserve else None
        value = None if price is None else ZERO
        found.append(Held(line.platform, line.asset, value, free, worth(line.drawn, price) or ZERO))
    return found


def credit_cost(lines: Sequence[CreditLine], book: PriceBook) -> Decimal:
    """Return what credit lines cost a day: the yearly rate on what is drawn, by 365 days."""
    return sum((line.drawn * line.rate / 365 * (book[line.asset].value or ZERO) for line in lines), ZERO)


def worth(amount: Decimal, price: Decimal | None) -> Decimal | None:
    """Return what `amount` units are worth at `price`; None without one."""
    return amount * price if price is not None else None


def _counts(view: LoanView) -> bool:
    return not view.closed and view.valuation is not None and view.valuation.known


def _exposure(view: LoanView) -> tuple[int, Decimal, str]:
    """Sort key: the loan nearest to its next danger first, the unknown before the safe, the closed last."""
    valuation = view.valuation
    if view.closed:
        return 3, ZERO, view.loan.name
    if valuation is None or not valuation.known:
        return 1, ZERO, view.loan.name
    if valuation.bare or valuation.ltv is None:
        return 0, ZERO, view.loan.name
    ladder = view.balances.terms.ladder if view.balances.terms else None
    worst = ladder.levels[-1].ltv if ladder else Decimal(1)
    return (0 if view.depth.value != "safe" else 2), -valuation.ltv / worst, view.loan.name


def loan_view(loan: Loan, inputs: Inputs, now: datetime) -> LoanView:
    """Return how `loan` stands at `now`."""
    balances = inputs.balances.get(loan.id) or replay(loan.events, now)
    name = inputs.portfolio.platform_name(loan.platform)
    if balances.terms is None or balances.closed is not None:
        return LoanView(loan, name, balances, None, (), None, None, ZERO, (), balances.closed is not None)
    valuation = value_loan(balances, inputs.book)
    levels = _levels(loan, balances, valuation, inputs)
    calls = [view for view in levels if not view.reached and view.level.kind is not LevelKind.EARLY_WARNING]
    per_day = interest_per_day(balances, inputs.book, now)
    return LoanView(
        loan,
        name,
        balances,
        valuation,
        levels,
        calls[0] if calls else None,
        _cure(balances, valuation, inputs.assets) if valuation.known else None,
        per_day,
        tuple(balances.rates.items()),
    )


def interest_per_day(balances: Balances, book: PriceBook, now: datetime) -> Decimal:
    """Return what a loan's debts cost a day at `now`, in the reporting currency."""
    assert balances.terms is not None
    return sum(
        (
            cost_per_day(owed, balances.rates.get(asset, ZERO), balances.terms.interest, now)
            * (book[asset].value or ZERO)
            for asset, owed in balances.debts.items()
        ),
        ZERO,
    )


def _levels(loan: Loan, balances: Balances, valuation: Valuation, inputs: Inputs) -> tuple[LevelView, ...]:
    assert balances.terms is not None
    if not valuation.known:
        return tuple(
            LevelView(level, False, None, (), None, inputs.states.get((LADDER, loan.id, level.key), WatchState()))
            for level in balances.terms.ladder.levels
        )
    steady = inputs.assets.steady(inputs.settings.currency)
    moving = [leg.asset for leg in (*valuation.collateral, *valuation.debts) if leg.asset not in steady]
    order = list(dict.fromkeys(moving)) or [leg.asset for leg in valuation.collateral]
    weight = {leg.asset: leg.value for leg in (*valuation.debts, *valuation.collateral)}
    order.sort(key=lambda asset: -weight[asset])
    flat = {leg.asset: ZERO for leg in valuation.collateral if leg.asset in steady and moving}
    by_market = betas().betas
    views = []
    for level in valuation.ladder.levels:
        prices = tuple(level_price(valuation, level, asset) for asset in order)
        leading = next((price for price in prices if price.price is not None), None)
        views.append(
            LevelView(
                level,
                level.reached(valuation.ltv) if not valuation.bare else True,
                leading,
                prices,
                common_fall(valuation, level, flat),
                inputs.states.get((LADDER, loan.id, level.key), WatchState()),
                common_fall(valuation, level, {**by_market, **flat}),
            )
        )
    return tuple(views)


def _cure(balances: Balances, valuation: Valuation, assets: KnownAssets) -> CureView:
    assert balances.terms is not None
    target = balances.terms.ladder.cure_target
    found = cure(valuation.debt_value, valuation.counted_value, target)

    def places(asset: str) -> int:
        known = assets.book[asset]
        return 2 if known.kind in (AssetKind.STABLECOIN, AssetKind.FIAT) else min(known.decimals, 6)

    top_up = [
        (leg.asset, units)
        for leg in valuation.collateral
        if (units := top_up_units(valuation, target, leg.asset, places(leg.asset))) is not None
    ]
    repay = [
        (leg.asset, units)
        for leg in valuation.debts
        if (units := repay_units(valuation, target, leg.asset, places(leg.asset))) is not None
    ]
    return CureView(found, tuple(top_up), tuple(repay))


def _freshness(views: Sequence[LoanView], holdings: Sequence[HoldingView]) -> Freshness:
    prices = {held.price.asset: held.price for held in holdings}
    for view in views:
        if view.valuation is not None:
            for leg in (*view.valuation.collateral, *view.valuation.debts):
                prices[leg.asset] = leg.price
    # A person's own price is as old as they want it to be.
    times = [price.at for price in prices.values() if price.at is not None and price.state is not PriceState.MANUAL]
    quoted = [price.sources for price in prices.values() if price.sources]
    return Freshness(
        worst_state([price.state for price in prices.values()]),
        min(times) if times else None,
        min(quoted) if quoted else 0,
        tuple(sorted(asset for asset, price in prices.items() if price.state is PriceState.MISSING)),
        tuple(sorted(asset for asset, price in prices.items() if price.state is PriceState.STALE)),
    )
