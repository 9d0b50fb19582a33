"""Documents leave as files of the right kind; the code printed on them tells what they are."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from selaras.forum.models import Decision, Document
from tests.forum.decided import decided_forum

pytestmark = pytest.mark.django_db


def _replace(decision: Decision) -> Decision:
    """A newer decision takes the place of this one."""
    Decision.objects.filter(pk=decision.pk).update(current=False)
    return Decision.objects.create(
        forum=decision.forum, rule="ranked", version="0.1.0", digest="f" * 64, document=b"", summary=decision.summary
    )


def test_the_list_names_each_document_its_kind_and_size() -> None:
    decided_forum()
    page = Client().get(reverse("documents")).content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert "3 dokumen keputusan" in page
    assert "PDF, 15 byte" in page


@pytest.mark.parametrize(
    ("position", "name", "kind"),
    [
        (1, "keputusan.csv", "text/csv; charset=utf-8"),
        (2, "berita-acara.pdf", "application/pdf"),
        (3, "decision.json", "application/json"),
    ],
)
def test_a_document_is_always_a_file_to_keep(position: int, name: str, kind: str) -> None:
    decision = decided_forum().decisions.get()
    document = decision.documents.get(position=position)
    response = Client().get(reverse("document", args=[document.pk]))
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.headers["Content-Type"] == kind
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert len(b"".join(response.streaming_content)) == document.size  # type: ignore[attr-defined]


def test_a_page_written_from_a_decision_cannot_run_in_the_site() -> None:
    document = decided_forum().decisions.get().documents.earliest("position")
    document.file.save("ringkasan.html", document.file, save=True)
    response = Client().get(reverse("document", args=[document.pk]))
    assert response.headers["Content-Disposition"].startswith("attachment")


def test_documents_of_a_replaced_decision_are_kept_for_staff(staff: Client) -> None:
    decision = decided_forum().decisions.get()
    path = reverse("document", args=[decision.documents.earliest("position").pk])
    _replace(decision)
    assert Client().get(path).status_code == 404
    assert staff.get(path).status_code == 200


def test_a_lost_file_is_told_kindly() -> None:
    document: Document = decided_forum().decisions.get().documents.earliest("position")
    document.file.storage.delete(document.file.name or "")
    assert Client().get(reverse("document", args=[document.pk])).status_code == 404


@pytest.mark.parametrize("spelled", [str.upper, str.lower, lambda code: code.replace("-", "")])
def test_a_code_is_known_however_it_is_typed(spelled: object) -> None:
    decision = decided_forum().decisions.get()
    code = spelled(decision.verification_code)  # type: ignore[operator]
    response = Client().get(reverse("verification", args=[code]))
    assert response.status_code == 200
    assert "keputusan yang berlaku." in response.content.decode()
    assert decision.digest in response.content.decode()


@pytest.mark.parametrize("code", ["0000-0000-0000", "F", "EDC6", "____________", "%%%%%%%%%%%%"])
def test_an_unknown_code_is_not_to_be_trusted(code: str) -> None:
    decided_forum()
    response = Client().get(reverse("verification", args=[code]))
    assert response.status_code == 404
    assert "jangan percayai" in response.content.decode()


def test_a_replaced_decision_says_that_it_is_replaced() -> None:
    decision = decided_forum().decisions.get()
    newer = _replace(decision)
    old = Client().get(reverse("verification", args=[decision.verification_code])).content.decode()
    assert "Keputusan ini sudah diganti." in old
    new = Client().get(reverse("verification", args=[newer.verification_code])).content.decode()
    assert "keputusan yang berlaku." in new
