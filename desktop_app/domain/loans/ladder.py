"""A loan's ladder: its levels, how each is reached, how long the venue leaves to cure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from desktop_app.domain.money import ONE, ZERO
from desktop_app.domain.problems import Problem, Refused


class LevelKind(Enum):
    """What a level means; its order is the order of danger."""

    EARLY_WARNING = "early_warning"
    MARGIN_CALL = "margin_call"
    LIQUIDATION = "liquidation"


class LevelAction(Enum):
    """What happens at a level: one's own warning, or what the lender does."""

    OWN_WARNING = "own_warning"
    NOTICE = "notice"
    CALL = "call"
    SELL_PART = "sell_part"
    SELL_ALL = "sell_all"
    AUCTION = "auction"


USUAL_ACTION = {
    LevelKind.EARLY_WARNING: LevelAction.OWN_WARNING,
    LevelKind.MARGIN_CALL: LevelAction.CALL,
    LevelKind.LIQUIDATION: LevelAction.SELL_PART,
}


class Comparator(Enum):
    """Whether the level itself already counts as reached."""

    AT_OR_OVER = ">="
    OVER = ">"


class Depth(Enum):
    """How deep a loan lies: the worst level that it has reached."""

    SAFE = "safe"
    EARLY_WARNING = "early_warning"
    MARGIN_CALL = "margin_call"
    LIQUIDATION = "liquidation"


_DEPTHS = {depth.value: depth for depth in Depth}


@dataclass(frozen=True, slots=True)
class Level:
    """One level: its key within the ladder, meaning, LTV (fraction), comparator and cure window.

    `cure_hours` is the time that the venue leaves to cure; None means that it names none. `by_asset` holds
    the level of single collaterals where they differ; `ltv` is then that of all others, or, on a valued
    loan, the blend by value.
    """

    key: str
    kind: LevelKind
    ltv: Decimal
    comparator: Comparator = Comparator.AT_OR_OVER
    cure_hours: Decimal | None = None
    by_asset: tuple[tuple[str, Decimal], ...] = ()
    action: LevelAction | None = None

    @property
    def does(self) -> LevelAction:
        """What happens at the level; what is usual for its kind where nothing is said."""
        return self.action or USUAL_ACTION[self.kind]

    def ltv_for(self, asset: str) -> Decimal:
        """Return the level that holds for one collateral."""
        for code, ltv in self.by_asset:
            if code == asset:
                return ltv
        return self.ltv

    def reached(self, ltv: Decimal | None) -> bool:
        """Tell whether a loan at `ltv` (None: no collateral is left, so endlessly deep) has reached it."""
        if ltv is None:
            return True
        return ltv > self.ltv if self.comparator is Comparator.OVER else ltv >= self.ltv


@dataclass(frozen=True, slots=True)
class Ladder:
    """All levels of a loan, lowest first, with the LTV it starts at and the target of a cure."""

    levels: tuple[Level, ...]
    initial: Decimal | None = None
    target: Decimal | None = None

    @property
    def is_mixed(self) -> bool:
        """Whether a level differs by collateral."""
        return any(level.by_asset for level in self.levels)

    def blended(self, counted: Iterable[tuple[str, Decimal]]) -> "Ladder":
        """Return the ladder for (collateral, counted value) entries: levels that differ, weighted by value."""
        entries = [(asset, value) for asset, value in counted if value]
        total = sum((value for _, value in entries), ZERO)
        if not total or not self.is_mixed:
            return self
        return Ladder(tuple(_blend(level, entries, total) for level in self.levels), self.initial, self.target)

    def of_kind(self, kind: LevelKind) -> Level | None:
        """Return the lowest level of `kind`, or None."""
        return next((level for level in self.levels if level.kind is kind), None)

    def level(self, key: str) -> Level | None:
        """Return the level called `key`, or None."""
        return next((level for level in self.levels if level.key == key), None)

    def depth(self, ltv: Decimal | None) -> Depth:
        """Return the worst kind of level that `ltv` has reached."""
        for level in reversed(self.levels):
            if level.reached(ltv):
                return _DEPTHS[level.kind.value]
        return Depth.SAFE

    @property
    def cure_target(self) -> Decimal:
        """The LTV that a cure aims at: the target, else the initial LTV, else half the lowest level."""
        return self.target or self.initial or self.levels[0].ltv / 2


def _blend(level: Level, entries: list[tuple[str, Decimal]], total: Decimal) -> Level:
    """Return a level blended by value; each collateral's own level is written out, as `ltv` no longer tells it."""
    own = {asset: level.ltv_for(asset) for asset, _ in entries}
    blend = sum((value * own[asset] for asset, value in entries), ZERO) / total
    return replace(level, ltv=blend, by_asset=tuple(sorted(own.items())))


def make_ladder(levels: tuple[Level, ...], initial: Decimal | None = None, target: Decimal | None = None) -> Ladder:
    """Return a ladder with its levels sorted from low to high.

    Raises:
        Refused: there is no level, one is not between 0 and 1,000 %, two share a key, the kinds are out of
            order, the target lies at or over the first margin call, or the initial LTV at or over the last level.
    """
    if not levels:
        raise Refused(Problem.LADDER_EMPTY)
    order = list(LevelKind)
    ranked = tuple(sorted(levels, key=lambda level: (level.ltv, order.index(level.kind))))
    for level in ranked:
        for ltv in (level.ltv, *(ltv for _, ltv in level.by_asset)):
            if not ZERO < ltv <= 10:
                raise Refused(Problem.NOT_A_FRACTION, field=level.key, value=ltv)
    keys = [level.key for level in ranked]
    if len(set(keys)) != len(keys):
        raise Refused(Problem.TWICE, value=next(key for key in keys if keys.count(key) > 1))
    kinds = [order.index(level.kind) for level in ranked]
    if kinds != sorted(kinds):
        raise Refused(Problem.LADDER_ORDER)
    worst = ranked[-1].ltv
    called = next((level.ltv for level in ranked if level.kind is not LevelKind.EARLY_WARNING), worst)
    for name, value, limit in (("initial", initial, worst), ("target", target, called)):
        if value is not None and not ZERO < value < limit:
            raise Refused(Problem.LADDER_ORDER, field=name)
    return Ladder(ranked, initial, target)


def from_collateral_ratio(ratio: Decimal) -> Decimal:
    """Return the LTV (fraction) of a collateral ratio (collateral / loan, such as 1.25)."""
    return ONE / ratio
