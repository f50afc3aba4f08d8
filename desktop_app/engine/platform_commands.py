"""What a person does about platforms: facts with their reviews, and who depends on whom."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from sqlite_utils import Database

from desktop_app.domain.counterparty import Facts, Review, changes, check_facts, next_review
from desktop_app.domain.platforms import Platform
from desktop_app.domain.problems import Problem, Refused
from desktop_app.domain.risk.contagion import Dependency, with_dependency
from desktop_app.engine.monitor import Monitor
from desktop_app.storage import counterparties as rows
from desktop_app.storage import loans as loan_rows


def keep_platform(monitor: Monitor, platform: Platform, now: datetime) -> Platform:
    """Keep a platform with its facts; what changed in them is kept as a review, with old and new values.

    A look that changed nothing is a review too where its day is new. The next one is due after the days that
    the facts tell, unless a day was entered.

    Raises:
        Refused: it has no name, or a share is out of range; with the field that is wrong.
    """
    if not platform.name.strip():
        raise Refused(Problem.NAME_MISSING, field="name")
    limit = platform.share_limit
    if limit is not None and not 0 < limit <= 1:
        raise Refused(Problem.NOT_A_SHARE, field="share_limit", value=limit)
    before = next((one.facts for one in monitor.portfolio.platforms if one.id == platform.id), Facts())
    kept = replace(platform, facts=_dated(before, check_facts(platform.facts), now))
    with monitor.write() as db:
        loan_rows.save_platform(db, kept)
        save_review(db, before, kept, now)
        monitor.reload()
        monitor.tick(now)
    return kept


def _dated(before: Facts, facts: Facts, now: datetime) -> Facts:
    """Return facts with the day of the look, and that of the next one."""
    if facts == before or facts.is_blank:
        return facts
    differs = bool(changes(before, facts))
    told = facts.as_of if facts.as_of != before.as_of else None
    day = told or (now.date() if differs or facts.as_of is None else facts.as_of)
    looked = differs or day != before.as_of
    due = facts.review if facts.review != before.review or not looked else next_review(facts, day)
    return replace(facts, as_of=day, review=due)


def save_review(db: Database, before: Facts, platform: Platform, now: datetime) -> None:
    """Keep what changed in a platform's facts as a review; nothing where nobody looked.

    What is entered for the first time changed nothing.
    """
    facts = platform.facts
    if facts.is_blank and before.is_blank:
        return
    differs = () if before.is_blank else changes(before, facts)
    if differs or before.is_blank or (facts.as_of is not None and facts.as_of != before.as_of):
        day = facts.as_of or now.date()
        rows.save_review(db, Review(uuid4().hex[:12], platform.id, day, differs, facts.source))


def reviewed(monitor: Monitor, platform_id: str, now: datetime) -> Platform:
    """Keep that the facts of a platform were looked at today and are still right.

    Raises:
        Refused: there is no such platform.
    """
    platform = platform_of(monitor, platform_id)
    day = now.date()
    facts = replace(platform.facts, as_of=day, review=next_review(platform.facts, day))
    return keep_platform(monitor, replace(platform, facts=facts), now)


def platform_of(monitor: Monitor, platform_id: str) -> Platform:
    """Return one platform.

    Raises:
        Refused: there is none of that identifier.
    """
    for platform in monitor.portfolio.platforms:
        if platform.id == platform_id:
            return platform
    raise Refused(Problem.UNKNOWN_PLATFORM, value=platform_id)


def keep_dependency(monitor: Monitor, dependency: Dependency, names: tuple[str, str], now: datetime) -> None:
    """Keep a dependency; a platform of it that is not known yet is added by its name.

    Raises:
        Refused: it stands on itself, or its share is impossible beside the others.
    """
    with_dependency(monitor.portfolio.dependencies, dependency)
    known = {one.id for one in monitor.portfolio.platforms}
    with monitor.write() as db:
        for platform_id, name in zip((dependency.platform, dependency.on), names, strict=True):
            if platform_id not in known:
                loan_rows.save_platform(db, Platform(platform_id, name))
        rows.save_dependency(db, dependency)
        monitor.reload()
        monitor.tick(now)


def remove_dependency(monitor: Monitor, dependency: Dependency, now: datetime) -> Dependency:
    """Remove a dependency; return it, so that the removal can be undone."""
    with monitor.write() as db:
        rows.delete_dependency(db, dependency.platform, dependency.on)
        monitor.reload()
        monitor.tick(now)
    return dependency
