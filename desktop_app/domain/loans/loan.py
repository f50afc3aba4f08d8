"""A loan: who lent, under which name, and the dated facts that make it up."""

from dataclasses import dataclass

from desktop_app.domain.events import Event


@dataclass(frozen=True, slots=True)
class Loan:
    """Debt against collateral on one platform. `events` are in the order of (time, entry)."""

    id: str
    name: str
    platform: str
    events: tuple[Event, ...]
    preset: str = ""
