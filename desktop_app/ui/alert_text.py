"""What alerts say: title, body and limit in words, for each kind of rule."""

from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation

from desktop_app.domain.alerts.record import AlertRecord
from desktop_app.domain.alerts.rule import SPECS, RuleKind, Severity, Unit
from desktop_app.domain.alerts.state import AlertState
from desktop_app.domain.earn.agenda import Coming
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import earn_text, numbers, text
from desktop_app.ui.i18n import tr

SEVERITY_TOKENS = {Severity.NOTICE: "watch", Severity.WARNING: "call", Severity.CRITICAL: "liquidation"}


def token(alert: AlertRecord) -> str:
    """Return the colour token of an alert: that of its level, or of its severity."""
    if alert.level_kind is not None:
        return {"early_warning": "watch", "margin_call": "call", "liquidation": "liquidation"}[alert.level_kind.value]
    return SEVERITY_TOKENS[alert.severity]


def severity(value: Severity) -> str:
    """Return the word for a severity."""
    return {
        Severity.NOTICE: tr("notice"),
        Severity.WARNING: tr("warning"),
        Severity.CRITICAL: tr("critical"),
    }[value]


def kind(value: RuleKind) -> str:
    """Return what a kind of rule watches, in a few words."""
    return _KINDS[value]()


def title(alert: AlertRecord, currency: str) -> str:
    """Return the first line of an alert."""
    pattern = _TITLES[alert.rule]()
    if alert.rule is RuleKind.UNCONFIRMED_MOVE and not dict(alert.detail).get("down"):
        pattern = tr("{name}: possible jump of {value}, unconfirmed")
    if alert.rule is RuleKind.FEED_DEAD and not alert.subject_name:
        pattern = tr("No price source answers")
    if alert.rule is RuleKind.DATE_DUE and alert.value == 0:
        pattern = tr("{name}: {coming} today")
    return pattern.format(
        name=alert.subject_name or alert.subject,
        value=value_words(alert, currency),
        coming=earn_text.coming(Coming(dict(alert.detail).get("coming", Coming.LOAN_ENDS.value))),
    )


def body(alert: AlertRecord, currency: str) -> str:
    """Return what an alert says beyond its title: the limit that was passed, at which price, and whether it is over."""
    said = _body(alert, currency)
    if alert.state is AlertState.RESOLVED and not alert.late:
        said = text.in_sequence(*filter(None, [said, tr("It is over by now.")]))
    return said


def _body(alert: AlertRecord, currency: str) -> str:
    if alert.rule is RuleKind.LTV_LEVEL and alert.level_kind is not None:
        past = tr("Past your {level} of {threshold}.").format(
            level=text.level(alert.level_kind), threshold=numbers.percent(alert.threshold)
        )
        return text.in_sequence(past, *_price(alert, currency))
    said = _BODIES.get(alert.rule)
    detail = dict(alert.detail)
    if alert.rule is RuleKind.FEED_DEAD and not alert.subject_name:
        said = _all_feeds
    words = said().format(limit=limit_words(alert, currency), **_shown(detail, currency)) if said else ""
    shows_price = SPECS[alert.rule].unit is not Unit.PRICE and alert.rule is not RuleKind.UNCONFIRMED_MOVE
    return text.in_sequence(*filter(None, [words, *(_price(alert, currency) if shows_price else [])]))


def fault(name: str, said: str) -> str:
    """Return why a message did not get out by the channel called `name`, in words."""
    kind, _, detail = said.partition(": ")
    words = {
        "address": tr("the address is not known here: enter it again"),
        "refused": tr("the service refused it"),
        "timeout": tr("the service did not answer in time"),
    }.get(kind, kind)
    whole = f"{words} ({detail})" if detail else words
    return tr("Nothing got out by {name}: {why}").format(name=name, why=whole) if name else whole


