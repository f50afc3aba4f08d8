"""What a person lets happen to prices, rates, rules and platforms, and where it brings each price."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from desktop_app.domain.loans.valuation import by_beta
from desktop_app.domain.money import ONE, ZERO
from desktop_app.domain.problems import Problem, Refused

LONGEST_HOURS = Decimal(8760)
MOST_LEVELS = Decimal("0.5")
MOST_RATE = Decimal(10)
_LEAST_LEFT = Decimal("0.0001")
_NAME = 80


class Spread(Enum):
    """How the assets follow that a scenario does not name.

    ALIKE: all by the same move. BETA: by their beta on Bitcoin's move. CORRELATED: by what is to be expected
    of them, given the moves that are named. STILL: not at all.
    """

    ALIKE = "alike"
    BETA = "beta"
    CORRELATED = "correlated"
    STILL = "still"


@dataclass(frozen=True, slots=True)
class Scenario:
    """What happens, in fractions.

    `moves` are those of single assets, pegged ones too; `rest` is the move of all others (ALIKE) or of Bitcoin
    (BETA). Prices go their way in a straight line over `hours`, or that of the `episode`, which then takes the
    place of `rest`. `rate` is added to the yearly rate of every debt, `funding` is what a long perpetual pays a
    day. `levels` moves the levels that the lender acts on, at `venue` or (empty) everywhere. What lies with the
    `frozen` platforms cannot be reached. A sale of the value `depth` moves its asset by 1 % (None: not at all)
    and loses the share `fee`.
    """

    id: str
    name: str = ""
    moves: tuple[tuple[str, Decimal], ...] = ()
    rest: Decimal = ZERO
    spread: Spread = Spread.ALIKE
    hours: Decimal = Decimal(24)
    rate: Decimal = ZERO
    funding: Decimal = ZERO
    levels: Decimal = ZERO
    venue: str = ""
    frozen: tuple[str, ...] = ()
    episode: str = ""
    depth: Decimal | None = None
    fee: Decimal = ZERO
    uses_reserve: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether nothing happens at all."""
        happens = (self.moves, self.rest, self.rate, self.funding, self.levels, self.frozen, self.episode)
        return not any(happens)


def check_scenario(scenario: Scenario) -> Scenario:
    """Return `scenario` as it may be kept.

    Raises:
        Refused: it has no name, nothing happens in it, an asset falls by more than everything or is named
            twice, or a figure lies beyond what makes sense; with the field that is wrong.
    """
    if not scenario.name.strip() or len(scenario.name) > _NAME:
        raise Refused(Problem.NAME_MISSING, field="name")
    for asset, move in (*scenario.moves, ("", scenario.rest)):
        if not -ONE <= move <= 10:
            raise Refused(Problem.NOT_A_MOVE, field="moves" if asset else "rest", value=move)
    named = [asset for asset, _ in scenario.moves]
    if len(set(named)) != len(named):
        raise Refused(Problem.TWICE, field="moves", value=next(one for one in named if named.count(one) > 1))
    if not ZERO <= scenario.hours <= LONGEST_HOURS:
        raise Refused(Problem.TOO_LONG, field="hours", value=scenario.hours)
    for name, value, most in (
        ("rate", scenario.rate, MOST_RATE),
        ("funding", scenario.funding, ONE),
        ("levels", scenario.levels, MOST_LEVELS),
    ):
        if abs(value) > most:
            raise Refused(Problem.TOO_FAR, field=name, value=value, most=most)
    if not ZERO <= scenario.fee < ONE:
        raise Refused(Problem.NOT_A_SHARE, field="fee", value=scenario.fee)
    if scenario.depth is not None and scenario.depth <= 0:
        raise Refused(Problem.NOT_POSITIVE, field="depth", value=scenario.depth)
    if scenario.is_empty:
        raise Refused(Problem.NOTHING_HAPPENS)
    return scenario


