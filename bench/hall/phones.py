"""What each phone does, for locust. Run by `bench.hall.voting` in a process of its own, since gevent patches it whole.

A phone opens its sheet, answers item by item, now and then changes an earlier answer or sends one again, and repeats
what was not acknowledged until it is. What was acknowledged is written down, to be held against the database.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import re
from pathlib import Path
from typing import Any

import gevent
from locust import FastHttpUser, events, task
from locust.exception import StopUser

PLAN: dict[str, Any] = json.loads(Path(os.environ["SELARAS_HALL_PLAN"]).read_text())
SHEET = f"/suara/{PLAN['round']}/"
LONGEST_PAUSE = 2.0  # seconds
CHANGES, AGAIN = 0.05, 0.05  # shares of answers that are changed later, and that are sent a second time

_seats = itertools.count()
_acknowledged: dict[str, dict[str, Any]] = {}
_count = {"posts": 0, "retries": 0, "finished": 0}


class Phone(FastHttpUser):
    host = PLAN["site"]
    connection_timeout = network_timeout = 10.0

    def on_start(self) -> None:
        self.who, token = PLAN["voters"][next(_seats)]
        self.chance = random.Random(self.who)
        self.held: dict[str, Any] = _acknowledged.setdefault(self.who, {})
        self.client.cookiejar.set_cookie(_cookie("participant", token))
        gevent.sleep(self.chance.random() * PLAN["pace"] * 4)  # people do not open their phones in one second

    @task
    def vote(self) -> None:
        page = self._patiently(lambda: self.client.get(SHEET))
        if "vote-sheet" not in page.text:
            self.csrf = _csrf(page.text)
            self._patiently(lambda: self.client.post(f"{SHEET}mulai/", {"csrfmiddlewaretoken": self.csrf}))
            page = self._patiently(lambda: self.client.get(SHEET))
        self.csrf = _csrf(page.text)
        items = re.findall(r'data-item="(\d+)"', page.text)
        assert len(items) == PLAN["items"], f"{len(items)} items on the sheet"
        for item in items:
            self._answer(item)
            if self.chance.random() < CHANGES:
                self._answer(self.chance.choice(list(self.held)))
            gevent.sleep(PLAN["pace"] * self.chance.uniform(0.5, 1.5))
        _count["finished"] += 1
        if _count["finished"] == len(PLAN["voters"]):
            self.environment.runner.quit()
        raise StopUser

    def _answer(self, item: str) -> None:
        edition = self.held.get(item, [0])[0] + 1
        value = {key: self.chance.randint(1, 5) for key in PLAN["criteria"]}
        body = {"answers": [{"item": int(item), "value": value, "edition": edition}]}
        for _ in range(2 if self.chance.random() < AGAIN else 1):
            reply = self._patiently(lambda: self._post(body))
            assert reply.json()["answers"][item] == [edition, value], reply.text
            self.held[item] = [edition, value]

    def _post(self, body: dict[str, Any]) -> Any:
        _count["posts"] += 1
        return self.client.post(f"{SHEET}kirim/", json=body, headers={"X-CSRFToken": self.csrf})

    def _patiently(self, ask: Any) -> Any:
        """Until the site answers with success, as the script on the sheet does; a clear refusal ends the run."""
        pause = 0.1
        while True:
            reply = ask()
            if reply.status_code and reply.status_code < 400:
                return reply
            assert not 400 <= (reply.status_code or 0) < 500, f"{reply.status_code}: {reply.text[:300]}"
            _count["retries"] += 1
            gevent.sleep(pause * self.chance.uniform(0.5, 1.5))
            pause = min(pause * 2, LONGEST_PAUSE)


def _csrf(page: str) -> str:
    return re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[0]


def _cookie(name: str, value: str) -> Any:
    from http.cookiejar import Cookie

    return Cookie(
        0, name, value, None, False, "127.0.0.1", True, False, "/", True, False, None, False, None, None, {}
    )  # fmt: skip


@events.quitting.add_listener
def _write_down(environment: Any, **_: Any) -> None:
    """Response times are those of requests that were answered; locust's own totals would mix refusals in."""
    entries = {name: environment.stats.get(f"{SHEET}{path}", method) for name, path, method in (
        ("post", "kirim/", "POST"), ("sheet", "", "GET"),
    )}  # fmt: skip
    told = {name: {"count": one.num_requests, "failed": one.num_failures, "p50": one.get_response_time_percentile(0.5),
                   "p95": one.get_response_time_percentile(0.95), "max": one.max_response_time}
            for name, one in entries.items()}  # fmt: skip
    errors = [f"{one.method} {one.name}: {one.error}" for one in environment.stats.errors.values()]
    exceptions = [one["traceback"] for one in environment.runner.exceptions.values()]
    content = {"acknowledged": _acknowledged, "times": told, "errors": errors, "exceptions": exceptions} | _count
    Path(PLAN["told"]).write_text(json.dumps(content))