def message(alerts: Sequence[AlertRecord], snapshot: Snapshot) -> tuple[str, str]:
    """Return title and text of one message about `alerts`, the gravest first: what happened and what to do."""
    ordered = sorted(alerts, key=lambda alert: (alert.severity, alert.threshold), reverse=True)
    lines: list[str] = []
    for alert in ordered:
        view = snapshot.loan(alert.loan_id) if alert.loan_id else None
        words = [body(alert, snapshot.currency), *(text.advice(view, snapshot) if view is not None else [])]
        late = [tr("Found late, of {when}.").format(when=numbers.moment(alert.at))] if alert.late else []
        said = text.in_sequence(*filter(None, [*late, *words]))
        lines.append(said if len(ordered) == 1 else f"{title(alert, snapshot.currency)}\n{said}")
    if len(ordered) == 1:
        return title(ordered[0], snapshot.currency), lines[0]
    return tr("%n alerts at once", "", len(ordered)), "\n\n".join(lines)


def alert_limit(alert: AlertRecord, currency: str = "") -> str:
    """Return what was reached: a level of a ladder by its name, else the kind of rule and its limit."""
    if alert.level_kind is not None:
        return text.level(alert.level_kind)
    return f"{kind(alert.rule)} {limit_words(alert, currency)}"


def _price(alert: AlertRecord, currency: str) -> list[str]:
    if alert.price is None or not alert.price_asset:
        return []
    return [tr("{asset} at {price}.").format(asset=alert.price_asset, price=numbers.price(alert.price, currency))]


def value_words(alert: AlertRecord, currency: str) -> str:
    """Return the value that rang an alert, in the unit of its rule."""
    if alert.value is None:
        return tr("no collateral") if alert.rule is RuleKind.LTV_LEVEL else numbers.NONE
    return unit_words(SPECS[alert.rule].unit, alert.value, currency)


def limit_words(alert: AlertRecord, currency: str) -> str:
    """Return the limit of an alert, in the unit of its rule."""
    return unit_words(SPECS[alert.rule].unit, alert.threshold, currency)


def unit_words(unit: Unit, value: Decimal, currency: str) -> str:
    """Return a value in its unit."""
    match unit:
        case Unit.FRACTION:
            return numbers.percent(value)
        case Unit.PRICE:
            return numbers.price(value, currency)
        case Unit.MONEY:
            return numbers.money(value, currency)
        case Unit.DAYS:
            return tr("%n day(s)", "", int(value))
        case Unit.SECONDS:
            return numbers.duration(int(value))
        case Unit.TIMES:
            return text.times(value)
        case Unit.COUNT:
            return numbers.plain(value, 0)


def _shown(detail: dict[str, str], currency: str) -> dict[str, str]:
    shown = {name: detail.get(name, "") for name in ("asset", "date", "peg", "fault", "source", "instrument")}
    try:
        shown["price"] = numbers.price(Decimal(detail["price"]), currency)
    except (KeyError, InvalidOperation):
        shown["price"] = numbers.NONE
    return shown


def _all_feeds() -> str:
    return tr("Nothing can be judged until one does: look at your platforms.")


