"""One message to one service: an Apprise address, a timeout, and a fault that gives no secret away."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from urllib.parse import unquote, urlsplit

TIMEOUT_S = 8.0
_LONGEST_FAULT = 160
# What services are asked by says addresses as well.
for _name in ("urllib3", "requests"):
    logging.getLogger(_name).setLevel(logging.ERROR)


class NotifyFault(Enum):
    """Why a message did not get out."""

    ADDRESS = "address"
    REFUSED = "refused"
    TIMEOUT = "timeout"


class NotifyError(Exception):
    """A message did not get out: the fault, and what the service said, without secrets."""

    def __init__(self, fault: NotifyFault, detail: str = "") -> None:
        super().__init__(f"{fault.value}: {detail}" if detail else fault.value)
        self.fault = fault
        self.detail = detail


def service_of(address: str) -> str:
    """Return the kind of service that an address belongs to, such as ``ntfy`` or ``mailtos``.

    Raises:
        NotifyError: Apprise knows no such address.
    """
    import apprise  # heavy, and needed by few

    scheme = address.strip().partition("://")[0].lower()
    with _quiet_log([]):
        known = scheme and "://" in address and apprise.Apprise().add(address.strip())
    if not known:
        raise NotifyError(NotifyFault.ADDRESS)
    return scheme


def send(address: str, title: str, body: str, timeout_s: float = TIMEOUT_S) -> None:
    """Send one message; return only when the service took it. Blocks for `timeout_s` at most.

    Raises:
        NotifyError: the address is none, the service refused the message, or did not answer in time.
    """
    import apprise

    said: list[str] = []
    with _quiet_log(said), _on_its_way(address):
        service = apprise.Apprise()
        if not service.add(address.strip()):
            raise NotifyError(NotifyFault.ADDRESS)
        result = service.notify(body=body, title=title, timeout=timeout_s)
        status = result.status.name
        if status == "SUCCESS":
            return
        if status == "TIMEOUT":
            raise NotifyError(NotifyFault.TIMEOUT, f"{timeout_s:g} s")
        fault = NotifyFault.ADDRESS if status == "NOMATCH" else NotifyFault.REFUSED
        words = said[-1] if said else ""
        for other in (address, *_under_way):  # they share one log, so these words may be about another's address
            words = masked(words, other)
    raise NotifyError(fault, words[:_LONGEST_FAULT])


_under_way: list[str] = []


@contextmanager
def _on_its_way(address: str) -> Iterator[None]:
    """Count an address among those that messages are sent to at this moment."""
    _under_way.append(address)
    try:
        yield
    finally:
        _under_way.remove(address)


def masked(words: str, address: str) -> str:
    """Return `words` without any part of `address` that could be a password, a token or a name."""
    parts = urlsplit(address)
    secrets = {parts.netloc, parts.username or "", parts.password or "", parts.hostname or "", parts.query}
    secrets |= set(re.split(r"[/?&=@:,]+", unquote(address.partition("://")[2])))
    secrets |= set(re.split(r"[/?&=@:,]+", address.partition("://")[2]))
    for secret in sorted((secret for secret in secrets if len(secret) > 2), key=len, reverse=True):
        words = re.sub(re.escape(secret), "***", words, flags=re.IGNORECASE)
    return words


class _quiet_log(logging.Handler):  # noqa: N801 - used as a context manager
    """Takes what Apprise logs while a message goes out: it may hold addresses, so it goes nowhere else."""

    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._said = said
        self._log = logging.getLogger("apprise")

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning's words."""
        self._said.append(record.getMessage())

    def __enter__(self) -> None:
        self._log.propagate = False
        self._log.addHandler(self)

    def __exit__(self, *_: object) -> None:
        self._log.removeHandler(self)
