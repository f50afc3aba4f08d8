"""The scenarios that every portfolio is tested by, and a whole stress test of a Snapshot."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop_app.domain.loans.ladder import Depth
from desktop_app.domain.risk.shock import Scenario
from desktop_app.engine.counterparties import chain_of
from desktop_app.engine.resources import episodes, known_assets, market, scenario_presets
from desktop_app.engine.snapshot import LoanView, Snapshot
from desktop_app.engine.stress import FALLS, Bench, Stressed
from desktop_app.engine.stress_book import stress_book

ANY = "*"


def built_in(snapshot: Snapshot) -> tuple[Scenario, ...]:
    """Return the scenarios of `resources/presets/scenarios.json`.

    ``*`` stands for the platform with the largest share, and for the pegged coin that is owed or held most;
    a scenario about what a portfolio does not have is left out.
    """
    return tuple(found for one in scenario_presets() if (found := _filled_in(one, snapshot)) is not None)


def _filled_in(scenario: Scenario, snapshot: Snapshot) -> Scenario | None:
    if ANY in scenario.frozen:
        largest = [share.platform for share in snapshot.shares[:1]]
        return replace(scenario, frozen=tuple(largest)) if largest else None
    if ANY in dict(scenario.moves):
        pegged = [asset for asset in _owed_or_held(snapshot) if known_assets().book[asset].peg]
        moves = [(pegged[0] if asset == ANY else asset, move) for asset, move in scenario.moves] if pegged else []
        return replace(scenario, moves=tuple(moves)) if moves else None
    return scenario


def _owed_or_held(snapshot: Snapshot) -> list[str]:
    """Return assets by how much of them is owed or held, the largest first."""
    sizes: dict[str, Decimal] = {}
    for view in snapshot.open_loans:
        for leg in (*view.valuation.debts, *view.valuation.collateral) if view.valuation is not None else ():
            sizes[leg.asset] = sizes.get(leg.asset, Decimal(0)) + leg.value
    for one in snapshot.holdings:
        if one.value is not None:
            sizes[one.holding.asset] = sizes.get(one.holding.asset, Decimal(0)) + one.value
    return sorted(sizes, key=lambda asset: (-sizes[asset], asset))


@dataclass(frozen=True, slots=True)
class StressTest:
    """A whole stress test: today, each scenario, how far reserve and hedges reach, loans by common fall.

    `heat` has a row for each of `falls`, and in it a (depth, LTV) for each of `loans`. `unknown` loans have
    no price and are not tested; without `complete` something else has none either.
    """

    today: Stressed
    scenarios: tuple[Stressed, ...]
    cover: Decimal | None
    falls: tuple[Decimal, ...]
    heat: tuple[tuple[tuple[Depth, Decimal | None], ...], ...]
    loans: tuple[LoanView, ...]
    unknown: tuple[LoanView, ...]
    complete: bool


def followed(scenario: Scenario, snapshot: Snapshot) -> Scenario:
    """Return `scenario` with every platform frozen that fails with those it names, by their dependencies."""
    if not scenario.frozen:
        return scenario
    failed = chain_of(snapshot, frozenset(scenario.frozen)).failed
    return replace(scenario, frozen=(*scenario.frozen, *sorted(failed - set(scenario.frozen))))


def bench_of(snapshot: Snapshot) -> Bench:
    """Return what tests the portfolio of a Snapshot."""
    return Bench(stress_book(snapshot), known_assets().steady(snapshot.currency), market(), episodes())


def stress_test(snapshot: Snapshot, scenarios: Sequence[Scenario] | None = None) -> StressTest:
    """Return the whole stress test of a Snapshot; without `scenarios` by those built in and a person's own."""
    bench = bench_of(snapshot)
    wanted = (*built_in(snapshot), *snapshot.scenarios) if scenarios is None else scenarios
    return StressTest(
        # Today is what every other page says; a scenario counts hedges as they would settle.
        replace(bench.today, assets=snapshot.totals.assets, debt=snapshot.totals.debt),
        tuple(bench.test(followed(one, snapshot)) for one in wanted),
        bench.cover(),
        FALLS,
        bench.heat(),
        bench.book.loans,
        bench.book.unknown,
        bench.book.complete,
    )
