"""A platform fails: who depends on it, who fails with it, and what of one's own is lost, stuck or still owed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.money import ONE, ZERO
from desktop_app.domain.problems import Problem, Refused


@dataclass(frozen=True, slots=True)
class Dependency:
    """`platform` has the share `share` of what it holds at, or lent to, the platform `on`; `source` says who told."""

    platform: str
    on: str
    share: Decimal
    source: str = ""


def with_dependency(known: Sequence[Dependency], new: Dependency) -> tuple[Dependency, ...]:
    """Return the dependencies with `new`, in place of the one between the same two.

    Raises:
        Refused: it stands on itself, its share is not between 0 and 100 %, or the shares of one platform would
            come to more than all that it holds.
    """
    if new.platform == new.on:
        raise Refused(Problem.ON_ITSELF, field="on")
    if not new.share.is_finite() or not ZERO < new.share <= 1:
        raise Refused(Problem.NOT_A_SHARE, field="share", value=new.share)
    others = tuple(one for one in known if (one.platform, one.on) != (new.platform, new.on))
    whole = sum((one.share for one in others if one.platform == new.platform), new.share)
    if whole > 1:
        raise Refused(Problem.SHARES_OVER, field="share", value=new.platform, share=whole * 100)
    return (*others, new)


@dataclass(frozen=True, slots=True)
class Failure:
    """How a failure spreads: who fails in which round (the first ones in round 0), and what each loses.

    `lost` is the share of its assets that a platform loses to others' failures, whether it fails or not.
    """

    rounds: tuple[frozenset[str], ...]
    lost: dict[str, Decimal]

    @property
    def failed(self) -> frozenset[str]:
        """Every platform that fails."""
        return frozenset().union(*self.rounds)


def spread(
    first: Iterable[str],
    dependencies: Sequence[Dependency],
    cushions: Mapping[str, Decimal],
    recovered: Mapping[str, Decimal],
) -> Failure:
    """Return how the failure of `first` spreads until nobody more fails.

    A platform fails once it loses its cushion (share of its assets; without one it never does). `recovered`
    is the share of what lies with a failed platform that comes back, nothing where none is named. As failures
    only add up, the rounds end at the least fixed point, whatever the order.
    """
    rounds = [frozenset(first)]
    failed = rounds[0]
    while True:
        lost = _losses(failed, dependencies, recovered)
        fresh = frozenset(
            name for name, loss in lost.items() if name not in failed and name in cushions and loss >= cushions[name]
        )
        if not fresh:
            return Failure(tuple(rounds), lost)
        rounds.append(fresh)
        failed |= fresh


def _losses(
    failed: frozenset[str], dependencies: Sequence[Dependency], recovered: Mapping[str, Decimal]
) -> dict[str, Decimal]:
    lost: dict[str, Decimal] = {}
    for one in dependencies:
        if one.on in failed:
            loss = one.share * (ONE - recovered.get(one.on, ZERO))
            lost[one.platform] = min(ONE, lost.get(one.platform, ZERO) + loss)
    return lost


@dataclass(frozen=True, slots=True)
class Stake:
    """What one has with a platform: free assets, pledged collateral, debt owed to it (values)."""

    platform: str
    free: Decimal
    pledged: Decimal
    debt: Decimal


@dataclass(frozen=True, slots=True)
class Damage:
    """What a failure does to one's own: `lost` never comes back, `stuck` may, `owed` is due all the same."""

    lost: Decimal
    stuck: Decimal
    owed: Decimal


def damage(stakes: Iterable[Stake], failed: frozenset[str], recovered: Mapping[str, Decimal]) -> Damage:
    """Return what is lost, stuck and still owed where the platforms in `failed` fail.

    A debt is not set off against what is lost: whether it is, a court decides.
    """
    lost = stuck = owed = ZERO
    for stake in stakes:
        if stake.platform in failed:
            held = stake.free + stake.pledged
            back = held * recovered.get(stake.platform, ZERO)
            lost += held - back
            stuck += back
            owed += stake.debt
    return Damage(lost, stuck, owed)
