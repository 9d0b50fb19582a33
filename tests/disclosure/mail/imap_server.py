"""As much of an IMAP server (RFC 3501) as reading a mailbox needs, on a free port of this machine."""

from __future__ import annotations

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

USER, PASSWORD = "ppid", "sandi-contoh"


@dataclass
class Mailbox:
    mails: list[bytes] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    commands: list[str] = field(default_factory=list)
    port: int = 0

    def url(self, *, password: str = PASSWORD, folder: str = "INBOX", body: str = "utama") -> str:
        return f"imap://{USER}:{password}@127.0.0.1:{self.port}/{folder}?badan={body}"


class Talk(socketserver.StreamRequestHandler):
    box: Mailbox

    def say(self, line: bytes) -> None:
        self.wfile.write(line + b"\r\n")

    def handle(self) -> None:
        self.say(b"* OK ready")
        while line := self.rfile.readline().decode().strip():
            tag, _, rest = line.partition(" ")
            self.box.commands.append(rest)
            verb = rest.upper().removeprefix("UID ").partition(" ")[0]
            done = getattr(self, f"do_{verb.lower()}", self.unknown)(rest)
            self.say(f"{tag} {done}".encode())
            if verb == "LOGOUT":
                return

    def unknown(self, _rest: str) -> str:
        return "BAD unknown"

    def do_capability(self, _rest: str) -> str:
        self.say(b"* CAPABILITY IMAP4rev1")
        return "OK done"

    def do_login(self, rest: str) -> str:
        return "OK done" if rest.split()[1:] in ([USER, f'"{PASSWORD}"'], [USER, PASSWORD]) else "NO wrong"

    def do_select(self, rest: str) -> str:
        if rest.split()[1].strip('"') != "INBOX":
            return "NO no such folder"
        self.say(f"* {len(self.box.mails)} EXISTS".encode())
        return "OK [READ-WRITE] done"

    def do_search(self, _rest: str) -> str:
        unread = [str(uid) for uid in range(1, len(self.box.mails) + 1) if uid not in self.box.seen]
        self.say(f"* SEARCH {' '.join(unread)}".encode())
        return "OK done"

    def do_fetch(self, rest: str) -> str:
        uid = int(re.findall(r"FETCH (\d+)", rest)[0])
        mail = self.box.mails[uid - 1]
        if "RFC822.SIZE" in rest:
            self.say(f"* {uid} FETCH (UID {uid} RFC822.SIZE {len(mail)})".encode())
            return "OK done"
        if "BODY.PEEK" not in rest:
            self.box.seen.add(uid)
        if "HEADER" in rest:
            mail = mail.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
        self.wfile.write(f"* {uid} FETCH (UID {uid} BODY[] {{{len(mail)}}}\r\n".encode() + mail + b")\r\n")
        return "OK done"

    def do_store(self, rest: str) -> str:
        self.box.seen.add(int(re.findall(r"STORE (\d+)", rest)[0]))
        return "OK done"

    def do_logout(self, _rest: str) -> str:
        self.say(b"* BYE")
        return "OK done"


@contextmanager
def imap_server(*mails: bytes) -> Iterator[Mailbox]:
    box = Mailbox(list(mails))
    talk = type("TalkOfThisTest", (Talk,), {"box": box})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), talk) as server:
        server.daemon_threads = True
        box.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield box
        finally:
            server.shutdown()
            thread.join()
