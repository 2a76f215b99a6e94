"""A post's link in one form, whoever passed it on: canonical link, platform and site by host, post id.

Pure string work; nothing is fetched. The link as it came is kept as evidence by its caller.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, parse_qs, quote, unquote, urlsplit

from yuqing_desktop.domain import sites
from yuqing_desktop.domain.text import folded, one_line

_BASE62 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_IN_TEXT = re.compile(r"https?://[^\s<>\"'，。；！？、）】》」』“”]+", re.IGNORECASE)
_SCHEMELESS = re.compile(r"(?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#].*)?", re.IGNORECASE)
_RUINED = re.compile(r"\d(?:\.\d+)?e\+?\d{1,3}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """What a link tells by itself: empty texts where nothing. `key` is equal for links to one post."""

    link: str = ""
    key: str = ""
    platform: str = ""
    source: str = ""
    post_id: str = ""


@lru_cache(maxsize=16_384)  # a table asks three times of each of its links
def link_facts(raw: str) -> LinkFacts:
    """Canonical link, identity, platform, site and post id of a pasted link; empty for no web link."""
    split = _split(raw)
    if split is None:
        return LinkFacts()
    host = _host(split)
    platform, source = platform_of(host)
    rule = _post_rule(split, host)
    if rule is not None:
        link, post_id = rule
        return LinkFacts(link, f"{platform}:{post_id}", platform, source, post_id)
    link = _plain(split, host)
    return LinkFacts(link, _key(link), platform, source)


def canonical(raw: str) -> str:
    """The link to keep and open; the text as it stands, on one line, where it is no web link."""
    return link_facts(raw).link or one_line(raw)


def link_key(raw: str) -> str:
    """What is equal for two links to the same post, and for nothing else; empty for no web link."""
    return link_facts(raw).key


def links_in(text: str) -> list[str]:
    """The web links in a text, as they stand there, each once."""
    return list(dict.fromkeys(match.rstrip(".,;:!?)]}") for match in _IN_TEXT.findall(text)))


def platform_of(host: str) -> tuple[str, str]:
    """(platform, site) of a host: the longest known host it lies under; empty texts for an unknown one."""
    labels = host.lower().rstrip(".").split(".")
    for start in range(len(labels)):
        found = sites.SITE_OF_HOST.get(".".join(labels[start:]))
        if found is not None:
            is_forum = found[0] in (sites.NEWS, "") and sites.FORUM_LABELS & set(labels[:start])
            return (sites.FORUM, found[1]) if is_forum else found
    return (sites.FORUM, "") if sites.FORUM_LABELS & set(labels[:-1]) else ("", "")


def platform_named(words: str) -> str:
    """The platform a table's or a person's words name (新浪微博 → 微博), or an empty text."""
    text = folded(words)
    if not text:
        return ""
    if "." in text and (split := _split(words.strip())) is not None:
        return platform_of(_host(split))[0]
    return next((platform for word, platform in sites.PLATFORM_WORDS if word in text), "")


def is_ruined_id(raw: object) -> bool:
    """An id a spreadsheet has rounded (4.81E+15, a number past 15 digits ending in 0 or kept as a float): no identity."""
    if isinstance(raw, float | int) and not isinstance(raw, bool):
        return abs(raw) >= 10**15 and (isinstance(raw, float) or raw % 10 == 0)
    return isinstance(raw, str) and _RUINED.fullmatch(raw.strip()) is not None


def weibo_mid(bid: str) -> str:
    """The number behind a Weibo post's short name: z0JH2lOMb → 3501756485200075."""
    if bid.isdigit() and len(bid) > 12:
        return bid
    ends = range(len(bid), 0, -4)
    numbers = [_base62(bid[max(0, end - 4) : end]) for end in ends]
    digits = [f"{number:07d}" for number in numbers[:-1]]
    return str(numbers[-1]) + "".join(reversed(digits))


def _base62(text: str) -> int:
    number = 0
    for character in text:
        number = number * 62 + _BASE62.index(character)
    return number


def _split(raw: str) -> SplitResult | None:
    """The parts of a web link, wrappers taken off; None for anything else."""
    text = one_line(raw).strip("<>\"'，。；、（）【】 ")
    if " " in text or len(text) > 4000:
        text = next(iter(links_in(text)), "")
    if _SCHEMELESS.fullmatch(text):
        text = f"https://{text.removeprefix('//')}"
    try:
        split = urlsplit(text)
        well_formed = split.scheme.lower() in ("http", "https") and bool(split.hostname) and split.port != 0
    except ValueError:
        return None
    if not well_formed:
        return None
    inner = _unwrapped(split)
    return _split(inner) if inner else split


def _unwrapped(split: SplitResult) -> str:
    place = f"{_host(split)}{split.path}"
    for wrapper, name in sites.WRAPPERS:
        if place.endswith(wrapper) or place.startswith(wrapper):
            inner = parse_qs(split.query).get(name, [""])[0]
            return inner if inner.startswith(("http://", "https://")) else ""
    return ""


def _host(split: SplitResult) -> str:
    host = (split.hostname or "").rstrip(".").lower()
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def _post_rule(split: SplitResult, host: str) -> tuple[str, str] | None:
    """(canonical link, post id) where a rule of the table fits."""
    address = f"{host}{split.path}" + (f"?{split.query}" if split.query else "")
    for rule in sites.POSTS:
        match = rule.pattern.match(address)
        if match is None:
            continue
        names = {name: unquote(value or "") for name, value in match.groupdict().items()}
        if "weibo" in names:
            if not names["weibo"].isalnum() or not names["weibo"].isascii():
                return None
            names["id"] = weibo_mid(names["weibo"])
        link = rule.canonical.format(**names)
        return link.removesuffix("&sn="), rule.post_id.format(**names)
    return None


def _plain(split: SplitResult, host: str) -> str:
    """Tracking off, host small, default port and user gone; a fragment stays only where it is a route."""
    scheme = split.scheme.lower()
    default = {"http": 80, "https": 443}[scheme]
    port = "" if split.port in (None, default) else f":{split.port}"
    query = "&".join(
        part for part in _parameters(split) if not sites.TRACKING.fullmatch(part.partition("=")[0])
    )
    fragment = split.fragment if split.fragment.startswith(("/", "!")) else ""
    path = quote(split.path or "/", safe="/%:@!$&'()*+,;=~-._")
    return (
        f"{scheme}://{host}{port}{path}"
        + (f"?{query}" if query else "")
        + (f"#{fragment}" if fragment else "")
    )


def _key(link: str) -> str:
    """Scheme, www., a closing slash and the order of parameters make no other post."""
    split = urlsplit(link)
    host = split.netloc.removeprefix("www.")
    query = "&".join(sorted(_parameters(split)))
    path = split.path.rstrip("/")
    return host + path + (f"?{query}" if query else "") + (f"#{split.fragment}" if split.fragment else "")


def _parameters(split: SplitResult) -> list[str]:
    """The query's parts as written: decoding them would ruin a GBK one."""
    return [part for part in split.query.split("&") if part]
