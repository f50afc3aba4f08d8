"""Messages with buttons by the desktop's own notification service, where there is one."""

import asyncio
import logging
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jeepney.io.asyncio import DBusRouter

log = logging.getLogger(__name__)

TIMEOUT_S = 2.0
RETRY_S = 30.0
REMEMBERED = 64
_CRITICAL, _NORMAL = 2, 1
_PLACE = ("/org/freedesktop/Notifications", "org.freedesktop.Notifications", "org.freedesktop.Notifications")
_FAILED = (OSError, EOFError, RuntimeError, ValueError, KeyError, TimeoutError)

Chosen = Callable[[str], None]
Buttons = Sequence[tuple[str, str]]


class DesktopMessages:
    """One connection to the session's bus, kept by `run` on the network's loop.

    Only desktops with the notification service of freedesktop.org have one (specification 1.2, method Notify,
    signal ActionInvoked); elsewhere `show` returns False.
    """

    def __init__(self) -> None:
        self._router: DBusRouter | None = None
        self._tried = asyncio.Event()
        self._broken = asyncio.Event()
        self._chosen: dict[int, Chosen] = {}

    async def run(self) -> None:
        """Connect, pass on which buttons are pressed, and connect again after a fault; only its task's end ends it."""
        while True:
            if sys.platform == "linux" and os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
                try:
                    await self._listen()
                except _FAILED as error:  # the tray and the window tell meanwhile
                    log.debug("no notification service: %s", error)
            self._tried.set()
            await asyncio.sleep(RETRY_S)

    async def _listen(self) -> None:
        from jeepney.io.asyncio import DBusRouter, open_dbus_connection

        connection = await asyncio.wait_for(open_dbus_connection("SESSION"), TIMEOUT_S)
        router = DBusRouter(connection)
        try:
            await self._pass_on(router)
        finally:  # what closing finds broken must not stand in for what ended this
            self._router = None
            with suppress(*_FAILED):
                await router.__aexit__(None, None, None)
            with suppress(*_FAILED):
                await connection.close()

    async def _pass_on(self, router: "DBusRouter") -> None:
        """Let `show` use the connection, and pass on what is pressed until it breaks."""
        from jeepney import MatchRule
        from jeepney.bus_messages import message_bus
        from jeepney.io.asyncio import Proxy

        path, _, interface = _PLACE
        pressed = MatchRule(type="signal", interface=interface, member="ActionInvoked", path=path)
        await asyncio.wait_for(Proxy(message_bus, router).AddMatch(pressed), TIMEOUT_S)
        with router.filter(pressed, queue=asyncio.Queue(16)) as queue:
            self._router = router
            self._broken.clear()
            self._tried.set()
            broken = asyncio.create_task(self._broken.wait())
            try:
                while not broken.done():
                    await self._next_press(queue, broken)
            finally:
                broken.cancel()

    async def _next_press(self, queue: asyncio.Queue, broken: asyncio.Task[bool]) -> None:  # type: ignore[type-arg]
        press = asyncio.create_task(queue.get())
        try:
            await asyncio.wait((press, broken), return_when=asyncio.FIRST_COMPLETED)
            if press.done():
                number, key = press.result().body
                chosen = self._chosen.pop(number, None)
                if chosen is not None:
                    chosen(key)
        finally:
            press.cancel()

    async def show(
        self, title: str, body: str, *, critical: bool, buttons: Buttons = (), chosen: Chosen | None = None
    ) -> bool:
        """Show a message and return whether the service took it, within `TIMEOUT_S` once there is a connection.

        A critical one stays until it is dismissed. `buttons` are (key, words); `chosen` is called on the loop with
        the key of the one that is pressed, "default" for the message itself.
        """
        from jeepney import DBusAddress, MessageType, new_method_call
        from jeepney.io.common import RouterClosed

        try:
            await asyncio.wait_for(self._tried.wait(), TIMEOUT_S)
        except TimeoutError:
            return False
        router = self._router
        if router is None:
            return False
        path, name, interface = _PLACE
        hints = {"urgency": ("y", _CRITICAL if critical else _NORMAL), "desktop-entry": ("s", "plimsoll")}
        flat = [word for button in buttons for word in button]
        arguments = ("Plimsoll", 0, "plimsoll", title, escape(body, quote=False), flat, hints, -1)
        message = new_method_call(DBusAddress(path, name, interface), "Notify", "susssasa{sv}i", arguments)
        try:
            reply = await asyncio.wait_for(router.send_and_get_reply(message), TIMEOUT_S)
        except TimeoutError:
            return False
        except (RouterClosed, *_FAILED):
            self._broken.set()
            return False
        if reply.header.message_type is not MessageType.method_return:
            return False
        if chosen is not None:
            self._chosen[reply.body[0]] = chosen
            while len(self._chosen) > REMEMBERED:
                self._chosen.pop(next(iter(self._chosen)))
        return True
