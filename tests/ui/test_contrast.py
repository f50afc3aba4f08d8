"""Every pair of words and ground that the program shows can be read: WCAG 2.2, contrast of at least 4.5 to 1."""

import pytest

from desktop_app.ui.theme import THEMES, TINT
from desktop_app.ui.widgets.basics import STATE_SHAPES

GROUNDS = ("ground", "rail", "panel", "raised", "chosen")
WORDS = ("text", "muted", "accent", "safe", "watch", "call", "liquidation", "unknown")
AA, AAA, SHAPES = 4.5, 7.0, 3.0

Colour = tuple[float, float, float]


def parts(colour: str) -> Colour:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def mixed(over: str, under: str, share: float) -> Colour:
    one, other = parts(over), parts(under)
    return tuple(a * share + b * (1 - share) for a, b in zip(one, other, strict=True))


def luminance(colour: Colour) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_is_that_of_wcag():
    assert contrast(parts("#ffffff"), parts("#000000")) == pytest.approx(21)
    assert contrast(parts("#777777"), parts("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
def test_words_stand_out_from_every_ground(name):
    theme = THEMES[name]
    weak = {
        (words, ground): round(found, 2)
        for words in WORDS
        for ground in GROUNDS
        if (found := contrast(parts(getattr(theme, words)), parts(getattr(theme, ground)))) < AA
    }
    assert not weak
    assert contrast(parts(theme.on_accent), parts(theme.accent)) >= AA


@pytest.mark.parametrize("name", THEMES)
def test_badges_stand_out_from_their_tint(name):
    theme = THEMES[name]
    for state in STATE_SHAPES:
        for ground in ("panel", "raised"):
            tinted = mixed(getattr(theme, state), getattr(theme, ground), TINT / 255)
            assert contrast(parts(getattr(theme, state)), tinted) >= AA, (state, ground)


def test_high_contrast_is_higher():
    theme = THEMES["contrast"]
    for words in WORDS:
        assert contrast(parts(getattr(theme, words)), parts(theme.panel)) >= AAA, words
    assert contrast(parts(theme.border), parts(theme.panel)) >= SHAPES


def test_states_differ_by_shape():
    assert len(set(STATE_SHAPES.values())) == len(STATE_SHAPES)
