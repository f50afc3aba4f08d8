"""What a person does about channels: set them up, change them, let them go."""

from dataclasses import replace

from desktop_app.domain.alerts.channel import Channel
from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine import heartbeat
from desktop_app.engine.commands import change_setting
from desktop_app.engine.monitor import Monitor
from desktop_app.notify.secrets import Secrets
from desktop_app.notify.sending import NotifyError, service_of
from desktop_app.storage import channels as channel_rows


def check_address(address: str) -> str:
    """Return the kind of service behind an address.

    Raises:
        Refused: no service has such an address.
    """
    try:
        return service_of(address)
    except NotifyError:
        raise Refused(Problem.NOT_AN_ADDRESS, field="address") from None


def keep_channel(monitor: Monitor, channel: Channel, address: str, secrets: Secrets) -> bool:
    """Keep a channel; its address, where one is given, goes into the keyring.

    Return False where there is no keyring, so that the address has to be given again at the next start.

    Raises:
        Refused: no service has such an address.
    """
    lasting = True
    if address:
        channel = replace(channel, service=check_address(address), failures=0, fault="")
        lasting = secrets.keep(channel.id, address)
    with monitor.write() as db:
        channel_rows.save_channel(db, channel)
        monitor.alarms.reload(db)
    return lasting


def remove_channel(monitor: Monitor, channel_id: str, secrets: Secrets) -> None:
    """Remove a channel and its address; what was due by it rests."""
    with monitor.write() as db:
        channel_rows.delete_channel(db, channel_id)
        monitor.alarms.reload(db)
    secrets.forget(channel_id)


def keep_heartbeat(monitor: Monitor, address: str) -> None:
    """Keep the address of the sign of life; none ends it.

    Raises:
        Refused: it is no address that may be asked.
    """
    change_setting(monitor, "heartbeat_url", heartbeat.check_address(address))
