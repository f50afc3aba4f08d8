"""What a person wants to be told of: the kinds of rules, their limits, and when they keep quiet."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import total_ordering

from desktop_app.domain.earn.accrual import zone_of
from desktop_app.domain.problems import Problem, Refused


@total_ordering
class Severity(Enum):
    """How much an alert matters; their order is the order of urgency."""

    NOTICE = "notice"
    WARNING = "warning"
    CRITICAL = "critical"

    def __lt__(self, other: "Severity") -> bool:
        return _ORDER.index(self) < _ORDER.index(other)


_ORDER = (Severity.NOTICE, Severity.WARNING, Severity.CRITICAL)


class RuleKind(Enum):
    """What a rule watches."""

    LTV_LEVEL = "ltv_level"
    HEADROOM = "headroom"
    PRICE_ABOVE = "price_above"
    PRICE_BELOW = "price_below"
    PRICE_MOVED = "price_moved"
    LOAN_RATE = "loan_rate"
    FUNDING_RATE = "funding_rate"
    INTEREST_DUE = "interest_due"
    NET_CARRY = "net_carry"
    RESERVE_SHORT = "reserve_short"
    PLATFORM_SHARE = "platform_share"
    ASSET_SHARE = "asset_share"
    DEPEG = "depeg"
    PRICE_STALE = "price_stale"
    SOURCES_DISAGREE = "sources_disagree"
    UNCONFIRMED_MOVE = "unconfirmed_move"
    DATE_DUE = "date_due"
    FEED_DEAD = "feed_dead"
    CHANNEL_DEAD = "channel_dead"
    LEVERAGE = "leverage"
    LTV_ABOVE = "ltv_above"


class Scope(Enum):
    """What a rule's subject is."""

    LOAN = "loan"
    DATED = "dated"
    ASSET = "asset"
    PLATFORM = "platform"
    SOURCE = "source"
    CHANNEL = "channel"
    WHOLE = "whole"


class Unit(Enum):
    """What a rule's limit counts."""

    FRACTION = "fraction"
    PRICE = "price"
    MONEY = "money"
    DAYS = "days"
    COUNT = "count"
    SECONDS = "seconds"
    TIMES = "times"


@dataclass(frozen=True, slots=True)
class Spec:
    """What holds for all rules of a kind: subject, unit, whether the danger lies above, usual values."""

    scope: Scope
    unit: Unit
    above: bool
    limit: Decimal
    severity: Severity
    hysteresis: Decimal = Decimal(0)
    for_s: int = 0


