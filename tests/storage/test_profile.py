"""The folder of one person: private, writable, and held by one program."""

import errno
import os
import time
from pathlib import Path

import pytest

from desktop_app.storage.errors import ProfileBusy, StoreUnwritable
from desktop_app.storage.profile import Profile, ProfileGuard, make_private, private_file, private_folder


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """A prepared profile, two folders deep."""
    made = Profile(tmp_path / "share" / "plimsoll")
    made.prepare()
    return made


def test_everything_lies_in_the_one_folder(profile: Profile) -> None:
    places = [profile.database, profile.backups, profile.exports, profile.logs, profile.lock]
    assert {place.parent for place in places} == {profile.folder}
    assert len({place.name for place in places}) == len(places)


def test_preparing_makes_the_folders_and_leaves_nothing_else(profile: Profile) -> None:
    profile.prepare()
    assert {path.name for path in profile.folder.iterdir()} == {"backups", "exports", "logs"}


def test_a_file_in_the_place_of_the_folder_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "plimsoll").write_text("a file")
    with pytest.raises(StoreUnwritable, match="plimsoll"):
        Profile(tmp_path / "plimsoll").prepare()


def test_a_full_disk_is_told_before_anything_is_done(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr("desktop_app.storage.profile.private_file", fail)
    with pytest.raises(StoreUnwritable, match=r"^The disk that holds .* is full: "):
        profile.prepare()


def test_a_second_guard_is_refused_at_once_and_told_who_holds_the_profile(profile: Profile) -> None:
    with ProfileGuard(profile):
        started = time.monotonic()
        with pytest.raises(ProfileBusy, match=rf"already running .*process {os.getpid()}") as caught:
            ProfileGuard(profile).__enter__()
        assert time.monotonic() - started < 2
    assert caught.value.pid == os.getpid()


def test_a_guard_that_is_given_back_can_be_taken_again(profile: Profile) -> None:
    guard = ProfileGuard(profile)
    for _ in range(3):
        with guard, pytest.raises(ProfileBusy):
            ProfileGuard(profile).__enter__()
    assert profile.lock.read_bytes() == b""


def test_guards_of_two_profiles_do_not_meet(profile: Profile, tmp_path: Path) -> None:
    other = Profile(tmp_path / "other")
    other.prepare()
    with ProfileGuard(profile), ProfileGuard(other):
        assert profile.lock.read_text() == other.lock.read_text() == f"{os.getpid()}\n"


def test_a_holder_that_has_not_said_who_it_is_is_still_a_holder(profile: Profile) -> None:
    with ProfileGuard(profile):
        profile.lock.write_bytes(b"")
        with pytest.raises(ProfileBusy, match="another process") as caught:
            ProfileGuard(profile).__enter__()
    assert caught.value.pid is None


def test_a_refused_guard_leaks_no_descriptor(profile: Profile) -> None:
    with ProfileGuard(profile):
        before = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else 0
        for _ in range(5):
            with pytest.raises(ProfileBusy):
                ProfileGuard(profile).__enter__()
        after = len(os.listdir("/proc/self/fd")) if before else 0
    assert after == before


def test_a_lock_that_cannot_be_opened_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(StoreUnwritable, match=r"plimsoll\.lock is not there"):
        ProfileGuard(Profile(tmp_path / "nowhere")).__enter__()


def test_a_private_file_is_new(tmp_path: Path) -> None:
    private_file(tmp_path / "a")
    with pytest.raises(FileExistsError):
        private_file(tmp_path / "a")


def test_what_lay_open_is_made_private(tmp_path: Path) -> None:
    folder, file = tmp_path / "folder", tmp_path / "file"
    folder.mkdir()
    folder.chmod(0o777)
    file.touch()
    file.chmod(0o666)
    private_folder(folder)
    make_private(file)
    make_private(tmp_path / "absent")
    assert (folder.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
