"""A notification service on a session bus of its own, well-behaved or not."""

import os
import queue
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

import pytest


class Manner(Enum):
    """How the service behaves."""

    GOOD = "good"
    REFUSES = "refuses"
    HANGS = "hangs"


@dataclass
class Shown:
    """What the service was asked to show: the arguments of each Notify; and the buttons that are pressed."""

    calls: list[tuple[Any, ...]] = field(default_factory=list)
    presses: queue.SimpleQueue[tuple[int, str]] = field(default_factory=queue.SimpleQueue)

    def press(self, number: int, key: str) -> None:
        """Press a button of the message `number`, counted from 1."""
        self.presses.put((number, key))


@contextmanager
def session_bus(manner: Manner) -> Iterator[tuple[str, Shown]]:
    """Yield the address of a session bus with a notification service, and what that was asked to show."""
    if sys.platform != "linux" or shutil.which("dbus-daemon") is None:
        pytest.skip("there is no dbus-daemon")
    from jeepney import DBusAddress, HeaderFields, new_error, new_method_return, new_signal
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import open_dbus_connection

    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"], stdout=subprocess.PIPE, text=True
    )
    shown = Shown()
    name = "org.freedesktop.Notifications"
    emitter = DBusAddress("/org/freedesktop/Notifications", name, name)
    ended = threading.Event()
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()

    def serve() -> None:
        with open_dbus_connection(address) as bus:
            bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.Notifications"))
            ready.set()
            while not ended.is_set():
                while not shown.presses.empty():
                    bus.send(new_signal(emitter, "ActionInvoked", "us", shown.presses.get()))
                try:
                    asked = bus.receive(timeout=0.02)
                except TimeoutError:
                    continue
                if asked.header.fields.get(HeaderFields.member) != "Notify":
                    continue
                shown.calls.append(asked.body)
                if manner is Manner.GOOD:
                    bus.send(new_method_return(asked, "u", (len(shown.calls),)))
                elif manner is Manner.REFUSES:
                    bus.send(new_error(asked, "org.example.Full", "s", ("too many",)))

    ready = threading.Event()
    thread = threading.Thread(target=serve, name="bus", daemon=True)
    thread.start()
    try:
        assert ready.wait(10)
        yield address, shown
    finally:
        ended.set()
        thread.join(10)
        daemon.terminate()
        daemon.wait(10)
        daemon.stdout.close()


@contextmanager
def as_session_bus(manner: Manner, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shown]:
    """Make such a bus the session's own."""
    with session_bus(manner) as (address, shown):
        monkeypatch.setitem(os.environ, "DBUS_SESSION_BUS_ADDRESS", address)
        yield shown
