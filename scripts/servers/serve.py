"""Serves the folder of OGI Atlas to this computer alone, with nothing but Python 3, and opens the browser.

python3 servers/serve.py [--port 4173] [--no-open]
"""

import argparse
import email.utils
import http.server
import json
import os
import re
import socketserver
import sys
import urllib.parse
import webbrowser

HERE = os.path.dirname(os.path.realpath(__file__))
SITE = os.path.dirname(HERE)
with open(os.path.join(HERE, "headers.json"), encoding="utf-8") as rules_file:
    RULES = json.load(rules_file)


def rule_of(name):
    """The rule of a file: its own, or that of the last folder that fits."""
    for file, rule in RULES["files"]:
        if file == name:
            return rule
    chosen = {}
    for folder, rule in RULES["folders"]:
        if name.startswith(folder):
            chosen = rule
    if re.search("(^|/)" + RULES["keptDataFile"] + "$", name):
        chosen = dict(chosen, keep=True)
    return chosen


def headers_of(name):
    """Every header that depends on the file alone."""
    rule = rule_of(name)
    page = RULES["folders"][0][1]["policy"]
    headers = dict(RULES["everywhere"])
    headers["Content-Type"] = RULES["types"].get(name.rsplit(".", 1)[-1].lower(), RULES["otherType"])
    headers["Content-Security-Policy"] = rule.get("policy", page)
    headers["Cache-Control"] = RULES["cache"]["keep" if rule.get("keep") else "ask"]
    if rule.get("open"):
        headers.update(RULES["open"])
    return headers


def name_of(address):
    """The name of a file in the folder, or None when the address cannot be one."""
    try:
        name = urllib.parse.unquote(re.split("[?#]", address)[0], errors="strict")
    except UnicodeDecodeError:
        return None
    if not name.startswith("/"):
        return None
    name = name[1:]
    if name == "" or name.endswith("/"):
        name += "index.html"
    parts = name.split("/")
    if any(part == "" or part.startswith(".") or re.search(r"[\\\0:]", part) for part in parts):
        return None
    return name


def find_file(name):
    """The real path of a file that lies in the folder, or None."""
    found = os.path.realpath(os.path.join(SITE, *name.split("/")))
    return found if found.startswith(SITE + os.sep) and os.path.isfile(found) else None


def accepts(wishes, encoding):
    """Does the header Accept-Encoding allow this one?"""
    for wish in wishes.lower().split(","):
        parts = [part.strip() for part in wish.split(";")]
        if parts[0] == encoding:
            return not any(re.match(r"q=0(\.0*)?$", part) for part in parts[1:])
    return False


def part_of(asked, size):
    """One range of bytes as (first, last), "outside", or None for anything else, such as one that ends before it begins."""
    found = re.match(r"(?i)bytes=([0-9]*)-([0-9]*)$", asked)
    if not found or found.group(1) == found.group(2) == "":
        return None
    first, last = found.groups()
    if first and last and int(last) < int(first):
        return None
    start = max(0, size - int(last)) if first == "" else int(first)
    end = size - 1 if first == "" or last == "" else min(int(last), size - 1)
    return "outside" if start > end or start >= size else (start, end)


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers GET and HEAD; what is not there is a 404, never another page."""

    protocol_version = "HTTP/1.1"
    server_version = "OGI-Atlas"
    sys_version = ""

    def do_GET(self):  # noqa: N802
        self.answer(True)

    def do_HEAD(self):  # noqa: N802
        self.answer(False)

    def answer(self, with_body):
        # What comes with a question is not read: it must not be taken for the next question.
        if self.headers.get("Content-Length", "0") != "0" or "Transfer-Encoding" in self.headers:
            self.close_connection = True
        name = name_of(self.path)
        path = find_file(name) if name else None
        if path is None:
            self.refuse(404, "There is no such file.", with_body)
            return
        headers = headers_of(name)
        asked = self.headers.get("Range") if with_body else None  # parts are a matter of GET alone
        encoding = None
        if asked is None:
            for wanted, ending in (("br", ".br"), ("gzip", ".gz")):
                packed = find_file(name + ending) if accepts(self.headers.get("Accept-Encoding", ""), wanted) else None
                if packed:
                    path, encoding = packed, wanted
                    break
        about = os.stat(path)
        tag = '"%x-%x%s"' % (about.st_size, int(about.st_mtime), "-" + encoding if encoding else "")
        headers.update({"ETag": tag, "Vary": "Accept-Encoding"})
        headers.update({"Content-Encoding": encoding} if encoding else {"Accept-Ranges": "bytes"})
        known = [re.sub(r"^W/", "", one.strip()) for one in self.headers.get("If-None-Match", "").split(",")]
        if tag in known or known == ["*"]:
            self.send(304, headers)
            return
        part = part_of(asked, about.st_size) if asked and self.headers.get("If-Range", tag) == tag else None
        if part == "outside":
            self.refuse(416, "This part is outside of the file.", with_body, {"Content-Range": "bytes */%d" % about.st_size})
            return
        first, last = part or (0, about.st_size - 1)
        if part:
            headers["Content-Range"] = "bytes %d-%d/%d" % (first, last, about.st_size)
        headers["Content-Length"] = str(last - first + 1)
        self.send(206 if part else 200, headers)
        if with_body:
            self.send_bytes(path, first, last - first + 1)

    def send_bytes(self, path, first, left):
        with open(path, "rb") as file:
            file.seek(first)
            while left > 0:
                piece = file.read(min(left, 1 << 16))
                if not piece:
                    break
                left -= len(piece)
                try:
                    self.wfile.write(piece)
                except OSError:
                    # Whoever asks may leave before the end.
                    self.close_connection = True
                    return

    def refuse(self, status, sentence, with_body, more=None):
        body = (sentence + "\n").encode()
        headers = headers_of("nothing.txt")
        headers.update({"Content-Length": str(len(body))})
        headers.update(more or {})
        self.send(status, headers)
        if with_body:
            self.wfile.write(body)

    def send(self, status, headers):
        self.send_response_only(status)
        self.send_header("Date", email.utils.formatdate(usegmt=True))
        for name, value in headers.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()

    def send_error(self, code, message=None, explain=None):
        self.close_connection = True
        self.refuse(405 if code == 501 else code, message or "", True, {"Allow": "GET, HEAD"})

    def log_message(self, format, *args):  # noqa: A002
        """Says nothing of what is read."""


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    # On Windows a second server would otherwise take the same port.
    allow_reuse_address = os.name != "nt"


def listen(port):
    """A server on the wished port, or on one of the next ten."""
    for candidate in [0] if port == 0 else range(port, port + 10):
        try:
            return Server(("127.0.0.1", candidate), Handler)
        except OSError:
            continue
    sys.exit("端口 %d 至 %d 都被占用。 / The ports %d to %d are all in use." % (port, port + 9, port, port + 9))


def main():
    parser = argparse.ArgumentParser(description="OGI Atlas on this computer")
    parser.add_argument("--port", type=int, default=4173)
    parser.add_argument("--no-open", action="store_true")
    wishes = parser.parse_args()
    server = listen(wishes.port)
    address = "http://localhost:%d/" % server.server_address[1]
    print("OGI Atlas: " + address, flush=True)
    print("关闭这个窗口即停止。 / Close this window to stop.", flush=True)
    if not wishes.no_open:
        webbrowser.open(address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


main()
