"""A notice that a newer version is out: off unless a person wants it, and never more than a notice.

The address is the person's own choice. It answers ``{"version": "1.2.3", "page": "https://..."}``; nothing is sent to
it but the request, and nothing is ever fetched from the page that it names.
"""

import asyncio
import logging
import re
from dataclasses import dataclass

import msgspec

from desktop_app import __version__
from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine.monitor import Monitor, Work
from desktop_app.feeds.client import HttpClient, check_address
from desktop_app.feeds.fault import FetchError

EVERY_S = 86400.0
LOOK_AGAIN_S = 60.0
_VERSION = re.compile(r"(\d+)(?:\.(\d+))?(?:\.(\d+))?$")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Newer:
    """A version that is newer than this one.

    Attributes:
        version: What it is called.
        page: The address (https) where it is told of; empty where none was given.
    """

    version: str
    page: str


class _Answer(msgspec.Struct):
    version: str
    page: str = ""


def check_update_address(address: str) -> str:
    """Return an address as it may be asked: https, plain http on this machine alone, or none.

    Raises:
        Refused: it is another one.
    """
    chosen = address.strip()
    if chosen and not _may_be_asked(chosen):
        raise Refused(Problem.NOT_A_WEB_ADDRESS, field="update_url", value=chosen[:60])
    return chosen


def read_answer(text: str, own: str = __version__) -> Newer | None:
    """Return the newer version that an answer tells of, None where it is not newer.

    Raises:
        ValueError: the answer is not of the form.
    """
    answer = msgspec.json.decode(text, type=_Answer)
    found, mine = _VERSION.match(answer.version.strip()), _VERSION.match(own)
    if found is None or mine is None:
        raise ValueError("the answer tells no version")
    if _numbers(found) <= _numbers(mine):
        return None
    return Newer(answer.version.strip(), answer.page if _may_be_asked(answer.page) else "")


class Updates:
    """Asks once a day while it is wanted. `newer` is what was found; it is told with the next Snapshot."""

    def __init__(self, work: Work, every_s: float = EVERY_S) -> None:
        self._work = work
        self._every_s = every_s
        self.newer: Newer | None = None

    async def run(self, client: HttpClient) -> None:
        """Look whether it is wanted, ask, wait, look again."""
        while True:
            address = await asyncio.wrap_future(self._work.query(_wanted))
            if address and await self._ask(client, address):
                await asyncio.sleep(self._every_s)
            else:
                await asyncio.sleep(min(self._every_s, LOOK_AGAIN_S))

    async def _ask(self, client: HttpClient, address: str) -> bool:
        try:
            newer = read_answer(await client.get_text(address, "", {}))
        except (FetchError, ValueError, msgspec.MsgspecError) as error:
            log.info("whether a newer version is out could not be learnt: %s", error)
            return True
        if newer is not None and newer != self.newer:
            self.newer = newer
            await asyncio.wrap_future(self._work.run(lambda monitor, now: None))
        return True


def _wanted(monitor: Monitor) -> str:
    settings = monitor.settings
    return settings.update_url if settings.update_notice else ""


def _may_be_asked(address: str) -> bool:
    try:
        check_address(address)
    except FetchError:
        return False
    return True


def _numbers(match: re.Match[str]) -> tuple[int, ...]:
    return tuple(int(part or 0) for part in match.groups())
