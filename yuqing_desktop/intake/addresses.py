"""Where a fetch may go: public addresses only, all that a name resolves to; the inner net by allow-list."""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from urllib.parse import SplitResult, urlsplit

from yuqing_desktop.problems import BadFile

Resolver = Callable[[str, int], Sequence[str]]
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_NOWHERE = tuple(map(ipaddress.ip_network, ("192.0.0.0/24", "192.88.99.0/24", "fec0::/10", "3fff::/20")))
"""Set aside by IANA, though the standard library calls them global."""


def resolve(host: str, port: int) -> Sequence[str]:
    """Every address a name has (A and AAAA), each once. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked_split(link: str) -> SplitResult:
    """The parts of a link that may be fetched at all: http or https, a host, no user name. Raises BadFile."""
    try:
        split = urlsplit(link.strip())
        port = split.port
    except ValueError as error:
        raise BadFile("链接格式不正确，未抓取。") from error
    if split.scheme not in ("http", "https"):
        raise BadFile("只能抓取 http 或 https 链接，未抓取。")
    if not split.hostname or port == 0:
        raise BadFile("链接里没有网站地址，未抓取。")
    if split.username or split.password:
        raise BadFile("链接里带有用户名或密码，未抓取。")
    if any(ord(character) < 33 for character in link.strip()):
        raise BadFile("链接里有空格或控制字符，未抓取。")
    return split


def pinned_address(host: str, port: int, allowed: frozenset[str], resolver: Resolver) -> str:
    """The one address to connect to, after all the name has were found fit. Raises BadFile.

    `allowed` holds hosts, addresses and networks of the inner net that an administrator has opened.
    """
    try:
        addresses = resolver(host, port)
    except (OSError, UnicodeError) as error:
        raise BadFile(f"找不到网站{host}，未抓取。", advice="请检查链接和网络。") from error
    if not addresses:
        raise BadFile(f"找不到网站{host}，未抓取。")
    if host.lower() not in allowed:
        for address in addresses:
            if not (is_public(address) or _is_allowed(address, allowed)):
                raise BadFile(
                    f"{host}指向内部网络地址，未抓取。", advice="确需抓取的，请管理员加入允许名单。"
                )
    return addresses[0]


def is_public(address: str) -> bool:
    """A global unicast address; one that hides a private one (mapped, 6to4, NAT64, Teredo) is not."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        hidden = parsed.ipv4_mapped or parsed.sixtofour or (parsed.teredo[1] if parsed.teredo else None)
        if parsed in _NAT64:
            hidden = ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)
        if hidden is not None:
            return is_public(str(hidden))
    if any(parsed in network for network in _NOWHERE):
        return False
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved


def _is_allowed(address: str, allowed: frozenset[str]) -> bool:
    parsed = ipaddress.ip_address(address.partition("%")[0])
    for entry in allowed:
        try:
            if parsed in ipaddress.ip_network(entry, strict=False):
                return True
        except ValueError:
            continue
    return False
