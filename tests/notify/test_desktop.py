"""Messages by the desktop's own service: taken, refused, never answered, or nobody there; buttons that are pressed."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import pytest
from desktop_bus import Manner, as_session_bus

from desktop_app.notify import desktop
from desktop_app.notify.desktop import DesktopMessages

_T = TypeVar("_T")


def connected(act: Callable[[DesktopMessages], Awaitable[_T]]) -> _T:
    """Run `act` while the connection is kept."""

    async def run() -> _T:
        messages = DesktopMessages()
        keeping = asyncio.create_task(messages.run())
        try:
            return await act(messages)
        finally:
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)

    return asyncio.run(run())


def test_a_message_arrives_whole_and_as_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    with as_session_bus(Manner.GOOD, monkeypatch) as shown:
        words = ("LTV 71.4 %", "BTC < $42,020 & falling\n追加 0.03 BTC")
        assert connected(lambda one: one.show(*words, critical=True, buttons=[("plan", "Show plan")]))
    ((program, replaces, _, title, body, actions, hints, expires),) = shown.calls
    assert (program, replaces, actions, expires) == ("Plimsoll", 0, ["plan", "Show plan"], -1)
    assert title == "LTV 71.4 %"
    assert body == "BTC &lt; $42,020 &amp; falling\n追加 0.03 BTC", "the service reads markup"
    assert hints == {"urgency": ("y", 2), "desktop-entry": ("s", "plimsoll")}


def test_what_is_not_critical_goes_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    with as_session_bus(Manner.GOOD, monkeypatch) as shown:
        assert connected(lambda one: one.show("a", "b", critical=False))
    assert shown.calls[0][6]["urgency"] == ("y", 1)


def test_a_button_reaches_the_message_that_it_belongs_to_once(monkeypatch: pytest.MonkeyPatch) -> None:
    pressed: list[tuple[str, str]] = []

    async def act(one: DesktopMessages) -> None:
        for name in ("first", "second"):
            assert await one.show(name, "", critical=True, chosen=lambda key, n=name: pressed.append((n, key)))
        shown.press(2, "acknowledge")
        shown.press(2, "snooze")
        shown.press(99, "acknowledge")
        shown.press(1, "default")
        async with asyncio.timeout(10):
            while len(pressed) < 2:
                await asyncio.sleep(0.01)

    with as_session_bus(Manner.GOOD, monkeypatch) as shown:
        connected(act)
    assert pressed == [("second", "acknowledge"), ("first", "default")]


@pytest.mark.parametrize("manner", [Manner.REFUSES, Manner.HANGS])
def test_a_service_that_does_not_take_it_is_told(manner: Manner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop, "TIMEOUT_S", 0.2)
    with as_session_bus(manner, monkeypatch) as shown:
        assert not connected(lambda one: one.show("a", "b", critical=True))
    assert len(shown.calls) == 1


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/at/all", "nonsense", "tcp:host=localhost"])
def test_without_a_bus_nobody_is_told(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert not connected(lambda one: one.show("a", "b", critical=True))


def test_a_bus_that_went_and_came_back_is_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop, "RETRY_S", 0.05)

    async def act(one: DesktopMessages) -> bool:
        with as_session_bus(Manner.GOOD, monkeypatch):
            assert await one.show("a", "b", critical=True)
        assert not await one.show("a", "b", critical=True)
        with as_session_bus(Manner.GOOD, monkeypatch):
            async with asyncio.timeout(10):
                while not await one.show("a", "b", critical=True):
                    await asyncio.sleep(0.05)
        return True

    assert connected(act)