_D = Decimal
SPECS: dict[RuleKind, Spec] = {
    RuleKind.LTV_LEVEL: Spec(Scope.LOAN, Unit.FRACTION, True, _D("0.7"), Severity.CRITICAL, _D("0.01")),
    RuleKind.HEADROOM: Spec(Scope.LOAN, Unit.FRACTION, False, _D("0.2"), Severity.WARNING, _D("0.02")),
    RuleKind.PRICE_ABOVE: Spec(Scope.ASSET, Unit.PRICE, True, _D(0), Severity.WARNING),
    RuleKind.PRICE_BELOW: Spec(Scope.ASSET, Unit.PRICE, False, _D(0), Severity.WARNING),
    RuleKind.PRICE_MOVED: Spec(Scope.ASSET, Unit.FRACTION, True, _D("0.1"), Severity.WARNING, _D("0.02")),
    RuleKind.LOAN_RATE: Spec(Scope.LOAN, Unit.FRACTION, True, _D("0.15"), Severity.WARNING, _D("0.005")),
    RuleKind.FUNDING_RATE: Spec(Scope.ASSET, Unit.FRACTION, True, _D("0.3"), Severity.NOTICE, _D("0.02")),
    RuleKind.INTEREST_DUE: Spec(Scope.LOAN, Unit.MONEY, True, _D(100), Severity.NOTICE),
    RuleKind.NET_CARRY: Spec(Scope.WHOLE, Unit.MONEY, False, _D(0), Severity.NOTICE),
    RuleKind.RESERVE_SHORT: Spec(Scope.WHOLE, Unit.FRACTION, False, _D("0.3"), Severity.WARNING, _D("0.02")),
    RuleKind.PLATFORM_SHARE: Spec(Scope.PLATFORM, Unit.FRACTION, True, _D("0.5"), Severity.NOTICE, _D("0.02")),
    RuleKind.ASSET_SHARE: Spec(Scope.ASSET, Unit.FRACTION, True, _D("0.6"), Severity.NOTICE, _D("0.02")),
    RuleKind.DEPEG: Spec(Scope.ASSET, Unit.FRACTION, True, _D("0.02"), Severity.WARNING, _D("0.005")),
    RuleKind.PRICE_STALE: Spec(Scope.ASSET, Unit.SECONDS, True, _D(180), Severity.WARNING),
    RuleKind.SOURCES_DISAGREE: Spec(Scope.ASSET, Unit.FRACTION, True, _D("0.05"), Severity.NOTICE, _D("0.01"), 120),
    RuleKind.UNCONFIRMED_MOVE: Spec(Scope.ASSET, Unit.FRACTION, True, _D("0.1"), Severity.NOTICE),
    RuleKind.DATE_DUE: Spec(Scope.DATED, Unit.DAYS, False, _D(7), Severity.WARNING),
    RuleKind.FEED_DEAD: Spec(Scope.SOURCE, Unit.COUNT, True, _D(5), Severity.WARNING),
    RuleKind.CHANNEL_DEAD: Spec(Scope.CHANNEL, Unit.COUNT, True, _D(3), Severity.WARNING),
    RuleKind.LEVERAGE: Spec(Scope.WHOLE, Unit.TIMES, True, _D(3), Severity.NOTICE, _D("0.1")),
    RuleKind.LTV_ABOVE: Spec(Scope.LOAN, Unit.FRACTION, True, _D("0.6"), Severity.WARNING, _D("0.01")),
}


@dataclass(frozen=True, slots=True)
class QuietHours:
    """A stretch of each day, in the time of `zone`, in which nothing but what is critical is told.

    From `start` to before `end`; over midnight where `end` lies before `start`.
    """

    start: time
    end: time
    zone: str = "UTC"

    def until(self, at: datetime) -> datetime | None:
        """Return when the quiet that holds at `at` (aware) ends; None where none holds."""
        local = at.astimezone(zone_of(self.zone))
        clock = local.time()
        if self.start <= self.end and not self.start <= clock < self.end:
            return None
        if self.end < self.start and self.end <= clock < self.start:
            return None
        ending = local.replace(hour=self.end.hour, minute=self.end.minute, second=0, microsecond=0, fold=0)
        if ending <= local:
            ending += timedelta(days=1)
        until = ending.astimezone(UTC)
        if until <= at:  # the hour that an autumn night has twice: its second time is meant
            until = ending.replace(fold=1).astimezone(UTC)
        return until.astimezone(at.tzinfo)


