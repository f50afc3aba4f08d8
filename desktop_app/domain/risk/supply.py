"""What a reserve can do for loans after a common fall: who gets how much, in time, and up to which fall.

Each loan's need is a line in the fall x (debt and collateral both are), so that coverage, gap and curve
cost a few multiplications a loan.
What arrives within the window of one loan arrives within every longer one; so the demands can be met if and
only if, for every window, the demands within it are no more than what arrives within it (Hall's condition
on nested sets), and a loan takes what all windows from its own on leave over (greedy on a polymatroid:
whatever the order of the loans, the sum that is met is the largest; Edmonds 1970).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from desktop_app.domain.money import ONE, ZERO
from desktop_app.domain.risk.allocation import Source

FOREVER = Decimal("Infinity")
_STEPS = 40
_DAY = Decimal(24)
_MOST_CHOICES = 6
_MOST_DAYS = 400

Line = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to an amount: the hours until the first part has arrived, and the share of it that is given away."""

    hours: Decimal = ZERO
    cost: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class ReserveItem:
    """Something set aside: its asset and its value now (reporting currency), and how it is reached.

    `ways` are the earliest first; without any it cannot be had. `or_else` is what it may turn into instead
    (asset, value now): the least of all counts. `per_day` is the share of it that may leave in 24 hours,
    `fee` the value that each withdrawal costs, `loss` the share that conversion takes, `follows` the share of
    a fall that its price takes (None: none for what is steady, else all).
    """

    asset: str
    value: Decimal
    id: str = ""
    ways: tuple[Way, ...] = (Way(),)
    or_else: tuple[tuple[str, Decimal], ...] = ()
    per_day: Decimal | None = None
    fee: Decimal = ZERO
    loss: Decimal = ZERO
    follows: Decimal | None = None

    def worth(self, fall: Decimal, steady: frozenset[str]) -> Decimal:
        """Return its value after a common fall, as the least of what it may have become."""

        def after(asset: str, value: Decimal) -> Decimal:
            follows = self.follows if self.follows is not None else ZERO if asset in steady else ONE
            return value * (ONE - fall * follows)

        return min(after(asset, value) for asset, value in ((self.asset, self.value), *self.or_else))


@dataclass(frozen=True, slots=True)
class Need:
    """What a loan needs repaid after a fall, as lines (at no fall, per unit of fall): to its level, to its target."""

    id: str
    hours: Decimal
    over_level: Line
    over_target: Line | None

    def at(self, fall: Decimal) -> Decimal:
        """Return the value to repay after `fall`."""
        over = self.over_level[0] + self.over_level[1] * fall
        if self.over_target is None or over < 0:
            return max(ZERO, over)
        return max(ZERO, self.over_target[0] + self.over_target[1] * fall)


@dataclass(frozen=True, slots=True)
class Stand:
    """How reserve and loans stand after `fall`: the need in all, what arrives in time at all, what each loan gets.

    `lacking` names every loan that needs something, with what it still lacks.
    """

    fall: Decimal
    need: Decimal
    reachable: Decimal
    lacking: dict[str, Decimal]

    @property
    def gap(self) -> Decimal:
        """What all loans lack together."""
        return sum(self.lacking.values(), ZERO)

    @property
    def left(self) -> Decimal:
        """What is left of the reserve after all cures; negative where it falls short."""
        return -self.gap if self.gap else self.reachable - self.need


