"""One value to be held against one limit, with all that an alert about it would say."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desktop_app.domain.alerts.evaluate import LevelLimit, Limit, Sample
from desktop_app.domain.alerts.record import LADDER, SEVERITIES, AlertRecord
from desktop_app.domain.alerts.rule import REPEAT_S, QuietHours, Rule, RuleKind, Severity
from desktop_app.domain.loans.ladder import Level, LevelKind


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of `subject` at an instant and the limit it is held against; see `Rule` for the times."""

    rule: RuleKind
    rule_id: str
    subject: str
    name: str
    level: str
    limit: Limit
    threshold: Decimal
    sample: Sample
    severity: Severity
    for_s: int = 0
    repeat_s: int = REPEAT_S
    quiet: QuietHours | None = None
    once: bool = False
    level_kind: LevelKind | None = None
    price_asset: str = ""
    price: Decimal | None = None
    detail: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """What the state of the limit is kept by: (rule, subject, level)."""
        return self.rule_id, self.subject, self.level

    def record(self, alert_id: str) -> AlertRecord:
        """Return the alert that this reading rings."""
        return AlertRecord(
            alert_id,
            self.subject,
            self.name,
            self.level,
            self.threshold,
            self.sample.value,
            self.sample.at,
            self.rule,
            self.rule_id,
            self.severity,
            self.level_kind,
            self.price_asset,
            self.price,
            detail=self.detail,
        )


def level_reading(
    subject: str,
    name: str,
    level: Level,
    hysteresis: Decimal,
    sample: Sample,
    price_asset: str = "",
    price: Decimal | None = None,
) -> Reading:
    """Return the LTV of a loan held against one level of its ladder."""
    return Reading(
        RuleKind.LTV_LEVEL,
        LADDER,
        subject,
        name,
        level.key,
        LevelLimit(level, hysteresis),
        level.ltv,
        sample,
        SEVERITIES[level.kind],
        level_kind=level.kind,
        price_asset=price_asset,
        price=price,
    )


def rule_reading(
    rule: Rule,
    subject: str,
    name: str,
    value: Decimal | None,
    at: datetime,
    *,
    known: bool = True,
    level: str = "",
    threshold: Decimal | None = None,
    price_asset: str = "",
    price: Decimal | None = None,
    detail: tuple[tuple[str, str], ...] = (),
) -> Reading:
    """Return a value held against a person's rule; `threshold` stands in for the rule's own limit."""
    limit = rule.bound()
    if threshold is not None:
        limit = type(limit)(threshold, limit.above, limit.gap)
    return Reading(
        rule.kind,
        rule.id,
        subject,
        name,
        level,
        limit,
        limit.value,
        Sample(at, value, known),
        rule.severity,
        rule.for_s,
        rule.repeat_s,
        rule.quiet,
        rule.once,
        price_asset=price_asset,
        price=price,
        detail=detail,
    )
