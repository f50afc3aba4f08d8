"""Records what SQLite asks the disk to do, and makes from it the files that a power loss could leave.

SQLite reaches the disk through a table of functions, its VFS. The recorder copies the system's table, puts its own
functions in the place of those that change a file, and makes the copy the default, so that the store under test needs
to know nothing of it. Every call goes on to the system's function.

A disk keeps what was synced. Of what was written after the last sync, any part may be there and any part not, in any
order, torn at sectors: `Disk.after_power_loss` chooses one such state.
"""

import ctypes
import importlib
import random
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass, field
from pathlib import Path

from sqlite_utils.utils import sqlite3

SECTOR = 512
OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
DELETE = CFUNCTYPE(c_int, c_void_p, c_char_p, c_int)
WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
SYNC = CFUNCTYPE(c_int, c_void_p, c_int)
_AFTER_DELETE = (
    "Access FullPathname DlOpen DlError DlSym DlClose Randomness Sleep CurrentTime GetLastError CurrentTimeInt64 "
    "SetSystemCall GetSystemCall NextSystemCall"
)
_BEFORE_WRITE = ("Close", "Read")
_AFTER_SYNC = (
    "FileSize Lock Unlock CheckReservedLock FileControl SectorSize DeviceCharacteristics ShmMap ShmLock ShmBarrier "
    "ShmUnmap Fetch Unfetch"
)


class Vfs(Structure):
    """`sqlite3_vfs` of sqlite3.h."""


Vfs._fields_ = [
    ("version", c_int),
    ("file_size", c_int),
    ("longest_path", c_int),
    ("next", c_void_p),
    ("name", c_char_p),
    ("data", c_void_p),
    ("Open", OPEN),
    ("Delete", DELETE),
    *((name, c_void_p) for name in _AFTER_DELETE.split()),
]


