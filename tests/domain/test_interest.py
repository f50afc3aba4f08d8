"""Interest: spans add up under every convention, clocks that change cost exactly the hours that pass."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from builders import utc
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.earn.accrual import accrue, period_fraction, post, postings, zone_of
from desktop_app.domain.earn.convention import Boundary, Convention, DayCount, DebtBalance, Period
from desktop_app.domain.earn.interest import cost_per_day

ZONES = ("UTC", "UTC+8", "UTC-5:30", "Europe/Zurich", "Asia/Taipei", "America/New_York", "Asia/Kolkata")
CLOSE_ENOUGH = Decimal("1e-38")
SPRING = utc("2026-03-29 00:00")  # clocks in Zurich go from 2 to 3 o'clock at 01:00 UTC
AUTUMN = utc("2026-10-25 00:00")  # and from 3 back to 2 o'clock at 01:00 UTC

CONVENTIONS = st.builds(
    Convention,
    period=st.sampled_from(Period),
    compounding=st.booleans(),
    day_count=st.sampled_from(DayCount),
    boundary=st.sampled_from(Boundary),
    zone=st.sampled_from(ZONES),
)
# Around the changes of clock, the turns of months and years, and leap days, down to the second.
CORNERS = (
    SPRING,
    AUTUMN,
    utc("2024-02-28 22:00"),
    utc("2024-12-31 12:00"),
    utc("2026-01-30 23:00"),
    utc("2025-06-15"),
)
INSTANTS = st.builds(
    lambda corner, seconds: corner + timedelta(seconds=seconds),
    st.sampled_from(CORNERS),
    st.integers(-3 * 86400, 3 * 86400),
)


def owing(principal: str, accrued: str = "0") -> DebtBalance:
    return DebtBalance(Decimal(principal), Decimal(accrued))


@given(CONVENTIONS, st.lists(INSTANTS, min_size=4, max_size=4).map(sorted), st.decimals("0", "3", places=4))
def test_interest_of_two_spans_is_that_of_the_whole(
    convention: Convention, instants: list[datetime], rate: Decimal
) -> None:
    anchor, first, middle, last = instants
    start = owing("1000", "12.5")
    whole = accrue(start, convention, rate, first, last, anchor)
    halfway = accrue(start, convention, rate, first, middle, anchor)
    parts = accrue(halfway, convention, rate, middle, last, anchor)
    assert abs(parts.total - whole.total) <= CLOSE_ENOUGH * whole.total
    assert parts.principal == whole.principal == start.principal


@given(CONVENTIONS, st.lists(INSTANTS, min_size=4, max_size=4).map(sorted))
def test_postings_add_up_and_are_never_negative(convention: Convention, instants: list[datetime]) -> None:
    anchor, first, middle, last = instants
    parts = [postings(convention, anchor, first, middle), postings(convention, anchor, middle, last)]
    assert min(parts) >= 0
    assert sum(parts) == postings(convention, anchor, first, last)


@given(CONVENTIONS, st.lists(INSTANTS, min_size=3, max_size=3).map(sorted), st.integers(0, 8))
def test_rounded_postings_add_up_exactly_and_never_exceed_the_exact_ones(
    convention: Convention, instants: list[datetime], places: int
) -> None:
    if convention.period is Period.MINUTE:
        convention = Convention(
            Period.HOUR, convention.compounding, convention.day_count, convention.boundary, convention.zone
        )
    rounding = Convention(
        convention.period, convention.compounding, convention.day_count, convention.boundary, convention.zone, places
    )
    first, middle, last = (min(instant, instants[0] + timedelta(days=90)) for instant in instants)
    rate = Decimal("0.1")
    whole = accrue(owing("1000"), rounding, rate, first, last, first)
    parts = accrue(accrue(owing("1000"), rounding, rate, first, middle, first), rounding, rate, middle, last, first)
    assert parts == whole
    assert whole.total <= accrue(owing("1000"), convention, rate, first, last, first).total + CLOSE_ENOUGH
    assert whole.accrued == whole.accrued.quantize(Decimal(1).scaleb(-places))


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("midnight", [SPRING, AUTUMN, utc("2026-06-01")], ids=["spring", "autumn", "june"])
@pytest.mark.parametrize(("period", "seconds"), [(Period.HOUR, 3600), (Period.MINUTE, 60)], ids=["hour", "minute"])
def test_a_clock_that_changes_posts_for_every_hour_that_passes(
    zone: str, midnight: datetime, period: Period, seconds: int
) -> None:
    convention = Convention(period=period, zone=zone)
    for start, hours in ((midnight - timedelta(hours=12), 48), (midnight, 1), (midnight + timedelta(hours=1), 1)):
        end = start + timedelta(hours=hours)
        assert postings(convention, start, start, end) == hours * 3600 // seconds


@pytest.mark.parametrize(
    ("zone", "instant", "due"),
    [
        ("UTC", "2026-07-01 00:00", True),
        ("UTC+8", "2026-07-01 00:00", False),
        ("UTC+8", "2026-06-30 16:00", True),
        ("Europe/Zurich", "2026-06-30 22:00", True),
        ("Europe/Zurich", "2026-01-01 23:00", True),
        ("Europe/Zurich", "2026-01-01 22:00", False),
        ("Europe/Zurich", "2026-03-29 22:00", True),
        ("Europe/Zurich", "2026-03-29 23:00", False),
        ("Europe/Zurich", "2026-10-25 23:00", True),
        ("Europe/Zurich", "2026-10-25 22:00", False),
    ],
)
def test_a_day_is_posted_at_midnight_of_the_venues_own_clock(zone: str, instant: str, due: bool) -> None:
    at = utc(instant)
    convention = Convention(zone=zone)
    second = timedelta(seconds=1)
    assert postings(convention, at, at - second, at) == due
    assert postings(convention, at, at, at + second) == 0


def test_an_hour_costs_when_it_strikes_while_the_debt_is_open() -> None:
    """OKX's own example: borrowed 14:55 and repaid 14:57 costs nothing; still open at 15:00 costs the full hour."""
    on_the_hour = Convention(period=Period.HOUR, zone="UTC+8")
    drawn = utc("2026-05-01 14:55")
    assert accrue(owing("100"), on_the_hour, Decimal("0.1"), drawn, utc("2026-05-01 14:57")).accrued == 0
    cost = accrue(owing("100"), on_the_hour, Decimal("0.1"), drawn, utc("2026-05-01 15:00")).accrued
    assert abs(cost - Decimal(10) / 8760) < CLOSE_ENOUGH


