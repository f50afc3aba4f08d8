"""From several sources' quotes to one believed price; what is not believed is kept with its reason.

Two of three sources within a tolerance are believed at once. Where none has a majority, the word nearest
to what was believed counts while all of them moved little. A source that stands alone is believed while
it moves little; a jump needs several polls on the same side of what was believed, so that one
bad tick rings no bell and a real crash is believed within that many polls, however fast it falls.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum

from desktop_app.domain.money import ZERO
from desktop_app.domain.prices.quote import Quote


class Rejection(Enum):
    """Why a quote was not believed."""

    NOT_POSITIVE = "not_positive"
    FUTURE = "future"
    OUT_OF_ORDER = "out_of_order"
    OLD = "older_than_the_others"
    NO_RATE = "no_rate_from_its_currency"
    UNCONFIRMED_JUMP = "unconfirmed_jump"
    OUTVOTED = "outvoted"
    DISAGREE = "disagree"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When quotes agree (fraction), what counts as a jump, and how many polls confirm it.

    A source alone that says `absurd` times the price or more is never believed: coins fall by any factor
    within minutes, but only misplaced points rise so.
    A quote dated further than `future` ahead is refused; one that is older than the newest beside it by
    more than `old` has no say.
    """

    agree: Decimal = Decimal("0.02")
    jump: Decimal = Decimal("0.10")
    confirmations: int = 3
    absurd: Decimal = Decimal(10)
    future: timedelta = timedelta(seconds=30)
    old: timedelta = timedelta(seconds=180)


