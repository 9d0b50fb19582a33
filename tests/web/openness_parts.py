"""How to fill the parts that addresses of the openness room hold."""

from __future__ import annotations

from collections.abc import Callable

from selaras.forum.models import Forum
from tests.web.openness import (
    a_body,
    a_case,
    a_file_at_the_desk,
    a_holiday,
    a_letter,
    a_list_upload,
    a_publication_item,
    a_published_answer,
    an_edition,
    an_exemption,
    an_identity_paper,
    an_item_file,
)

PARTS: dict[str, Callable[[Forum], object]] = {
    "letter-file": lambda forum: (a_letter(forum).pk, "pdf"),
    "letter-wording": lambda _: "receipt",
    "my-letter": lambda forum: ("tanpa-kunci", a_letter(forum).pk),
    "my-letters": lambda _: "tanpa-kunci",
    "deadlines-feed": lambda _: "tanpa-kunci",
    "my-file": lambda forum: ("tanpa-kunci", a_published_answer(forum).files.earliest("pk").pk),
    "my-request": lambda _: "tanpa-kunci",
    "request-letters": lambda forum: a_letter(forum).request_id,
    "exemption": lambda forum: an_exemption(forum).pk,
    "identity-paper": lambda forum: an_identity_paper(forum).pk,
    "request-answer": lambda forum: a_case(forum).pk,
    "request-deed": lambda forum: (a_case(forum).pk, "perpanjang"),
    "request-desk": lambda forum: a_case(forum).pk,
    "request-file": lambda forum: a_file_at_the_desk(forum).pk,
    "request-file-add": lambda forum: a_case(forum).pk,
    "request-file-original": lambda forum: a_file_at_the_desk(forum).pk,
    "request-file-released": lambda forum: a_published_answer(forum).files.earliest("pk").pk,
    "holiday": lambda forum: a_holiday(forum).pk,
    "request-mail": lambda forum: a_case(forum).pk,
    "request-move": lambda forum: a_case(forum).pk,
    "request-receipt": lambda forum: a_case(forum).pk,
    "service-report-file": lambda _: (2020, "docx"),
    "publication-change": lambda forum: a_publication_item(forum).pk,
    "publication-confirm": lambda forum: a_publication_item(forum).pk,
    "publication-feed-of-body": lambda forum: a_body(forum).code,
    "publication-file": lambda forum: a_publication_item(forum).pk,
    "publication-file-check": lambda forum: an_item_file(forum).pk,
    "publication-file-drop": lambda forum: an_item_file(forum).pk,
    "publication-item": lambda forum: a_publication_item(forum).pk,
    "publication-month": lambda forum: a_body(forum).code,
    "publication-new": lambda forum: a_body(forum).code,
    "publication-of-body": lambda forum: a_body(forum).code,
    "publication-open-up": lambda forum: an_exemption(forum).pk,
    "publication-upload": lambda forum: a_body(forum).code,
    "publication-upload-check": lambda forum: a_list_upload(forum).pk,
    "publication-undo": lambda forum: an_edition(forum).pk,
    "publication-withdraw": lambda forum: a_publication_item(forum).pk,
    "published-answer": lambda forum: a_published_answer(forum).pk,
    "published-answer-file": lambda forum: a_published_answer(forum).files.earliest("pk").pk,
}
