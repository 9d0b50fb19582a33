"""What a desk answered and lets everybody read, so that nobody has to ask for it again."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from selaras.disclosure import queries
from selaras.disclosure.pages.publication.data import released


@require_safe
def answer_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The answer part by part with its files; nothing of who asked."""
    answer = get_object_or_404(queries.published_answers(), pk=pk)
    context = {
        "answer": answer,
        "body": answer.request.body,
        "parts": answer.parts.all(),
        "files": queries.published_files().filter(answer=answer),
    }
    return render(request, "disclosure/publication/answer.html", context)


@require_safe
def answer_file(request: HttpRequest, pk: int) -> FileResponse:  # noqa: ARG001 - as Django calls it
    file = get_object_or_404(queries.published_files(), pk=pk)
    return released(file, file.answer.published_as if file.answer else "")
