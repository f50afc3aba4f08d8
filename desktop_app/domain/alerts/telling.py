"""One telling of an alert by one channel, due or done."""

from dataclasses import dataclass
from datetime import datetime

from desktop_app.domain.alerts.record import AlertRecord


@dataclass(frozen=True, slots=True)
class Telling:
    """The `ring`-th telling of an alert by a channel; `key` is the same however often it is tried.

    `state` is due, done, inhibited (a graver alert was told instead) or dropped (answered before). `next` is
    when it is tried, `done` when it was delivered, `fault` what went wrong last.
    """

    key: str
    alert: AlertRecord
    channel: str
    ring: int
    attempts: int
    next: datetime
    state: str = "due"
    done: datetime | None = None
    fault: str = ""
