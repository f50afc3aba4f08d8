"""A message by the desktop's own notification service, where there is one."""

import os
import sys
from html import escape

TIMEOUT_S = 2.0
_CRITICAL, _NORMAL = 2, 1


def show_on_desktop(title: str, body: str, *, critical: bool) -> bool:
    """Show a message and return whether the service took it; blocks for `TIMEOUT_S` at most.

    A critical one stays until it is dismissed. Only desktops with the notification service of freedesktop.org
    have it (specification 1.2, method Notify); elsewhere False is returned.
    """
    if sys.platform != "linux" or not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return False
    from jeepney import DBusAddress, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    service = DBusAddress(
        "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "org.freedesktop.Notifications"
    )
    hints = {"urgency": ("y", _CRITICAL if critical else _NORMAL), "desktop-entry": ("s", "plimsoll")}
    words = escape(body, quote=False)
    message = new_method_call(service, "Notify", "susssasa{sv}i", ("Plimsoll", 0, "", title, words, [], hints, -1))
    try:
        with open_dbus_connection("SESSION") as bus:
            reply = bus.send_and_get_reply(message, timeout=TIMEOUT_S)
    except (OSError, RuntimeError, ValueError, KeyError):
        return False
    return bool(reply.header.message_type is MessageType.method_return)
