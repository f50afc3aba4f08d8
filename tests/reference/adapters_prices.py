"""Adapters of the kinds about averages of prices. No arithmetic in here either."""

import csv
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from adapters import Inputs, Outputs, adapts

from desktop_app.domain.money import ZERO
from desktop_app.domain.prices.averages import (
    NARROW,
    Tick,
    believable,
    kept_indexes,
    mad,
    mean,
    median,
    twap_linear,
    twap_step,
    vwap,
)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def instant(text: str) -> datetime:
    """Return the instant so many seconds after 1970."""
    return EPOCH + timedelta(seconds=float(text))


def averages_over_time(samples: Sequence[tuple[str, Decimal]], start: str, end: str) -> Outputs:
    """Return the outputs that the kinds of averages over time have in common."""
    ticks: list[Tick] = [(instant(at), price) for at, price in samples]
    prices = [price for _, price in samples]
    kept, rejected = believable(ticks)
    span = instant(start), instant(end)
    texts = {tick: text for tick, (text, _) in zip(ticks, samples, strict=True)}
    return {
        "samples": len(samples),
        "mean_of_samples": mean(prices),
        "twap_step_raw": twap_step(ticks, *span),
        "twap_linear_raw": twap_linear(ticks, *span),
        "rejected": [[texts[tick], tick[1]] for tick in rejected],
        "twap_step_filtered": twap_step(kept, *span),
        "twap_linear_filtered": twap_linear(kept, *span),
        "median_filtered": median([price for _, price in kept]) if kept else None,
    }


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a file of trades: time_s, price and volume."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@adapts("prices.median_mad")
def prices_median_mad(inputs: Inputs, data: Path) -> Outputs:
    quotes = [Decimal(quote) for quote in inputs["quotes"]]

    def split(tolerated: Decimal) -> tuple[list[int], list[Decimal]]:
        kept = kept_indexes(quotes, tolerated)
        return [index for index in range(len(quotes)) if index not in kept], [quotes[index] for index in kept]

    rejected, rest = split(ZERO)
    rejected_practical, rest_practical = split(NARROW)
    return {
        "mean_raw": mean(quotes),
        "median_raw": median(quotes),
        "mad": mad(quotes),
        "rejected_index": rejected,
        "price": median(rest),
        "mean_kept": mean(rest),
        "rejected_index_practical": rejected_practical,
        "price_practical": median(rest_practical),
    }


@adapts("prices.twap")
def prices_twap(inputs: Inputs, data: Path) -> Outputs:
    samples = [(at, Decimal(price)) for at, price in inputs["samples"]]
    return averages_over_time(samples, inputs["start"], inputs["end"])


@adapts("prices.twap_file")
def prices_twap_file(inputs: Inputs, data: Path) -> Outputs:
    trades = rows(data / inputs["file"])[int(inputs["row_from"]) : int(inputs["row_to"])]
    samples = [(trade["time_s"], Decimal(trade["price"])) for trade in trades]
    if inputs["fat_index"] is not None:
        at, price = samples[int(inputs["fat_index"])]
        samples[int(inputs["fat_index"])] = at, price * Decimal(inputs["factor"])
    return averages_over_time(samples, inputs["start"], inputs["end"])


@adapts("prices.vwap")
def prices_vwap(inputs: Inputs, data: Path) -> Outputs:
    trades = rows(data / inputs["trades_file"])[int(inputs["lo"]) : int(inputs["hi"])]
    prices = [Decimal(trade["price"]) for trade in trades]
    return {
        "rows": len(trades),
        "vwap": vwap([(Decimal(trade["price"]), Decimal(trade["volume"])) for trade in trades]),
        "mean": mean(prices),
        "median": median(prices),
        "last": prices[-1],
    }
