"""From a Snapshot and the history of its assets to odds: which loans, which market, which reserve."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

import numpy as np

from desktop_app.domain.loans.ladder import LevelKind
from desktop_app.domain.money import ONE, ZERO
from desktop_app.domain.problems import Problem, Refused
from desktop_app.domain.risk.shock import Market
from desktop_app.engine.cluster import runner_at
from desktop_app.engine.market import Blocks, FatTailed, Model, Normal
from desktop_app.engine.odds import Book, Odds, Reserve, highest_share, odds, quantile
from desktop_app.engine.price_history import DailyReturns
from desktop_app.engine.resources import known_assets, market
from desktop_app.engine.snapshot import LoanView, Snapshot
from desktop_app.engine.stress_book import StressBook, stress_book

LEAST_DAYS = 60
MOST_FANS = 12
SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
_A_DAY = 24.0


class Kind(Enum):
    """How futures are drawn: runs of days that happened, fat tails, or the normal distribution."""

    BLOCKS = "blocks"
    FAT_TAILED = "fat_tailed"
    NORMAL = "normal"


class Basis(Enum):
    """Where the market's figures are from: the prices in the store, or the table that comes with the program."""

    HISTORY = "history"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked: horizon in days, how many futures, the seed, runs of `block` days, degrees of freedom.

    Without `trend` prices are drawn without one, so that a good past promises nothing. `chance` is that at
    which loans are sized.
    """

    kind: Kind = Kind.BLOCKS
    days: int = 90
    futures: int = 50_000
    seed: int = 1
    block: int = 10
    freedom: float = 4.0
    trend: bool = False
    chance: float = 0.05


@dataclass(frozen=True, slots=True)
class Fit:
    """The largest `debt` at which a level has the odds asked, and how much (fraction) that is beyond today's.

    `extra` is the value of more of the same collateral that does as much as less debt; 0 where none is needed.
    """

    debt: Decimal
    change: Decimal
    extra: Decimal


@dataclass(frozen=True, slots=True)
class Size:
    """What keeps the margin call and the liquidation of a loan at the odds asked; None without such a level."""

    call: Fit | None
    liquidation: Fit | None


@dataclass(frozen=True, slots=True, eq=False)
class OddsFound:
    """The answer: odds without the reserve and (where there is one) with it, by level call and liquidation.

    `fans` has for each loan of the fan its LTV by day at each of `SHARES`. `left_out` loans have an asset
    without history. `days_known` is how many days of history count.
    """

    ask: Ask
    loans: tuple[LoanView, ...]
    alone: Odds
    with_reserve: Odds | None
    sizes: tuple[Size, ...]
    fans: dict[str, tuple[tuple[float, ...], ...]]
    left_out: tuple[LoanView, ...]
    basis: Basis
    days_known: int


def moving_assets(snapshot: Snapshot) -> frozenset[str]:
    """Return the assets whose prices decide over open loans or are held for cures."""
    steady = known_assets().steady(snapshot.currency)
    book = stress_book(snapshot)
    used = (book.pledged != 0).any(axis=0) | (book.owed != 0).any(axis=0)
    held = [item.values != 0 for item in book.items if item.reach is not None and item.position is None]
    for one in held:
        used = used | one
    return frozenset(asset for asset, seen in zip(book.assets, used, strict=True) if seen and asset not in steady)


def find_odds(
    snapshot: Snapshot,
    history: DailyReturns,
    ask: Ask,
    scheduler: str = "",
    go_on: Callable[[float], bool] = lambda done: True,
) -> OddsFound | None:
    """Return the odds of every loan that the history (or the table) covers; None where `go_on` said no.

    Raises:
        Refused: no loan's assets have a history, or the cluster cannot be reached.
    """
    cut = _cut(stress_book(snapshot), known_assets().steady(snapshot.currency), history, ask.kind)
    if not cut.rows:
        raise Refused(Problem.NO_HISTORY)
    model, book, reserve = _model(ask, cut, history, market()), _book(cut), _reserve(cut)
    half = 0.5 if reserve is not None else 1.0
    with runner_at(scheduler) as runner:
        alone = odds(model, book, ask.days, ask.futures, ask.seed, runner, lambda done: go_on(done * half))
        if alone is None:
            return None
        helped = None
        if reserve is not None:
            held = replace(book, reserve=reserve, fan=())
            helped = odds(model, held, ask.days, ask.futures, ask.seed, runner, lambda done: go_on(0.5 + done / 2))
            if helped is None:
                return None
    views = tuple(cut.whole.loans[row] for row in cut.rows)
    return OddsFound(
        ask,
        views,
        alone,
        helped,
        tuple(_size(alone, book, number, view, ask.chance) for number, view in enumerate(views)),
        {views[loan].loan.id: _fan(alone, row) for row, loan in enumerate(book.fan)},
        tuple(view for row, view in enumerate(cut.whole.loans) if row not in cut.rows) + cut.whole.unknown,
        cut.basis,
        len(history.returns) if cut.basis is Basis.HISTORY else 0,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Cut:
    """The part of a book that can be simulated: rows of loans, columns of assets that move, columns that do not.

    `rests` tells whether collateral that stands still needs a column of its own.
    """

    whole: StressBook
    basis: Basis
    rows: list[int]
    columns: list[int]
    still: list[int]
    rests: bool

    @property
    def assets(self) -> list[str]:
        """The assets that move."""
        return [self.whole.assets[column] for column in self.columns]


def _cut(whole: StressBook, steady: Collection[str], history: DailyReturns, kind: Kind) -> _Cut:
    """Return what history covers, or the table where that covers more loans; runs of days need history."""
    lived = set(history.assets) if len(history.returns) >= LEAST_DAYS else set()
    covered = {
        basis: [row for row in range(len(whole.loans)) if _is_covered(whole.loans[row], assets | set(steady))]
        for basis, assets in ((Basis.HISTORY, lived), (Basis.TABLE, set(market().volatility)))
    }
    from_table = kind is not Kind.BLOCKS and len(covered[Basis.TABLE]) > len(covered[Basis.HISTORY])
    basis = Basis.TABLE if from_table else Basis.HISTORY
    known = set(market().volatility) if from_table else lived
    rows = covered[basis]
    used = (whole.pledged[rows] != 0).any(axis=0) | (whole.owed[rows] != 0).any(axis=0)
    for item in whole.items:
        if item.reach is not None and item.position is None:
            used = used | (item.values != 0)
    still = [number for number, asset in enumerate(whole.assets) if asset in steady]
    moving = [number for number, asset in enumerate(whole.assets) if used[number] and asset in known - set(steady)]
    return _Cut(whole, basis, rows, moving, still, bool(whole.counted[np.ix_(rows, still)].any()))


def _is_covered(view: LoanView, assets: Collection[str]) -> bool:
    assert view.valuation is not None
    legs = (*view.valuation.collateral, *view.valuation.debts)
    return bool(view.valuation.counted_value) and all(leg.asset in assets for leg in legs)


def _model(ask: Ask, cut: _Cut, history: DailyReturns, table: Market) -> Model:
    assets = cut.assets
    if cut.basis is Basis.HISTORY:
        picked = history.returns[:, [history.assets.index(asset) for asset in assets]]
        mean = picked.mean(axis=0)
        if ask.kind is Kind.BLOCKS:
            moves = picked if ask.trend else picked - mean
            return Blocks(np.pad(moves, ((0, 0), (0, int(cut.rests)))), ask.block)
        volatility = picked.std(axis=0, ddof=1)
        correlation = np.corrcoef(picked, rowvar=False).reshape(len(assets), len(assets))
        drift = mean if ask.trend else np.zeros(len(assets))
    else:
        volatility = np.array([float(table.volatility[asset]) for asset in assets])
        correlation = np.array([[float(table.correlated(one, other)) for other in assets] for one in assets])
        drift = np.zeros(len(assets))
    # Two assets that always moved alike leave no room for the factorisation; a hair of their own does.
    mixed = np.eye(len(assets) + cut.rests)
    mixed[: len(assets), : len(assets)] = correlation + 1e-9 * np.eye(len(assets))
    more = (0, int(cut.rests))
    if ask.kind is Kind.NORMAL:
        return Normal(np.pad(drift, more), np.pad(volatility, more), mixed)
    return FatTailed(np.pad(drift, more), np.pad(volatility, more), mixed, ask.freedom)


def _book(cut: _Cut) -> Book:
    whole, rows, columns = cut.whole, cut.rows, cut.columns
    resting = whole.counted[np.ix_(rows, cut.still)].sum(axis=1)[:, None]
    levels = np.full((2, len(rows)), np.inf)
    for number, row in enumerate(rows):
        valuation = whole.loans[row].valuation
        assert valuation is not None
        for place, kind in enumerate((LevelKind.MARGIN_CALL, LevelKind.LIQUIDATION)):
            level = valuation.ladder.of_kind(kind)
            if level is not None:
                levels[place, number] = float(level.ltv)
    extra = [resting] if cut.rests else []
    none = [np.zeros_like(resting)] if cut.rests else []
    return Book(
        np.concatenate([whole.counted[np.ix_(rows, columns)], *extra], axis=1),
        np.concatenate([whole.owed[np.ix_(rows, columns)], *none], axis=1),
        whole.owed[np.ix_(rows, cut.still)].sum(axis=1),
        1 + whole.rate[rows] / 365,
        levels,
        fan=tuple(range(min(len(rows), MOST_FANS))),
    )


def _reserve(cut: _Cut) -> Reserve | None:
    """Return what of the reserve arrives within a day and within every cure window; None where that is nothing.

    Positions whose worth does not just follow a price are left out: a hedge may be gone when it is needed.
    """
    whole = cut.whole
    soon = min([_A_DAY, *whole.levels.window[cut.rows].tolist()])
    items = [one for one in whole.items if one.position is None and one.reach is not None and one.reach <= soon]
    if not items:
        return None
    values = np.sum([one.values for one in items], axis=0)
    moving = np.concatenate([values[cut.columns], np.zeros(int(cut.rests))])
    steady = float(values[cut.still].sum())
    if not steady and not moving.any():
        return None
    depth = whole.owed[cut.rows].sum(axis=1) / whole.counted[cut.rows].sum(axis=1)
    return Reserve(steady, moving, whole.target[cut.rows], tuple(np.argsort(-depth, kind="stable").tolist()))


def _size(found: Odds, book: Book, loan: int, view: LoanView, chance: float) -> Size:
    assert view.valuation is not None
    fits: list[Fit | None] = []
    for level in book.levels[:, loan].tolist():
        if level == np.inf:
            fits.append(None)
            continue
        factor = Decimal(repr(highest_share(found, loan, level, chance)))
        debt, collateral = view.valuation.debt_value, view.valuation.collateral_value
        fits.append(Fit(debt * factor, factor - ONE, max(ZERO, collateral * (ONE / factor - ONE))))
    return Size(*fits)


def _fan(found: Odds, row: int) -> tuple[tuple[float, ...], ...]:
    """Return by day the LTV at each of `SHARES`."""
    return tuple(tuple(quantile(day, share) for share in SHARES) for day in found.tally.fans[row])
