"""Stress tests: what scenarios do to every loan, to the reserve and to net worth, beside today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from desktop_app.domain.loans.ladder import Depth, Level
from desktop_app.domain.money import ZERO
from desktop_app.domain.risk.shock import Episode, Market, Scenario
from desktop_app.engine.snapshot import LoanView
from desktop_app.engine.stress_book import RANK, Floats, StressBook, Way
from desktop_app.engine.stress_paths import way_of
from desktop_app.engine.stress_run import Run, run
from desktop_app.engine.worth_paths import is_hedge, values_along

_CENTS = Decimal("1e-8")
_GRID = 1000
FALLS = tuple(Decimal(number) / 20 for number in range(1, 17))


@dataclass(frozen=True, slots=True)
class LoanOutcome:
    """What a scenario does to one loan. Values are in the reporting currency at the scenario's prices.

    `reached` has each level reached with the hour of the scenario at which it first was. `need` is the cure
    that is called for in all, `paid` what the reserve repays of it, `sold` and `lost` what a sale takes and its
    fee. `ltv` is that of the end (None: nothing is pledged any more), `worst` the highest before anything was
    done (None: nothing was left). `stuck` tells that its collateral lies with a frozen platform.
    """

    view: LoanView
    depth: Depth
    reached: tuple[tuple[Level, Decimal], ...]
    worst: Decimal | None
    need: Decimal
    paid: Decimal
    sold: Decimal
    lost: Decimal
    collateral: Decimal
    debt: Decimal
    ltv: Decimal | None
    stuck: bool

    @property
    def is_sold(self) -> bool:
        """Whether its liquidation is reached, or collateral is sold as nobody cured its call in time."""
        return self.depth is Depth.LIQUIDATION or self.sold > 0


@dataclass(frozen=True, slots=True)
class Stressed:
    """What a scenario does to everything; the scenario called "" is today.

    `calls` and `sales` count the loans that are called at worst and those of which something is sold. `need` is
    what cures call for, `used` what the reserve repays of it, `left` what remains of what can be reached of it,
    `short` what is still called for at the end. `sold` and `lost` are what sales take and their fees. `stuck`
    lies with frozen platforms and is part of `net`, `due` is owed to them. `hedges` is what perpetuals and
    structured products gained, `impact` the deepest fall that sales themselves caused. `settled` is false
    where sales fed on each other beyond all rounds.
    """

    scenario: Scenario
    loans: tuple[LoanOutcome, ...]
    calls: int
    sales: int
    need: Decimal
    used: Decimal
    left: Decimal
    sold: Decimal
    lost: Decimal
    assets: Decimal
    debt: Decimal
    stuck: Decimal
    due: Decimal
    hedges: Decimal
    short: Decimal
    impact: Decimal
    settled: bool

    @property
    def net(self) -> Decimal:
        """Net worth, what is stuck counted in full."""
        return self.assets - self.debt


TODAY = Scenario("", hours=ZERO, uses_reserve=False)


class Bench:
    """Runs scenarios on one book; `steady` assets stand still unless a scenario names them."""

    def __init__(
        self, book: StressBook, steady: frozenset[str], market: Market, episodes: Mapping[str, Episode]
    ) -> None:
        self.book = book
        self._steady, self._market, self._episodes = steady, market, episodes
        still = Way(np.zeros(1), np.ones((1, len(book.assets))))
        self._now = np.array([values_along(item, book, still.grid, still.days, 0.0)[0] for item in book.items])
        self.today = self._told(TODAY, run(book, TODAY, still, self._now[:, None]))

    def test(self, scenario: Scenario) -> Stressed:
        """Return what `scenario` does; one whose episode is not known counts without it."""
        episode = self._episodes.get(scenario.episode)
        way = way_of(scenario, self.book, self._steady, self._market, episode)
        funding = float(scenario.funding)
        worths = [values_along(item, self.book, way.grid, way.days, funding) for item in self.book.items]
        found = run(self.book, scenario, way, np.array(worths).reshape(len(worths), len(way.hours)))
        return self._told(scenario, found)

    def _told(self, scenario: Scenario, found: Run) -> Stressed:
        book = self.book
        frozen = set(scenario.frozen)
        items = found.items * found.left
        reserve = [
            number for number, item in enumerate(book.items) if item.reach is not None and item.platform not in frozen
        ]
        hedges = [number for number, item in enumerate(book.items) if is_hedge(item)]
        outcomes = self._outcomes(scenario, found)
        stuck = sum(items[number] for number, item in enumerate(book.items) if item.platform in frozen)
        stuck += sum(found.value[row] for row, view in enumerate(book.loans) if view.loan.platform in frozen)
        return Stressed(
            scenario,
            outcomes,
            sum(one.depth is Depth.MARGIN_CALL and not one.is_sold for one in outcomes),
            sum(one.is_sold for one in outcomes),
            _money(found.need.sum()),
            _money(found.paid.sum()),
            _money(sum(items[number] for number in reserve)),
            _money(found.sold.sum()),
            _money(found.lost.sum()),
            _money(items.sum() + found.value.sum() + found.returned.sum()),
            _money(found.debt.sum()),
            _money(stuck),
            sum((one.debt for one in outcomes if one.stuck), ZERO),
            _money(sum(found.items[number] - self._now[number] for number in hedges)),
            _money(found.unmet.sum()),
            _money(np.min(found.impact, initial=1.0) - 1),
            found.settled,
        )

    def _outcomes(self, scenario: Scenario, found: Run) -> tuple[LoanOutcome, ...]:
        columns = (found.need, found.paid, found.sold, found.lost, found.value, found.counted, found.debt, found.worst)
        rows = zip(self.book.loans, found.first.T.tolist(), *(one.tolist() for one in columns), strict=True)
        return tuple(_outcome(scenario, *row) for row in rows)

    def cover(self) -> Decimal | None:
        """Return the largest common fall through which reserve and hedges keep every loan under its margin call.

        Falls of each tenth of a percent are tried, as a hedge may be worth less in a small fall than in none;
        None without loans, 0 where today's reserve does not do.
        """
        if not self.book.loans:
            return None
        falls = np.arange(_GRID + 1) / _GRID
        needed = self._needed(falls)
        enough = needed <= self._had(falls) + 1e-9
        first = int(np.argmin(enough)) if not enough.all() else _GRID + 1
        return Decimal(max(0, first - 1)) / _GRID

    def _grid(self, falls: Floats) -> Floats:
        moving = np.array([asset not in self._steady for asset in self.book.assets])
        return np.asarray(1 - falls[:, None] * moving)

    def _needed(self, falls: Floats) -> Floats:
        levels = self.book.levels
        if not levels.calls.any():
            return np.zeros(len(falls))
        # The first level at which a cure is due, by loan.
        first = np.argmax(levels.calls, axis=0)
        borne = levels.borne[first, np.arange(len(self.book.loans))]
        grid = self._grid(falls)
        short = grid @ (self.book.owed - borne).T
        return np.asarray(np.where(levels.calls.any(axis=0), np.maximum(0.0, short), 0.0).sum(axis=1))

    def _had(self, falls: Floats) -> Floats:
        grid = self._grid(falls)
        days = np.zeros(len(falls))
        values = [values_along(item, self.book, grid, days, 0.0) for item in self.book.items if item.reach is not None]
        return np.asarray(np.sum(values, axis=0)) if values else np.zeros(len(falls))

    def heat(self, falls: Sequence[Decimal] = FALLS) -> tuple[tuple[tuple[Depth, Decimal | None], ...], ...]:
        """Return by fall, and in it by loan, how deep the loan lies and its LTV after a common fall at once."""
        grid = self._grid(np.array([float(fall) for fall in falls]))
        book, levels = self.book, self.book.levels
        debt, counted = grid @ book.owed.T, grid @ book.counted.T
        ranks = np.zeros(debt.shape, dtype=np.int64)
        for row in range(len(levels.there)):
            borne = grid @ levels.borne[row].T
            hit = levels.there[row] & np.where(levels.strict[row], debt > borne, debt >= borne * (1 - 1e-12))
            ranks = np.maximum(ranks, np.where(hit, levels.ranks[row], 0))
        with np.errstate(divide="ignore", invalid="ignore"):
            ltvs = np.where(counted > 0, debt / counted, np.inf)
        pairs = zip(ranks.ravel().tolist(), ltvs.ravel().tolist(), strict=True)
        cells = [(_DEPTHS[rank], _share(ltv)) for rank, ltv in pairs]
        width = len(book.loans)
        return tuple(tuple(cells[row * width : (row + 1) * width]) for row in range(len(falls)))


_DEPTHS = tuple(Depth)


def _outcome(scenario: Scenario, view: LoanView, hours: Sequence[float], *figures: float) -> LoanOutcome:
    need, paid, sold, lost, value, counted, debt, worst = figures
    assert view.valuation is not None
    levels = view.valuation.ladder.levels
    reached = tuple((level, _money(hour)) for level, hour in zip(levels, hours, strict=False) if hour != np.inf)
    return LoanOutcome(
        view,
        _DEPTHS[max((RANK[level.kind] for level, _ in reached), default=0)],
        reached,
        _share(worst),
        _money(need),
        _money(paid),
        _money(sold),
        _money(lost),
        _money(value),
        _money(debt),
        _share(debt / counted) if counted > 0 else None,
        view.loan.platform in scenario.frozen,
    )


def _money(value: float) -> Decimal:
    return Decimal(repr(float(value))).quantize(_CENTS) if value else ZERO


def _share(value: float) -> Decimal | None:
    return Decimal(repr(value)) if value != np.inf else None