@dataclass(frozen=True, slots=True)
class Belief:
    """What is believed of one asset: the price, when, from how many sources, and an unconfirmed jump.

    `waiting` holds the prices of consecutive polls that all lie beyond a jump on the same side of `price`.
    """

    price: Decimal | None = None
    at: datetime | None = None
    source: str = ""
    sources: int = 0
    spread: Decimal = ZERO
    waiting: tuple[Decimal, ...] = ()
    seen: dict[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one poll: the belief after it, and each rejected quote with its reason."""

    belief: Belief
    accepted: bool
    rejected: tuple[tuple[Quote, Rejection], ...]

    @property
    def unconfirmed(self) -> Quote | None:
        """The quote whose jump waits to be confirmed, the furthest from what is believed; None without one."""
        jumps = [quote for quote, reason in self.rejected if reason in _WAITING]
        before = self.belief.price
        if self.accepted or before is None or not jumps:
            return None
        return max(jumps, key=lambda quote: abs(quote.price - before))


_WAITING = frozenset({Rejection.UNCONFIRMED_JUMP, Rejection.DISAGREE})


def within(one: Decimal, other: Decimal, share: Decimal) -> bool:
    """Tell whether two positive prices differ by at most `share` of the smaller one."""
    return abs(one - other) <= share * min(one, other)


def judge(belief: Belief, quotes: Sequence[Quote], now: datetime, limits: Thresholds) -> Verdict:
    """Return what to believe of one asset after a poll brought `quotes` (one a source, one currency)."""
    rejected: list[tuple[Quote, Rejection]] = []
    usable: list[Quote] = []
    seen = dict(belief.seen)
    for quote in quotes:
        reason = _fault(quote, seen, now, limits)
        if reason is not None:
            rejected.append((quote, reason))
        else:
            usable.append(quote)
            seen[quote.source] = quote.at
    if not usable:
        return Verdict(_with(belief, belief.waiting, seen), False, tuple(rejected))
    newest = max(quote.at for quote in usable)
    rejected += [(quote, Rejection.OLD) for quote in usable if newest - quote.at > limits.old]
    usable = [quote for quote in usable if newest - quote.at <= limits.old]
    if all(belief.seen.get(quote.source) == quote.at for quote in usable):
        # The same word said again tells nothing new, and confirms nothing.
        return Verdict(_with(belief, belief.waiting, seen), False, tuple(rejected))
    agreeing = _largest_agreeing(usable, limits.agree)
    if len(agreeing) >= 2 and len(agreeing) * 2 > len(usable):
        rejected += [(quote, Rejection.OUTVOTED) for quote in usable if quote not in agreeing]
        return Verdict(_believed(agreeing, seen), True, tuple(rejected))
    if len(usable) > 1:
        return _split(belief, usable, seen, limits, rejected)
    return _alone(belief, usable[0], seen, limits, rejected)


def _fault(quote: Quote, seen: dict[str, datetime], now: datetime, limits: Thresholds) -> Rejection | None:
    if not quote.price.is_finite() or quote.price <= 0:
        return Rejection.NOT_POSITIVE
    if quote.at > now + limits.future:
        return Rejection.FUTURE
    last = seen.get(quote.source)
    if last is not None and quote.at < last <= now + limits.future:  # what is later still came by a wrong clock
        return Rejection.OUT_OF_ORDER
    return None


def _split(
    belief: Belief,
    quotes: list[Quote],
    seen: dict[str, datetime],
    limits: Thresholds,
    rejected: list[tuple[Quote, Rejection]],
) -> Verdict:
    """Judge sources without a majority: near what was believed the nearest counts, beyond a jump none does."""
    before = belief.price
    if before is None or any(_is_jump(before, quote.price, limits) for quote in quotes):
        rejected += [(quote, Rejection.DISAGREE) for quote in quotes]
        return Verdict(_with(belief, belief.waiting, seen), False, tuple(rejected))
    nearest = min(quotes, key=lambda quote: (abs(quote.price - before), quote.source))
    prices = [quote.price for quote in quotes]
    rejected += [(quote, Rejection.DISAGREE) for quote in quotes if quote is not nearest]
    spread = (max(prices) - min(prices)) / nearest.price
    return Verdict(replace(_believed([nearest], seen), spread=spread), True, tuple(rejected))


def _alone(
    belief: Belief,
    quote: Quote,
    seen: dict[str, datetime],
    limits: Thresholds,
    rejected: list[tuple[Quote, Rejection]],
) -> Verdict:
    if belief.price is None or not _is_jump(belief.price, quote.price, limits):
        return Verdict(_believed([quote], seen), True, tuple(rejected))
    # Polls confirm each other while they lie on the same side: a crash goes on falling, and by more than a
    # jump at a time, while it is being confirmed. One bad tick has no second one beside it.
    below = quote.price < belief.price
    chained = belief.waiting and (belief.waiting[-1] < belief.price) == below
    waiting = (*belief.waiting, quote.price) if chained else (quote.price,)
    if len(waiting) >= limits.confirmations and quote.price < limits.absurd * belief.price:
        return Verdict(_believed([quote], seen), True, tuple(rejected))
    rejected.append((quote, Rejection.UNCONFIRMED_JUMP))
    return Verdict(_with(belief, waiting, seen), False, tuple(rejected))


def _is_jump(before: Decimal, after: Decimal, limits: Thresholds) -> bool:
    """Tell whether the move from `before` to `after` is larger than the jump that needs confirmation."""
    return abs(after - before) > limits.jump * before


def _largest_agreeing(quotes: list[Quote], share: Decimal) -> list[Quote]:
    """Return the largest run of quotes (by price) that all lie within `share` of its lowest."""
    ordered = sorted(quotes, key=lambda quote: quote.price)
    best: list[Quote] = []
    for first in range(len(ordered)):
        run = [quote for quote in ordered[first:] if within(quote.price, ordered[first].price, share)]
        if len(run) > len(best):
            best = run
    return best


def _believed(quotes: list[Quote], seen: dict[str, datetime]) -> Belief:
    ordered = sorted(quotes, key=lambda quote: quote.price)
    middle = len(ordered) // 2
    price = ordered[middle].price
    if len(ordered) % 2 == 0:
        price = (ordered[middle - 1].price + price) / 2
    newest = max(quotes, key=lambda quote: quote.at)
    spread = (ordered[-1].price - ordered[0].price) / price
    return Belief(price, newest.at, newest.source, len(quotes), spread, (), seen)


def _with(belief: Belief, waiting: tuple[Decimal, ...], seen: dict[str, datetime]) -> Belief:
    return replace(belief, waiting=waiting, seen=seen)
