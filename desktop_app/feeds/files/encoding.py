"""The encoding of a text: what decodes cleanly, in order of likelihood, and whether that is certain."""

import codecs
import unicodedata
from dataclasses import dataclass

from desktop_app.domain.problems import Problem, Refused
from desktop_app.feeds.files.words import known_words

UTF_8 = "utf-8"
# Windows writes "Big5" with Microsoft's additions.
_CODECS = {"utf-8": "utf-8-sig", "big5": "cp950"}
ENCODINGS = (UTF_8, "utf-16-le", "utf-16-be", "gb18030", "big5", "cp1252")
_MARKS = ((codecs.BOM_UTF8, UTF_8), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ALLOWED = frozenset("\t\r\n")
_PLAIN = b"\t\r\n" + bytes(range(0x20, 0x7F))
_UNSAID = ("Cc", "Cn", "Co", "Cs")
_LOOKED_AT = 1 << 16
_FIRST_THREE_BYTES = 0x800


@dataclass(frozen=True, slots=True)
class Encodings:
    """The encodings that may be meant, most likely first; `certain` where the first one is proven."""

    names: tuple[str, ...]
    certain: bool


def decode(raw: bytes, encoding: str) -> str:
    """Return `raw` as text without a byte order mark.

    Raises:
        Refused: it is not text in that encoding, or there is no such encoding.
    """
    if encoding not in ENCODINGS:
        raise Refused(Problem.FIELD_TYPE, field="encoding", value=encoding[:40], expected=", ".join(ENCODINGS))
    text = _cleanly(raw, encoding)
    if text is None:
        raise Refused(Problem.NOT_TEXT, value=encoding)
    return text


def find_encodings(raw: bytes, language: str = "en") -> Encodings:
    """Return the encodings in which `raw` may be meant; `language` (``zh_TW``) ranks what is equally likely.

    Raises:
        Refused: it is text in none of them.
    """
    marked = next((name for mark, name in _MARKS if raw.startswith(mark)), None) or _wide(raw)
    if marked is not None:
        decode(raw, marked)
        return Encodings((marked,), True)
    if raw.isascii():
        if raw.translate(None, _PLAIN):
            raise Refused(Problem.NOT_TEXT, value=UTF_8)
        return Encodings((UTF_8,), True)
    texts = {name: text for name in _legacy(language) if (text := _cleanly(raw, name)) is not None}
    words = {name: known_words(text[:_LOOKED_AT]) for name, text in texts.items()}
    plain = _cleanly(raw, UTF_8)
    if plain is not None:
        others = tuple(name for name in texts if name != "cp1252")
        long = any(ord(sign) >= _FIRST_THREE_BYTES for sign in set(plain))
        return Encodings((UTF_8, *others), long or not others)
    if not texts:
        raise Refused(Problem.NOT_TEXT, value=UTF_8)
    ranked = tuple(sorted(texts, key=lambda name: -words[name]))
    proven = words[ranked[0]] > 1 and all(not words[name] for name in ranked[1:])
    return Encodings(ranked, proven or len(ranked) == 1)


def _legacy(language: str) -> tuple[str, ...]:
    if language == "zh_TW":
        return ("big5", "gb18030", "cp1252")
    return ("gb18030", "big5", "cp1252") if language.startswith("zh") else ("cp1252", "gb18030", "big5")


def _wide(raw: bytes) -> str | None:
    """Return which UTF-16 without a mark this is, told by where its zero bytes stand; None where it has none."""
    sample = raw[: _LOOKED_AT & ~1]
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if 20 * max(low, high) < len(sample):
        return None
    return "utf-16-le" if high > low else "utf-16-be"


def _cleanly(raw: bytes, encoding: str) -> str | None:
    """Return the text, or None where bytes do not fit or signs come out that nobody writes."""
    try:
        text = raw.decode(_CODECS.get(encoding, encoding))
    except UnicodeDecodeError:
        return None
    text = text.removeprefix("\ufeff")
    strange = any(
        sign == "\ufffd" or (sign not in _ALLOWED and unicodedata.category(sign) in _UNSAID) for sign in set(text)
    )
    return None if strange else text
