"""Translators: the program's own words and Qt's, by the script that a locale is written in."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES = {"en": "English", "zh_TW": "繁體中文", "zh_CN": "简体中文"}

_installed: list[QTranslator] = []
_language = ["en"]
_locale = [QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)]


def tr(text: str, disambiguation: str = "", n: int = -1) -> str:
    """Return `text` in the language in use; `n` chooses the plural form and replaces %n."""
    return QCoreApplication.translate("", text, disambiguation or None, n)


def match(name: str) -> str:
    """Return the language that serves a locale `name` ("system" for the system's own), by its script."""
    if name in LANGUAGES:
        return name
    locale = QLocale.system() if name == "system" else QLocale(name)
    if locale.language() == QLocale.Language.Chinese:
        return "zh_TW" if locale.script() == QLocale.Script.TraditionalHanScript else "zh_CN"
    return "en"


def language() -> str:
    """Return the language in use: a key of LANGUAGES."""
    return _language[0]


def locale() -> QLocale:
    """Return the locale that numbers and dates are written by."""
    return _locale[0]


def install(name: str, folder: Path) -> str:
    """Load the translators for the locale `name`, from `folder` for our own words; return the language."""
    chosen_language = match(name)
    for old in _installed:
        QCoreApplication.removeTranslator(old)
    _installed.clear()
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for path in (f"{qt_folder}/qtbase_{chosen_language}.qm", str(folder / f"plimsoll_{chosen_language}.qm")):
        translator = QTranslator()
        if translator.load(path):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
    chosen = QLocale(chosen_language) if chosen_language != "en" else _english()
    _locale[0] = chosen
    _language[0] = chosen_language
    QLocale.setDefault(chosen)
    return chosen_language


def install_without_window(name: str, folder: Path) -> QCoreApplication:
    """Load the translators where there is no window; they speak as long as what is returned is kept."""
    application = QCoreApplication.instance() or QCoreApplication([])
    install(name, folder)
    return application


def _english() -> QLocale:
    system = QLocale.system()
    return system if system.language() == QLocale.Language.English else QLocale("en_US")
