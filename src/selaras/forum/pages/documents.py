"""The documents of a decision, and the page that the code printed on them leads to."""

from __future__ import annotations

import mimetypes
import re
from pathlib import PurePosixPath
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.audit import queries as audit
from selaras.documents.types import TYPES
from selaras.forum import queries
from selaras.forum.models import Decision, Document
from selaras.forum.pages.words import RULE_WORDS

CODE_SIGNS = 12
DIGEST = re.compile(r"[0-9a-f]{64}")


def _suffix(document: Document) -> str:
    return PurePosixPath(document.file.name or "").suffix.lower()


@require_safe
def document_list(request: HttpRequest) -> HttpResponse:
    """What was written from the decision in force, each with its kind and size."""
    forum = queries.current_forum(request.user)
    decision = queries.decision_in_force(forum)
    documents = queries.documents_visible_to(request.user).filter(decision=decision)
    rows = [(document, _suffix(document).lstrip(".").upper()) for document in documents]
    return render(request, "forum/documents.html", {"forum": forum, "decision": decision, "rows": rows})


@require_safe
def document_file(request: HttpRequest, pk: int) -> FileResponse:
    """One document, always as a file to keep: the browser must not run what it holds."""
    document = get_object_or_404(queries.documents_visible_to(request.user), pk=pk)
    name = PurePosixPath(document.file.name or "").name
    try:
        content = document.file.open("rb")
    except FileNotFoundError:
        raise Http404(_("Berkas ini tidak ada di tempatnya. Beri tahu sekretariat forum.")) from None
    kind = TYPES.get(_suffix(document)) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    response = FileResponse(content, as_attachment=True, filename=name, content_type=kind)
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
def verification(request: HttpRequest, code: str) -> HttpResponse:
    """Whether paper with this code is true to a decision, and whether that decision is in force."""
    decision = _with_code(request, code)
    context = {
        "forum": decision.forum if decision else None,
        "decision": decision,
        "code": code.upper(),
        "rule": RULE_WORDS[decision.rule] if decision else "",
        **(_signed(decision) | _checked(request, decision) if decision else {}),
    }
    return render(request, "forum/verification.html", context, status=200 if decision else 404)


def _signed(decision: Decision) -> dict[str, Any]:
    """Who signed, and whether what they signed is what stands: the files and the log as they were."""
    signatures, now = list(queries.signatures_of(decision)), queries.documents_digest(decision)
    logged = audit.entries_with([one.audit_head for one in signatures])
    return {
        "signatures": [(one, one.documents_digest == now and one.audit_head in logged) for one in signatures],
        "withdrawn": decision.signatures.exclude(withdrawn_at=None).count(),
        "documents_digest": now,
    }


def _checked(request: HttpRequest, decision: Decision) -> dict[str, Any]:
    """Whether a file with the digest that was asked about is one of this decision's. No file comes here."""
    asked = "".join(request.GET.get("sidik", "").lower().split())
    readable = bool(DIGEST.fullmatch(asked))
    found = decision.documents.filter(digest=asked).first() if readable else None
    return {"asked_digest": asked[:64], "readable": readable, "found": found}


def _with_code(request: HttpRequest, code: str) -> Decision | None:
    """The code is the start of the digest; a person may type it in any case, with or without hyphens."""
    start = code.replace("-", "").replace(" ", "").lower()
    if len(start) != CODE_SIGNS:
        return None
    visible = queries.decisions_visible_to(request.user)
    return visible.filter(digest__startswith=start).order_by("-current", "-pk").first()
