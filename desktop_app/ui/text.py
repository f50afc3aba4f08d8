"""Words for what the lower layers speak of: states, levels, events, problems."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QTimeZone

from desktop_app.domain.alerts.state import AlertState
from desktop_app.domain.earn.accrual import zone_of
from desktop_app.domain.events import EventKind
from desktop_app.domain.loans.hints import Advice, Hint
from desktop_app.domain.loans.ladder import Depth, LevelAction, LevelKind
from desktop_app.domain.loans.terms import LtvFormula
from desktop_app.domain.loans.terms import printed as as_printed
from desktop_app.domain.prices.book import PriceState
from desktop_app.domain.problems import Problem, Refused
from desktop_app.engine.importing import Imported
from desktop_app.engine.snapshot import LevelView, LoanView, Snapshot
from desktop_app.ui import numbers
from desktop_app.ui.i18n import tr


def depth(value: Depth) -> str:
    """Return the word on a loan's badge."""
    return {
        Depth.SAFE: tr("safe"),
        Depth.EARLY_WARNING: tr("watch"),
        Depth.MARGIN_CALL: tr("margin call"),
        Depth.LIQUIDATION: tr("liquidation"),
    }[value]


def level(kind: LevelKind) -> str:
    """Return the name of a kind of level."""
    return {
        LevelKind.EARLY_WARNING: tr("early warning"),
        LevelKind.MARGIN_CALL: tr("margin call"),
        LevelKind.LIQUIDATION: tr("liquidation"),
    }[kind]


def level_title(kind: LevelKind) -> str:
    """Return the name of a kind of level as a heading."""
    return {
        LevelKind.EARLY_WARNING: tr("Early warning"),
        LevelKind.MARGIN_CALL: tr("Margin call"),
        LevelKind.LIQUIDATION: tr("Liquidation"),
    }[kind]


def level_action(action: LevelAction) -> str:
    """Return what happens at a level."""
    return {
        LevelAction.OWN_WARNING: tr("your warning"),
        LevelAction.NOTICE: tr("notice"),
        LevelAction.CALL: tr("asks for a cure"),
        LevelAction.SELL_PART: tr("sells a part"),
        LevelAction.SELL_ALL: tr("sells everything"),
        LevelAction.AUCTION: tr("auction"),
    }[action]


def level_short(kind: LevelKind) -> str:
    """Return the short name of a kind of level, for under a gauge."""
    return {
        LevelKind.EARLY_WARNING: tr("warn"),
        LevelKind.MARGIN_CALL: tr("call"),
        LevelKind.LIQUIDATION: tr("liq"),
    }[kind]


def price_state(value: PriceState) -> str:
    """Return the word for the state of a price."""
    return {
        PriceState.FRESH: tr("fresh"),
        PriceState.MANUAL: tr("entered by hand"),
        PriceState.PAR: tr("taken as 1"),
        PriceState.STALE: tr("stale"),
        PriceState.MISSING: tr("missing"),
    }[value]


def alert_state(value: AlertState) -> str:
    """Return the word for the state of an alert."""
    return {
        AlertState.OK: tr("ok"),
        AlertState.FIRING: tr("firing"),
        AlertState.ACKNOWLEDGED: tr("acknowledged"),
        AlertState.SNOOZED: tr("snoozed"),
        AlertState.RESOLVED: tr("resolved"),
        AlertState.NO_DATA: tr("no data"),
    }[value]


def event_kind(kind: EventKind) -> str:
    """Return the name of a kind of event."""
    return {
        EventKind.OPEN: tr("Opened"),
        EventKind.ADD_COLLATERAL: tr("Collateral added"),
        EventKind.WITHDRAW_COLLATERAL: tr("Collateral withdrawn"),
        EventKind.DRAW: tr("Drawn"),
        EventKind.REPAY: tr("Repaid"),
        EventKind.RATE_CHANGE: tr("Rate changed"),
        EventKind.RULE_CHANGE: tr("Rules changed"),
        EventKind.FEE: tr("Fee"),
        EventKind.LIQUIDATION: tr("Liquidated"),
        EventKind.CLOSE: tr("Closed"),
    }[kind]


def ltv(value: Decimal | None, *, bare: bool = False) -> str:
    """Return an LTV; debt without collateral has none that a number could tell."""
    return tr("no collateral") if bare else numbers.percent(value)


def printed(formula: LtvFormula, value: Decimal | None) -> str:
    """Return what the lender itself prints for an LTV, where that is another figure; else nothing."""
    shown = as_printed(formula, value)
    if shown is None or formula in (LtvFormula.GROSS, LtvFormula.HAIRCUT):
        return ""
    if formula is LtvFormula.HEALTH_FACTOR:
        return tr("health factor {value}").format(value=numbers.plain(shown, 2))
    return tr("collateral / debt {value}").format(value=numbers.percent(shown, 1))