@dataclass(frozen=True, slots=True)
class Market:
    """How assets moved: `betas` on Bitcoin, daily `volatility`, `correlation` by pair in either order."""

    betas: Mapping[str, Decimal]
    volatility: Mapping[str, Decimal]
    correlation: Mapping[tuple[str, str], Decimal]

    def correlated(self, one: str, other: str) -> Decimal:
        """Return the correlation of two assets; 1 with itself.

        Raises:
            KeyError: it is not known.
        """
        if one == other:
            return ONE
        found = self.correlation.get((one, other))
        return found if found is not None else self.correlation[other, one]

    def covariance(self, one: str, other: str) -> Decimal:
        """Return the daily covariance of two assets.

        Raises:
            KeyError: it is not known.
        """
        return self.correlated(one, other) * self.volatility[one] * self.volatility[other]


def factors(scenario: Scenario, assets: Iterable[str], steady: frozenset[str], market: Market) -> dict[str, Decimal]:
    """Return by what each price is multiplied at the end of a scenario without an episode.

    What is in `steady` stands still unless it is named. With CORRELATED an asset that `market` does not know
    moves like the first one that is named.
    """
    moves = dict(scenario.moves)
    rest = {asset: ZERO for asset in assets if asset not in moves}
    free = [asset for asset in rest if asset not in steady]
    match scenario.spread:
        case Spread.ALIKE:
            rest |= dict.fromkeys(free, scenario.rest)
        case Spread.BETA:
            table = by_beta(scenario.rest, market.betas)
            rest |= {asset: table.get(asset, table[""]) for asset in free}
        case Spread.CORRELATED:
            named = [(asset, move) for asset, move in scenario.moves if asset not in steady]
            rest |= expected(free, named, market)
        case Spread.STILL:
            pass
    return {asset: ONE + move for asset, move in (rest | moves).items()}


def expected(assets: Sequence[str], named: Sequence[tuple[str, Decimal]], market: Market) -> dict[str, Decimal]:
    """Return the expected move of each of `assets`, given the moves of the `named` ones.

    Logarithmic moves are taken as jointly normal: E[r | x] = Cov(r, X)·Cov(X, X)⁻¹·x (Anderson, An Introduction
    to Multivariate Statistical Analysis, 2.5.1). What is not known moves like the first that is named.
    """
    if not named:
        return dict.fromkeys(assets, ZERO)
    known = [(asset, move) for asset, move in named if asset in market.volatility]
    logs = [max(ONE + move, _LEAST_LEFT).ln() for _, move in known]
    names = [asset for asset, _ in known]
    weights = _solved([[market.covariance(a, b) for b in names] for a in names], logs)
    found = {}
    for asset in assets:
        if asset in market.volatility and known:
            log = sum((market.covariance(asset, b) * w for b, w in zip(names, weights, strict=True)), ZERO)
            found[asset] = log.exp() - ONE
        else:
            found[asset] = named[0][1]
    return found


def _solved(table: list[list[Decimal]], right: list[Decimal]) -> list[Decimal]:
    """Return x with table·x = right, by elimination; `table` is a covariance of assets that differ."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(table, right, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(column + 1, size):
            share = rows[row][column] / rows[column][column]
            rows[row] = [a - share * b for a, b in zip(rows[row], rows[column], strict=True)]
    found = [ZERO] * size
    for row in range(size - 1, -1, -1):
        rest = sum((rows[row][column] * found[column] for column in range(row + 1, size)), ZERO)
        found[row] = (rows[row][size] - rest) / rows[row][row]
    return found


@dataclass(frozen=True, slots=True)
class Episode:
    """A stretch of real history: `begins` (UTC, ISO), steps of `step_hours`, lows and closes by asset.

    Lows and closes are shares of the price at the beginning; what is not listed follows Bitcoin by its beta.
    """

    id: str
    begins: str
    step_hours: int
    source: str
    lows: Mapping[str, tuple[Decimal, ...]]
    closes: Mapping[str, tuple[Decimal, ...]]

    @property
    def hours(self) -> int:
        """How long it lasted."""
        return self.step_hours * len(self.closes["BTC"])
