"""Asset codes and what is known about an asset."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

_CODE = re.compile(r"[A-Z0-9][A-Z0-9.#:_ -]{0,31}")


class AssetKind(Enum):
    """What an asset is, as far as valuing it goes."""

    COIN = "coin"
    STABLECOIN = "stablecoin"
    FIAT = "fiat"
    NFT = "nft"


@dataclass(frozen=True, slots=True)
class Asset:
    """One asset: code, name, kind, smallest decimal place, the currency it is pegged to, the one chain it lives on.

    `peg` and `chain` are empty where there is none, or where it lives on several chains.
    """

    code: str
    name: str
    kind: AssetKind = AssetKind.COIN
    decimals: int = 8
    peg: str = ""
    chain: str = ""


def asset_code(text: str) -> str:
    """Return `text` as an asset code: upper case, no blanks around it.

    Raises:
        ValueError: it cannot be the code of an asset.
    """
    code = text.strip().upper()
    if not _CODE.fullmatch(code):
        raise ValueError(f"{text!r} is not an asset code; write it like BTC or USDT")
    return code


class AssetBook:
    """The assets that are known, by code; an unknown code is a coin with 8 decimals."""

    def __init__(self, assets: Mapping[str, Asset]) -> None:
        self._assets = dict(assets)

    def __getitem__(self, code: str) -> Asset:
        return self._assets.get(code) or Asset(code, code)

    def __contains__(self, code: str) -> bool:
        return code in self._assets

    def codes(self) -> tuple[str, ...]:
        """Return the known codes in the order in which they were given."""
        return tuple(self._assets)

    def is_peg(self, code: str, currency: str) -> bool:
        """Tell whether `code` is pegged to `currency`, so that 1 may stand in for a missing price."""
        return self[code].peg == currency
