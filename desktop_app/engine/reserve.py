"""The reserve as it stands: items out of holdings, positions and credit lines, the loans that they serve."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal

from desktop_app.domain.earn.perpetual import Side
from desktop_app.domain.earn.position import PerpetualDetails, PoolDetails
from desktop_app.domain.earn.worth import could_become
from desktop_app.domain.loans.ladder import Ladder, LevelKind
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.valuation import Valuation
from desktop_app.domain.money import ONE, ZERO
from desktop_app.domain.platforms import CreditLine, Holding
from desktop_app.domain.portfolio import Portfolio
from desktop_app.domain.prices.book import PriceBook
from desktop_app.domain.reach import Reach
from desktop_app.domain.risk.ready import moments_of, ways_from
from desktop_app.domain.risk.reserve import Watched, reserve_of
from desktop_app.domain.risk.supply import ReserveItem, Way
from desktop_app.engine.earnings import PositionView
from desktop_app.engine.items import ItemKind, ItemView, ReserveView
from desktop_app.engine.settings import Settings


def called_at(ladder: Ladder) -> LevelKind | None:
    """Return the kind of level that a reserve has to keep a loan under; None for one that no price ends."""
    for kind in (LevelKind.MARGIN_CALL, LevelKind.LIQUIDATION):
        if ladder.of_kind(kind) is not None:
            return kind
    return None


def watched_of(loans: Iterable[tuple[Loan, Valuation]], settings: Settings) -> tuple[list[Watched], set[str]]:
    """Return the loans whose price can call them, and the identifiers of those whose window is assumed."""
    found: list[Watched] = []
    assumed = set()
    for loan, valuation in loans:
        kind = called_at(valuation.ladder)
        level = valuation.ladder.of_kind(kind) if kind is not None and valuation.known else None
        if level is None:
            continue
        if level.cure_hours is None:
            assumed.add(loan.id)
        hours = settings.window_h if level.cure_hours is None else level.cure_hours
        target = min(valuation.ladder.cure_target, level.ltv) if settings.cure_to_target else None
        found.append(Watched(loan.id, valuation, level, hours, target))
    return found, assumed


def reserve_view(
    portfolio: Portfolio,
    positions: Sequence[PositionView],
    loans: Iterable[tuple[Loan, Valuation]],
    book: PriceBook,
    settings: Settings,
    steady: frozenset[str],
    now: datetime,
) -> ReserveView:
    """Return the reserve at `now`: only what is set aside, for open loans (the most exposed first)."""
    items = [
        *(_holding(one, portfolio.platform_name(one.platform), book, now) for one in portfolio.holdings if one.reserve),
        *(_position(one, book, now) for one in positions if one.position.reserve and not one.closed),
        *(_credit(one, book, now) for one in portfolio.credits if one.reserve and one.free),
    ]
    watched, assumed = watched_of(loans, settings)
    counted = [view.item for view in items if view.item is not None]
    return ReserveView(tuple(items), reserve_of(watched, counted, steady), frozenset(assumed))


def _holding(holding: Holding, place: str, book: PriceBook, now: datetime) -> ItemView:
    price = book[holding.asset].value
    value = None if price is None else price * holding.amount
    known = f"{ItemKind.HOLDING.value}:{holding.id}"
    ways = ways_from([(now, ZERO)], holding.reach, holding.reach_hours, now)
    item = _item(known, holding.asset, holding.amount, value, price, holding.reach, ways)
    return ItemView(
        known,
        ItemKind.HOLDING,
        holding.note or f"{holding.asset} · {place}",
        holding.platform,
        holding.asset,
        holding.amount,
        value,
        holding.reach,
        holding.reach_hours,
        item,
        holding,
    )


def _credit(line: CreditLine, book: PriceBook, now: datetime) -> ItemView:
    price = book[line.asset].value
    value = None if price is None else price * line.free
    known = f"{ItemKind.CREDIT.value}:{line.id}"
    ways = ways_from([(now, ZERO)], line.reach, line.reach_hours, now)
    # What may be drawn does not shrink with the market: the limit is told in units.
    item = _item(known, line.asset, line.free, value, price, line.reach, ways)
    return ItemView(
        known,
        ItemKind.CREDIT,
        line.name,
        line.platform,
        line.asset,
        line.free,
        value,
        line.reach,
        line.reach_hours,
        item,
        line,
    )


def _position(view: PositionView, book: PriceBook, now: datetime) -> ItemView:
    one = view.position
    units = view.principal + view.interest
    known = f"{ItemKind.POSITION.value}:{one.id}"
    moments = moments_of(one, units, now)
    ways = ways_from(moments, one.reach, one.reach_hours, now)
    becomes = _becomes(view, book)
    value = min((worth for _, worth in becomes), default=None) if becomes is not None else None
    item = None
    if becomes and value is not None:
        (asset, first), *others = becomes
        item = _item(known, asset, units, first, view.price.value, one.reach, ways, tuple(others), _leverage(view))
    return ItemView(
        known,
        ItemKind.POSITION,
        one.name,
        one.platform,
        one.asset,
        units,
        value,
        one.reach,
        one.reach_hours,
        item,
        one,
    )


def _becomes(view: PositionView, book: PriceBook) -> list[tuple[str, Decimal]] | None:
    """Return everything that a position may be worth, by the asset whose fall it takes; None without a price."""
    outcomes = could_become(view.position)
    if outcomes:
        priced = [(one.asset, one.amount, book[one.asset].value) for one in outcomes]
        if any(price is None for _, _, price in priced):
            return None
        return [(asset, amount * price) for asset, amount, price in priced if price is not None]
    if view.value is None:
        return None
    others = [view.position.details.other] if isinstance(view.position.details, PoolDetails) else []
    return [(asset, view.value) for asset in (view.position.asset, *others)]


def _leverage(view: PositionView) -> Decimal | None:
    """Return how many times a fall an open perpetual takes: a long its leverage, a short nothing; None: another."""
    details = view.position.details
    if not isinstance(details, PerpetualDetails):
        return None
    if details.side is Side.SHORT or not view.value or view.price.value is None:
        return ZERO
    return view.position.amount * view.price.value / view.value


def _item(
    known: str,
    asset: str,
    units: Decimal,
    value: Decimal | None,
    price: Decimal | None,
    reach: Reach,
    ways: tuple[Way, ...],
    or_else: tuple[tuple[str, Decimal], ...] = (),
    leverage: Decimal | None = None,
) -> ReserveItem | None:
    if value is None or price is None or not units:
        return None
    per_day = None if reach.per_day is None else min(ONE, reach.per_day / units)
    follows = reach.follows if reach.follows is not None else leverage
    return ReserveItem(asset, value, known, ways, or_else, per_day, reach.fee * price, reach.loss, follows)