_TITLES: dict[RuleKind, Callable[[], str]] = {
    RuleKind.LTV_LEVEL: lambda: tr("{name}: LTV {value}"),
    RuleKind.HEADROOM: lambda: tr("{name}: {value} of headroom left"),
    RuleKind.PRICE_ABOVE: lambda: tr("{name} rose to {value}"),
    RuleKind.PRICE_BELOW: lambda: tr("{name} fell to {value}"),
    RuleKind.PRICE_MOVED: lambda: tr("{name} moved by {value}"),
    RuleKind.LOAN_RATE: lambda: tr("{name}: rate {value} a year"),
    RuleKind.FUNDING_RATE: lambda: tr("{name}: funding {value} a year"),
    RuleKind.INTEREST_DUE: lambda: tr("{name}: {value} of interest due"),
    RuleKind.NET_CARRY: lambda: tr("You pay {value} a day net"),
    RuleKind.RESERVE_SHORT: lambda: tr("The reserve covers a fall of {value} only"),
    RuleKind.PLATFORM_SHARE: lambda: tr("{name} holds {value} of your assets"),
    RuleKind.ASSET_SHARE: lambda: tr("{name} makes up {value} of your assets"),
    RuleKind.DEPEG: lambda: tr("{name} is {value} off its peg"),
    RuleKind.PRICE_STALE: lambda: tr("No fresh price of {name}"),
    RuleKind.SOURCES_DISAGREE: lambda: tr("Sources of {name} lie {value} apart"),
    RuleKind.UNCONFIRMED_MOVE: lambda: tr("{name}: possible crash of {value}, unconfirmed"),
    RuleKind.DATE_DUE: lambda: tr("{name}: {coming} in {value}"),
    RuleKind.FEED_DEAD: lambda: tr("Price source {name} does not answer"),
    RuleKind.CHANNEL_DEAD: lambda: tr("Alerts do not get out by {name}"),
    RuleKind.LEVERAGE: lambda: tr("Your leverage is {value}"),
    RuleKind.LTV_ABOVE: lambda: tr("{name}: LTV {value}"),
}
_BODIES: dict[RuleKind, Callable[[], str]] = {
    RuleKind.HEADROOM: lambda: tr("Under your limit of {limit}."),
    RuleKind.PRICE_ABOVE: lambda: tr("Your limit is {limit}."),
    RuleKind.PRICE_BELOW: lambda: tr("Your limit is {limit}."),
    RuleKind.PRICE_MOVED: lambda: tr("Your limit is {limit}."),
    RuleKind.LOAN_RATE: lambda: tr("{asset} costs more than your {limit}."),
    RuleKind.FUNDING_RATE: lambda: tr("{instrument} at {source}; your limit is {limit}."),
    RuleKind.INTEREST_DUE: lambda: tr("Your limit is {limit}."),
    RuleKind.NET_CARRY: lambda: tr("Debts cost more than your assets earn; your limit is {limit}."),
    RuleKind.RESERVE_SHORT: lambda: tr("Your limit is {limit}."),
    RuleKind.PLATFORM_SHARE: lambda: tr("Your limit is {limit}."),
    RuleKind.ASSET_SHARE: lambda: tr("Your limit is {limit}."),
    RuleKind.DEPEG: lambda: tr("It should follow {peg}; your limit is {limit}."),
    RuleKind.PRICE_STALE: lambda: tr("Loans with it cannot be judged: look at your platform."),
    RuleKind.SOURCES_DISAGREE: lambda: tr("Which of them is right is not clear yet."),
    RuleKind.UNCONFIRMED_MOVE: lambda: tr("One source says {price}. It counts once it is confirmed."),
    RuleKind.DATE_DUE: lambda: tr("The day is {date}."),
    RuleKind.FEED_DEAD: lambda: tr("Last fault: {fault}"),
    RuleKind.CHANNEL_DEAD: lambda: tr("Last fault: {fault}. Other channels go on."),
    RuleKind.LEVERAGE: lambda: tr("Your limit is {limit}."),
    RuleKind.LTV_ABOVE: lambda: tr("Past your own limit of {limit}."),
}
_KINDS: dict[RuleKind, Callable[[], str]] = {
    RuleKind.LTV_LEVEL: lambda: tr("Level of a loan"),
    RuleKind.HEADROOM: lambda: tr("Headroom below"),
    RuleKind.PRICE_ABOVE: lambda: tr("Price above"),
    RuleKind.PRICE_BELOW: lambda: tr("Price below"),
    RuleKind.PRICE_MOVED: lambda: tr("Price moved by"),
    RuleKind.LOAN_RATE: lambda: tr("Rate of a loan above"),
    RuleKind.FUNDING_RATE: lambda: tr("Funding rate above"),
    RuleKind.INTEREST_DUE: lambda: tr("Interest due above"),
    RuleKind.NET_CARRY: lambda: tr("Net interest a day below"),
    RuleKind.RESERVE_SHORT: lambda: tr("Reserve covers less than a fall of"),
    RuleKind.PLATFORM_SHARE: lambda: tr("Share of a platform above"),
    RuleKind.ASSET_SHARE: lambda: tr("Share of an asset above"),
    RuleKind.DEPEG: lambda: tr("Stablecoin off its peg by"),
    RuleKind.PRICE_STALE: lambda: tr("Price older than"),
    RuleKind.SOURCES_DISAGREE: lambda: tr("Sources apart by"),
    RuleKind.UNCONFIRMED_MOVE: lambda: tr("Unconfirmed move over"),
    RuleKind.DATE_DUE: lambda: tr("Something is due within"),
    RuleKind.FEED_DEAD: lambda: tr("Source failed in a row"),
    RuleKind.CHANNEL_DEAD: lambda: tr("Channel failed in a row"),
    RuleKind.LEVERAGE: lambda: tr("Leverage above"),
    RuleKind.LTV_ABOVE: lambda: tr("LTV of a loan above"),
}
