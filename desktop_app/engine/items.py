"""The reserve as the screen shows it: its items, the loans that they are for."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from desktop_app.domain.earn.position import Position
from desktop_app.domain.platforms import CreditLine, Holding
from desktop_app.domain.reach import Reach
from desktop_app.domain.risk.supply import Reserve, ReserveItem, Way


class ItemKind(Enum):
    """What an item of the reserve is."""

    HOLDING = "holding"
    POSITION = "position"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item of the reserve: what it is, where it lies, its units and value (None without a price).

    `item` is what is reckoned with, `source` what a person entered.
    """

    id: str
    kind: ItemKind
    name: str
    platform: str
    asset: str
    amount: Decimal
    value: Decimal | None
    reach: Reach
    transit: Decimal
    item: ReserveItem | None
    source: Holding | Position | CreditLine

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways to it, the earliest first; none where it cannot be had or has no price."""
        return self.item.ways if self.item is not None else ()


@dataclass(frozen=True, slots=True)
class ReserveView:
    """Everything set aside, and what is reckoned with for the loans.

    `assumed` names the loans whose lender tells no cure window, so that the person's own counts.
    """

    items: tuple[ItemView, ...] = ()
    reserve: Reserve = field(default_factory=lambda: Reserve((), (), frozenset()))
    assumed: frozenset[str] = frozenset()

    def item(self, item_id: str) -> ItemView | None:
        """Return the view of one item, or None."""
        return next((view for view in self.items if view.id == item_id), None)
