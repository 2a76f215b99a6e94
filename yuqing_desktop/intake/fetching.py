"""The safe fetch of one page: public addresses only, the address pinned, every hop checked again.

15 s in all, 5 MB unpacked, five hops, no cookies, no credentials, nothing kept between fetches.
"""

import http.client
import socket
import ssl
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import SplitResult, quote, urljoin

from yuqing_desktop.intake.addresses import Resolver, checked_split, pinned_address, resolve
from yuqing_desktop.intake.worker import Bounds, run_apart
from yuqing_desktop.problems import BadFile
from yuqing_desktop.progress import Progress

_AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36"
_FAILURES = {401: "需要登录", 403: "不允许访问", 404: "不存在或已删除", 410: "已删除", 429: "访问过于频繁"}
_PIECE = 65_536
_REDIRECTS = frozenset((301, 302, 303, 307, 308))


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """What a fetch may do. `allowed`: hosts, addresses, networks of the inner net an administrator opened."""

    allowed: frozenset[str] = field(default_factory=frozenset)
    seconds: float = 15.0
    most_bytes: int = 5 * 2**20
    hops: int = 5


POLICY = FetchPolicy()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: the link it was found at in the end, its content type, its bytes unpacked."""

    link: str
    content_type: str
    data: bytes
    hops: tuple[str, ...] = ()


def fetch(link: str, *, policy: FetchPolicy = POLICY, progress: Progress | None = None) -> Fetched:
    """The page behind a link, fetched in a worker. Raises BadFile, Cancelled."""
    bounds = Bounds(seconds=policy.seconds + 3)
    return run_apart(fetch_here, link, policy=policy, bounds=bounds, progress=progress)


def fetch_here(
    link: str, *, policy: FetchPolicy = POLICY, resolver: Resolver = resolve, progress: Progress | None = None
) -> Fetched:
    """The same in this process. Raises BadFile."""
    progress = progress or Progress()
    deadline = time.monotonic() + policy.seconds
    visited: list[str] = []
    target = link
    while len(visited) <= policy.hops:
        progress.step(len(visited), policy.hops, "正在读取网页")
        visited.append(target)
        split = checked_split(target)
        following, answer = _one_hop(split, policy, resolver, deadline, tuple(visited))
        if answer is not None:
            return answer
        target = urljoin(target, following)
    raise BadFile(f"跳转超过{policy.hops}次，未抓取。")


def _one_hop(
    split: SplitResult, policy: FetchPolicy, resolver: Resolver, deadline: float, hops: tuple[str, ...]
) -> tuple[str, Fetched | None]:
    """(where it leads on, or the page)."""
    host = _ascii_host(split)
    port = split.port or (443 if split.scheme == "https" else 80)
    address = pinned_address(host, port, policy.allowed, resolver)
    try:
        connection = _Pinned(host, port, address, deadline, secure=split.scheme == "https")
        try:
            response = _asked(connection, split)
            where = response.getheader("Location")
            if response.status in _REDIRECTS and where:
                return where, None
            return "", _answer(response, connection, policy, hops)
        finally:
            connection.close()
    except TimeoutError as error:
        raise BadFile(f"{policy.seconds:.0f}秒内没有读完网页，已停止。") from error
    except ssl.SSLError as error:
        raise BadFile(f"网站{host}的证书不可信，未抓取。") from error
    except (OSError, http.client.HTTPException, zlib.error) as error:
        raise BadFile(f"与网站{host}的连接中断，未抓取。", advice="请稍后再试，或手工填写。") from error


class _Pinned(http.client.HTTPConnection):
    """A connection to the address that was checked, whatever the name resolves to by now."""

    def __init__(self, host: str, port: int, address: str, deadline: float, *, secure: bool) -> None:
        super().__init__(host, port)
        self.default_port = 443 if secure else 80
        self._address = address
        self._deadline = deadline
        self._secure = secure

    def connect(self) -> None:
        """Open the pinned address; the certificate is checked against the name."""
        self.sock = socket.create_connection((self._address, self.port), timeout=self.remaining())
        if self._secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)
        self.hurry()

    def remaining(self) -> float:
        """Seconds left of the whole fetch. Raises TimeoutError."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def hurry(self) -> None:
        """Let the next read last no longer than what is left."""
        if self.sock is not None:
            self.sock.settimeout(self.remaining())


def _asked(connection: _Pinned, split: SplitResult) -> http.client.HTTPResponse:
    path = quote(split.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(split.query, safe="/%:@!$&'()*+,;=~-._?")
    headers = {
        "User-Agent": _AGENT,
        "Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5",
        "Accept-Language": "zh-CN,zh;q=0.9",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    connection.request("GET", f"{path}?{query}" if query else path, headers=headers)
    return connection.getresponse()


def _answer(
    response: http.client.HTTPResponse, connection: _Pinned, policy: FetchPolicy, hops: tuple[str, ...]
) -> Fetched:
    if response.status >= 400:
        raise BadFile(f"网页{_FAILURES.get(response.status, '出错')}（{response.status}），未抓取。")
    content_type = response.getheader("Content-Type", "")
    if content_type and not content_type.lower().startswith(
        ("text/", "application/xhtml", "application/xml")
    ):
        raise BadFile(f"链接指向的不是网页（{content_type.split(';')[0]}），未抓取。")
    pieces = _unpacked(
        _pieces(response, connection, policy), response.getheader("Content-Encoding", ""), policy
    )
    return Fetched(hops[-1], content_type, b"".join(pieces), hops)


def _pieces(response: http.client.HTTPResponse, connection: _Pinned, policy: FetchPolicy) -> Iterator[bytes]:
    """The body as it arrives: a server that drips is stopped by the deadline, one that floods by the size."""
    taken = 0
    while True:
        connection.remaining()
        piece = response.read1(_PIECE)
        if not piece:
            return
        taken += len(piece)
        if taken > policy.most_bytes:
            raise _too_big(policy)
        yield piece


def _unpacked(pieces: Iterator[bytes], encoding: str, policy: FetchPolicy) -> Iterator[bytes]:
    """gzip and deflate undone a piece at a time, never past the size limit. Raises BadFile."""
    kind = encoding.strip().lower()
    if kind in ("", "identity"):
        yield from pieces
        return
    if kind not in ("gzip", "x-gzip", "deflate"):
        raise BadFile("网页的压缩方式不认识，未抓取。")
    unpacker = None
    total = 0
    for piece in pieces:
        if unpacker is None:
            raw_deflate = kind == "deflate" and piece[:1] != b"\x78"
            unpacker = zlib.decompressobj(-15 if raw_deflate else 47)
        while piece:
            out = unpacker.decompress(piece, _PIECE)
            total += len(out)
            if total > policy.most_bytes:
                raise _too_big(policy)
            yield out
            piece = unpacker.unconsumed_tail


def _too_big(policy: FetchPolicy) -> BadFile:
    return BadFile(f"网页超过{policy.most_bytes // 2**20}MB，未抓取。")


def _ascii_host(split: SplitResult) -> str:
    host = (split.hostname or "").rstrip(".")
    try:
        return host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError as error:
        raise BadFile("链接里的网站地址不正确，未抓取。") from error
