"""Which reserve goes to which loan, against every way there is."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from random import Random

import pytest

from desktop_app.domain.risk.allocation import Demand, Source, allocate

Costs = dict[tuple[str, str], Decimal]


def splits(units: int, places: int) -> Iterator[tuple[int, ...]]:
    """Yield every way to lay at most `units` into `places`."""
    for found in product(range(units + 1), repeat=places):
        if sum(found) <= units:
            yield found


def best_by_hand(sources: list[Source], demands: list[Demand], extra: Costs) -> tuple[list[int], Decimal]:
    """Return what each demand gets, in their order as much as can be, and the least it costs."""
    best: tuple[list[int], Decimal] | None = None
    for ways in product(*(list(splits(int(source.value), len(demands))) for source in sources)):
        got = [sum(way[index] for way in ways) for index in range(len(demands))]
        if any(amount > demand.value for amount, demand in zip(got, demands, strict=True)):
            continue
        cost = Decimal(0)
        allowed = True
        for source, way in zip(sources, ways, strict=True):
            for demand, amount in zip(demands, way, strict=True):
                allowed = allowed and (not amount or source.serves(demand))
                cost += amount * (source.cost + extra.get((source.id, demand.id), Decimal(0)))
        if allowed and (best is None or (got, -cost) > (best[0], -best[1])):
            best = got, cost
    assert best is not None
    return best


@pytest.mark.parametrize("seed", range(10))
def test_no_other_way_serves_more_or_costs_less(seed: int) -> None:
    random = Random(seed)
    for _ in range(100):
        names = "ABC"[: random.randint(1, 3)]
        sources = [
            Source(
                f"s{number}",
                Decimal(random.randint(0, 3)),
                Decimal(random.randint(0, 3)),
                Decimal(random.randint(0, 48)),
                None if random.random() < 0.5 else frozenset(name for name in names if random.random() < 0.7),
            )
            for number in range(random.randint(1, 3))
        ]
        demands = [
            Demand(name, Decimal(random.randint(0, 4)), random.choice([None, Decimal(random.randint(0, 48))]))
            for name in names
        ]
        extra = {
            (source.id, name): Decimal(random.randint(0, 4))
            for source in sources
            for name in names
            if random.random() < 0.5
        }
        found = allocate(sources, demands, extra)
        got, cost = best_by_hand(sources, demands, extra)
        assert [demand.value - found.lacking[demand.id] for demand in demands] == got
        assert found.cost == cost
        for source in sources:
            assert sum(amount for (name, _), amount in found.moves.items() if name == source.id) <= source.value


def test_what_only_one_item_can_reach_in_time_gets_that_item() -> None:
    quick = Source("quick", Decimal(10))
    slow = Source("slow", Decimal(10), hours=Decimal(72))
    found = allocate([quick, slow], [Demand("patient", Decimal(10)), Demand("urgent", Decimal(10), Decimal(24))])
    assert found.complete
    assert found.moves == {("slow", "patient"): 10, ("quick", "urgent"): 10}


def test_what_cannot_be_cured_in_full_is_told() -> None:
    found = allocate([Source("one", Decimal(7))], [Demand("first", Decimal(5)), Demand("second", Decimal(5))])
    assert found.lacking == {"first": 0, "second": 3}
    assert not found.complete


def test_without_a_demand_nothing_moves() -> None:
    assert allocate([Source("one", Decimal(7))], []).moves == {}
