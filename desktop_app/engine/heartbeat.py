"""A sign of life to an address of one's own while all is well; where it stays away, somebody is told."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine.monitor import TICK_S, Monitor, Work
from desktop_app.feeds.client import HttpClient
from desktop_app.feeds.client import check_address as check_url
from desktop_app.feeds.fault import FetchError

EVERY_S = 300.0

log = logging.getLogger(__name__)
# Their words at every request hold the whole address, and that may be a secret.
for _name in ("httpx2", "httpcore2"):
    logging.getLogger(_name).setLevel(logging.WARNING)


def is_well(monitor: Monitor, now: datetime) -> bool:
    """Tell whether the watch works: it looked lately, a source answered lately, and no channel is dead."""
    lately = monitor.looked is not None and now - monitor.looked <= timedelta(seconds=4 * TICK_S)
    if not lately or not monitor.settings.polling:
        return lately
    stale = timedelta(seconds=monitor.settings.stale_after_s)
    answers = [feed.last_good for feed in monitor.feeds.values() if feed.last_good is not None]
    answered = not monitor.assets_needed() or any(now - at <= stale for at in answers)
    return answered and all(channel.failures < 3 for channel in monitor.alarms.channels if channel.enabled)


def check_address(address: str) -> str:
    """Return an address as it may be asked: https anywhere, plain http on this machine alone, or none.

    Raises:
        Refused: it is another one.
    """
    chosen = address.strip()
    if chosen:
        try:
            check_url(chosen)
        except FetchError:
            raise Refused(Problem.NOT_A_WEB_ADDRESS, field="heartbeat_url", value=chosen[:60]) from None
    return chosen


class Heartbeat:
    """Asks the address every five minutes while all is well, as long as its task lives."""

    def __init__(self, work: Work, clock: Callable[[], datetime], every_s: float = EVERY_S) -> None:
        self._work = work
        self._clock = clock
        self._every_s = every_s

    async def run(self, client: HttpClient) -> None:
        """Give a sign of life, wait, look again."""
        while True:
            try:
                address, well = await asyncio.wrap_future(self._work.query(self._state))
                if address and well:
                    await client.get_text(address, "", {})
            except FetchError as error:
                log.info("the sign of life did not arrive: %s", error.fault.value)  # the address may be a secret
            except Exception as error:  # noqa: BLE001 - whoever waits for the sign notices that it stays away
                log.warning("no sign of life: %s", type(error).__name__)
            await asyncio.sleep(self._every_s)

    def _state(self, monitor: Monitor) -> tuple[str, bool]:
        return monitor.settings.heartbeat_url, is_well(monitor, self._clock())
