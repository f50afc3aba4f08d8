"""Numbers as people type them, by the locale in use: 1.234,5 and 1,234.5, full-width digits, a percent sign."""

import unicodedata
from decimal import Decimal

from desktop_app.domain.money import ZERO, parse_amount
from desktop_app.domain.problems import Problem, Refused
from desktop_app.ui.i18n import locale


def parse_number(text: str) -> Decimal:
    """Return the number that `text` spells by the locale's separators.

    Where both a point and a comma stand, the last one is the decimal separator.

    Raises:
        Refused: it is no number.
    """
    if not text.strip():
        raise Refused(Problem.NUMBER_MISSING)
    plain = unicodedata.normalize("NFKC", text).replace("\N{MINUS SIGN}", "-").replace(" ", "").replace("'", "")
    point, comma = plain.rfind("."), plain.rfind(",")
    if point >= 0 and comma >= 0:
        decimal = "." if point > comma else ","
    elif plain.count(".") > 1 or plain.count(",") > 1:
        decimal = "," if plain.count(".") > 1 else "."
    else:
        decimal = locale().decimalPoint()
        found = "." if point >= 0 else "," if comma >= 0 else ""
        if found and found != decimal and not _is_grouped(plain, found):
            decimal = found
    group = "," if decimal == "." else "."
    try:
        return parse_amount(plain.replace(group, "").replace(decimal, "."))
    except ValueError:
        raise Refused(Problem.NOT_A_NUMBER, value=text) from None


def _is_grouped(plain: str, separator: str) -> bool:
    """Tell whether the only separator of a number groups thousands: exactly three digits follow it."""
    head, _, tail = plain.lstrip("+-").partition(separator)
    return len(tail) == 3 and tail.isdigit() and 1 <= len(head) <= 3 and head != "0"


def parse_percent(text: str) -> Decimal:
    """Return the fraction that a percentage such as ``71.4`` or ``71.4 %`` spells.

    Raises:
        Refused: it is no number.
    """
    return parse_number(text.strip().rstrip("%\N{FULLWIDTH PERCENT SIGN}")) / 100


def spell(value: Decimal) -> str:
    """Return a number as it may be typed back: no grouping, the locale's decimal separator."""
    text = f"{value.normalize():f}" if value else "0"
    return text.replace(".", locale().decimalPoint())


def read_positive(words: str) -> Decimal:
    """Return a number greater than zero.

    Raises:
        Refused: it is none.
    """
    value = parse_number(words)
    if value <= 0:
        raise Refused(Problem.NOT_POSITIVE, value=words)
    return value


def read_rate(words: str) -> Decimal:
    """Return a yearly rate in percent as a fraction; nothing typed is 0.

    Raises:
        Refused: it does not lie between 0 and 1,000 %.
    """
    value = parse_percent(words) if words.strip() else ZERO
    if not 0 <= value <= 10:
        raise Refused(Problem.RATE_TOO_HIGH, value=words)
    return value


def read_name(words: str) -> str:
    """Return a name without blanks around it.

    Raises:
        Refused: it is empty.
    """
    if not words.strip():
        raise Refused(Problem.NAME_MISSING)
    return words.strip()


def read_ltv(words: str) -> Decimal:
    """Return an LTV in percent as a fraction.

    Raises:
        Refused: it does not lie between 0 and 1,000 %.
    """
    value = parse_percent(words)
    if not 0 < value <= 10:
        raise Refused(Problem.NOT_A_FRACTION, value=words)
    return value


def identifier(name: str) -> str:
    """Return an identifier made of a platform's name."""
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in name.casefold()).strip("-")
    return kept[:48] or f"platform-{sum(map(ord, name))}"
