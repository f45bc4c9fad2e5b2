"""What languages are called by those who speak them, and which are read from right to left.

Qt knows this too, but asking it costs a tenth of a second at every start.
"""

_NAMES = {
    "ar": "العربية",
    "bg": "български",
    "cs": "čeština",
    "da": "dansk",
    "de": "Deutsch",
    "el": "Ελληνικά",
    "en": "English",
    "es": "español",
    "et": "eesti",
    "fi": "suomi",
    "fr": "français",
    "he": "עברית",
    "hr": "hrvatski",
    "hu": "magyar",
    "it": "italiano",
    "ja": "日本語",
    "lt": "lietuvių",
    "lv": "latviešu",
    "nb": "norsk bokmål",
    "nl": "Nederlands",
    "pl": "polski",
    "pt": "português",
    "ro": "română",
    "ru": "русский",
    "sk": "slovenčina",
    "sl": "slovenščina",
    "sv": "svenska",
    "tr": "Türkçe",
    "uk": "українська",
    "zh": "中文",
}
_RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))


def name_of(language: str) -> str:
    """Return the language's own name for itself, or the tag where it is not known here."""
    return _NAMES.get(_base(language), language)


def reads_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left (rule E134)."""
    return _base(language) in _RIGHT_TO_LEFT


def _base(language: str) -> str:
    return language.partition("-")[0].lower()
