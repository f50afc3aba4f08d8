"""One message to one service: an Apprise address, a timeout, and a fault that gives no secret away."""

import logging
import re
import threading
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
    if not scheme or "://" not in address or not apprise.Apprise().add(address.strip()):
        raise NotifyError(NotifyFault.ADDRESS)
    return scheme


def send(address: str, title: str, body: str, timeout_s: float = TIMEOUT_S) -> None:
    """Send one message; return only when the service took it. Blocks for `timeout_s` at most.

    A service that hangs does so in a thread of its own, which neither others nor the program's end wait for.

    Raises:
        NotifyError: the address is none, the service refused the message, or did not answer in time.
    """
    failed: list[BaseException] = []

    def work() -> None:
        try:
            _send(address, title, body)
        except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
            failed.append(error)

    thread = threading.Thread(target=work, name="message", daemon=True)
    thread.start()
    thread.join(timeout_s)
    if thread.is_alive():
        raise NotifyError(NotifyFault.TIMEOUT, f"{timeout_s:g} s")
    if failed:
        raise failed[0]


def _send(address: str, title: str, body: str) -> None:
    import apprise

    said: list[str] = []
    _heard.said = said
    service = apprise.Apprise(asset=apprise.AppriseAsset(async_mode=False))
    if not service.add(address.strip()):
        raise NotifyError(NotifyFault.ADDRESS)
    status = service.notify(body=body, title=title).status.name
    if status == "SUCCESS":
        return
    fault = {"NOMATCH": NotifyFault.ADDRESS, "TIMEOUT": NotifyFault.TIMEOUT}.get(status, NotifyFault.REFUSED)
    raise NotifyError(fault, masked(said[-1], address)[:_LONGEST_FAULT] if said else "")


def masked(words: str, address: str) -> str:
    """Return `words` without any part of `address` that could be a password, a token or a name."""
    parts = urlsplit(address)
    secrets = {parts.netloc, parts.username or "", parts.password or "", parts.hostname or "", parts.query}
    secrets |= set(re.split(r"[/?&=@:,]+", unquote(address.partition("://")[2])))
    secrets |= set(re.split(r"[/?&=@:,]+", address.partition("://")[2]))
    for secret in sorted((secret for secret in secrets if len(secret) > 2), key=len, reverse=True):
        words = re.sub(re.escape(secret), "***", words, flags=re.IGNORECASE)
    return words


class _Heard(threading.local):
    """What a thread's own message was said about."""

    said: list[str]

    def __init__(self) -> None:
        self.said = []


_heard = _Heard()


class _Hush(logging.Filter):
    """Keeps back what Apprise logs, as it may hold addresses; warnings serve the thread that they are about."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep a warning's words and let nothing through."""
        if record.levelno >= logging.WARNING:
            _heard.said.append(record.getMessage())
        return False


logging.getLogger("apprise").addFilter(_Hush())
