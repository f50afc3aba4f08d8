"""What an NFT is worth: samples of sales and listings, outliers rejected with their reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum

from desktop_app.domain.prices.averages import kept_indexes, mad, mean, median, twap_step


class SampleKind(Enum):
    """What a sample is: a sale that was made, an ask to sell, a bid to buy."""

    SALE = "sale"
    ASK = "ask"
    BID = "bid"


class Reason(Enum):
    """Why a sample was rejected."""

    NOT_POSITIVE = "not_positive"
    OUTLIER = "outlier"


@dataclass(frozen=True, slots=True)
class Sample:
    """One price of an NFT of a collection, in units of its currency; None where it was not told."""

    at: datetime
    price: Decimal | None
    kind: SampleKind = SampleKind.SALE
    token: str = ""


@dataclass(frozen=True, slots=True)
class Robust:
    """Prices of one span: raw figures, what was rejected, and what the rest says."""

    count: int
    lowest: Decimal
    highest: Decimal
    mean: Decimal
    median: Decimal
    mad: Decimal
    rejected: tuple[tuple[Sample, Reason], ...]
    robust_price: Decimal
    robust_mean: Decimal


def robust(samples: Sequence[Sample]) -> Robust | None:
    """Return what `samples` say; None where none has a positive price."""
    positive = [sample for sample in samples if sample.price is not None and sample.price > 0]
    rejected = [(sample, Reason.NOT_POSITIVE) for sample in samples if sample not in positive]
    if not positive:
        return None
    prices = [sample.price for sample in positive if sample.price is not None]
    kept = set(kept_indexes(prices))
    rejected += [(sample, Reason.OUTLIER) for index, sample in enumerate(positive) if index not in kept]
    rest = [price for index, price in enumerate(prices) if index in kept]
    return Robust(
        len(positive),
        min(prices),
        max(prices),
        mean(prices),
        median(prices),
        mad(prices),
        tuple(rejected),
        median(rest),
        mean(rest),
    )


def time_weighted(samples: Sequence[Sample], start: datetime, end: datetime) -> Decimal | None:
    """Return the average price over [start, end], each sample holding until the next one.

    Before the first sample in the span the last one before it holds, else the first is carried back.
    """
    ticks = [(sample.at, sample.price) for sample in samples if sample.price is not None and sample.price > 0]
    return twap_step(ticks, start, end)


def collection_of(asset: str) -> str:
    """Return the collection of an NFT's asset code: ``BAYC`` for ``BAYC #4071``; nothing for other assets."""
    name, mark, _ = asset.partition("#")
    return name.strip() if mark else ""


@dataclass(frozen=True, slots=True)
class NftValue:
    """Several views of one NFT's worth; `risk` is the lowest of those that are known."""

    sales: Robust | None
    average: Decimal | None
    floor_ask: Decimal | None
    best_bid: Decimal | None

    @property
    def risk(self) -> Decimal | None:
        """The lowest known view: what a lender would count on at worst."""
        views = [self.sales.robust_price if self.sales else None, self.average, self.floor_ask, self.best_bid]
        known = [view for view in views if view is not None]
        return min(known) if known else None


def value_nft(samples: Sequence[Sample], start: datetime, end: datetime) -> NftValue:
    """Return the views that sales, asks and bids within [start, end] give of an NFT's worth."""
    inside = [sample for sample in samples if start <= sample.at <= end]
    sales = [sample for sample in inside if sample.kind is SampleKind.SALE]
    found = robust(sales)
    outliers = {id(sample) for sample, _ in found.rejected} if found else set()
    honest = [sample for sample in sales if id(sample) not in outliers]
    return NftValue(
        found,
        time_weighted(honest, start, end),
        min(_prices(inside, SampleKind.ASK), default=None),
        max(_prices(inside, SampleKind.BID), default=None),
    )


def _prices(samples: Sequence[Sample], kind: SampleKind) -> list[Decimal]:
    return [one.price for one in samples if one.kind is kind and one.price is not None and one.price > 0]


@dataclass(frozen=True, slots=True)
class NftView:
    """What a collection's sales, asks and bids of its last week say; prices in `currency`."""

    collection: str
    currency: str
    newest: datetime
    value: NftValue
