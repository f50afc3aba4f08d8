"""Who may ring: of all programs on one file exactly one holds the lease."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from desktop_app.storage.rows import instant, milliseconds

RINGING = "ringing"


@dataclass(frozen=True, slots=True)
class Lease:
    """Held by `owner`, a `kind` of program (window or watch), until `until` unless it is renewed."""

    owner: str
    kind: str
    until: datetime


def read_lease(db: Database, name: str = RINGING) -> Lease | None:
    """Return who holds a lease, whether it ran out or not."""
    row = next(db.query("select * from leases where name = ?", [name]), None)
    return Lease(row["owner"], row["kind"], instant(row["until_ms"])) if row is not None else None


def take_lease(
    db: Database, owner: str, kind: str, now: datetime, lasting: timedelta, *, force: bool = False, name: str = RINGING
) -> bool:
    """Take or renew a lease; return False while another owner's runs. `force` takes it all the same.

    Call it in the transaction whose work the lease allows.
    """
    held = read_lease(db, name)
    runs = held is not None and held.owner != owner and now < held.until <= now + 2 * lasting
    if runs and not force:
        return False
    db.conn.execute(
        "insert or replace into leases (name, owner, kind, until_ms) values (?, ?, ?, ?)",
        (name, owner, kind, milliseconds(now + lasting)),
    )
    return True


def give_back(db: Database, owner: str, name: str = RINGING) -> None:
    """Let a lease go, where `owner` holds it."""
    db.conn.execute("delete from leases where name = ? and owner = ?", (name, owner))
