"""The book of believed prices: for each asset a price with its state, or the state alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum

from desktop_app.domain.money import ONE, ZERO


class PriceState(Enum):
    """How far a price may be relied on. PAR: pegged and unquoted, taken as 1. MISSING has no value."""

    FRESH = "fresh"
    MANUAL = "manual"
    PAR = "par"
    STALE = "stale"
    MISSING = "missing"


class Confidence(Enum):
    """How well a price is founded: several sources that agree, two of them, or one alone."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


_WIDE = Decimal("0.02")


@dataclass(frozen=True, slots=True)
class Price:
    """What the program believes one unit of `asset` is worth in the reporting currency.

    `value` is None exactly when the state is MISSING. `at` is when the source said so (UTC).
    `sources` says how many agree; `spread` is the largest less the smallest, as a share of the value.
    """

    asset: str
    value: Decimal | None
    state: PriceState
    at: datetime | None = None
    source: str = ""
    sources: int = 0
    spread: Decimal | None = None

    @property
    def confidence(self) -> Confidence:
        """How well the price is founded; LOW for one source alone and for sources that lie apart."""
        if self.sources < 2 or (self.spread or ZERO) > _WIDE:
            return Confidence.LOW
        return Confidence.HIGH if self.sources > 2 else Confidence.MEDIUM


@dataclass(frozen=True, slots=True)
class ManualPrice:
    """What a person says one unit of `asset` costs in `currency`; it holds until they clear it."""

    asset: str
    currency: str
    price: Decimal
    at: datetime
    note: str = ""


class PriceBook:
    """Prices of one instant in one reporting currency; an asset without a price answers MISSING."""

    def __init__(self, prices: Mapping[str, Price], currency: str = "USD") -> None:
        self.currency = currency
        self._prices = dict(prices)

    def __getitem__(self, asset: str) -> Price:
        found = self._prices.get(asset)
        if found is not None:
            return found
        if asset == self.currency:
            return Price(asset, ONE, PriceState.PAR)
        return Price(asset, None, PriceState.MISSING)

    def __iter__(self) -> Iterator[Price]:
        return iter(self._prices.values())

    def replaced(self, changes: Mapping[str, Decimal]) -> "PriceBook":
        """Return a book in which the assets of `changes` have these values, in the same state."""
        prices = dict(self._prices)
        for asset, value in changes.items():
            old = self[asset]
            prices[asset] = Price(asset, value, old.state, old.at, old.source, old.sources, old.spread)
        return PriceBook(prices, self.currency)


def plain_book(values: Mapping[str, Decimal], currency: str = "USD") -> PriceBook:
    """Return a book of fresh prices from plain values, for calculations on given numbers."""
    return PriceBook({asset: Price(asset, value, PriceState.FRESH) for asset, value in values.items()}, currency)