class FileMethods(Structure):
    """`sqlite3_io_methods` of sqlite3.h."""

    _fields_ = (
        ("version", c_int),
        *((name, c_void_p) for name in _BEFORE_WRITE),
        ("Write", WRITE),
        ("Truncate", TRUNCATE),
        ("Sync", SYNC),
        *((name, c_void_p) for name in _AFTER_SYNC.split()),
    )


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened: `kind` is write, truncate, sync, delete or ack."""

    kind: str
    name: str = ""
    offset: int = 0
    data: bytes = b""
    number: int = 0


@dataclass(slots=True)
class Recorder:
    """The steps so far, and what must not be collected while SQLite may call it."""

    steps: list[Step] = field(default_factory=list)
    _names: dict[int, str] = field(default_factory=dict)
    _tables: dict[int, FileMethods] = field(default_factory=dict)
    _kept: list[object] = field(default_factory=list)

    def acknowledge(self, number: int) -> None:
        """Note that a commit has been promised."""
        self.steps.append(Step("ack", number=number))

    def install(self, real: Vfs) -> Vfs:
        """Make the table that records and then does as `real` does."""
        copy = Vfs.from_buffer_copy(real)
        copy.name = b"recorder"

        def on_open(vfs: int, name: int, file: int, flags: int, out: int) -> int:
            code: int = real.Open(ctypes.addressof(real), name, file, flags, out)
            if code == 0 and name:
                self._names[file] = Path(ctypes.string_at(name).decode()).name
                self._replace_methods(file)
            return code

        def on_delete(vfs: int, name: bytes, sync: int) -> int:
            self.steps.append(Step("delete", Path(name.decode()).name))
            code: int = real.Delete(ctypes.addressof(real), name, sync)
            return code

        copy.Open, copy.Delete = OPEN(on_open), DELETE(on_delete)
        self._kept += [copy, copy.Open, copy.Delete]
        return copy

    def _replace_methods(self, file: int) -> None:
        slot = ctypes.cast(file, POINTER(c_void_p))
        address = slot[0]
        if address not in self._tables:
            self._tables[address] = self._recording(FileMethods.from_address(address))
        slot[0] = ctypes.addressof(self._tables[address])

    def _recording(self, real: FileMethods) -> FileMethods:
        copy = FileMethods.from_buffer_copy(real)

        def on_write(file: int, data: int, size: int, offset: int) -> int:
            self.steps.append(Step("write", self._names[file], offset, ctypes.string_at(data, size)))
            code: int = real.Write(file, data, size, offset)
            return code

        def on_truncate(file: int, size: int) -> int:
            self.steps.append(Step("truncate", self._names[file], size))
            code: int = real.Truncate(file, size)
            return code

        def on_sync(file: int, flags: int) -> int:
            code: int = real.Sync(file, flags)
            self.steps.append(Step("sync", self._names[file]))
            return code

        copy.Write, copy.Truncate, copy.Sync = WRITE(on_write), TRUNCATE(on_truncate), SYNC(on_sync)
        self._kept += [copy.Write, copy.Truncate, copy.Sync]
        return copy


@contextmanager
def recording() -> Iterator[Recorder]:
    """Record every file that SQLite opens and closes within the block."""
    module = "pysqlite3._sqlite3" if sqlite3.__name__ == "pysqlite3" else "_sqlite3"
    library = ctypes.CDLL(importlib.import_module(module).__file__)
    find, register, unregister = (
        library.sqlite3_vfs_find,
        library.sqlite3_vfs_register,
        library.sqlite3_vfs_unregister,
    )
    find.restype, find.argtypes = c_void_p, [c_char_p]
    register.argtypes, unregister.argtypes = [c_void_p, c_int], [c_void_p]
    real = Vfs.from_address(find(None))
    recorder = Recorder()
    copy = recorder.install(real)
    register(ctypes.addressof(copy), 1)
    try:
        yield recorder
    finally:
        unregister(ctypes.addressof(copy))
        register(ctypes.addressof(real), 1)


class Disk:
    """A disk that steps reach one after the other."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.safe = {name: bytearray(raw) for name, raw in files.items()}
        self.waiting: dict[str, list[Step]] = {}

    def take(self, step: Step) -> None:
        """Take one more step."""
        if step.kind in ("write", "truncate"):
            self.waiting.setdefault(step.name, []).append(step)
        elif step.kind == "sync":
            held = self.safe.setdefault(step.name, bytearray())
            for earlier in self.waiting.pop(step.name, []):
                put(held, earlier)
        elif step.kind == "delete":
            raise AssertionError(f"{step.name} was deleted: such a log is not understood")

    def after_power_loss(self, chance: random.Random) -> dict[str, bytes]:
        """Choose one of the states that the power may leave."""
        files = {name: bytearray(raw) for name, raw in self.safe.items()}
        way = chance.choice(("nothing", "beginning", "any", "torn"))
        for name, steps in self.waiting.items():
            held = files.setdefault(name, bytearray())
            if way == "beginning":
                steps = steps[: chance.randint(0, len(steps))]
            elif way != "any" and way != "torn":
                steps = []
            for step in steps:
                if way == "beginning" or chance.random() < 0.5:
                    put(held, step)
                elif way == "torn" and step.kind == "write":
                    for sector in sectors(step):
                        if chance.random() < 0.5:
                            put(held, sector)
        return {name: bytes(raw) for name, raw in files.items()}


def put(held: bytearray, step: Step) -> None:
    """Apply a write or a truncation to the contents of a file."""
    if step.kind == "truncate":
        del held[step.offset :]
    end = step.offset + len(step.data)
    if len(held) < end:
        held.extend(bytes(end - len(held)))
    held[step.offset : end] = step.data


def sectors(step: Step) -> Iterator[Step]:
    """Cut a write at the borders of sectors."""
    at = step.offset
    while at < step.offset + len(step.data):
        border = min((at // SECTOR + 1) * SECTOR, step.offset + len(step.data))
        yield Step("write", step.name, at, step.data[at - step.offset : border - step.offset])
        at = border
