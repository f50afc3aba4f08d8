"""Lists what a bundle weighs by part, and fails where it weighs more than the budget.

Use: `python packaging/bundle/size.py BUNDLE [PACKAGE.deb ...]`. docs/packaging.md tells the figures of the last time.
"""

import sys
from collections import Counter
from pathlib import Path

MEGABYTE = 1_000_000
BUDGET_MB = 215.0
PACKAGE_BUDGET_MB = 72.0
_SHOWN = 12


def part_of(path: Path) -> str:
    """Return the part of the bundle that a file belongs to."""
    parts = path.parts
    if parts[0] != "_internal" or len(parts) == 2:
        return parts[-1] if len(parts) < 3 else parts[0]
    if parts[1] == "PySide6":
        return "ICU (of Qt)" if "libicu" in parts[-1] else "Qt and PySide6"
    return "numpy" if parts[1] == "numpy.libs" else parts[1]


def weigh(bundle: Path) -> Counter[str]:
    """Return the bytes of each part; what is linked counts once."""
    found: Counter[str] = Counter()
    for path in bundle.rglob("*"):
        if path.is_file() and not path.is_symlink():
            found[part_of(path.relative_to(bundle))] += path.stat().st_size
    return found


def main() -> int:
    """Print the list; return 1 where the bundle or a package is over its budget."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    found = weigh(Path(sys.argv[1]))
    for name, size in found.most_common(_SHOWN):
        print(f"  {size / MEGABYTE:7.1f} MB  {name}")
    rest = sum(size for _, size in found.most_common()[_SHOWN:])
    print(f"  {rest / MEGABYTE:7.1f} MB  {max(0, len(found) - _SHOWN)} smaller parts")
    sizes = [("the bundle", found.total() / MEGABYTE, BUDGET_MB)]
    sizes += [(Path(name).name, Path(name).stat().st_size / MEGABYTE, PACKAGE_BUDGET_MB) for name in sys.argv[2:]]
    for name, size, budget in sizes:
        print(f"  {size:7.1f} MB  {name} (budget {budget:g} MB){'' if size <= budget else ': OVER BUDGET'}")
    return int(any(size > budget for _, size, budget in sizes))


if __name__ == "__main__":
    sys.exit(main())
