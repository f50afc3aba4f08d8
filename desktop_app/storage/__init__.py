"""SQLite through sqlite-utils: the only SQL of the program, and the only hand on the file.

One process must hold one SQLite library: two of them do not see each other's locks on a file. sqlite-utils prefers
pysqlite3, yet one of its modules imports the standard `sqlite3` as well. That name is therefore given to pysqlite3
here, before anything below this package can ask for it.
"""

import importlib
import sys

try:
    importlib.import_module("pysqlite3")
except ImportError:
    SQLITE_IS_BUNDLED = False  # no wheel for this machine: the system's SQLite serves, and is then the only one
else:
    SQLITE_IS_BUNDLED = True
    for _name in ("sqlite3", "sqlite3.dbapi2"):
        sys.modules.setdefault(_name, importlib.import_module(f"py{_name}"))
