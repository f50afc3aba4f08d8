"""CoinGecko's simple price: many coins in one request, keyless."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime

from desktop_app.domain.prices.quote import Quote
from desktop_app.feeds.client import FetchError, FetchFault, HttpClient, strict_number

BASE = "https://api.coingecko.com"


class CoinGecko:
    """Quotes from `/api/v3/simple/price`. `ids` maps asset codes to CoinGecko's own identifiers."""

    name = "coingecko"

    def __init__(self, ids: Mapping[str, str], base: str = BASE) -> None:
        self.base = base
        self._ids = dict(ids)

    def knows(self, asset: str) -> bool:
        """Tell whether an identifier of `asset` is known."""
        return asset in self._ids

    async def quotes(self, client: HttpClient, assets: Collection[str], currency: str, now: datetime) -> list[Quote]:
        """Return the quotes of those of `assets` that CoinGecko knows.

        Raises:
            FetchError: nothing usable came.
        """
        wanted = {self._ids[asset]: asset for asset in sorted(assets) if asset in self._ids}
        if not wanted:
            return []
        query = {
            "ids": ",".join(wanted),
            "vs_currencies": currency.lower(),
            "include_last_updated_at": "true",
        }
        answer = await client.get(self.base, "/api/v3/simple/price", query)
        return parse(answer.body, wanted, currency, now)


def parse(body: object, wanted: Mapping[str, str], currency: str, now: datetime) -> list[Quote]:
    """Return the quotes in an answer's `body`; `wanted` maps identifiers to asset codes.

    Raises:
        FetchError: the answer has another form, or speaks of a coin that was not asked for.
    """
    if not isinstance(body, dict):
        raise FetchError(FetchFault.UNEXPECTED, "no object at the top")
    found = []
    for identifier, entry in body.items():
        if identifier not in wanted or not isinstance(entry, dict):
            raise FetchError(FetchFault.UNEXPECTED, f"{identifier[:40]!r} was not asked for")
        if currency.lower() not in entry:
            continue
        price = strict_number(entry[currency.lower()])
        stamp = entry.get("last_updated_at")
        at = now
        if stamp is not None:
            try:
                at = datetime.fromtimestamp(int(strict_number(stamp)), UTC)
            except (OverflowError, ValueError, OSError):
                raise FetchError(FetchFault.UNEXPECTED, "last_updated_at is no time") from None
        found.append(Quote(wanted[identifier], currency, price, at, CoinGecko.name, now))
    return found
