"""What a person can do from anywhere, as data: words, keys and the way there; for shortcuts, the find box, the list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to do or to go to. `keys` are its shortcuts (portable text), `more` tells what kind of thing it is.

    `group` heads it in the list of shortcuts; what has no shortcut is found by its words alone.
    """

    words: str
    run: Callable[[], object]
    group: str = ""
    keys: Sequence[str] = ()
    more: str = ""
    icon: str = ""


def matching(acts: Sequence[Act], wanted: str, most: int) -> list[Act]:
    """Return the acts in whose words every word of `wanted` occurs, best first, `most` at most.

    Words that begin with what is wanted come before those that only hold it.
    """
    words = wanted.casefold().split()
    ranked: list[tuple[int, int, Act]] = []
    for number, act in enumerate(acts):
        told = f"{act.words} {act.more}".casefold()
        if not all(word in told for word in words):
            continue
        parts = act.words.casefold().split()
        begins = sum(any(part.startswith(word) for part in parts) for word in words)
        ranked.append((-begins, number, act))
    ranked.sort(key=lambda one: one[:2])
    return [act for _, _, act in ranked[:most]]
