"""What is kept of an alert: the rule and subject, the values that rang it, whether it was told."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desktop_app.domain.alerts.rule import RuleKind, Severity
from desktop_app.domain.alerts.state import LATCHED, AlertState
from desktop_app.domain.loans.ladder import LevelKind

LADDER = "ladder"
ENDING_LOAN = ("coming", "loan_ends")

SEVERITIES = {
    LevelKind.EARLY_WARNING: Severity.WARNING,
    LevelKind.MARGIN_CALL: Severity.CRITICAL,
    LevelKind.LIQUIDATION: Severity.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class AlertRecord:
    """One alert.

    `subject` is the loan, asset, platform or source that it is about; `level` tells a ladder's levels and a
    rule's instruments apart, `level_kind` is set for a ladder's. `value` None means endless: debt without
    collateral. `price_asset` and `price` are the collateral that weighs most, in the reporting currency.
    `late` marks an alert that was found afterwards: in imported history, or after sleep. `told` is when the
    first channel delivered it. `detail` holds further values for its words.
    """

    id: str
    subject: str
    subject_name: str
    level: str
    threshold: Decimal
    value: Decimal | None
    at: datetime
    rule: RuleKind = RuleKind.LTV_LEVEL
    rule_id: str = LADDER
    severity: Severity = Severity.CRITICAL
    level_kind: LevelKind | None = None
    price_asset: str = ""
    price: Decimal | None = None
    late: bool = False
    state: AlertState = AlertState.FIRING
    told: datetime | None = None
    detail: tuple[tuple[str, str], ...] = ()

    @property
    def is_active(self) -> bool:
        """Whether the limit is still reached and the alert stands to be dealt with."""
        return self.state in LATCHED

    @property
    def loan_id(self) -> str:
        """The loan that the alert is about; empty where it is about something else."""
        is_loan = self.rule in LOAN_RULES or ENDING_LOAN in self.detail
        return self.subject if is_loan else ""

    @property
    def rank(self) -> tuple[Severity, Decimal]:
        """How grave the alert is, for comparing alerts of one subject."""
        return self.severity, self.threshold


LOAN_RULES = frozenset(
    {RuleKind.LTV_LEVEL, RuleKind.LTV_ABOVE, RuleKind.HEADROOM, RuleKind.LOAN_RATE, RuleKind.INTEREST_DUE}
)


def alert_key(rule_id: str, subject: str, level: str, at: datetime) -> str:
    """Return the key that stops an alert from being kept twice."""
    return f"{rule_id}|{subject}|{level}|{int(at.timestamp() * 1000)}"
