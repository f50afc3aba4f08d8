"""The translations: complete, up to date with the code, faithful to its placeholders, each in its own script."""

import ast
import importlib.util
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from desktop_app.domain.problems import Problem, Refused
from desktop_app.ui import i18n, text

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "i18n"
FORMS = {"en": 2, "zh_TW": 1, "zh_CN": 1}
CHINESE = ("zh_TW", "zh_CN")
# Telling characters, as pairs: none of the one script has a place in the other's file.
SIMPLIFIED = (
    "贷价补仓备设储档汇导币费资产时间报数据录额质压测试缓冲险线预总览还项户号启关开这个笔条单历图语颜题过"
    "达没为与从来会发现对应电脑网络缴则认请输选择删编辑软钱计让将两种稳变动态记净约权凭实标错误连长门阶级触离余复务联后"
)
TRADITIONAL = (
    "貸價補倉備設儲檔匯導幣費資產時間報數據錄額質壓測試緩衝險線預總覽還項戶號啟關開這個筆條單歷圖語顏題過"
    "達沒為與從來會發現對應電腦網絡繳則認請輸選擇刪編輯軟錢計讓將兩種穩變動態記淨約權憑實標錯誤連長門階級觸離餘複務聯後"
)
# What the other region says: words that betray a conversion in place of a translation.
FOREIGN_WORDS = {
    "zh_TW": ("設置", "導入", "導出", "默認", "軟件", "屏幕", "數據", "信息", "保存", "文件夾", "質押率", "持倉"),
    "zh_CN": ("设定", "汇入", "汇出", "软体", "萤幕", "储存", "档案", "资料夹", "部位"),
}


def messages(file: Path) -> list[tuple[str, ElementTree.Element]]:
    """Return each message of a translation file as its source text and its element."""
    found = ElementTree.parse(file).getroot().iter("message")
    return [(message.findtext("source") or "", message) for message in found]


def forms(message: ElementTree.Element) -> list[str]:
    """Return the translations of a message: one, or one for each plural form."""
    translation = message.find("translation")
    assert translation is not None
    plural = [form.text or "" for form in translation.iter("numerusform")]
    return plural or [translation.text or ""]


def placeholders(words: str) -> set[str]:
    return set(re.findall(r"\{\w*\}|%n|%L?\d", words))


def file_of(language: str) -> Path:
    return FOLDER / f"plimsoll_{language}.ts"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """packaging/translations.py, loaded from its file: `packaging` is a library's name as well."""
    spec = importlib.util.spec_from_file_location("plimsoll_translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def renewed(tool: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the translations, brought up to date with the code and compiled."""
    folder = tmp_path_factory.mktemp("i18n")
    for language in FORMS:
        shutil.copy(file_of(language), folder)
    tool.FOLDER = folder
    tool.extract()
    tool.compile_all()
    return folder


@pytest.mark.parametrize("language", FORMS)
def test_nothing_is_left_to_translate(language):
    found = messages(file_of(language))
    assert found
    for source, message in found:
        translation = message.find("translation")
        assert translation is not None, source
        assert translation.get("type") is None, f"{translation.get('type')}: {source}"
        words = forms(message)
        assert all(form.strip() for form in words), f"empty: {source}"
        assert len(words) == (FORMS[language] if message.get("numerus") == "yes" else 1), source


@pytest.mark.parametrize("language", FORMS)
def test_placeholders_and_outer_spaces_are_those_of_the_source(language):
    for source, message in messages(file_of(language)):
        for form in forms(message):
            assert placeholders(form) == placeholders(source), source
            assert form.count("{") == form.count("}") == len(re.findall(r"\{\w*\}", form)), source
            assert (form[:1] == " ", form[-1:] == " ") == (source[:1] == " ", source[-1:] == " "), source


@pytest.mark.parametrize("language", FORMS)
def test_files_are_up_to_date_with_the_code(renewed: Path, language):
    kept = {source for source, _ in messages(file_of(language))}
    wanted = {source for source, _ in messages(renewed / file_of(language).name)}
    advice = "run `python packaging/translations.py extract` and translate what is new"
    assert wanted - kept == set(), f"not in the file: {advice}"
    assert kept - wanted == set(), f"no longer in the code: {advice}"


@pytest.mark.parametrize("language", CHINESE)
def test_each_file_keeps_to_its_own_script_and_words(language):
    strange = set(SIMPLIFIED if language == "zh_TW" else TRADITIONAL)
    for source, message in messages(file_of(language)):
        for form in forms(message):
            assert not strange & set(form), f"{source}: {form}"
            assert not [word for word in FOREIGN_WORDS[language] if word in form], f"{source}: {form}"


@pytest.fixture(params=FORMS)
def language(request: pytest.FixtureRequest, qapp, renewed: Path) -> Iterator[str]:
    """Each language in turn, spoken by the program itself."""
    assert i18n.install(request.param, renewed) == request.param
    yield request.param
    i18n.install("en", renewed)


def given_values() -> dict[str, set[str]]:
    """Return, for each Problem, the values that the code gives where it refuses with it."""
    found: dict[str, set[str]] = {problem.name: set() for problem in Problem}
    for path in sorted((ROOT / "desktop_app").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Refused"):
                continue
            what = call.args[0] if call.args else None
            if isinstance(what, ast.Attribute) and what.attr in found:
                found[what.attr] |= {f"{{{keyword.arg}}}" for keyword in call.keywords if keyword.arg}
    return {name: values - {"{line}", "{field}"} for name, values in found.items()}


def test_every_problem_has_a_sentence_whose_values_are_given(language):
    given = given_values()
    everything = set().union(*given.values())
    for problem in Problem:
        sentence = text._PROBLEMS[problem]()
        assert sentence, problem
        has_chinese = re.search(r"[\u4e00-\u9fff]", sentence) is not None
        assert has_chinese == (language in CHINESE), f"{problem}: {sentence}"
        # What is refused nowhere yet may speak of any value that some other refusal gives.
        unknown = placeholders(sentence) - (given[problem.name] or everything)
        assert not unknown, f"{problem}: nothing gives {unknown}"
        told = text.sentence(Refused(problem, line=3, field="ltv", **{name.strip("{}"): "7" for name in everything}))
        assert "3" in told
        assert "ltv" in told
        assert not set("{?") & set(told), told