REPEAT_S = 900
PRICE_GAP = Decimal("0.005")
USUAL = "usual:"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `scope` names its subject, empty for all of its kind; `limit` is in the unit of the kind.

    `window_s` is the time over which a move counts, `hysteresis` how far the value must come back before
    the rule rings again, `for_s` how long it must hold before it rings, `repeat_s` how often an alert that
    nobody answered is told again (0: once). `once` lets the rule rest after it rang; `expires` ends it.
    """

    id: str
    kind: RuleKind
    limit: Decimal
    severity: Severity
    scope: str = ""
    window_s: int = 0
    hysteresis: Decimal = Decimal(0)
    for_s: int = 0
    repeat_s: int = REPEAT_S
    quiet: QuietHours | None = None
    expires: datetime | None = None
    once: bool = False
    enabled: bool = True

    @property
    def is_usual(self) -> bool:
        """Whether the rule is there without anybody having made it."""
        return self.id.startswith(USUAL)

    @property
    def above(self) -> bool:
        """Whether the danger lies above the limit."""
        return SPECS[self.kind].above

    def holds(self, at: datetime) -> bool:
        """Tell whether the rule is on at `at`."""
        return self.enabled and (self.expires is None or at < self.expires)

    def covers(self, subject: str) -> bool:
        """Tell whether the rule is about `subject`."""
        return not self.scope or self.scope == subject

    def bound(self) -> "Bound":
        """Return the limit as something to be reached."""
        return Bound(self.limit, self.above, self.hysteresis)


@dataclass(frozen=True, slots=True)
class Bound:
    """A limit that is reached at `value` or beyond it, and left again `gap` on the safe side of it."""

    value: Decimal
    above: bool = True
    gap: Decimal = Decimal(0)

    def reached(self, value: Decimal | None) -> bool:
        """Tell whether `value` (None: endless) lies at the limit or beyond."""
        if value is None:
            return self.above
        return value >= self.value if self.above else value <= self.value

    def rearmed(self, value: Decimal | None) -> bool:
        """Tell whether `value` came back far enough for the limit to ring again."""
        if value is None or self.reached(value):
            return False
        return value <= self.value - self.gap if self.above else value >= self.value + self.gap

    def worse(self, value: Decimal | None, than: Decimal | None) -> bool:
        """Tell whether `value` lies deeper than `than` by more than the gap."""
        if than is None:
            return False
        if value is None:
            return self.above
        return value > than + self.gap if self.above else value < than - self.gap


def make_rule(rule: Rule) -> Rule:
    """Return `rule` as it may be kept.

    Raises:
        Refused: its limit makes no sense in its unit or without a subject, or a time is negative.
    """
    spec = SPECS[rule.kind]
    limit = rule.limit
    if not limit.is_finite() or (limit < 0 and spec.unit is not Unit.MONEY):
        raise Refused(Problem.NUMBER_MISSING, field="limit")
    if spec.unit is Unit.PRICE and limit <= 0:
        raise Refused(Problem.NOT_POSITIVE, field="limit", value=limit)
    if spec.unit is Unit.PRICE and not rule.scope:  # one price for every asset rings for all of them
        raise Refused(Problem.NOT_AN_ASSET, field="scope", value="*")
    if spec.unit is Unit.FRACTION and limit > 10:
        raise Refused(Problem.NOT_A_FRACTION, field="limit", value=limit)
    if min(rule.window_s, rule.for_s, rule.repeat_s) < 0 or rule.hysteresis < 0:
        raise Refused(Problem.NOT_POSITIVE, field="for")
    if rule.kind is RuleKind.PRICE_MOVED and rule.window_s < 60:
        raise Refused(Problem.NOT_POSITIVE, field="window", value=rule.window_s)
    return rule


def default_rules() -> tuple[Rule, ...]:
    """Return the rules that hold without anybody having made them; each can be changed or switched off."""

    def usual(kind: RuleKind, **more: int) -> Rule:
        spec = SPECS[kind]
        for_s = more.get("for_s", spec.for_s)
        repeat_s = more.get("repeat_s", 0)
        return Rule(
            f"{USUAL}{kind.value}",
            kind,
            spec.limit,
            spec.severity,
            hysteresis=spec.hysteresis,
            for_s=for_s,
            repeat_s=repeat_s,
        )

    return (
        usual(RuleKind.PRICE_STALE, repeat_s=3600, for_s=60),
        usual(RuleKind.FEED_DEAD),
        usual(RuleKind.CHANNEL_DEAD),
        usual(RuleKind.UNCONFIRMED_MOVE),
        usual(RuleKind.SOURCES_DISAGREE),
        usual(RuleKind.DEPEG, repeat_s=3600),
        usual(RuleKind.DATE_DUE, repeat_s=86400),
        usual(RuleKind.PLATFORM_SHARE),
    )
