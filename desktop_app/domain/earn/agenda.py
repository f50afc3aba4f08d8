"""What comes when: ends, unlocks, payouts, settlements and reviews, as dated entries and as a calendar file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from desktop_app.domain.earn.position import Deposit, DualDetails, PeerDetails, Position, SharkDetails, StakeDetails
from desktop_app.domain.loans.loan import Loan
from desktop_app.domain.loans.terms import Terms
from desktop_app.domain.platforms import Platform


class Coming(Enum):
    """What happens on a day."""

    MATURITY = "maturity"
    UNLOCK = "unlock"
    SETTLEMENT = "settlement"
    REPAYMENT = "repayment"
    PAYOUT = "payout"
    LOAN_ENDS = "loan_ends"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happens on `day` to the position, loan or platform `subject`, called `name`."""

    day: date
    coming: Coming
    subject: str
    name: str
    platform: str = ""


def position_entries(positions: Iterable[Position], now: datetime) -> Iterator[Entry]:
    """Yield what comes of open positions: their end, and the next payout."""
    for position in positions:
        if position.closed is not None:
            continue
        ends = position.ends
        if ends is not None and ends >= now.date():
            yield Entry(ends, _kind(position), position.id, position.name, position.platform)
        if position.rates and position.rate_at(now):
            paid = position.terms.payout.following(now)
            yield Entry(paid.date(), Coming.PAYOUT, position.id, position.name, position.platform)


def _kind(position: Position) -> Coming:
    match position.details:
        case Deposit():
            return Coming.MATURITY
        case DualDetails() | SharkDetails():
            return Coming.SETTLEMENT
        case StakeDetails():
            return Coming.UNLOCK
        case PeerDetails():
            return Coming.REPAYMENT
    return Coming.MATURITY


def loan_entries(loans: Iterable[tuple[Loan, Terms | None]], now: datetime) -> Iterator[Entry]:
    """Yield when open loans must be repaid."""
    for loan, terms in loans:
        if terms is not None and terms.ends is not None and terms.ends >= now.date():
            yield Entry(terms.ends, Coming.LOAN_ENDS, loan.id, loan.name, loan.platform)


def review_entries(platforms: Iterable[Platform]) -> Iterator[Entry]:
    """Yield when the facts of platforms are to be looked at again; a day that has passed is still due."""
    for platform in platforms:
        if platform.facts.review is not None:
            yield Entry(platform.facts.review, Coming.REVIEW, platform.id, platform.name, platform.id)


def as_calendar(entries: Iterable[tuple[Entry, str]], made: datetime) -> str:
    """Return entries with their words as an iCalendar file (RFC 5545), whole-day events with a day's notice."""
    stamp = f"{made:%Y%m%dT%H%M%SZ}"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Plimsoll//Plimsoll//EN", "CALSCALE:GREGORIAN"]
    for entry, words in entries:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{entry.coming.value}-{entry.subject}-{entry.day:%Y%m%d}@plimsoll",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(words)}",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "TRIGGER:-P1D",
            f"DESCRIPTION:{_escaped(words)}",
            "END:VALARM",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{line}\r\n" for one in lines for line in _folded(one))


def _escaped(words: str) -> str:
    plain = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(plain.splitlines())


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 bytes, none of which splits a character."""
    part = ""
    size = 0
    for letter in line:
        width = len(letter.encode("utf-8"))
        if size + width > 75:
            yield part
            part, size = " ", 1
        part += letter
        size += width
    yield part
