"""What kind of address each one is, by its name: who may see it, how it is asked, what it answers."""

from __future__ import annotations

from tests.web.role_walk import anybody, nobody
from tests.web.walks import TABLE

# Told apart by who may come in; but for those that open to some alone by what they hold, or whatever is asked of them.
STAFF_ONLY = frozenset(
    {name for name, (reads, _writes) in TABLE.items() if reads not in (anybody, nobody)}
    | {"delegation-new", "desks-upload-check", "offline-sheet"}
)
POST_ONLY = frozenset(
    {name for name, (reads, writes) in TABLE.items() if reads is nobody and writes is not nobody}
    | {"ballot-send", "ballot-start", "delegation-end", "openid_connect_login", "set-language"}
)
# What is no page to be read in a browser.
FILES = frozenset(
    {
        "data-maturity-file",
        "data-maturity-proof",
        "data-metadata-file",
        "assessment-paper",
        "assessments-file",
        "align-cards",
        "align-catalogue",
        "annotated-file",
        "attendance-part",
        "calendar-feed",
        "catalogue-file",
        "catalogue-found",
        "catalogue-metadata",
        "desks-template",
        "document",
        "evaluation-table",
        "health",
        "identity-paper",
        "information-statistics-file",
        "letter-file",
        "my-file",
        "my-letter",
        "offline-sheet",
        "openid_connect_callback",
        "own-calendar",
        "photo",
        "proposal-by-number",
        "ceiling-file",
        "ceiling-json",
        "signal-speed",
        "data-catalogue",
        "data-catalogue-jsonld",
        "data-catalogue-ttl",
        "data-csvw",
        "data-jsonld",
        "data-news",
        "data-news-json",
        "data-package",
        "data-ttl",
        "data-version-annotated",
        "exposure-assessment-file",
        "exposure-batch-file",
        "exposure-incident-report",
        "exposure-report",
        "exposure-scan-file",
        "exposure-template",
        "deadlines-feed",
        "feed-decisions",
        "feed-district",
        "feed-progress",
        "proposal-file",
        "proposal-json",
        "proposal-places",
        "request-file-original",
        "request-file-released",
        "robots",
        "round-file",
        "round-progress",
        "round-table",
        "screen-part",
        "service-report-file",
        "short",
        "silent-file",
        "publication-csv",
        "publication-feed",
        "publication-feed-of-body",
        "publication-file",
        "publication-json",
        "published-answer-file",
        "indicators-file",
        "messages-file",
        "signal-file",
        "message-answers-file",
        "survey-file",
        "survey-poster",
        "signal-source-copy",
        "survey-papers-copy",
        "survey-papers-template",
        "message-sheet",
    }
)

# What only the holder of the right key in the address may open.
BY_KEY = frozenset(
    {
        "ask-body",
        "ask-check",
        "ask-step",
        "deadlines-feed",
        "invitation",
        "my-file",
        "my-letter",
        "my-letters",
        "my-receipt",
        "my-request",
        "my-request-complete",
        "my-request-judge",
        "my-request-object",
        "my-request-withdraw",
        "openid_connect_callback",
        "own-calendar",
        "personal-link",
        "survey-invited",
    }
)