def times(value: Decimal | None) -> str:
    """Return a leverage in words."""
    return tr("{times} times").format(times=numbers.plain(value, 2)) if value is not None else tr("no equity left")


def depth_of(kind: LevelKind) -> Depth:
    """Return the depth that reaching a level of `kind` means."""
    return Depth(kind.value)


def level_price(view: LevelView, currency: str) -> str:
    """Return at which price of its leading asset a level is reached."""
    name = level(view.level.kind)
    leading = view.leading
    if leading is None or leading.price is None:
        return tr("{level}: no price of one asset alone reaches it").format(level=name)
    pattern = (
        tr("{level} if {asset} < {price} ({change})")
        if leading.falling
        else tr("{level} if {asset} > {price} ({change})")
    )
    return pattern.format(
        level=name,
        asset=leading.asset,
        price=numbers.price(leading.price, currency),
        change=numbers.percent(leading.change, signed=True),
    )


def advice(view: LoanView, snapshot: Snapshot) -> list[str]:
    """Return what is next for a loan and what can be done: a top-up, a repayment, what the reserve holds."""
    words = []
    if view.next_level is not None:
        words.append(tr("Next: {level}.").format(level=level_price(view.next_level, snapshot.currency)))
    if view.cure is None or view.cure.cure.repay_value <= 0:
        return words
    added = next((f"{numbers.amount(units, 4)} {asset}" for asset, units in view.cure.top_up), "")
    repaid = next((f"{numbers.amount(units, 2)} {asset}" for asset, units in view.cure.repay), "")
    if added and repaid:
        pattern = tr("Add {added} or repay {repaid} to bring it back to {target}.")
    elif added:
        pattern = tr("Add {added} to bring it back to {target}.")
    else:
        pattern = tr("Repay {repaid} to bring it back to {target}.") if repaid else ""
    if pattern:
        target = numbers.percent(view.cure.cure.target, 0)
        words.append(pattern.format(added=added, repaid=repaid, target=target))
    words.append(
        reserve_within(view, snapshot, tr("Your reserve has {money} within {time}."), tr("Your reserve has {money}."))
    )
    return words


def reserve_within(view: LoanView, snapshot: Snapshot, within: str, whole: str) -> str:
    """Return a sentence with what of the reserve arrives within a loan's window; `whole` where it has none."""
    found = snapshot.reserve.reserve.within(view.loan.id)
    if found is None or found[0].is_infinite():
        return whole.format(money=numbers.money(snapshot.totals.reserve, snapshot.currency))
    return within.format(money=numbers.money(found[1], snapshot.currency), time=numbers.duration(int(found[0] * 3600)))


def advice_words(advice: Advice | None) -> tuple[str, str] | None:
    """Return a second thought as a sentence, with what to type instead (nothing where there is no such value)."""
    if advice is None:
        return None
    if advice.hint is Hint.OUTSIDE_BAND:
        words = tr("{value} is unusual; lenders are mostly between {low} and {high}.")
        shown = words.format(
            value=numbers.percent(advice.value, 2),
            low=numbers.percent(advice.low, 0),
            high=numbers.percent(advice.high, 0),
        )
        return shown, ""
    meant = advice.meant or advice.value
    if advice.hint is Hint.COLLATERAL_RATIO:
        words = tr("{value} looks like collateral / loan; as LTV that is {meant}. Did you mean that?")
    else:
        words = tr("{value} a year is very little; told for one period it is {meant} a year. Did you mean that?")
    shown = words.format(value=numbers.percent(advice.value, 2), meant=numbers.percent(meant, 2))
    return shown, numbers.plain(meant * 100, 2)


