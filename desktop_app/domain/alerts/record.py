"""What is kept of an alert: which level of which loan, the values that rang it, whether it was told."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desktop_app.domain.alerts.state import LATCHED, AlertState
from desktop_app.domain.loans.ladder import LevelKind


@dataclass(frozen=True, slots=True)
class AlertRecord:
    """One alert.

    `ltv` None means debt without collateral. `price_asset` and `price` are the collateral that weighs
    most, in the reporting currency. `late` marks an alert that was found afterwards: in imported
    history, or after sleep. `told` is when the first channel delivered it.
    """

    id: str
    loan_id: str
    loan_name: str
    level: str
    kind: LevelKind
    threshold: Decimal
    ltv: Decimal | None
    at: datetime
    price_asset: str = ""
    price: Decimal | None = None
    late: bool = False
    state: AlertState = AlertState.FIRING
    told: datetime | None = None

    @property
    def is_active(self) -> bool:
        """Whether the level is still reached and the alert stands to be dealt with."""
        return self.state in LATCHED


def alert_key(loan_id: str, level: str, at: datetime) -> str:
    """Return the key that stops an alert from being kept twice."""
    return f"{loan_id}|{level}|{int(at.timestamp() * 1000)}"
