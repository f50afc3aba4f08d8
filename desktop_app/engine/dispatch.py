"""Alerts on their way out of the program: what is due goes to its channel until that channel took it."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby

from desktop_app.domain.alerts.channel import Channel
from desktop_app.domain.alerts.record import AlertRecord
from desktop_app.domain.alerts.telling import Telling
from desktop_app.engine.monitor import Monitor, Work
from desktop_app.engine.snapshot import Snapshot
from desktop_app.engine.threads import in_a_thread
from desktop_app.notify.secrets import Secrets
from desktop_app.notify.sending import NotifyError, NotifyFault, send
from desktop_app.storage import outbox
from desktop_app.storage.channels import save_channel

FIRST_WAIT_S = 5.0
USE_ANOTHER_AFTER = 3
KEYRING_S = 20.0  # a keyring that asks its owner to unlock it may be asking nobody
LAST_STEP = 99

Compose = Callable[[Sequence[AlertRecord], Snapshot], tuple[str, str]]
Send = Callable[[str, str, str], None]

log = logging.getLogger(__name__)


def due_outside(monitor: Monitor, now: datetime) -> list[Telling]:
    """Return what channels outside the window have to tell by `now`; nothing where another program rings."""
    if not monitor.may_ring(now):
        return []
    outside = [channel.id for channel in monitor.alarms.channels if channel.service and channel.enabled]
    return outbox.due(monitor.store.db, outside, now) if outside else []


def report_sent(monitor: Monitor, channel_id: str, tellings: Sequence[Telling], fault: str, now: datetime) -> None:
    """Record how a channel fared with what it had to tell.

    After a failure it is tried again, at most half a minute later, for as long as it takes; after three in
    a row another channel tells what this one could not.
    """
    channel = next((one for one in monitor.alarms.channels if one.id == channel_id), None)
    if channel is None:
        return
    keys = [one.key for one in tellings]
    with monitor.write() as db:
        if not fault:
            outbox.delivered(db, keys, now)
        else:
            wait = min(timedelta(seconds=FIRST_WAIT_S * 2 ** min(channel.failures, 6)), outbox.LONGEST_WAIT)
            outbox.put_off(db, keys, now + wait, fault)
        after = replace(channel, failures=channel.failures + 1 if fault else 0, fault=fault)
        if (after.failures, after.fault) != (channel.failures, channel.fault):
            save_channel(db, after)
            monitor.alarms.channels = tuple(after if one.id == channel_id else one for one in monitor.alarms.channels)
        if after.failures >= USE_ANOTHER_AFTER:
            for one in tellings:
                monitor.alarms.queue(db, one.alert, now, ring=one.ring, step_reached=LAST_STEP)


class Dispatcher:
    """Sends what is due, each channel by itself, so that a slow one holds up no other."""

    def __init__(
        self,
        work: Work,
        compose: Compose,
        secrets: Secrets,
        clock: Callable[[], datetime],
        sending: Send = send,
    ) -> None:
        self._work = work
        self._compose = compose
        self._secrets = secrets
        self._clock = clock
        self._send = sending
        self._wake = asyncio.Event()
        self._busy: set[str] = set()

    def ring(self) -> None:
        """Look at once for what is due; call it on the loop of the task."""
        self._wake.set()

    async def run(self) -> None:
        """Send whenever something is due, as long as the task lives."""
        sending: set[asyncio.Task[None]] = set()
        try:
            while True:
                await self._wake.wait()
                self._wake.clear()
                try:
                    due = await asyncio.wrap_future(self._work.query(lambda m: due_outside(m, self._clock())))
                    by_channel = groupby(sorted(due, key=lambda one: one.channel), key=lambda one: one.channel)
                    for channel, tellings in by_channel:
                        if channel not in self._busy:
                            task = asyncio.create_task(self._deliver(channel, list(tellings)))
                            sending.add(task)
                            task.add_done_callback(sending.discard)
                except Exception as error:  # what is due stays due; the next look follows
                    log.exception("sending alerts failed, the next try follows: %s", error)
        finally:
            for task in sending:
                task.cancel()

    async def _deliver(self, channel: str, tellings: Sequence[Telling]) -> None:
        self._busy.add(channel)
        try:
            fault = await self._try(channel, tellings)
            await asyncio.wrap_future(self._work.run(lambda m, now: report_sent(m, channel, tellings, fault, now)))
        except Exception as error:  # what was not reported stays due
            log.exception("reporting what was sent failed: %s", error)
        finally:
            self._busy.discard(channel)

    async def _try(self, channel: str, tellings: Sequence[Telling]) -> str:
        """Send what is due by one channel as one message; return the fault, empty where it got out."""
        snapshot = await asyncio.wrap_future(self._work.query(lambda monitor: monitor.snapshot(self._clock())))
        unique = {one.alert.id: one.alert for one in tellings}
        return await self._send_by(channel, *self._compose(list(unique.values()), snapshot))

    async def _send_by(self, channel: str, title: str, body: str) -> str:
        try:
            address = await asyncio.wait_for(in_a_thread(self._secrets.recall, channel), KEYRING_S)
            if not address:
                return NotifyFault.ADDRESS.value
            await in_a_thread(self._send, address, title, body)
        except NotifyError as error:
            return str(error)
        except TimeoutError:
            return NotifyFault.ADDRESS.value
        except Exception as error:  # noqa: BLE001 - a service's own library may raise anything, with the address in it
            log.warning("channel %s failed: %s", channel, type(error).__name__)
            return type(error).__name__
        return ""

    async def test(self, channel: Channel, title: str, body: str) -> str:
        """Send a test by one channel; return the fault, empty where it got out."""
        return await self._send_by(channel.id, title, body)
