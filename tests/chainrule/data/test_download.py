"""Mirrors of every kind on the loopback interface; nothing leaves the machine."""

import contextlib
import hashlib
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from chainrule.data.download import Remote, fetch

DATA = bytes(range(256)) * 40  # 10,240 bytes
REMOTE = Remote("x.gz", len(DATA), hashlib.sha256(DATA).hexdigest())


class Mirror(BaseHTTPRequestHandler):
    """/kind/name answers as its kind does; the server keeps who asked for what."""

    def log_message(self, *args):
        pass

    def do_GET(self):
        _, kind, _ = self.path.split("/")
        with self.server.lock:
            self.server.asked.append((kind, self.headers.get("Range")))
            times = sum(k == kind for k, _ in self.server.asked)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            getattr(self, kind)(times)  # the client may go to another mirror

    def send(self, data, status=200, length=None):
        self.send_response(status)
        self.send_header("Content-Length", str(length or len(data)))
        self.end_headers()
        self.wfile.write(data)

    def good(self, times):
        self.send(DATA)

    def missing(self, times):
        self.send_error(404)

    def corrupt(self, times):
        self.send(DATA[:-1] + b"?")

    def short(self, times):
        self.send(DATA[:-1])

    def long(self, times):
        self.send(DATA * 9)

    def page(self, times):
        self.send(b"<html>please log in</html>")

    def rest(self):
        start = self.headers.get("Range", "bytes=0-")
        return int(start.removeprefix("bytes=").removesuffix("-"))

    def cut(self, times):
        """4,000 bytes at a time; goes on where it is asked to."""
        start = self.rest()
        status = 206 if "Range" in self.headers else 200
        self.send(DATA[start:][:4000], status, len(DATA) - start)

    def cut_once(self, times):
        """Knows no ranges: the second answer is whole."""
        self.send(DATA[:4000] if times == 1 else DATA, length=len(DATA))

    def cut_always(self, times):
        self.send(DATA[:4000], length=len(DATA))

    def vanish(self, times):
        self.close_connection = True  # not even a status line

    def slow(self, times):
        self.send(b"", length=len(DATA))
        for byte in DATA:
            self.wfile.write(bytes([byte]))
            time.sleep(0.02)

    def silent(self, times):
        self.send(b"", length=len(DATA))
        self.server.over.wait(5)

    def both(self, times):
        """Waits until two have asked, so that they write at the same time."""
        self.server.two.wait(20)
        self.send(DATA)


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    with ThreadingHTTPServer(("127.0.0.1", 0), Mirror) as server:
        server.asked, server.lock = [], threading.Lock()
        server.over, server.two = threading.Event(), threading.Barrier(2)
        server.at = f"http://127.0.0.1:{server.server_port}/"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.over.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def get(server, tmp_path):
    def get(*kinds, **options):
        mirrors = [f"{server.at}{kind}/" for kind in kinds]
        return fetch(REMOTE, mirrors, tmp_path / "cache", 0.2, quiet=True, **options)

    return get


def left(tmp_path):
    return sorted(path.name for path in (tmp_path / "cache").iterdir())


@pytest.mark.parametrize(
    "kinds",
    [
        ["good"],
        ["missing", "good"],
        ["corrupt", "good"],
        ["short", "good"],
        ["long", "good"],
        ["page", "good"],
        ["cut"],
        ["cut_once"],
        ["cut_always", "good"],
        ["vanish", "good"],
        ["slow", "good"],
        ["silent", "good"],
        ["missing", "corrupt", "cut_always", "cut"],
    ],
    ids=" ".join,
)
def test_the_first_mirror_that_has_it_wins(agree, get, tmp_path, kinds):
    path = get(*kinds)
    assert path == tmp_path / "cache" / "x.gz"
    ours, theirs = [*path.read_bytes()], [*DATA]
    agree("mnist-dataset", ours, theirs, 0, against="the bytes of a local server")
    assert left(tmp_path) == ["x.gz"]


def test_later_mirrors_are_not_asked(server, get):
    get("good", "missing")
    assert server.asked == [("good", None)]


