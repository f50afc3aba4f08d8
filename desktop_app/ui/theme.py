"""Design tokens for dark, light and high contrast, the palette made of them, and the small style sheet for spacing."""

import re
from dataclasses import dataclass, fields

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.engine.resources import resource

SPACE = 12
RADIUS = 12
RAIL_WIDTH = 196
TINT = 30


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours of one theme, as #rrggbb."""

    name: str
    ground: str
    rail: str
    panel: str
    raised: str
    border: str
    track: str
    scroll: str
    text: str
    muted: str
    accent: str
    on_accent: str
    chosen: str
    safe: str
    watch: str
    call: str
    liquidation: str
    unknown: str


DARK = Tokens(
    name="dark",
    ground="#0e1520",
    rail="#0a0f19",
    panel="#161f2f",
    raised="#1b2638",
    border="#26324a",
    track="#253249",
    scroll="#5b6a86",
    text="#e8eef7",
    muted="#93a0b8",
    accent="#4aa8ff",
    on_accent="#06121f",
    chosen="#14283f",
    safe="#2fc09a",
    watch="#e6b23c",
    call="#f28c41",
    liquidation="#f56e72",
    unknown="#9ba7bd",
)
LIGHT = Tokens(
    name="light",
    ground="#f3f5f9",
    rail="#ffffff",
    panel="#ffffff",
    raised="#f7f9fc",
    border="#dde3ec",
    track="#e5eaf2",
    scroll="#9aa5b8",
    text="#141c2a",
    muted="#525f76",
    accent="#185cc9",
    on_accent="#ffffff",
    chosen="#dce8fb",
    safe="#0e6a52",
    watch="#775300",
    call="#9e420a",
    liquidation="#b32529",
    unknown="#525e73",
)
CONTRAST = Tokens(
    name="contrast",
    ground="#000000",
    rail="#000000",
    panel="#000000",
    raised="#14141c",
    border="#9aa6ba",
    track="#3b4252",
    scroll="#d5dbe6",
    text="#ffffff",
    muted="#d5dbe6",
    accent="#6cc4ff",
    on_accent="#000000",
    chosen="#12406b",
    safe="#4be3b4",
    watch="#ffd75e",
    call="#ffad66",
    liquidation="#ff8f93",
    unknown="#cfd6e4",
)
THEMES = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}

_UI_FONTS = {
    "zh_TW": ["Noto Sans CJK TC", "Microsoft JhengHei UI", "PingFang TC", "WenQuanYi Micro Hei"],
    "zh_CN": ["Noto Sans CJK SC", "Microsoft YaHei UI", "PingFang SC", "WenQuanYi Micro Hei"],
}
_LATIN_FONTS = ["Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans"]

_MOVING = (
    Qt.UIEffect.UI_General,
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)

_current = [DARK]


def tokens() -> Tokens:
    """Return the tokens of the theme in use."""
    return _current[0]


def colour(name: str, alpha: int = 255) -> QColor:
    """Return the token `name` as a colour with `alpha` (0 to 255)."""
    found = QColor(getattr(_current[0], name))
    found.setAlpha(alpha)
    return found


def system_theme() -> str:
    """Return "contrast" or "light" where the system asks for it, else "dark"."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "light" if hints.colorScheme() == Qt.ColorScheme.Light else "dark"


def use(name: str) -> Tokens:
    """Make `name` ("dark", "light", "contrast" or "system") the theme in use and return its tokens."""
    _current[0] = THEMES.get(name) or THEMES[system_theme()]
    return _current[0]


def palette(theme: Tokens) -> QPalette:
    """Return the palette of a theme."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, value in (
        (roles.Window, theme.ground),
        (roles.WindowText, theme.text),
        (roles.Base, theme.panel),
        (roles.AlternateBase, theme.raised),
        (roles.Text, theme.text),
        (roles.Button, theme.panel),
        (roles.ButtonText, theme.text),
        (roles.BrightText, theme.liquidation),
        (roles.ToolTipBase, theme.raised),
        (roles.ToolTipText, theme.text),
        (roles.PlaceholderText, theme.muted),
        (roles.Highlight, theme.accent),
        (roles.HighlightedText, theme.on_accent),
        (roles.Link, theme.accent),
        (roles.LinkVisited, theme.accent),
        (roles.Light, theme.raised),
        (roles.Midlight, theme.border),
        (roles.Mid, theme.border),
        (roles.Dark, theme.border),
        (roles.Shadow, theme.rail),
    ):
        made.setColor(role, QColor(value))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return made


def font(language: str) -> QFont:
    """Return the interface font for a language, so that Chinese text gets its own region's glyphs."""
    families = set(QFontDatabase.families())
    wanted = [*_LATIN_FONTS, *_UI_FONTS.get(language, _UI_FONTS["zh_TW"])]
    made = QFont()
    made.setFamilies([family for family in wanted if family in families] or [made.family()])
    made.setPixelSize(13)
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return made


def figures(base: QFont, pixels: int = 0, bold: bool = False) -> QFont:
    """Return a font whose figures all have one width, for columns of numbers."""
    made = QFont(base)
    made.setFeature(QFont.Tag("tnum"), 1)
    if pixels:
        made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def apply(app: QApplication, name: str, language: str) -> Tokens:
    """Give the whole program the theme `name` and the font of `language`; return the tokens."""
    theme = use(name)
    look = f"{theme.name} {language}"
    if app.property("look") == look:  # a style sheet that is set again styles every widget again
        return theme
    app.setProperty("look", look)
    app.setStyle("Fusion")
    for effect in _MOVING:  # nothing moves by itself, whatever the system would like
        app.setEffectEnabled(effect, False)
    app.setPalette(palette(theme))
    app.setFont(font(language))
    app.setStyleSheet(style_sheet(theme))
    return theme


def style_sheet(t: Tokens) -> str:
    """Return the style sheet (spacing and corners) of `resources/themes/style.qss`, coloured by the tokens."""
    values = {entry.name: getattr(t, entry.name) for entry in fields(t)}
    values |= {"icons": resource("icons").as_posix(), "radius": str(RADIUS)}
    sheet = resource("themes", "style.qss").read_text(encoding="utf-8")
    return re.sub(r"@(\w+)@", lambda found: str(values[found[1]]), sheet)