def test_an_elapsed_period_counts_from_the_drawing() -> None:
    elapsed = Convention(period=Period.HOUR, boundary=Boundary.ELAPSED)
    drawn = utc("2026-05-01 14:55")
    assert postings(elapsed, drawn, drawn, utc("2026-05-01 15:54:59")) == 0
    assert postings(elapsed, drawn, drawn, utc("2026-05-01 15:55")) == 1


@pytest.mark.parametrize(
    ("day_count", "year", "days"),
    [
        (DayCount.ACT_365, 2024, 365),
        (DayCount.ACT_365, 2025, 365),
        (DayCount.ACT_360, 2024, 360),
        (DayCount.ACT_ACT, 2024, 366),
        (DayCount.ACT_ACT, 2025, 365),
        (DayCount.ACT_ACT, 2100, 365),
    ],
)
def test_a_day_is_its_share_of_the_year_that_the_day_count_names(day_count: DayCount, year: int, days: int) -> None:
    assert period_fraction(Convention(day_count=day_count), year) == Decimal(1) / days


def test_a_calendar_month_costs_its_own_days() -> None:
    monthly = Convention(period=Period.MONTH, compounding=False)
    costs = [
        accrue(owing("36500"), monthly, Decimal("0.1"), utc(f"2025-0{month}-01"), utc(f"2025-0{month + 1}-01")).accrued
        for month in (1, 2, 4)
    ]
    assert costs == [310, 280, 300]


