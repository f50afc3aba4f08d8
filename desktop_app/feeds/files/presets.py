"""Venue presets: published rules as JSON, each with its source and the date from which it holds."""

from datetime import date
from datetime import time as clock_time

import msgspec
from msgspec import Struct

from desktop_app.domain.loans.document import terms_from_document
from desktop_app.domain.loans.preset import Preset, Rule
from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.document import decode
from desktop_app.feeds.files.terms import TermsDoc


class RuleDoc(Struct, forbid_unknown_fields=True):
    """Terms that hold from a date on."""

    valid_from: date
    terms: TermsDoc
    starts: clock_time = msgspec.field(name="time", default=clock_time(0))


class WordsDoc(Struct, forbid_unknown_fields=True):
    """A preset's name and note in another language."""

    name: str
    note: str


class PresetDoc(Struct, forbid_unknown_fields=True):
    """A venue's product."""

    id: str
    name: str
    platform: str
    platform_name: str
    rules: list[RuleDoc]
    note: str = ""
    words: dict[str, WordsDoc] = msgspec.field(default_factory=dict)


def parse_preset(text: str) -> Preset:
    """Return the preset that `text` (JSON) describes.

    Raises:
        Refused: its form is wrong, or its rules are not in order of time.
    """
    document = decode(text, PresetDoc)
    rules = tuple(
        Rule(rule.valid_from, terms_from_document(msgspec.to_builtins(rule.terms)), rule.starts)
        for rule in document.rules
    )
    dates = [rule.valid_from for rule in rules]
    if not rules or dates != sorted(set(dates)):
        raise Refused(
            Problem.FIELD_TYPE, field="rules", value=", ".join(map(str, dates)), expected="dates in ascending order"
        )
    words = {language: (entry.name, entry.note) for language, entry in document.words.items()}
    return Preset(document.id, document.name, document.platform, document.platform_name, rules, document.note, words)
