"""The list of known assets: codes, names, decimals, pegs and the identifiers that sources use."""

from typing import Literal

from msgspec import Struct

from desktop_app.domain.assets import Asset, AssetKind
from desktop_app.feeds.files.document import decode


class AssetDoc(Struct, forbid_unknown_fields=True):
    """One known asset."""

    code: str
    name: str
    kind: Literal["coin", "stablecoin", "fiat", "nft"] = "coin"
    decimals: int = 8
    peg: str = ""
    coingecko: str = ""


def parse_assets(text: str) -> tuple[dict[str, Asset], dict[str, str]]:
    """Return the assets by code and CoinGecko's identifiers by code, from `text` (JSON).

    Raises:
        Refused: its form is wrong.
    """
    entries = decode(text, list[AssetDoc])
    assets = {
        entry.code: Asset(entry.code, entry.name, AssetKind(entry.kind), entry.decimals, entry.peg) for entry in entries
    }
    return assets, {entry.code: entry.coingecko for entry in entries if entry.coingecko}
