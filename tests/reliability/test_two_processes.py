"""Two programs, one profile: one of them is refused at once; and where two do write, neither loses anything."""

import os
from contextlib import ExitStack
from pathlib import Path
from time import monotonic

import pytest
import store_workers as workers

from desktop_app.storage.errors import ProfileBusy
from desktop_app.storage.profile import Profile, ProfileGuard
from desktop_app.storage.store import Store


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """A prepared profile."""
    made = Profile(tmp_path / "plimsoll")
    made.prepare()
    return made


def check_starts_at_once(profile: Profile, count: int) -> None:
    with ExitStack() as stack:
        begun = [stack.enter_context(workers.running(workers.hold, profile.folder)) for _ in range(count)]
        answers = {process.pid: pipe.recv() for process, pipe in begun}
        (holder,) = [pid for pid, answer in answers.items() if answer == "held"]
        # Who comes in the instant before the holder has written its number is refused without it.
        assert {answer for pid, answer in answers.items() if pid != holder} <= {holder, None}


def test_of_20_starts_at_once_exactly_one_survives(profile: Profile) -> None:
    check_starts_at_once(profile, 20)


@pytest.mark.slow
def test_of_100_starts_at_once_exactly_one_survives(profile: Profile) -> None:
    check_starts_at_once(profile, 100)


def test_a_second_program_is_refused_within_two_seconds_and_told_who_has_it(profile: Profile) -> None:
    with workers.running(workers.hold, profile.folder) as (process, pipe):
        assert pipe.recv() == "held"
        started = monotonic()
        with pytest.raises(ProfileBusy, match=f"process {process.pid}") as caught:
            ProfileGuard(profile).__enter__()
        assert monotonic() - started < 2
        assert caught.value.pid == process.pid


def test_after_kill_9_the_next_start_has_the_profile_within_three_seconds(profile: Profile) -> None:
    for _ in range(3):
        with workers.running(workers.hold, profile.folder) as (process, pipe):
            assert pipe.recv() == "held"
            process.kill()
            process.join()
        started = monotonic()
        with ProfileGuard(profile):
            assert monotonic() - started < 3
            assert profile.lock.read_text() == f"{os.getpid()}\n"


def test_a_reader_needs_no_guard(profile: Profile) -> None:
    workers.prepare(profile.database)
    with workers.running(workers.hold, profile.folder) as (_, pipe):
        assert pipe.recv() == "held"
        with Store.open(profile.database, read_only=True) as store:
            assert store.db["platforms"].count == 1


def check_counting_together(path: Path, times: int) -> None:
    workers.prepare(path)
    with Store.open(path) as store, store.write() as db:
        db["settings"].insert({"name": "count", "value": "0"})
    with ExitStack() as stack:
        both = [stack.enter_context(workers.running(workers.count_up, path, times)) for _ in range(2)]
        assert [pipe.recv() for _, pipe in both] == ["ready", "ready"]
        for _, pipe in both:
            pipe.send("go")
        assert [pipe.recv() for _, pipe in both] == [[], []]
    with Store.open(path) as store:
        (row,) = store.db.query("SELECT value FROM settings WHERE name = 'count'")
        assert int(row["value"]) == 2 * times
        assert store.check() == []


def test_two_processes_write_150_times_each_without_loss_or_error(tmp_path: Path) -> None:
    check_counting_together(tmp_path / "plimsoll.db", 150)


@pytest.mark.slow
def test_two_processes_write_1000_times_each_without_loss_or_error(tmp_path: Path) -> None:
    check_counting_together(tmp_path / "plimsoll.db", 1000)
