"""Every setting as data: name, default, bounds. Stored as JSON texts in the profile."""

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields, replace
from decimal import Decimal
from typing import Any, get_type_hints

import msgspec


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a profile; the metadata of a field tells what it means and its bounds."""

    language: str = field(default="system", metadata={"help": "Language: system, en, zh_TW or zh_CN"})
    theme: str = field(default="system", metadata={"help": "Theme: system, dark or light"})
    currency: str = field(default="USD", metadata={"help": "Reporting currency"})
    poll_s: int = field(
        default=60, metadata={"help": "Seconds between two polls of the price source", "least": 5, "most": 3600}
    )
    stale_s: int = field(
        default=180, metadata={"help": "Seconds after which a price counts as stale", "least": 10, "most": 86400}
    )
    polling: bool = field(default=True, metadata={"help": "Whether prices are fetched at all"})
    sources: tuple[str, ...] = field(
        default=("coingecko", "okx", "binance", "kraken", "coinbase", "ecb", "binance_futures", "okx_savings"),
        metadata={"help": "The sources that are asked for prices"},
    )
    source_bases: dict[str, str] = field(
        default_factory=dict, metadata={"help": "Addresses of servers that stand in for sources, by name"}
    )
    agree: Decimal = field(
        default=Decimal("0.02"),
        metadata={"help": "Share of the price within which sources agree", "least": Decimal("0.0001"), "most": 1},
    )
    jump: Decimal = field(
        default=Decimal("0.10"),
        metadata={
            "help": "Share of the price over which the word of one source alone must be confirmed",
            "least": Decimal("0.001"),
            "most": 1,
        },
    )
    confirmations: int = field(
        default=3, metadata={"help": "How many polls in a row confirm such a jump", "least": 1, "most": 20}
    )
    backfill: bool = field(default=True, metadata={"help": "Whether the history of the assets in use is fetched"})
    backfill_days: int = field(
        default=730, metadata={"help": "How many days of history are fetched", "least": 1, "most": 20000}
    )
    minutes_kept_days: int = field(
        default=30, metadata={"help": "Days for which every minute is kept; hours stay", "least": 2, "most": 20000}
    )
    heartbeat_url: str = field(
        default="", metadata={"help": "Address that is asked every five minutes while the watch is well"}
    )
    watched_folder: str = field(default="", metadata={"help": "Folder whose new price files are imported"})
    hysteresis: Decimal = field(
        default=Decimal("0.01"),
        metadata={
            "help": "How far LTV must fall under a level before it may ring again (0.01 is one point)",
            "least": 0,
            "most": 1,
        },
    )
    share_limit: Decimal = field(
        default=Decimal("0.5"),
        metadata={"help": "Largest share of all assets on one platform before it is marked", "least": 0, "most": 1},
    )
    asset_limit: Decimal = field(
        default=Decimal("0.6"),
        metadata={"help": "Largest share of all assets in one asset before it is marked", "least": 0, "most": 1},
    )
    chain_limit: Decimal = field(
        default=Decimal("0.8"),
        metadata={"help": "Largest share of all assets on one chain before it is marked", "least": 0, "most": 1},
    )
    hhi_limit: Decimal = field(
        default=Decimal("0.4"),
        metadata={"help": "Largest Herfindahl index over platforms before it is marked", "least": 0, "most": 1},
    )
    window_h: Decimal = field(
        default=Decimal(24),
        metadata={"help": "Hours to cure that are taken where a lender names none", "least": 0, "most": 8760},
    )
    cure_to_target: bool = field(
        default=False, metadata={"help": "Whether a cure must reach the target, not only the margin call level"}
    )
    leverage_limit: Decimal = field(
        default=Decimal(3), metadata={"help": "Largest leverage (assets / own money) before it is marked"}
    )
    scheduler: str = field(
        default="", metadata={"help": "Address of a Dask scheduler that simulations run on; empty: this computer"}
    )
    update_notice: bool = field(
        default=False, metadata={"help": "Whether the address below is asked once a day for a newer version"}
    )
    update_url: str = field(
        default="", metadata={"help": "Address that tells the newest version; nothing is downloaded by itself"}
    )
    hide_amounts: bool = field(default=False, metadata={"help": "Whether amounts and money are shown as dots"})
    read_only: bool = field(default=False, metadata={"help": "Whether changes are refused, so that nothing slips"})
    lock_minutes: int = field(
        default=0,
        metadata={"help": "Minutes without a touch after which the window locks; 0: never", "least": 0, "most": 1440},
    )
    lock_hash: str = field(default="", metadata={"help": "The salted hash of the passphrase that opens the window"})
    sound: bool = field(default=True, metadata={"help": "Whether an alert makes a sound"})
    tray_explained: bool = field(default=False, metadata={"help": "Whether closing to the tray was explained"})

    @property
    def stale_after_s(self) -> int:
        """Seconds after which a price counts as stale: three polls at least, or it would be so between any two."""
        return max(self.stale_s, 3 * self.poll_s)


_TYPES = get_type_hints(Settings)


def load(stored: Mapping[str, str]) -> Settings:
    """Return the settings made of the stored JSON texts.

    Unknown names, unreadable values and those outside their bounds are left out.
    """
    known = {entry.name: entry for entry in fields(Settings)}
    values: dict[str, Any] = {}
    for name, text in stored.items():
        if name not in known:
            continue
        try:
            value = msgspec.json.decode(text, type=_TYPES[name])
        except msgspec.MsgspecError:
            continue
        if _within_bounds(known[name], value):
            values[name] = value
    return replace(Settings(), **values)


def dump(name: str, value: object) -> str:
    """Return the JSON text to store `value` of the setting `name` as.

    Raises:
        KeyError: there is no such setting.
        ValueError: the value lies outside the bounds.
    """
    entry = next((entry for entry in fields(Settings) if entry.name == name), None)
    if entry is None:
        raise KeyError(name)
    if not _within_bounds(entry, value):
        raise ValueError(f"{name} must lie between {entry.metadata['least']} and {entry.metadata['most']}")
    return msgspec.json.encode(value).decode()


def bounds(name: str) -> tuple[Decimal, Decimal]:
    """Return the least and the largest value that the setting `name` may have."""
    entry = next(entry for entry in fields(Settings) if entry.name == name)
    return Decimal(entry.metadata["least"]), Decimal(entry.metadata["most"])


def _within_bounds(entry: "Field[Any]", value: object) -> bool:
    if "least" not in entry.metadata:
        return True
    number = Decimal(value) if isinstance(value, int | Decimal) else None
    return number is not None and number.is_finite() and entry.metadata["least"] <= number <= entry.metadata["most"]
