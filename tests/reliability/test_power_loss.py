"""The power fails at any moment: what was acknowledged is on the disk. No kill -9 can show this; a disk's log can."""

import random
from pathlib import Path

import pytest
import store_workers as workers
from disk_log import Disk, Step, recording

from desktop_app.storage.store import Store

KINDS = list(workers.WORK)


def record(folder: Path, synchronous: str, commits: int) -> tuple[dict[str, bytes], list[Step]]:
    """Do some work; return the files before it and everything that was asked of the disk."""
    path = folder / "plimsoll.db"
    workers.prepare(path)
    before = {path.name: path.read_bytes()}  # nobody has it open
    with recording() as log, Store.open(path) as store:
        store.db.execute("PRAGMA wal_autocheckpoint=60")  # the default would take hundreds of commits
        if synchronous != "as opened":
            store.db.execute(f"PRAGMA synchronous={synchronous}")
        for n in range(commits):
            with store.write() as db:
                workers.WORK[KINDS[n % len(KINDS)]](db, n)
            log.acknowledge(n)
        steps = list(log.steps)
    return before, steps


def examine(folder: Path, files: dict[str, bytes], promised: list[int]) -> int:
    """Start from what the power loss left; return how many promised commits are gone."""
    folder.mkdir()
    for name, raw in files.items():
        (folder / name).write_bytes(raw)
    with Store.open(folder / "plimsoll.db") as store:
        assert workers.broken(store) == []
        gone = workers.lost(store.db, [(KINDS[n % len(KINDS)], n) for n in promised])
        later = store.db.execute("SELECT count(*) FROM quotes").fetchone()
    assert later is not None
    return len(gone)


def images_with_losses(folder: Path, synchronous: str, images: int, seed: int, commits: int = 80) -> int:
    """Cut the power at so many moments; return in how many of them something promised was lost."""
    chance = random.Random(seed)
    (folder / "live").mkdir(parents=True)
    before, steps = record(folder / "live", synchronous, commits)
    assert {step.kind for step in steps} >= {"write", "sync", "ack"}
    assert {step.name for step in steps if step.kind == "sync"} == {"plimsoll.db", "plimsoll.db-wal"}
    moments = sorted(chance.choices(range(1, len(steps) + 1), k=images))
    disk, promised, taken, losses = Disk(before), list[int](), 0, 0
    for number, moment in enumerate(moments):
        for step in steps[taken:moment]:
            disk.take(step) if step.kind != "ack" else promised.append(step.number)
        taken = moment
        losses += examine(folder / str(number), disk.after_power_loss(chance), promised) > 0
    return losses


def test_a_power_loss_takes_nothing_that_was_promised(tmp_path: Path) -> None:
    assert images_with_losses(tmp_path, "as opened", images=150, seed=1) == 0


def test_the_same_test_sees_the_losses_of_a_store_that_does_not_wait_for_the_disk(tmp_path: Path) -> None:
    assert images_with_losses(tmp_path, "NORMAL", images=60, seed=2) > 30


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_3000_power_losses_take_nothing_that_was_promised(tmp_path: Path) -> None:
    assert images_with_losses(tmp_path, "as opened", images=3000, seed=3, commits=400) == 0


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_3000_power_losses_show_in_a_store_that_does_not_wait_for_the_disk(tmp_path: Path) -> None:
    assert images_with_losses(tmp_path, "NORMAL", images=3000, seed=4, commits=400) > 1500
