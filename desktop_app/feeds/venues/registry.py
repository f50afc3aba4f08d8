"""All sources, one line each."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from desktop_app.feeds.source import CandleSource, PriceSource, RateSource
from desktop_app.feeds.venues.binance import Binance
from desktop_app.feeds.venues.binance_futures import BinanceFutures
from desktop_app.feeds.venues.bitfinex import Bitfinex
from desktop_app.feeds.venues.coinbase import Coinbase
from desktop_app.feeds.venues.coingecko import CoinGecko
from desktop_app.feeds.venues.defillama import DefiLlama
from desktop_app.feeds.venues.ecb import Ecb
from desktop_app.feeds.venues.gate import Gate
from desktop_app.feeds.venues.kraken import Kraken
from desktop_app.feeds.venues.kucoin import Kucoin
from desktop_app.feeds.venues.kucoin_futures import KucoinFutures
from desktop_app.feeds.venues.okx import Okx
from desktop_app.feeds.venues.okx_savings import OkxSavings

SOURCES = (
    CoinGecko,
    Okx,
    Gate,
    Binance,
    Kraken,
    Coinbase,
    Kucoin,
    Bitfinex,
    DefiLlama,
    Ecb,
    BinanceFutures,
    KucoinFutures,
    OkxSavings,
)
NAMES: tuple[str, ...] = tuple(kind.name for kind in SOURCES)
HOMES: dict[str, str] = {kind.name: kind.home for kind in SOURCES}


class Sources(NamedTuple):
    """The sources by what they offer; one object may stand in several."""

    prices: tuple[PriceSource, ...]
    candles: tuple[CandleSource, ...]
    rates: tuple[RateSource, ...]


def make_sources(
    symbols: Mapping[str, Mapping[str, str]], bases: Mapping[str, str], names: Collection[str] = NAMES
) -> Sources:
    """Return the sources called `names`; all of them, unless told.

    `symbols` maps the name of a source to the names that it has for our asset codes; `bases` the name of a
    source to an address to ask instead of its own.
    """
    made = [kind(symbols.get(kind.name, {}), bases.get(kind.name)) for kind in SOURCES if kind.name in names]
    return Sources(
        tuple(source for source in made if isinstance(source, PriceSource)),
        tuple(source for source in made if isinstance(source, CandleSource)),
        tuple(source for source in made if isinstance(source, RateSource)),
    )
