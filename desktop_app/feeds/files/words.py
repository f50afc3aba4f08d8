"""Words that headers and cells of price files use, in English and in both Chinese scripts."""

import re

from desktop_app.feeds.files.choices import Role


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# In order of preference where a file has several: an exact number before a printed date.
TIME_WORDS = _words(
    """open_time_ms time_ms open_time opentime timeopen kline_open_time time_s unix unix_timestamp timestamp ts time_utc
    datetime date_time date/time date_/_time time date day snapped_at 開盤時間 开盘时间 時間戳 时间戳 日期時間 日期时间
    交易時間 交易时间 成交時間 成交时间 時間 时间 交易日期 日期"""
)
WORDS: dict[Role, tuple[str, ...]] = {
    role: _words(words)
    for role, words in (
        (Role.OPEN, "open open_price o 開盤 开盘 開盤價 开盘价 開盤價格 开盘价格 開市價 今开 開"),
        (Role.HIGH, "high high_price highest h 最高 最高價 最高价 最高價格 最高价格 高"),
        (Role.LOW, "low low_price lowest l 最低 最低價 最低价 最低價格 最低价格 低"),
        (
            Role.CLOSE,
            "close close/last close_price closing_price c price last last_price 收盤 收盘 收盤價 收盘价 收盤價格 "
            "收盘价格 收市價 收 價格 价格 成交價 成交价 成交價格 成交价格 最新價 最新价",
        ),
        (
            Role.ASSET,
            "symbol asset coin ticker pair market instrument crypto base currency_pair trading_pair "
            "幣種 币种 交易對 交易对 幣 币 代幣 代币 資產 资产 標的 标的 代碼 代码",
        ),
        (Role.CURRENCY, "currency quote quote_currency quote_asset 計價幣 计价币 計價貨幣 计价货币 幣別 货币"),
    )
}
OTHER_WORDS = ("成交量", "成交額", "成交额", "數量", "数量", "金額", "金额", "涨跌", "漲跌", "上午", "下午", "年", "月")
NAMES = {
    "BTC": ("比特幣", "比特币"),
    "ETH": ("以太坊", "以太幣", "以太币"),
    "USDT": ("泰達幣", "泰达币"),
    "LTC": ("萊特幣", "莱特币"),
    "XRP": ("瑞波幣", "瑞波币"),
    "DOGE": ("狗狗幣", "狗狗币"),
    "BNB": ("幣安幣", "币安币"),
    "ADA": ("艾達幣", "艾达币"),
    "DOT": ("波卡幣", "波卡币", "波卡"),
    "SOL": ("索拉納", "索拉纳"),
    "TRX": ("波場幣", "波场币", "波場", "波场"),
    "BCH": ("比特幣現金", "比特币现金"),
}
CODES = {name: code for code, names in NAMES.items() for name in names}
NOT_ASSETS = frozenset(_words("ID NO RSI EMA SMA MA VWAP ATH MACD VOL VOLUME MCAP COUNT OPEN HIGH LOW SIDE TYPE"))
CURRENCIES = ("USDT", "USDC", "FDUSD", "BUSD", "TUSD", "USD", "EUR", "GBP", "TWD", "CNY", "JPY", "CHF", "HKD", "KRW")
SIGNS = {"NT$": "TWD", "HK$": "HKD", "US$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "₩": "KRW"}
CONTRACTS = frozenset(_words("PERP SWAP SPOT FUTURES FUTURE"))
PAIR_ENDS = (*CURRENCIES[:11], "BTC", "ETH")

# Long enough not to come about by reading a text in a wrong encoding.
_CHINESE = sorted(
    {
        word
        for words in (TIME_WORDS, *WORDS.values(), OTHER_WORDS, CODES)
        for word in words
        if len(word) > 1 and not word.isascii()
    },
    key=lambda word: (-len(word), word),
)
_KNOWN = re.compile("|".join(map(re.escape, _CHINESE)))


def known_words(text: str) -> int:
    """Return how many different Chinese words of price files stand in `text`."""
    return len(set(_KNOWN.findall(text)))


def clean(name: str) -> str:
    """Return a header's cell in the form in which words are compared: ``open_time`` for `` Open Time ``."""
    return re.sub(r"[\s_]+", "_", name.strip().strip("<>").lower())
