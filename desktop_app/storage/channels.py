"""Channels that tell alerts outside the window: load and save. Their secrets are not here."""

from sqlite_utils import Database

from desktop_app.domain.alerts.channel import Channel
from desktop_app.domain.alerts.rule import Severity
from desktop_app.storage.rows import sealed


def save_channel(db: Database, channel: Channel) -> None:
    """Keep a channel, in place of the one of its identifier."""
    row = {
        "id": channel.id,
        "name": channel.name,
        "service": channel.service,
        "step": channel.step,
        "least": channel.least,
        "enabled": channel.enabled,
        "failures": channel.failures,
        "fault": channel.fault[:300],
    }
    db.table("channels").upsert(sealed(row), pk="id")


def delete_channel(db: Database, channel_id: str) -> None:
    """Forget a channel; what was due by it rests."""
    db.conn.execute("delete from channels where id = ?", (channel_id,))
    db.conn.execute("update notifications set state = 'dropped' where channel = ? and state = 'due'", (channel_id,))


def load_channels(db: Database) -> list[Channel]:
    """Return every channel, by the step at which it is used."""
    return [
        Channel(
            row["id"],
            row["name"],
            row["service"],
            row["step"],
            Severity(row["least"]),
            bool(row["enabled"]),
            row["failures"],
            row["fault"],
        )
        for row in db.query("select * from channels order by step, name, id")
    ]
