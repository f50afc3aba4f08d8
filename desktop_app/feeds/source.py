"""What every price source offers."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from desktop_app.domain.prices.quote import Quote
from desktop_app.feeds.client import HttpClient


class PriceSource(Protocol):
    """One source of prices. `base` is its address; a local server can stand in for it."""

    name: str
    base: str

    def knows(self, asset: str) -> bool:
        """Tell whether the source can price `asset`."""
        ...

    async def quotes(self, client: HttpClient, assets: Collection[str], currency: str, now: datetime) -> list[Quote]:
        """Return the source's quotes of those of `assets` that it knows, in `currency`.

        Raises:
            FetchError: nothing usable came.
        """
        ...
