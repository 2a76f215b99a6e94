"""The safe fetch, against servers of this test's own on this machine."""

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from yuqing_desktop.intake.addresses import is_public, pinned_address
from yuqing_desktop.intake.fetching import FetchPolicy, fetch, fetch_here
from yuqing_desktop.problems import BadFile

HOME = frozenset(("127.0.0.1",))


class Site(BaseHTTPRequestHandler):
    """Answers by path; remembers what it was asked."""

    asked: list[dict[str, str]]

    def do_GET(self) -> None:
        self.server.asked.append(dict(self.headers) | {"path": self.path})  # type: ignore[attr-defined]
        getattr(self, f"_{self.path.partition('?')[0].strip('/')}")()

    def _page(self) -> None:
        self._send(200, "<p>路灯</p>".encode())

    def _packed(self) -> None:
        self._send(200, gzip.compress("<p>路灯</p>".encode()), {"Content-Encoding": "gzip"})

    def _bomb(self) -> None:
        self._send(200, gzip.compress(b"\x00" * 20_000_000), {"Content-Encoding": "gzip"})

    def _flood(self) -> None:
        self._send(200, b"x" * 3_000_000)

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(200):
            self.wfile.write(b"x")
            self.wfile.flush()
            if self.server.closing.wait(0.05):  # type: ignore[attr-defined]
                return

    def _on(self) -> None:
        self._send(302, b"", {"Location": "/page", "Set-Cookie": "a=b"})

    def _round(self) -> None:
        self._send(302, b"", {"Location": "/round"})

    def _inside(self) -> None:
        self._send(302, b"", {"Location": "http://10.0.0.1/secret"})

    def _file(self) -> None:
        self._send(302, b"", {"Location": "file:///etc/passwd"})

    def _picture(self) -> None:
        self._send(200, b"\x89PNG", {"Content-Type": "image/png"})

    def _gone(self) -> None:
        self._send(404, b"")

    def _send(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in ({"Content-Type": "text/html; charset=utf-8"} | (headers or {})).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            return

    def log_message(self, *words: object) -> None:
        return


@pytest.fixture
def site() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked = []  # type: ignore[attr-defined]
    server.closing = threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.closing.set()  # type: ignore[attr-defined]
    server.shutdown()
    thread.join()
    server.server_close()


def address(site: ThreadingHTTPServer, path: str) -> str:
    return f"http://127.0.0.1:{site.server_port}/{path}"


@pytest.mark.parametrize("path", ["page", "packed"])
def test_a_page_comes_whole(site: ThreadingHTTPServer, path: str) -> None:
    fetched = fetch_here(address(site, path), policy=FetchPolicy(allowed=HOME))
    assert fetched.data.decode() == "<p>路灯</p>"
    assert fetched.content_type == "text/html; charset=utf-8"


def test_it_works_from_the_worker_too(site: ThreadingHTTPServer) -> None:
    assert fetch(address(site, "page"), policy=FetchPolicy(allowed=HOME)).data.decode() == "<p>路灯</p>"
    with pytest.raises(BadFile, match="内部网络"):
        fetch(address(site, "page"))


def test_redirects_are_followed_without_cookies(site: ThreadingHTTPServer) -> None:
    fetched = fetch_here(address(site, "on?q=路灯"), policy=FetchPolicy(allowed=HOME))
    assert fetched.link == address(site, "page")
    assert not any("Cookie" in asked for asked in site.asked)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("bomb", "超过1MB"),
        ("flood", "超过1MB"),
        ("drip", "秒内"),
        ("round", "跳转"),
        ("inside", "内部网络"),
        ("file", "http"),
        ("picture", "不是网页"),
        ("gone", "404"),
    ],
)
def test_what_may_not_be_taken_is_refused(site: ThreadingHTTPServer, path: str, words: str) -> None:
    policy = FetchPolicy(allowed=HOME, seconds=0.6, most_bytes=2**20)
    started = time.monotonic()
    with pytest.raises(BadFile, match=words):
        fetch_here(address(site, path), policy=policy)
    assert time.monotonic() - started < 3


def test_the_address_checked_is_the_address_connected_to(site: ThreadingHTTPServer) -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    link = f"http://news.example:{site.server_port}/page"
    fetched = fetch_here(link, policy=FetchPolicy(allowed=HOME), resolver=lambda host, port: next(answers))
    assert fetched.data
    assert site.asked[0]["Host"] == f"news.example:{site.server_port}"  # type: ignore[attr-defined]


def test_one_inner_address_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(BadFile, match="内部网络"):
        pinned_address("news.example", 80, frozenset(), lambda host, port: ["93.184.216.34", "192.168.0.1"])


def test_a_network_can_be_opened_by_the_administrator() -> None:
    opened = frozenset(("192.168.0.0/16",))
    assert pinned_address("oa.example", 80, opened, lambda host, port: ["192.168.3.4"]) == "192.168.3.4"
    assert (
        pinned_address("oa.example", 80, frozenset(("oa.example",)), lambda host, port: ["10.1.1.1"])
        == "10.1.1.1"
    )


@pytest.mark.parametrize(
    "inner",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
        *("224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1"),
        *(
            "2002:0a00:0001::",
            "64:ff9b::a00:1",
            "64:ff9b:1::a00:1",
            "::127.0.0.1",
            "fec0::1",
            "3fff::1",
            "2001:db8::1",
        ),
        *("192.0.0.8", "192.88.99.1", "198.18.0.1", "240.0.0.1", "not an address"),
    ],
)
def test_inner_addresses_are_not_public(inner: str) -> None:
    assert not is_public(inner)


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f.1", "127.1", "[::ffff:127.0.0.1]", "localhost", "0", "①②⑦.0.0.1"]
)
def test_this_machine_under_another_spelling_is_refused(host: str) -> None:
    with pytest.raises(BadFile, match="内部网络"):
        fetch_here(f"http://{host}/")


@pytest.mark.parametrize("outer", ["93.184.216.34", "223.5.5.5", "2400:3200::1"])
def test_outer_addresses_are_public(outer: str) -> None:
    assert is_public(outer)


@pytest.mark.parametrize(
    "link", ["ftp://a.b/c", "http:///x", "http://a:b@c.d/", "http://a.b/ c", "http://[::1", "javascript:1"]
)
def test_links_that_may_not_be_fetched_at_all(link: str) -> None:
    with pytest.raises(BadFile):
        fetch_here(link)