def test_a_month_from_the_last_day_of_january_ends_on_the_last_of_february() -> None:
    monthly = Convention(period=Period.MONTH, boundary=Boundary.ELAPSED)
    drawn = utc("2025-01-31 10:00")
    assert postings(monthly, drawn, drawn, utc("2025-02-28 09:59")) == 0
    assert postings(monthly, drawn, drawn, utc("2025-02-28 10:00")) == 1
    assert postings(monthly, drawn, drawn, utc("2025-03-31 10:00")) == 2


@pytest.mark.parametrize(
    ("day_count", "drawn", "days"),
    [
        (DayCount.ACT_365, "2025-01-15 10:00", (31, 28, 31)),
        (DayCount.ACT_360, "2025-01-15 10:00", (31, 28, 31)),
        (DayCount.ACT_ACT, "2024-01-15 10:00", (31, 29, 31)),
        (DayCount.ACT_365, "2024-11-15 10:00", (30, 31, 31)),
    ],
)
def test_a_month_since_the_drawing_costs_its_days(day_count: DayCount, drawn: str, days: tuple[int, ...]) -> None:
    """At 100 % on as many units as the year has days, each day costs one."""
    start = utc(drawn)
    length = {DayCount.ACT_365: 365, DayCount.ACT_360: 360, DayCount.ACT_ACT: 366}[day_count]
    ends = [start + timedelta(days=sum(days[: months + 1])) for months in range(3)]
    elapsed = Convention(Period.MONTH, compounding=False, day_count=day_count, boundary=Boundary.ELAPSED)
    started = Convention(Period.MONTH, compounding=False, day_count=day_count, boundary=Boundary.STARTED)
    for months, end in enumerate(ends):
        paid = accrue(owing(str(length)), elapsed, Decimal(1), start, end).accrued
        assert abs(paid - sum(days[: months + 1])) < CLOSE_ENOUGH
    # A started month is owed from its first moment; that of the first is posted when the money is drawn.
    second = accrue(owing(str(length)), started, Decimal(1), start, ends[0]).accrued
    assert abs(second - days[1]) < CLOSE_ENOUGH


@pytest.mark.parametrize(
    ("zone", "start", "end", "paid"),
    [
        ("UTC", "2024-12-30", "2025-01-03", 2 * 365 + 2 * 366),
        ("UTC", "2024-12-30 13:45:12.000005", "2025-01-02", 2 * 365 + 366),
        ("UTC", "2024-12-31 00:00", "2025-01-01", 365),
        ("UTC", "2025-01-01 00:00", "2025-01-02", 366),
        ("UTC+8", "2024-12-30", "2025-01-03", 2 * 365 + 2 * 366),
        ("UTC+8", "2024-12-31 15:59", "2024-12-31 16:00", 365),
        ("UTC+8", "2025-01-01 15:59", "2025-01-01 16:00", 366),
        ("Europe/Zurich", "2024-12-31 22:59", "2024-12-31 23:00", 365),
        ("UTC", "2023-12-31", "2025-01-01", 366 + 366 * 365),
    ],
)
def test_a_day_belongs_to_the_year_that_it_closes(zone: str, start: str, end: str, paid: int) -> None:
    """On 365 x 366 units at 100 %, a day of a common year costs 366 and one of a leap year 365."""
    convention = Convention(compounding=False, day_count=DayCount.ACT_ACT, zone=zone)
    found = accrue(owing(str(365 * 366)), convention, Decimal(1), utc(start), utc(end)).accrued
    assert abs(found - paid) < CLOSE_ENOUGH


@pytest.mark.parametrize(
    ("zone", "start", "end", "days"),
    [
        ("UTC", "2025-01-10 13:45:12.5", "2025-04-01", 31 + 28 + 31),
        ("UTC", "2024-11-30 23:59:59", "2025-02-01", 30 + 31 + 31),
        ("UTC+8", "2025-01-10", "2025-01-31 15:59:59", 0),
        ("UTC+8", "2025-01-10", "2025-01-31 16:00", 31),
        ("UTC", "2025-02-01", "2025-02-28 23:59", 0),
    ],
)
def test_a_calendar_month_is_posted_at_its_end(zone: str, start: str, end: str, days: int) -> None:
    monthly = Convention(Period.MONTH, compounding=False, zone=zone)
    assert abs(accrue(owing("365"), monthly, Decimal(1), utc(start), utc(end)).accrued - days) < CLOSE_ENOUGH


