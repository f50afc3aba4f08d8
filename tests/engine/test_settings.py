"""Settings are read as they were kept; what is unknown or unreadable falls back to its default."""

from dataclasses import fields
from decimal import Decimal

import pytest

from desktop_app.engine.settings import Settings, dump, load


@pytest.mark.parametrize(
    ("name", "value"),
    [("language", "zh_TW"), ("poll_s", 5), ("poll_s", 3600), ("polling", False), ("hysteresis", Decimal("0.025"))],
)
def test_a_setting_comes_back_as_it_was_kept(name: str, value: object) -> None:
    assert getattr(load({name: dump(name, value)}), name) == value


@pytest.mark.parametrize(("name", "value"), [("poll_s", 4), ("poll_s", 3601), ("stale_s", 9), ("stale_s", 86401)])
def test_a_setting_outside_its_bounds_is_refused(name: str, value: int) -> None:
    with pytest.raises(ValueError, match=f"{name} must lie between"):
        dump(name, value)


def test_a_setting_that_nobody_knows_is_refused() -> None:
    with pytest.raises(KeyError):
        dump("unheard_of", 1)


@pytest.mark.parametrize(
    "stored",
    [
        {"unheard_of": "1"},
        {"poll_s": "broken"},
        {"poll_s": '"sixty"'},
        {"polling": "7"},
        {"hysteresis": "[]"},
        {"theme": ""},
    ],
)
def test_what_cannot_be_read_falls_back_to_its_default(stored: dict[str, str]) -> None:
    assert load(stored) == Settings()


@pytest.mark.parametrize("stored", [{"poll_s": "0"}, {"poll_s": "-5"}, {"stale_s": "99999999"}])
def test_what_lies_outside_its_bounds_falls_back_to_its_default(stored: dict[str, str]) -> None:
    assert load(stored) == Settings()


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-0.01", "1.5"])
@pytest.mark.parametrize("name", ["hysteresis", "share_limit"])
def test_a_fraction_that_is_none_is_neither_kept_nor_read(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=f"{name} must lie between"):
        dump(name, Decimal(value))
    assert load({name: f'"{value}"'}) == Settings()


def test_every_setting_says_what_it_means() -> None:
    assert all(entry.metadata.get("help") for entry in fields(Settings))
