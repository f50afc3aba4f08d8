"""The plan after a fall: which item goes to which loan, by when, at what cost, and the LTV that it leaves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.loans.valuation import Valuation, fallen, ltv
from desktop_app.domain.money import ONE, ZERO
from desktop_app.domain.risk.allocation import Allocation, Demand, Source, allocate
from desktop_app.domain.risk.supply import Reserve, ReserveItem, Way


@dataclass(frozen=True, slots=True)
class Step:
    """One transfer: `value` arrives at the loan, `taken` leaves the item (values after the fall), the rest is cost.

    `hours` is when it has arrived, `within` the loan's cure window (None: without end), `after` the LTV that
    the loan then has (None: debt against nothing). `waits` tells that the item is waited for to save its cost.
    """

    item: str
    loan: str
    value: Decimal
    taken: Decimal
    hours: Decimal
    within: Decimal | None
    after: Decimal | None
    waits: bool

    @property
    def cost(self) -> Decimal:
        """What is lost on the way."""
        return self.taken - self.value


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do after `fall`: the steps by arrival, what each loan that needs something still lacks, LTV unaided."""

    fall: Decimal
    steps: tuple[Step, ...]
    lacking: dict[str, Decimal]
    before: dict[str, Decimal | None]

    @property
    def cost(self) -> Decimal:
        """What all steps cost together."""
        return sum((step.cost for step in self.steps), ZERO)

    @property
    def after(self) -> dict[str, Decimal | None]:
        """The LTV of each loan that needs something, once every step is done."""
        return self.before | {step.loan: step.after for step in self.steps}


def plan(reserve: Reserve, valuations: Mapping[str, Valuation], fall: Decimal) -> Plan:
    """Return the plan that serves the loans in their order as far as can be, and of those the cheapest.

    Every choice of ways is allocated exactly (see `allocate`); the one that leaves least lacking wins, then
    the one that costs least, a part's flat fee spread over it. Each step then bears the fee of its own.
    """
    demands = [
        Demand(need.id, value, None if need.hours.is_infinite() else need.hours)
        for need in reserve.needs
        if (value := need.at(fall))
    ]
    options: list[tuple[Allocation, list[Source], tuple[Way | None, ...]]] = []
    for ways in reserve.arrangements():
        sources = reserve.parts(fall, ways, len(demands))
        options.append((allocate(sources, demands), sources, ways))
    found, sources, ways = min(options, key=lambda one: (*one[0].lacking.values(), one[0].cost))
    after = {demand.id: fallen(valuations[demand.id], fall, reserve.steady) for demand in demands}
    return Plan(
        fall,
        tuple(_steps(found, sources, demands, after, _chosen(reserve, ways))),
        found.lacking,
        {name: one.ltv for name, one in after.items()},
    )


def _chosen(reserve: Reserve, ways: Sequence[Way | None]) -> dict[str, tuple[ReserveItem, Way]]:
    """Return each item that is used with its way."""
    pairs = zip(reserve.items, ways, strict=True)
    return {item.id: (item, chosen) for item, chosen in pairs if chosen is not None}


def _steps(
    found: Allocation,
    sources: Sequence[Source],
    demands: Sequence[Demand],
    after: Mapping[str, Valuation],
    chosen: Mapping[str, tuple[ReserveItem, Way]],
) -> list[Step]:
    by_name = {source.id: source for source in sources}
    windows = {demand.id: demand.hours for demand in demands}
    paid: dict[str, Decimal] = {}
    steps = []
    for (name, loan), value in sorted(found.moves.items(), key=lambda move: (by_name[move[0][0]].hours, move[0])):
        source, valuation = by_name[name], after[loan]
        paid[loan] = paid.get(loan, ZERO) + value
        left = ltv(valuation.debt_value - paid[loan], valuation.counted_value)
        item, way = chosen[name.rpartition("#")[0]]
        taken = (value + item.fee) / ((ONE - way.cost) * (ONE - item.loss))
        steps.append(Step(item.id, loan, value, taken, source.hours, windows[loan], left, way != item.ways[0]))
    return steps
