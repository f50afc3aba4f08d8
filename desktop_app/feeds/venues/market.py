"""Which pairs of a venue are asked for, under which names, and in which currency."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

USD, USDT = "USD", "USDT"


@dataclass(frozen=True, slots=True)
class Pair:
    """An asset priced in a currency (both our codes), and the venue's name of the two together."""

    asset: str
    currency: str
    symbol: str


class Market:
    """The pairs of one venue.

    `symbols` maps our codes to the venue's names of the assets that it may list, `fiat` are the state
    currencies that it quotes in, `spell` makes a pair's name of two names. What the venue turned out not
    to list is remembered as long as this object lives.
    """

    def __init__(self, symbols: Mapping[str, str], fiat: Collection[str], spell: Callable[[str, str], str]) -> None:
        self._symbols = dict(symbols)
        self._fiat = frozenset(fiat)
        self._spell = spell
        self._unlisted: set[str] = set()

    def pairs(self, asset: str, currency: str) -> tuple[Pair, ...]:
        """Return the pairs that price `asset` for someone who counts in `currency`, the best first.

        That is `currency` where the venue quotes in it, else USDT; for USDT itself it is US dollars, so
        that a lost peg is seen.
        """
        if asset not in self._symbols:
            return ()
        wished = [currency] if currency in self._fiat else []
        wished += [USD] if asset == USDT and USD in self._fiat else [USDT]
        found = [
            Pair(asset, quoted, self._spell(self._symbols[asset], self._symbols.get(quoted, quoted)))
            for quoted in dict.fromkeys(wished)
            if quoted != asset
        ]
        return tuple(pair for pair in found if pair.symbol not in self._unlisted)

    def knows(self, asset: str, currency: str) -> bool:
        """Tell whether some pair prices `asset` for someone who counts in `currency`."""
        return bool(self.pairs(asset, currency))

    def drop(self, pair: Pair) -> None:
        """Remember that the venue does not list `pair`."""
        self._unlisted.add(pair.symbol)
