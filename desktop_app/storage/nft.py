"""Sales, asks and bids of NFT collections: load and save."""

from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from desktop_app.domain.prices.nft import Sample, SampleKind
from desktop_app.storage.rows import decimal, instant, milliseconds

_SAVE = """
insert into nft_samples (collection, kind, at_ms, token, price, currency, source)
values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
"""


def save_samples(db: Database, collection: str, currency: str, source: str, samples: Iterable[Sample]) -> int:
    """Keep samples of a collection, priced in `currency`; return how many were new."""
    before = db.conn.total_changes
    db.conn.executemany(
        _SAVE,
        (
            (
                collection,
                sample.kind.value,
                milliseconds(sample.at),
                sample.token,
                str(sample.price) if sample.price is not None else None,
                currency,
                source,
            )
            for sample in samples
        ),
    )
    return int(db.conn.total_changes - before)


def newest_samples(db: Database) -> dict[str, tuple[str, datetime]]:
    """Return for each collection the currency and the time of its newest sample."""
    rows = db.query("select collection, currency, max(at_ms) as newest from nft_samples group by collection")
    return {row["collection"]: (row["currency"], instant(row["newest"])) for row in rows}


def load_samples(db: Database, collection: str, since: datetime) -> list[Sample]:
    """Return the samples of a collection from `since` on, in order of time."""
    rows = db.query(
        "select * from nft_samples where collection = ? and at_ms >= ? order by at_ms, token",
        [collection, milliseconds(since)],
    )
    return [
        Sample(
            instant(row["at_ms"]),
            decimal(row["price"]) if row["price"] is not None else None,
            SampleKind(row["kind"]),
            row["token"],
        )
        for row in rows
    ]
