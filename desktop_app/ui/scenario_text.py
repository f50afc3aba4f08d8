"""Words for scenarios: their names, what happens in them, when levels are reached."""

from collections.abc import Callable
from decimal import Decimal

from desktop_app.domain.risk.shock import Scenario, Spread
from desktop_app.engine.odds import Chance
from desktop_app.engine.odds_inputs import Basis, Kind, OddsFound
from desktop_app.engine.stress import LoanOutcome
from desktop_app.ui import numbers, text
from desktop_app.ui.i18n import tr

NameOf = Callable[[str], str]


def episode(episode_id: str) -> str:
    """Return the name of a stretch of history."""
    return {
        "2020-03-12": tr("12 March 2020 again"),
        "2021-05-19": tr("19 May 2021 again"),
        "2022-05": tr("May 2022 again (LUNA)"),
        "2022-11": tr("November 2022 again (FTX)"),
        "2025-10-10": tr("10 October 2025 again"),
    }.get(episode_id, episode_id)


def spread(value: Spread) -> str:
    """Return how the assets follow that are not named."""
    return {
        Spread.ALIKE: tr("all alike"),
        Spread.BETA: tr("by their beta on Bitcoin"),
        Spread.CORRELATED: tr("as they are correlated"),
        Spread.STILL: tr("not at all"),
    }[value]


def name(scenario: Scenario, platform: NameOf) -> str:
    """Return a person's own name for a scenario, or what happens in it."""
    if scenario.name:
        return scenario.name
    if scenario.is_empty:
        return tr("Today")
    return happens(scenario, platform)


def happens(scenario: Scenario, platform: NameOf) -> str:
    """Return what happens in a scenario, part by part."""
    parts = [*_prices(scenario), *_rules(scenario, platform)]
    return " · ".join(parts) or tr("Nothing happens")


def _prices(scenario: Scenario) -> list[str]:
    parts = [episode(scenario.episode)] if scenario.episode else []
    if scenario.rest and not scenario.episode:
        fall = numbers.percent(scenario.rest, 0, signed=True)
        if scenario.spread is Spread.ALIKE:
            parts.append(tr("Everything {move}").format(move=fall))
        elif scenario.spread is Spread.BETA:
            parts.append(tr("Bitcoin {move}, the rest by beta").format(move=fall))
    named = ", ".join(f"{asset} {numbers.percent(move, 0, signed=True)}" for asset, move in scenario.moves)
    if named and scenario.spread is Spread.CORRELATED:
        parts.append(tr("{moves}, the rest as correlated").format(moves=named))
    elif named:
        parts.append(named)
    return parts


def _rules(scenario: Scenario, platform: NameOf) -> list[str]:
    parts = []
    if scenario.rate:
        points = numbers.plain(scenario.rate * 100, 1)
        parts.append(tr("Rates +{points} points").format(points=points) if scenario.rate > 0 else
                     tr("Rates {points} points").format(points=points))  # fmt: skip
    if scenario.funding:
        share = numbers.percent(scenario.funding, 2)
        parts.append(tr("funding {share} a day").format(share=share))
    if scenario.levels:
        points = numbers.plain(scenario.levels * 100, 1)
        where = platform(scenario.venue) if scenario.venue else tr("everywhere")
        parts.append(tr("Levels {points} points ({where})").format(points=points, where=where))
    if scenario.frozen:
        parts.append(tr("{platforms} frozen").format(platforms=", ".join(map(platform, scenario.frozen))))
    if scenario.depth is not None:
        parts.append(tr("sales move prices"))
    return parts


def outcome_words(calls: int, liquidations: int) -> tuple[str, str]:
    """Return what a fall does to the loans, and the colour token for it."""
    if liquidations:
        return tr("%n liquidation(s)", "", liquidations), "liquidation"
    if calls:
        return tr("%n margin call(s)", "", calls), "call"
    return tr("nothing is called"), "safe"


def reached(outcome: LoanOutcome) -> str:
    """Return which levels a loan reaches and when, the gravest last."""
    if not outcome.reached:
        return tr("none")
    return ", ".join(
        tr("{level} {time}").format(level=text.level(level.kind), time=hours(hour)) for level, hour in outcome.reached
    )


def hours(value: Decimal) -> str:
    """Return a time into a scenario."""
    if value < 1:
        return tr("{count} min").format(count=numbers.plain(value * 60, 0)) if value else tr("at once")
    if value < 72:
        return tr("{hours} h").format(hours=numbers.figure(value, 1))
    return tr("{count} d").format(count=numbers.figure(value / 24, 1))


def kind(value: Kind) -> str:
    """Return the name of a model of the market."""
    return {
        Kind.BLOCKS: tr("History, in runs of days"),
        Kind.FAT_TAILED: tr("Fat tails (Student t)"),
        Kind.NORMAL: tr("Normal distribution"),
    }[value]


def grounds(found: OddsFound) -> str:
    """Return what odds rest on: seed, futures, horizon, model, history, what is left out."""
    parts = [
        tr("seed {seed}").format(seed=found.ask.seed),
        tr("{count} futures").format(count=numbers.plain(Decimal(found.alone.futures), 0)),
        tr("{days} days ahead").format(days=found.ask.days),
        kind(found.ask.kind),
    ]
    if found.basis is Basis.HISTORY:
        parts.append(tr("{days} days of history").format(days=found.days_known))
    else:
        parts.append(tr("volatility and correlation from the table that comes along"))
    if found.left_out:
        names = ", ".join(view.loan.name for view in found.left_out[:4])
        parts.append(tr("left out, no history: {names}").format(names=names))
    return " · ".join(parts)


def chance(value: Chance | None) -> str:
    """Return a probability with its standard error, or what it lies under where no future showed it."""
    if value is None:
        return numbers.NONE
    if not value.probability:
        return tr("under {share}").format(share=numbers.percent(Decimal(repr(value.under)), 2))
    share, error = Decimal(repr(value.probability)), Decimal(repr(value.error))
    places = 1 if share >= Decimal("0.01") else 2
    return f"{numbers.percent(share, places)} ± {numbers.plain(error * 100, 2)}"
