"""Funding and lending rates of the assets in use, fetched every hour and kept as series of their own."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from desktop_app.domain.prices.rate import RatePoint
from desktop_app.engine.monitor import Monitor, Work
from desktop_app.engine.position_commands import follow_rates
from desktop_app.feeds.client import HttpClient
from desktop_app.feeds.fault import FetchError
from desktop_app.feeds.source import RateSource
from desktop_app.storage.rates import latest_rates, save_rates

EVERY_S = 3600.0
FIRST_SPAN = timedelta(days=30)
LARGEST_RATE = 10  # 1,000 % a period is a misplaced point, not a rate

log = logging.getLogger(__name__)


class RateKeeper:
    """Asks the rate sources every hour, as long as its task lives."""

    def __init__(self, work: Work, sources: Callable[[], Sequence[RateSource]], clock: Callable[[], datetime]) -> None:
        self._work = work
        self._sources = sources
        self._clock = clock

    async def run(self, client: HttpClient) -> None:
        """Fetch what is new of every asset in use, then wait an hour."""
        while True:
            try:
                await self._round(client)
            except Exception as error:  # rates may fail, the watch goes on
                log.exception("a round of rates failed, the next one follows: %s", error)
            await asyncio.sleep(EVERY_S)

    async def _round(self, client: HttpClient) -> None:
        assets, known = await asyncio.wrap_future(self._work.query(_wanted))
        for source in self._sources():
            for asset in assets:
                if source.knows_rate(asset):
                    await self._fetch(client, source, asset, known.get((source.name, asset)))

    async def _fetch(self, client: HttpClient, source: RateSource, asset: str, last: datetime | None) -> None:
        now = self._clock()
        since = last + timedelta(milliseconds=1) if last else now - FIRST_SPAN
        try:
            points = await source.rates(client, asset, since, now)
        except FetchError as error:
            log.info("rates of %s from %s failed: %s", asset, source.name, error)
            return
        await asyncio.wrap_future(self._work.run(lambda monitor, at: keep_rates(monitor, points, at)))


def _wanted(monitor: Monitor) -> tuple[list[str], dict[tuple[str, str], datetime]]:
    known = {(point.source, point.asset): point.at for point in latest_rates(monitor.store.db)}
    held = {position.asset for position in monitor.portfolio.positions if position.closed is None}
    return sorted(held | monitor.assets_with_history().keys()), known


def keep_rates(monitor: Monitor, points: Sequence[RatePoint], now: datetime) -> int:
    """Keep rates that can be; what is dated ahead or beyond all reason is left out. Return how many were new."""
    usable = [
        point
        for point in points
        if point.rate.is_finite() and abs(point.rate) < LARGEST_RATE and point.at <= now + timedelta(hours=12)
    ]
    with monitor.write() as db:
        added = save_rates(db, usable)
        monitor.rates = tuple(latest_rates(db))
        follow_rates(monitor, usable, now)
    return added
