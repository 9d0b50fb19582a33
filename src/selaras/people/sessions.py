"""Where sessions are kept: in the database, each with its account, so that all of one account can be shown and ended.

Django loads this module by the setting SESSION_ENGINE.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from selaras.people.models import Session

STARTED, SEEN, ADDRESS, BROWSER = "started", "seen", "address", "browser"


class SessionStore(DatabaseStore):
    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The columns repeat what the session itself holds, so that they can be asked for."""
        session: Session = super().create_model_instance(data)  # type: ignore[assignment]
        session.account_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        session.started_at = _moment(data.get(STARTED))
        session.seen_at = _moment(data.get(SEEN))
        session.address = data.get(ADDRESS)
        session.browser = data.get(BROWSER, "")
        return session


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
