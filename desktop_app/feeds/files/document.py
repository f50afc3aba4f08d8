"""Reading a JSON document into typed structures, with the line and field of whatever is wrong."""

import json
import re
from typing import Any, TypeVar

import msgspec

from desktop_app.domain.problems import Problem, Refused

_T = TypeVar("_T")
_AT = re.compile(r" - at `\$?(?P<path>[^`]*)`$")
_BYTE = re.compile(r" \(byte (?P<byte>\d+)\)$")
_MISSING = re.compile(r"Object missing required field `(?P<name>[^`]+)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<name>[^`]+)`")
_STEP = re.compile(r"\[(\d+)\]|\.?([^.\[\]]+)")
_BLANK = re.compile(r"[ \t\r\n]*")


def decode(text: str, kind: type[_T]) -> _T:
    """Return `text`, a JSON document, as a `kind`.

    Raises:
        Refused: with line and field: it is no JSON, has a key twice, or does not have the form of `kind`.
    """
    try:
        # Numbers are only looked at here: as texts they may have any length.
        json.loads(text, object_pairs_hook=_unique, parse_int=str, parse_float=str)
        return msgspec.json.decode(text, type=kind)
    except json.JSONDecodeError as error:
        raise Refused(Problem.NOT_JSON, line=error.lineno, why=error.msg, column=error.colno) from None
    except _RepeatedKey as error:
        raise Refused(Problem.TWICE, line=_line_of_key(text, str(error)), field=str(error), value=error) from None
    except RecursionError:
        raise Refused(Problem.NOT_JSON, line=1, why="nested too deep", column=1) from None
    except msgspec.ValidationError as error:
        raise _refusal(str(error), text) from None
    except msgspec.DecodeError as error:
        raise _malformed(str(error), text) from None


class _RepeatedKey(Exception):
    pass


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen = set()
    for name, _ in pairs:
        if name in seen:
            raise _RepeatedKey(name)
        seen.add(name)
    return dict(pairs)


def _line_of_key(text: str, name: str) -> int:
    found = [match.start() for match in re.finditer(re.escape(json.dumps(name)) + r"\s*:", text)]
    return text.count("\n", 0, found[1]) + 1 if len(found) > 1 else 1


def _malformed(message: str, text: str) -> Refused:
    """Return the refusal of what json lets through and msgspec does not, such as NaN or half a character."""
    found = _BYTE.search(message)
    before = text.encode()[: int(found["byte"])].decode(errors="ignore") if found else ""
    why = _BYTE.sub("", message)
    return Refused(Problem.NOT_JSON, line=before.count("\n") + 1, why=why, column=len(before) - before.rfind("\n"))


def _refusal(message: str, text: str) -> Refused:
    found = _AT.search(message)
    path = found["path"].lstrip(".") if found else ""
    line = line_of(text, path)
    what = _AT.sub("", message)
    if missing := _MISSING.match(what):
        return Refused(Problem.FIELD_MISSING, line=line, field=_join(path, missing["name"]))
    if unknown := _UNKNOWN.match(what):
        field = _join(path, unknown["name"])
        return Refused(Problem.FIELD_UNKNOWN, line=line_of(text, field), field=field)
    wanted = re.match(r"Expected (?P<kind>.+?)(, got (?P<got>.+))?$", what)
    return Refused(
        Problem.FIELD_TYPE,
        line=line,
        field=path,
        value=(wanted["got"] or "") if wanted else what,
        expected=wanted["kind"].replace("`", "") if wanted else "",
    )


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def line_of(text: str, path: str) -> int:
    """Return the line (from 1) on which the value at `path`, such as ``loans[0].name``, begins.

    Where a step of the path is not there, the line of what holds it.
    """
    decoder = json.JSONDecoder(parse_int=str, parse_float=str)
    position = _skip(text, 0)
    for index, name in _STEP.findall(path):
        inner = _element(text, position, int(index), decoder) if index else _member(text, position, name, decoder)
        if inner is None:
            break
        position = inner
    return text.count("\n", 0, position) + 1


def _skip(text: str, position: int) -> int:
    match = _BLANK.match(text, position)
    return match.end() if match else position


def _member(text: str, position: int, name: str, decoder: json.JSONDecoder) -> int | None:
    if text[position : position + 1] != "{":
        return None
    position = _skip(text, position + 1)
    while text[position] != "}":
        key, position = decoder.raw_decode(text, position)
        position = _skip(text, _skip(text, position) + 1)
        if key == name:
            return position
        _, position = decoder.raw_decode(text, position)
        position = _skip(text, position)
        if text[position] == ",":
            position = _skip(text, position + 1)
    return None


def _element(text: str, position: int, index: int, decoder: json.JSONDecoder) -> int | None:
    if text[position : position + 1] != "[":
        return None
    position = _skip(text, position + 1)
    for number in range(index + 1):
        if text[position] == "]":
            return None
        if number == index:
            return position
        _, position = decoder.raw_decode(text, position)
        position = _skip(text, position)
        if text[position] == ",":
            position = _skip(text, position + 1)
    return None
