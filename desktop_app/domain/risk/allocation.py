"""Which reserve goes to which loan: as many cures as possible in the order of need, at the lowest cost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from desktop_app.domain.money import ZERO


@dataclass(frozen=True, slots=True)
class Source:
    """A reserve item: the value it delivers once its own costs are paid, and that cost per delivered unit.

    `hours` is what it needs to be reached; `to` names the demands that it can serve at all (None: every one).
    """

    id: str
    value: Decimal
    cost: Decimal = ZERO
    hours: Decimal = ZERO
    to: frozenset[str] | None = None

    def serves(self, demand: "Demand") -> bool:
        """Tell whether it can arrive there, and in time."""
        return (self.to is None or demand.id in self.to) and (demand.hours is None or self.hours <= demand.hours)


@dataclass(frozen=True, slots=True)
class Demand:
    """A cure that is due: its value, and the hours in which it must arrive (None: no limit)."""

    id: str
    value: Decimal
    hours: Decimal | None = None


@dataclass(slots=True)
class Allocation:
    """What goes where: `moves` by (source, demand), what each demand still lacks, and what it costs in all."""

    moves: dict[tuple[str, str], Decimal] = field(default_factory=dict)
    lacking: dict[str, Decimal] = field(default_factory=dict)
    cost: Decimal = ZERO

    @property
    def complete(self) -> bool:
        """Whether every demand is met."""
        return not any(self.lacking.values())


def allocate(
    sources: Sequence[Source], demands: Sequence[Demand], extra: Mapping[tuple[str, str], Decimal] | None = None
) -> Allocation:
    """Return the allocation that serves `demands` in their order as far as can be, and of those the cheapest.

    `extra` is a further cost per unit of a (source, demand). Each demand is served along the cheapest path
    of exchanges among what was given before (successive shortest paths: exact for linear costs; see Ahuja,
    Magnanti and Orlin, Network Flows, 9.7), so that a later demand never takes from an earlier one.
    """
    flow = _Flow(sources, demands, extra or {})
    found = Allocation()
    for demand in demands:
        found.lacking[demand.id] = demand.value - flow.serve(demand)
    found.moves = {pair: amount for pair, amount in flow.moves.items() if amount}
    found.cost = sum((amount * flow.cost(*pair) for pair, amount in found.moves.items()), ZERO)
    return found


class _Flow:
    """Sources, demands and what flows between them so far."""

    def __init__(
        self, sources: Sequence[Source], demands: Sequence[Demand], extra: Mapping[tuple[str, str], Decimal]
    ) -> None:
        self.moves: dict[tuple[str, str], Decimal] = {}
        self._left = {source.id: source.value for source in sources}
        self._own = {source.id: source.cost for source in sources}
        self._extra = extra
        self._serves = {source.id: [demand.id for demand in demands if source.serves(demand)] for source in sources}

    def cost(self, source: str, demand: str) -> Decimal:
        """Return what a unit from `source` to `demand` costs."""
        return self._own[source] + self._extra.get((source, demand), ZERO)

    def serve(self, demand: Demand) -> Decimal:
        """Bring as much as can be to `demand`; return how much that is."""
        served = ZERO
        while served < demand.value:
            path = self._cheapest(demand.id)
            if path is None:
                break
            amount = min(demand.value - served, self._room(path))
            self._send(path, amount)
            served += amount
        return served

    def _cheapest(self, demand: str) -> list[str] | None:
        """Return source, demand, source, ... down to `demand`: each demand but the last gives its source away.

        Costs of what is given back count negative, so distances are relaxed until none falls (Bellman-Ford).
        """
        far: dict[str, Decimal] = {source: ZERO for source, left in self._left.items() if left > 0}
        near: dict[str, Decimal] = {}
        by: dict[tuple[str, str], str] = {}
        changed = True
        while changed:
            changed = False
            for source, distance in list(far.items()):
                for served in self._serves[source]:
                    reached = distance + self.cost(source, served)
                    if served not in near or reached < near[served]:
                        near[served] = reached
                        by["demand", served] = source
                        changed = True
            for (source, served), amount in self.moves.items():
                if amount > 0 and served in near:
                    reached = near[served] - self.cost(source, served)
                    if source not in far or reached < far[source]:
                        far[source] = reached
                        by["source", source] = served
                        changed = True
        if demand not in near:
            return None
        path = [demand]
        while True:
            source = by["demand", path[-1]]
            path.append(source)
            if ("source", source) not in by:
                return path[::-1]
            path.append(by["source", source])

    def _room(self, path: Sequence[str]) -> Decimal:
        given_back = [self.moves[path[index + 1], path[index]] for index in range(1, len(path) - 1, 2)]
        return min([self._left[path[0]], *given_back])

    def _send(self, path: Sequence[str], amount: Decimal) -> None:
        self._left[path[0]] -= amount
        for index in range(0, len(path), 2):
            pair = path[index], path[index + 1]
            self.moves[pair] = self.moves.get(pair, ZERO) + amount
        for index in range(1, len(path) - 1, 2):
            self.moves[path[index + 1], path[index]] -= amount
