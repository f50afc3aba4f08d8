"""A portfolio: platforms, loans, holdings, positions and credit lines of one person."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop_app.domain.counterparty import Review
from desktop_app.domain.earn.accrual import zone_of
from desktop_app.domain.earn.position import Position
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.platforms import CreditLine, Holding, Platform
from desktop_app.domain.problems import Problem, Refused
from desktop_app.domain.risk.contagion import Dependency


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Everything that a person entered. Identifiers are unique within their kind."""

    platforms: tuple[Platform, ...] = ()
    loans: tuple[Loan, ...] = ()
    holdings: tuple[Holding, ...] = ()
    positions: tuple[Position, ...] = ()
    credits: tuple[CreditLine, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    reviews: tuple[Review, ...] = ()

    def loan(self, loan_id: str) -> Loan:
        """Return the loan called `loan_id`.

        Raises:
            Refused: there is none.
        """
        for loan in self.loans:
            if loan.id == loan_id:
                return loan
        raise Refused(Problem.UNKNOWN_LOAN, value=loan_id)

    def platform_name(self, platform_id: str) -> str:
        """Return the name of a platform, or its identifier where it has none."""
        return next((p.name for p in self.platforms if p.id == platform_id), platform_id)


def moment(text: str, zone: str) -> datetime:
    """Return the aware UTC instant that `text` names: a date (its first moment) or a date with time.

    A text without offset is read on the clock of `zone`.

    Raises:
        Refused: it is no such text, or there is no such zone.
    """
    try:
        clock = zone_of(zone)
    except ValueError:
        raise Refused(Problem.NOT_A_ZONE, field="zone", value=zone) from None
    try:
        found = datetime.fromisoformat(text.strip())
        local = found if found.tzinfo else found.replace(tzinfo=clock)
        return local.astimezone(zone_of("UTC"))
    except (ValueError, OverflowError):
        raise Refused(Problem.NOT_A_TIME, value=text) from None


def local_day(at: datetime, zone: str) -> date:
    """Return the calendar day of the instant `at` on the clock of `zone`."""
    return at.astimezone(zone_of(zone)).date()
