"""The pair of asset and currency that the name of a price file tells."""

import re
from pathlib import Path

from desktop_app.domain.assets import asset_code
from desktop_app.domain.problems import Problem, Refused

_QUOTES = ("USDT", "USDC", "FDUSD", "BUSD", "TUSD", "USD", "EUR", "GBP", "TWD", "CNY", "JPY")
_TELL_NOTHING = ("prices", "price", "data", "history", "export", "candles")


def pair_of(name: str) -> tuple[str, str] | None:
    """Return (asset, currency) as a file's `name` tells them: ``BTCUSDT.csv``, ``ETH.csv``; else None."""
    stem = Path(name).stem
    if stem.lower() in _TELL_NOTHING:
        return None
    words = re.split(r"[^A-Za-z0-9]+", stem)
    for word in words:
        for quote in _QUOTES:
            if word.upper().endswith(quote) and len(word) > len(quote) and not word.islower():
                return _pair(word[: -len(quote)], quote)
    if len(words) >= 2 and words[1].upper() in _QUOTES:
        return _pair(words[0], words[1].upper())
    if len(words) == 1 and 1 < len(stem) <= 10 and stem.isalnum() and not stem.islower():
        return _pair(stem, "USD")
    return None


def code_of(text: str, field: str) -> str:
    """Return `text` as an asset code.

    Raises:
        Refused: it is none; the refusal names `field`.
    """
    try:
        return asset_code(text)
    except ValueError:
        raise Refused(Problem.NOT_AN_ASSET, field=field, value=text) from None


def _pair(asset: str, currency: str) -> tuple[str, str] | None:
    try:
        return asset_code(asset), currency
    except ValueError:
        return None
