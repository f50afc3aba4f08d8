"""How much lies with whom: shares by platform, net worth with debt counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.money import ZERO


@dataclass(frozen=True, slots=True)
class Share:
    """What lies with one platform: assets held there, debt owed to it, share of all assets (fraction)."""

    platform: str
    assets: Decimal
    debt: Decimal
    share: Decimal


def shares(entries: Iterable[tuple[str, Decimal, Decimal]]) -> list[Share]:
    """Return shares from (platform, assets, debt) entries, largest first.

    The share is that of gross assets: pledged collateral counts in full with the platform that holds
    it, because it is what a failure of that platform freezes.
    """
    assets: dict[str, Decimal] = {}
    debts: dict[str, Decimal] = {}
    for platform, held, owed in entries:
        assets[platform] = assets.get(platform, ZERO) + held
        debts[platform] = debts.get(platform, ZERO) + owed
    total = sum(assets.values(), ZERO)
    found = [
        Share(platform, held, debts[platform], held / total if total else ZERO) for platform, held in assets.items()
    ]
    return sorted(found, key=lambda share: (-share.assets, share.platform))


def leverage(assets: Decimal, debt: Decimal) -> Decimal | None:
    """Return assets / (assets - debt); None when nothing is left over the debt."""
    equity = assets - debt
    return assets / equity if equity > 0 else None


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over everything, in the reporting currency. `complete` is false where a price is missing.

    `reachable` is what of the reserve arrives within the longest cure window, after its costs; `coverage` the
    largest common fall that it cures in time.
    """

    assets: Decimal
    debt: Decimal
    reserve: Decimal
    interest_per_day: Decimal
    coverage: Decimal | None
    complete: bool
    reachable: Decimal = ZERO

    @property
    def net(self) -> Decimal:
        """Assets less debt."""
        return self.assets - self.debt

    @property
    def leverage(self) -> Decimal | None:
        """Assets / net worth over everything; None when nothing is left over the debt."""
        return leverage(self.assets, self.debt)