def local_zone() -> str:
    """Return the name of this machine's time zone, UTC where it has none."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    try:
        zone_of(name)
    except ValueError:
        return "UTC"
    return name


def in_sequence(*sentences: str) -> str:
    """Return sentences one after the other, with the space between them that the language wants."""
    found = sentences[0]
    for sentence in sentences[1:]:
        found = tr("{first} {second}").format(first=found, second=sentence)
    return found


def imported(done: Imported) -> str:
    """Return what an import did."""
    if done.kind == "portfolio":
        words = tr("{name}: {added} new, {changed} changed, {unchanged} as before.")
    elif done.changed:
        words = tr("{name}: {added} new prices, {changed} corrected, {unchanged} known already.")
    else:
        words = tr("{name}: {added} new prices, {unchanged} known already.")
    return words.format(name=done.name, added=done.added, changed=done.changed, unchanged=done.unchanged)


def sentence(refused: Refused) -> str:
    """Return one clear sentence for what was refused: where it stands, what is wrong, what would be right."""
    words = _PROBLEMS[refused.problem]().format(**_padded(refused.values))
    if refused.line and refused.field:
        pattern = tr("line {line}, field {field}: {words}")
    elif refused.line:
        pattern = tr("line {line}: {words}")
    else:
        pattern = tr("field {field}: {words}") if refused.field else "{words}"
    return pattern.format(line=refused.line, field=refused.field, words=words)


def short_sentence(refused: Refused) -> str:
    """Return the sentence without its place, for showing at the field itself."""
    return _PROBLEMS[refused.problem]().format(**_padded(refused.values))


class _Padded(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "?"


def _padded(values: dict[str, str]) -> dict[str, str]:
    return _Padded(values)


_PROBLEMS: dict[Problem, Callable[[], str]] = {
    Problem.NUMBER_MISSING: lambda: tr("Enter a number."),
    Problem.NOT_A_NUMBER: lambda: tr("{value} is not a number; write it like 1234.5."),
    Problem.NOT_POSITIVE: lambda: tr("The amount must be greater than zero."),
    Problem.NOT_A_FRACTION: lambda: tr("{value} is out of range; an LTV of 71.4 % is 0.714 in a file."),
    Problem.RATE_TOO_HIGH: lambda: tr("A yearly rate lies between 0 and 1,000 %; {value} does not."),
    Problem.NOT_AN_ASSET: lambda: tr("{value} is not an asset code; write it like BTC or USDT."),
    Problem.NOT_A_TIME: lambda: tr("{value} is not a date; write it like 2021-11-10 or 2021-11-10T14:30:00+08:00."),
    Problem.NOT_A_ZONE: lambda: tr("{value} is not a time zone; write it like UTC+8 or Europe/Zurich."),
    Problem.IN_THE_FUTURE: lambda: tr("{value} lies in the future; enter what has happened."),
    Problem.NAME_MISSING: lambda: tr("Enter a name."),
    Problem.NO_COLLATERAL: lambda: tr("Enter at least one collateral with its amount."),
    Problem.NO_DEBT: lambda: tr("Enter at least one debt with its amount."),
    Problem.LADDER_ORDER: lambda: tr(
        "The levels must rise from early warning over margin call to liquidation, and the target lie below them."
    ),
    Problem.LADDER_EMPTY: lambda: tr("Enter at least one level."),
    Problem.BEFORE_OPENING: lambda: tr("This lies before {when}; enter a later time."),
    Problem.AFTER_CLOSING: lambda: tr("The loan was closed on {when}; nothing can happen to it after that."),
    Problem.COLLATERAL_SHORT: lambda: tr("Only {have} {asset} is pledged at that time, so {wanted} cannot leave."),
    Problem.REPAID_TOO_MUCH: lambda: tr("Only {have} {asset} is owed at that time, so {wanted} is too much."),
    Problem.DEBT_LEFT: lambda: tr("{have} {asset} is still owed; repay it before closing."),
    Problem.NOT_OPENED: lambda: tr("The loan is not open yet at that time."),
    Problem.OPENED_TWICE: lambda: tr("The loan is opened twice; leave one opening."),
    Problem.UNKNOWN_LOAN: lambda: tr("There is no loan {value}."),
    Problem.UNKNOWN_EVENT: lambda: tr("There is no event {value}."),
    Problem.UNKNOWN_PLATFORM: lambda: tr("{value} is no known platform; list it under platforms."),
    Problem.UNKNOWN_PRESET: lambda: tr("{value} is no known preset; leave it out and give the terms."),
    Problem.TWICE: lambda: tr("{value} stands there twice; keep one of them."),
    Problem.FIELD_UNKNOWN: lambda: tr("There is no such field; check its spelling or take it out."),
    Problem.FIELD_MISSING: lambda: tr("The field is missing; add it."),
    Problem.FIELD_TYPE: lambda: tr("{value} does not fit; expected: {expected}."),
    Problem.FILE_MISSING: lambda: tr("There is no file {value}; check its name."),
    Problem.FILE_UNREADABLE: lambda: tr("{value} cannot be read ({why}); choose a file that you may read."),
    Problem.FILE_TOO_LARGE: lambda: tr("{value} is larger than {most}; split it."),
    Problem.NOT_JSON: lambda: tr("This is no valid JSON ({why}, column {column}); check commas and quotes."),
    Problem.NOT_TEXT: lambda: tr("{value} is no UTF-8 text; save it as UTF-8."),
    Problem.NEWER_FORMAT: lambda: tr("Format version {value} is newer than this program; install the newer program."),
    Problem.UNKNOWN_LAYOUT: lambda: tr(
        "The header ({value}) has no time and price columns; name them like date, open, high, low, close."
    ),
    Problem.UNKNOWN_STATEMENT: lambda: tr(
        "The header ({value}) is of no statement that is known: export it as CSV from Nexo, OKX (trading) or BlockFi."
    ),
    Problem.ASSET_UNCLEAR: lambda: tr(
        "{value} does not tell the asset; name the file like BTCUSDT.csv or say --asset BTC."
    ),
    Problem.COLUMN_COUNT: lambda: tr("{have} columns stand where the header has {wanted}; fill or remove cells."),
    Problem.CANDLE_ORDER: lambda: tr("High {high} and low {low} do not enclose open and close; check the row."),
    Problem.NOT_AN_ADDRESS: lambda: tr("That is no address of a known service; write it like ntfy://my-topic."),
    Problem.NOTHING_OUTSIDE: lambda: tr("The demonstration tells nobody outside this window."),
    Problem.NOT_A_WEB_ADDRESS: lambda: tr("{value} may not be asked; write an address that begins with https://."),
    Problem.NOT_A_SHARE: lambda: tr("A share lies between 0 and 100 %; {value} does not."),
    Problem.ENDS_BEFORE: lambda: tr("It would end on {value}, before it began on {when}; choose a later day."),
    Problem.RANGE_ORDER: lambda: tr("The range must rise: its low of {low} must be under its high of {high}."),
    Problem.UNKNOWN_POSITION: lambda: tr("There is no position {value}."),
    Problem.NO_RATE: lambda: tr("There is no rate from {value} to {currency}; enter the price in {currency}."),
    Problem.EMPTY_FILE: lambda: tr("The file has no rows; choose one with prices in it."),
    Problem.BAD_QUOTES: lambda: tr("A quotation mark is not closed, or text follows it; check the row."),
    Problem.CHOICE_NEEDED: lambda: tr("{value} can be read in several ways; say which one is meant: {choices}."),
    Problem.NOT_A_WORKBOOK: lambda: tr("The workbook cannot be read ({why}); save it as XLSX or CSV."),
    Problem.UNPACKS_TOO_LARGE: lambda: tr("The workbook unpacks into too much ({why}); save it as CSV."),
    Problem.READ_ONLY: lambda: tr("Plimsoll is in read-only mode; switch it off in Settings to change anything."),
    Problem.NOT_WRITTEN: lambda: tr("{value} cannot be written ({why}); choose a folder of your own."),
    Problem.NOT_A_FOLDER: lambda: tr("There is no folder {value}; choose one that exists."),
    Problem.NOT_A_CLOCK: lambda: tr("{value} is not a time of day; write it like 05:00."),
    Problem.NOT_A_ROUTE: lambda: tr("{value} names no network; write a line like USDT: TRC-20, ERC-20."),
    Problem.TOO_MANY: lambda: tr("{value} is out of bounds; the most is {most}."),
    Problem.UNKNOWN_HOLDING: lambda: tr("There is no holding {value}."),
    Problem.UNKNOWN_CREDIT: lambda: tr("There is no credit line {value}."),
    Problem.DRAWN_TOO_MUCH: lambda: tr("{value} is drawn already; the limit must not be smaller."),
    Problem.ON_ITSELF: lambda: tr("A platform does not depend on itself; choose two."),
    Problem.SHARES_OVER: lambda: tr("{value} would depend with {share} % on others; together at most 100 %."),
    Problem.NOT_A_MOVE: lambda: tr("A price moves by -100 % to 1,000 %; write a fall of 40 % as -40."),
    Problem.TOO_LONG: lambda: tr("{value} hours are too long; at most 8,760 hours, a year, can be tested."),
    Problem.TOO_FAR: lambda: tr("{value} is beyond what makes sense here; at most {most} either way."),
    Problem.NOTHING_HAPPENS: lambda: tr("Nothing happens in it; let a price, a rate, a rule or a platform change."),
    Problem.UNKNOWN_SCENARIO: lambda: tr("There is no scenario {value}."),
    Problem.NO_CLUSTER_LIBRARY: lambda: tr(
        "The part for clusters is not installed; install plimsoll-desktop[cluster] or clear the scheduler's address."
    ),
    Problem.NOT_A_SCHEDULER: lambda: tr("{value} is no scheduler; write it like tcp://10.0.0.5:8786."),
    Problem.NO_CLUSTER: lambda: tr("No scheduler with workers answers at {value}; check the address or clear it."),
    Problem.NO_HISTORY: lambda: tr(
        "No loan's assets have 60 days of prices in common; import prices, or choose fat tails for known coins."
    ),
}