def test_months_of_30_days_are_counted_in_days() -> None:
    thirty = Convention(Period.MONTH_30)
    assert postings(thirty, SPRING, SPRING, SPRING + timedelta(days=900)) == 30
    elapsed = Convention(Period.MONTH_30, boundary=Boundary.ELAPSED)
    assert postings(elapsed, SPRING, SPRING, SPRING + timedelta(days=59)) == 1
    assert postings(elapsed, SPRING, SPRING, SPRING + timedelta(days=60)) == 2


@pytest.mark.parametrize(("compounding", "accrued"), [(True, "3.02"), (False, "3.00")])
def test_a_venue_that_rounds_cuts_each_posting(compounding: bool, accrued: str) -> None:
    convention = Convention(compounding=compounding, places=2)
    assert post(owing("100"), convention, Decimal("0.015"), 2).accrued == Decimal(accrued)


def test_interest_bears_interest_after_the_principal_was_repaid() -> None:
    day = timedelta(days=1)
    found = accrue(owing("0", "100"), Convention(), Decimal("0.365"), SPRING, SPRING + day)
    assert abs(found.accrued - Decimal("100.1")) < CLOSE_ENOUGH


def test_simple_interest_is_on_the_principal_alone() -> None:
    simple = Convention(compounding=False)
    assert post(owing("100", "50"), simple, Decimal("0.01"), 10) == owing("100", "60.00")
    assert post(owing("100", "50"), Convention(), Decimal("0.01"), 1).total == Decimal("151.5")


@pytest.mark.parametrize("count", [0, -3])
def test_no_posting_changes_nothing(count: int) -> None:
    assert post(owing("100", "5"), Convention(), Decimal("0.01"), count) == owing("100", "5")


def test_nothing_owed_costs_nothing() -> None:
    assert accrue(owing("0"), Convention(), Decimal("0.5"), SPRING, AUTUMN) == owing("0")


def test_a_span_that_runs_backwards_posts_nothing() -> None:
    assert accrue(owing("100"), Convention(), Decimal("0.5"), AUTUMN, SPRING) == owing("100")


@given(st.sampled_from(Period), st.sampled_from(ZONES), st.integers(0, 100_000))
def test_the_cost_of_a_day_does_not_depend_on_the_hour(period: Period, zone: str, minutes: int) -> None:
    convention = Convention(period=period, zone=zone)
    base = cost_per_day(owing("1000"), Decimal("0.1"), convention, SPRING)
    later = cost_per_day(owing("1000"), Decimal("0.1"), convention, SPRING + timedelta(minutes=minutes))
    assert base == later
    assert Decimal("0.27") < base < Decimal("0.28")


def test_the_cost_of_a_day_of_a_monthly_venue_is_a_days_share() -> None:
    monthly = Convention(period=Period.MONTH, compounding=False, day_count=DayCount.ACT_360)
    assert cost_per_day(owing("36000", "99"), Decimal("0.1"), monthly, SPRING) == 10


@pytest.mark.parametrize(
    ("name", "minutes"),
    [("UTC", 0), ("Z", 0), ("UTC+8", 480), ("UTC-3", -180), ("UTC+5:30", 330), ("Asia/Taipei", 480)],
)
def test_a_zone_is_a_name_or_an_offset(name: str, minutes: int) -> None:
    assert zone_of(name).utcoffset(datetime(2026, 1, 1)) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "name", ["Mars/Olympus", "UTC+15", "UTC+x", "UTC+²", "UTC+5:75", "Europe", "../etc/passwd", "a\0b", " ", "8"]
)
def test_what_is_no_zone_is_refused_in_words(name: str) -> None:
    with pytest.raises(ValueError, match="is not a time zone; write it like"):
        zone_of(name)
