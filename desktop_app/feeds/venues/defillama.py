"""DefiLlama, keyless: the prices of many coins in US dollars in one request, each with how sure it is of it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from desktop_app.domain.prices.quote import Quote
from desktop_app.feeds.client import HttpClient, strict_number
from desktop_app.feeds.fault import unexpected
from desktop_app.feeds.hosts import Allowance
from desktop_app.feeds.venues.reading import as_object, collect, field, instant_s

LEAST_CONFIDENCE = Decimal("0.9")


class DefiLlama:
    """Quotes from `/prices/current/`. `ids` maps asset codes to CoinGecko's identifiers, which it goes by as well."""

    name = "defillama"
    home = "https://coins.llama.fi"
    # api-docs.defillama.com states no limit of the keyless host; this is a modest one.
    allowance = Allowance(30, 60.0)
    every_s = 0.0

    def __init__(self, ids: Mapping[str, str], base: str | None = None) -> None:
        self.base = base or self.home
        self._ids = dict(ids)

    def knows(self, asset: str, currency: str) -> bool:
        """Tell whether an identifier of `asset` is known; it quotes in US dollars whatever `currency` is."""
        return asset in self._ids

    async def quotes(self, client: HttpClient, assets: Collection[str], currency: str, now: datetime) -> list[Quote]:
        """Return the quotes in USD of those of `assets` that DefiLlama knows.

        Raises:
            FetchError: nothing usable came.
        """
        wanted = {f"coingecko:{self._ids[asset]}": asset for asset in sorted(assets) if asset in self._ids}
        if not wanted:
            return []
        answer = await client.get(self.base, f"/prices/current/{','.join(wanted)}", {}, self.allowance)
        return parse(answer.body, wanted, now)


def parse(body: object, wanted: Mapping[str, str], now: datetime) -> list[Quote]:
    """Return the quotes in an answer's `body`; `wanted` maps DefiLlama's names to asset codes.

    Raises:
        FetchError: the answer has another form, speaks of a coin that was not asked for, or is sure of none
            by nine tenths.
    """
    coins = as_object(field(as_object(body), "coins"))
    for name in coins:
        if name not in wanted:
            raise unexpected(f"{name[:40]!r} was not asked for")

    def read(item: tuple[str, Any]) -> Quote:
        name, coin = item
        entry = as_object(coin)
        confidence = strict_number(field(entry, "confidence"))
        if not LEAST_CONFIDENCE <= confidence <= 1:
            raise unexpected(f"a confidence of {confidence}")
        price = strict_number(field(entry, "price"))
        return Quote(wanted[name], "USD", price, instant_s(field(entry, "timestamp")), DefiLlama.name, now)

    return collect(coins.items(), read)
