"""What all exchanges' sources have in common: asking in batches or singly, pages of candles, unlisted pairs."""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, ClassVar

from desktop_app.domain.prices.quote import Candle, Quote
from desktop_app.feeds.client import HttpClient
from desktop_app.feeds.fault import FetchError, FetchFault, unexpected
from desktop_app.feeds.hosts import Allowance
from desktop_app.feeds.venues.market import Market, Pair
from desktop_app.feeds.venues.reading import Bar, Window, read_candles, window

Ask = Callable[[Sequence[Pair]], Awaitable[list[Quote]]]


class Exchange(ABC):
    """A source of quotes and candles of pairs; `symbols` maps our codes to the venue's names.

    A venue gives its constants and fills in `_spell`, `_ask`, `_rows` and `_bar`.
    """

    name: str
    home: ClassVar[str]
    allowance: Allowance
    every_s = 0.0
    fiat: ClassVar[frozenset[str]] = frozenset()
    batch: ClassVar[int] = 1
    # Words in a 400 or 404 by which the venue says that it does not list a pair.
    unlisted_words: ClassVar[tuple[str, ...]] = ()
    periods: Sequence[int] = (60, 300, 900, 3600, 86400)
    page: int = 1000

    def __init__(self, symbols: Mapping[str, str], base: str | None = None) -> None:
        self.base = base or self.home
        self._market = Market(symbols, self.fiat, self._spell)

    def knows(self, asset: str, currency: str) -> bool:
        """Tell whether the source can price `asset` for someone who counts in `currency`."""
        return self._market.knows(asset, currency)

    def reach(self, period_s: int) -> timedelta | None:
        """Return how far back candles of a period go; None for all that there is."""
        return None

    async def quotes(self, client: HttpClient, assets: Collection[str], currency: str, now: datetime) -> list[Quote]:
        """Return the quotes of those of `assets` that the venue lists, each in the currency of its pair.

        Raises:
            FetchError: nothing usable came.
        """

        async def ask(pairs: Sequence[Pair]) -> list[Quote]:
            return await self._ask(client, pairs, now)

        wanted = [asset for asset in sorted(assets) if self.knows(asset, currency)]
        return await in_batches(self._market, wanted, currency, ask, self._size(len(wanted)))

    async def candles(
        self, client: HttpClient, asset: str, currency: str, period_s: int, since: datetime, now: datetime
    ) -> list[Candle]:
        """Return one page: the finished candles that open within `page` periods from `since`, ascending.

        Raises:
            FetchError: nothing usable came.
        """
        asked = window(period_s, self.page, since, now)
        if period_s not in self.periods or not asked.has_finished:
            return []
        for pair in self._market.pairs(asset, currency):
            try:
                rows = await self._rows(client, pair, asked)
                return read_candles(rows, self._bar, pair, self.name, asked)
            except FetchError as error:
                if error.fault is not FetchFault.NOT_LISTED:
                    raise
                self._market.drop(pair)
        return []

    def _size(self, count: int) -> int:
        """Return how many pairs to ask for in one request where `count` are wanted."""
        return self.batch

    async def _get(self, client: HttpClient, path: str, query: Mapping[str, str]) -> Any:
        try:
            return (await client.get(self.base, path, query, self.allowance)).body
        except FetchError as error:
            if error.status in (400, 404) and any(word in error.said for word in self.unlisted_words):
                raise FetchError(FetchFault.NOT_LISTED, query.get("symbol", path)[:60]) from None
            raise

    @abstractmethod
    def _spell(self, base: str, quote: str) -> str:
        """Return the venue's name of a pair."""

    @abstractmethod
    async def _ask(self, client: HttpClient, pairs: Sequence[Pair], now: datetime) -> list[Quote]:
        """Return the quotes of `pairs` from one request; NOT_LISTED if the venue does not list one of them."""

    @abstractmethod
    async def _rows(self, client: HttpClient, pair: Pair, asked: Window) -> Sequence[Any]:
        """Return the rows of the candles that were `asked` for."""

    @abstractmethod
    def _bar(self, row: Any) -> Bar:
        """Return the candle that a row tells."""


async def in_batches(market: Market, assets: Sequence[str], currency: str, ask: Ask, size: int) -> list[Quote]:
    """Return the quotes of `assets`, `size` pairs a request; where one pair is not listed, they are asked singly.

    A host that is at fault is asked no further; what it said before counts.

    Raises:
        FetchError: nothing usable came.
    """
    found: list[Quote] = []
    first: FetchError | None = None
    for chunk in _chunks(assets, size):
        try:
            found += await _batch(market, chunk, currency, ask)
        except FetchError as error:
            first = first or error
            if error.blames_host:
                break
    if first is not None and not found:
        raise first
    return found


async def _batch(market: Market, assets: Sequence[str], currency: str, ask: Ask) -> list[Quote]:
    if len(assets) == 1:
        return await _single(market, assets[0], currency, ask)
    best = [pairs[0] for asset in assets if (pairs := market.pairs(asset, currency))]
    if not best:
        return []  # all were dropped meanwhile, by someone who asked for history
    try:
        return await ask(best)
    except FetchError as error:
        if error.fault is not FetchFault.NOT_LISTED:
            raise
        return await in_batches(market, assets, currency, ask, 1)


async def _single(market: Market, asset: str, currency: str, ask: Ask) -> list[Quote]:
    for pair in market.pairs(asset, currency):
        try:
            return await ask([pair])
        except FetchError as error:
            if error.fault is not FetchFault.NOT_LISTED:
                raise
            market.drop(pair)
    return []


def _chunks(items: Sequence[str], size: int) -> Iterable[Sequence[str]]:
    return (items[start : start + size] for start in range(0, len(items), size))


def matched(
    entries: Iterable[Any], symbol_of: Callable[[Any], str], pairs: Iterable[Pair], *, whole_market: bool = False
) -> list[tuple[Pair, Any]]:
    """Return the entries of an answer beside the pairs that were asked for, by the venue's name of each.

    Raises:
        FetchError: an entry is of a pair that was not asked for (ignored in an answer that tells the
            `whole_market`), or two are of the same.
    """
    wanted = {pair.symbol: pair for pair in pairs}
    found: dict[str, tuple[Pair, Any]] = {}
    for entry in entries:
        symbol = symbol_of(entry)
        if symbol not in wanted:
            if whole_market:
                continue
            raise unexpected(f"{symbol[:40]!r} was not asked for")
        if symbol in found:
            raise unexpected(f"{symbol!r} stands twice")
        found[symbol] = wanted[symbol], entry
    return list(found.values())
