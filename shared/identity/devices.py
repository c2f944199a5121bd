"""A browser's user agent in words that its owner recognises. The order matters: most browsers claim to be others as well."""

_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)
UNKNOWN = "Unknown device"
MAX_SHOWN = 60


def in_words(user_agent: str) -> str:
    """`Firefox on Windows`; the first product it names when it is none of the browsers known (`curl`)."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    if browser and system:
        return f"{browser} on {system}"
    return browser or system or _first_product(user_agent) or UNKNOWN


def _first_product(user_agent: str) -> str:
    name = user_agent.partition("/")[0].strip()[:MAX_SHOWN]
    return name if name.isprintable() else ""
