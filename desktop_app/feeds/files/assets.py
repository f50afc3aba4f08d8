"""The list of known assets: codes, names, decimals, pegs and the names that sources have for them."""

import re
from typing import Literal

from msgspec import Struct
from msgspec import field as msgspec_field

from desktop_app.domain.assets import Asset, AssetKind
from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.document import decode, line_of

# Sources by what they name assets by: our code unless `symbols` tells another, CoinGecko's identifier, an ISO code.
BY_CODE = (
    "okx",
    "gate",
    "binance",
    "kraken",
    "coinbase",
    "kucoin",
    "bitfinex",
    "binance_futures",
    "kucoin_futures",
    "okx_savings",
)
BY_IDENTIFIER = ("coingecko", "defillama")
BY_ISO_CODE = ("ecb",)
_NAME = re.compile(r"[A-Za-z0-9]{1,20}")


class AssetDoc(Struct, forbid_unknown_fields=True):
    """One known asset; `chain` is where it lives, if on one alone.

    `symbols` tells by source how it names the asset where not by its code, null for not at all.
    """

    code: str
    name: str
    kind: Literal["coin", "stablecoin", "fiat", "nft"] = "coin"
    decimals: int = 8
    peg: str = ""
    chain: str = ""
    coingecko: str = ""
    symbols: dict[str, str | None] = msgspec_field(default_factory=dict)


def parse_assets(text: str) -> tuple[dict[str, Asset], dict[str, str]]:
    """Return the assets by code and CoinGecko's identifiers by code, from `text` (JSON).

    Raises:
        Refused: its form is wrong.
    """
    entries = decode(text, list[AssetDoc])
    assets = {
        entry.code: Asset(entry.code, entry.name, AssetKind(entry.kind), entry.decimals, entry.peg, entry.chain)
        for entry in entries
    }
    return assets, {entry.code: entry.coingecko for entry in entries if entry.coingecko}


def parse_symbols(text: str) -> dict[str, dict[str, str]]:
    """Return by source what it calls each asset that it may list, by asset code, from `text` (JSON).

    Raises:
        Refused: its form is wrong, it names an unknown source, or gives two assets one name at a source.
    """
    entries = decode(text, list[AssetDoc])
    found: dict[str, dict[str, str]] = {name: {} for name in (*BY_CODE, *BY_IDENTIFIER, *BY_ISO_CODE)}
    for index, entry in enumerate(entries):
        for source, name in _names(entry).items():
            place = f"[{index}].symbols.{source}"
            if source not in found:
                raise Refused(Problem.FIELD_UNKNOWN, line=line_of(text, place), field=place)
            if name is None:
                continue
            if source not in BY_IDENTIFIER and not _NAME.fullmatch(name):
                raise Refused(Problem.FIELD_TYPE, line=line_of(text, place), field=place, value=name, expected="name")
            if name in found[source].values():
                raise Refused(Problem.TWICE, line=line_of(text, place), field=place, value=name)
            found[source][entry.code] = name
    return found


def _names(entry: AssetDoc) -> dict[str, str | None]:
    usual: dict[str, str | None] = {}
    if entry.kind in ("coin", "stablecoin"):
        usual = dict.fromkeys(BY_CODE, entry.code)
    elif entry.kind == "fiat":
        usual = dict.fromkeys(BY_ISO_CODE, entry.code)
    if entry.coingecko:
        usual |= dict.fromkeys(BY_IDENTIFIER, entry.coingecko)
    return usual | entry.symbols
