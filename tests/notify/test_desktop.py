"""Messages by the desktop's own service: taken, refused, never answered, or nobody there."""

import pytest
from desktop_bus import Manner, as_session_bus

from desktop_app.notify import desktop


def test_a_message_arrives_whole_and_as_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    with as_session_bus(Manner.GOOD, monkeypatch) as shown:
        assert desktop.show_on_desktop("LTV 71.4 %", "BTC < $42,020 & falling\n追加 0.03 BTC", critical=True)
    ((program, replaces, _, title, body, actions, hints, expires),) = shown.calls
    assert (program, replaces, actions, expires) == ("Plimsoll", 0, [], -1)
    assert title == "LTV 71.4 %"
    assert body == "BTC &lt; $42,020 &amp; falling\n追加 0.03 BTC", "the service reads markup"
    assert hints == {"urgency": ("y", 2), "desktop-entry": ("s", "plimsoll")}


def test_what_is_not_critical_goes_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    with as_session_bus(Manner.GOOD, monkeypatch) as shown:
        assert desktop.show_on_desktop("a", "b", critical=False)
    assert shown.calls[0][6]["urgency"] == ("y", 1)


@pytest.mark.parametrize("manner", [Manner.REFUSES, Manner.HANGS])
def test_a_service_that_does_not_take_it_is_told(manner: Manner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop, "TIMEOUT_S", 0.2)
    with as_session_bus(manner, monkeypatch) as shown:
        assert not desktop.show_on_desktop("a", "b", critical=True)
    assert len(shown.calls) == 1


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/at/all", "nonsense", "tcp:host=localhost"])
def test_without_a_bus_nobody_is_told(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert not desktop.show_on_desktop("a", "b", critical=True)