def test_a_broken_transfer_goes_on_where_it_stopped(server, get):
    get("cut")
    assert server.asked == [
        ("cut", None),
        ("cut", "bytes=4000-"),
        ("cut", "bytes=8000-"),
    ]


def test_a_broken_transfer_starts_again_where_ranges_are_unknown(server, get):
    get("cut_once")
    assert server.asked == [("cut_once", None), ("cut_once", "bytes=4000-")]


def test_gives_up_after_so_many_tries(server, get):
    with pytest.raises(ConnectionError, match="4000 of 10240 bytes"):
        get("cut_always", tries=2)
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("missing", "HTTP Error 404"),
        ("corrupt", "its SHA-256 is "),
        ("short", "10239 of 10240 bytes"),
        ("long", "more than 10240 bytes"),
        ("slow", "below 1000 bytes a second"),
        ("silent", "timed out"),
    ],
)
def test_says_what_is_wrong_with_each_mirror(get, tmp_path, server, kind, said):
    with pytest.raises(ConnectionError) as caught:
        get("vanish", kind)
    lines = str(caught.value).splitlines()
    assert lines[0] == "no mirror gave x.gz:"
    assert lines[1].startswith(f"  {server.at}vanish/: ")
    assert lines[2].startswith(f"  {server.at}{kind}/: ")
    assert said in lines[2]
    assert left(tmp_path) == []


def test_offline_there_is_one_clear_message(tmp_path):
    mirrors = ["http://127.0.0.1:9/", "http://127.0.0.1:10/"]
    with pytest.raises(ConnectionError) as caught:
        fetch(REMOTE, mirrors, tmp_path, 0.2, quiet=True)
    assert caught.value.__cause__ is None
    last = str(caught.value).splitlines()[-1]
    assert last == (
        f"Offline? Put the file (10240 bytes, SHA-256 {REMOTE.sha256}) "
        f"into {tmp_path} yourself."
    )


def test_what_is_there_is_not_fetched_again(server, get):
    first = get("good")
    stamp = first.stat().st_mtime_ns
    assert get("missing") == first
    assert first.stat().st_mtime_ns == stamp
    assert server.asked == [("good", None)]


@pytest.mark.parametrize("spoilt", [b"", DATA[:-1], DATA[:-1] + b"?", DATA + b"?"])
def test_a_spoilt_cache_is_mended(get, tmp_path, spoilt):
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "x.gz").write_bytes(spoilt)
    with pytest.raises(ConnectionError):
        get("missing")
    assert (tmp_path / "cache" / "x.gz").read_bytes() == spoilt  # not made worse
    assert get("good").read_bytes() == DATA


def test_ctrl_c_leaves_nothing(get, tmp_path, monkeypatch):
    def stop(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(Remote, "fault", stop)
    with pytest.raises(KeyboardInterrupt):
        get("good")
    assert left(tmp_path) == []


def test_the_bar_shows_the_bytes(server, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    fetch(REMOTE, [f"{server.at}cut/"], tmp_path, 0.2)
    shown = capsys.readouterr().err.replace("\r", "\n").splitlines()[-1]
    assert shown.startswith("x.gz: 100%")
    assert "10.2k/10.2k" in shown


def test_two_processes_at_once(server, tmp_path):
    code = (
        "import sys; from chainrule.data.download import Remote, fetch\n"
        "remote = Remote(sys.argv[1], int(sys.argv[2]), sys.argv[3])\n"
        "print(fetch(remote, [sys.argv[4]], sys.argv[5], quiet=True))"
    )
    given = REMOTE.name, str(REMOTE.size), REMOTE.sha256, f"{server.at}both/"
    command = [sys.executable, "-c", code, *given, str(tmp_path / "cache")]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    printed = {run.communicate(timeout=30)[0].decode().strip() for run in runs}
    assert [run.returncode for run in runs] == [0, 0]
    assert printed == {str(tmp_path / "cache" / "x.gz")}
    assert len(server.asked) == 2
    assert (tmp_path / "cache" / "x.gz").read_bytes() == DATA
    assert left(tmp_path) == ["x.gz"]