@dataclass(frozen=True, slots=True)
class Reserve:
    """The needs of all loans, the most urgent first, and the items that are set aside for them."""

    needs: tuple[Need, ...]
    items: tuple[ReserveItem, ...]
    steady: frozenset[str]

    def stand(self, fall: Decimal) -> Stand:
        """Return how everything stands after a common `fall`, the best of all ways to reach the items."""
        demands = [(need, value) for need in self.needs if (value := need.at(fall))]
        found = [self._stand(fall, demands, ways) for ways in self.arrangements()]
        return min(found, key=lambda one: (*one.lacking.values(), -one.reachable))

    def within(self, loan: str) -> tuple[Decimal, Decimal] | None:
        """Return a loan's window (hours) and what arrives within it as prices stand; None where none can call it."""
        need = next((need for need in self.needs if need.id == loan), None)
        if need is None:
            return None
        best = max(
            sum((part.value for part in self.parts(ZERO, ways, 1) if part.hours <= need.hours), ZERO)
            for ways in self.arrangements()
        )
        return need.hours, best

    def _stand(self, fall: Decimal, demands: Sequence[tuple[Need, Decimal]], ways: Sequence[Way | None]) -> Stand:
        parts = self.parts(fall, ways, len(demands))
        windows = sorted({need.hours for need in self.needs})
        room = [sum((part.value for part in parts if part.hours <= window), ZERO) for window in windows]
        reachable = room[-1] if room else sum((part.value for part in parts), ZERO)
        lacking = {}
        for need, value in demands:
            first = windows.index(need.hours)
            got = min(value, *room[first:])
            lacking[need.id] = value - got
            room[first:] = [left - got for left in room[first:]]
        return Stand(fall, sum((value for _, value in demands), ZERO), reachable, lacking)

    def arrangements(self) -> Iterator[tuple[Way | None, ...]]:
        """Yield every choice of a way an item (None: it cannot be had in any window).

        Of more than six items with a choice, those with the least value take the earliest way.
        """
        longest = max((need.hours for need in self.needs), default=FOREVER)
        choices: list[tuple[Way | None, ...]] = [
            tuple(one for one in item.ways if one.hours <= longest) or (None,) for item in self.items
        ]
        several = sorted((n for n, ways in enumerate(choices) if len(ways) > 1), key=lambda n: -self.items[n].value)
        for number in several[_MOST_CHOICES:]:
            choices[number] = choices[number][:1]
        return product(*choices)

    def parts(self, fall: Decimal, ways: Sequence[Way | None], transfers: int) -> list[Source]:
        """Return what arrives when: each item's parts by day, with their cost per unit.

        Each part bears the fee of `transfers` withdrawals: one for every loan that may get some of it.
        """
        longest = max((need.hours for need in self.needs), default=FOREVER)
        found: list[Source] = []
        for item, chosen in zip(self.items, ways, strict=True):
            if chosen is not None:
                found += _parts(item, chosen, item.worth(fall, self.steady), item.fee * max(1, transfers), longest)
        return found

    def coverage(self) -> Decimal | None:
        """Return the largest common fall (positive fraction) that can be cured in time; None without loans.

        Each need is convex in the fall and each supply concave, so that what can be cured is one stretch
        from 0 on and bisection finds its end; the answer errs to the safe side by at most 2^-40.
        """
        if not self.needs:
            return None
        if not self._enough(ZERO):
            return ZERO
        if self._enough(ONE):
            return ONE
        low, high = ZERO, ONE
        for _ in range(_STEPS):
            middle = (low + high) / 2
            if self._enough(middle):
                low = middle
            else:
                high = middle
        return low

    def _enough(self, fall: Decimal) -> bool:
        """Tell whether some choice of ways leaves no window with more due than arrives."""
        due: dict[Decimal, Decimal] = {}
        count = 0
        for need in self.needs:
            value = need.at(fall)
            if value:
                due[need.hours] = due.get(need.hours, ZERO) + value
                count += 1
        return any(_meets(self.parts(fall, ways, count), due) for ways in self.arrangements())


def _meets(parts: Sequence[Source], due: dict[Decimal, Decimal]) -> bool:
    """Tell whether for every window what arrives within it is at least what is due within it."""
    owed = ZERO
    for window in sorted(due):
        owed += due[window]
        if sum((part.value for part in parts if part.hours <= window), ZERO) < owed:
            return False
    return True


def _by_day(per_day: Decimal | None) -> Iterator[Decimal]:
    """Yield the shares of an amount that leave on the first day, the second, ...; `per_day` is the most."""
    left = ONE
    for _ in range(_MOST_DAYS):
        part = left if per_day is None else min(per_day, left)
        yield part
        left -= part
        if not left:
            return


def _parts(item: ReserveItem, chosen: Way, worth: Decimal, fees: Decimal, longest: Decimal) -> Iterator[Source]:
    for day, share in enumerate(_by_day(item.per_day)):
        hours = chosen.hours + _DAY * day
        if hours > longest:
            return
        gross = worth * share
        kept = gross * (ONE - chosen.cost) * (ONE - item.loss)
        delivered = kept - fees
        if delivered > 0:
            yield Source(f"{item.id}#{day}", delivered, gross / delivered - ONE, hours)
