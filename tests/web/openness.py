"""One of each thing of the openness room that an address may name: at the body of the first proposal's village."""

from __future__ import annotations

import io
from uuid import uuid4

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from selaras.disclosure.actions.networking import form_network
from selaras.disclosure.actions.releasing import looked_through
from selaras.disclosure.identity import Identity, sealed
from selaras.disclosure.links import digest_of, token_for
from selaras.disclosure.maturity.questionnaire import questionnaire_on
from selaras.disclosure.models import (
    Answer,
    Applicant,
    Assessment,
    AssessmentPaper,
    Edition,
    Exemption,
    IdentityDocument,
    Item,
    ItemFile,
    Letter,
    Officer,
    PublicBody,
    Request,
    WorkingFile,
)
from selaras.disclosure.papers import sealed_paper
from selaras.forum.models import Forum
from selaras.government.actions import seed_calendar, seed_parameters
from selaras.government.models import Holiday
from selaras.intake.models import Upload
from selaras.people.actions.accounts import system_account
from selaras.people.models import Account, Role
from selaras.people.sealing import seal
from tests.web.things import a_role


def a_body(forum: Forum) -> PublicBody:
    """The body of the first proposal's village; the network is formed where there is none."""
    village = forum.proposals.earliest("pk").village
    if not PublicBody.objects.filter(region=village).exists():
        seed_parameters(actor=system_account())
        form_network(forum.cycle.region, actor=system_account())
    return PublicBody.objects.get(region=village)


def a_holiday(forum: Forum) -> Holiday:
    calendar = seed_calendar(forum.cycle.region, [forum.cycle.year], actor=system_account())
    return calendar.holidays.earliest("pk")


def a_publication_item(forum: Forum) -> Item:
    """One with a file that everybody may have."""
    body, today = a_body(forum), timezone.localdate()
    if found := body.items.first():
        return found
    item = body.items.create(
        category="any_time", title="Peraturan desa (contoh)", summary="Contoh.", updated_on=today, checked_on=today
    )
    Image.new("RGB", (8, 8)).save(picture := io.BytesIO(), "PNG")
    file = ItemFile(item=item, released_at=timezone.now(), **looked_through("contoh.png", picture.getvalue()))
    file.released.save("contoh.png", ContentFile(picture.getvalue()), save=True)
    item.file = file
    item.save()
    item.editions.create(number=1, kind="published", at=timezone.now(), actor_name="Petugas (contoh)", content={})
    return item


def a_list_upload(forum: Forum) -> Upload:
    """A file that waits for the operator of the village there is."""
    body = a_body(forum)
    account = Account.objects.filter(roles__kind=Role.Kind.VILLAGE_OPERATOR).first() or a_role().account
    given = {"sender": body.name, "content": b"judul;ringkasan\nProfil (contoh);Contoh.\n"}
    return Upload.objects.get_or_create(
        account=account, kind="publication", scope=body.code, name="daftar.csv", defaults=given
    )[0]


def a_desks_upload(forum: Forum) -> Upload:
    """A file that waits for somebody else than the visitor."""
    given = {"sender": "contoh", "content": f"kode badan;telepon\n{a_body(forum).code};0287\n".encode()}
    told = {"account": a_role().account, "kind": "desks", "scope": "network", "name": "meja.csv"}
    return Upload.objects.get_or_create(**told, defaults=given)[0]


def an_edition(forum: Forum) -> Edition:
    return a_publication_item(forum).editions.latest("number")


def an_item_file(forum: Forum) -> ItemFile:
    return a_publication_item(forum).files.earliest("pk")


def an_officer(forum: Forum) -> Officer:
    """One who holds a post."""
    body = a_body(forum)
    return body.officers.first() or body.officers.create(post="head", name="Sekretaris Desa (contoh)")


def an_exemption(forum: Forum) -> Exemption:
    """One that the superior approved."""
    body, now = a_body(forum), timezone.now()
    told = {"title": "Rencana (contoh)", "withheld": "-", "article": "Pasal 17 huruf h UU 14/2008", "number": "1"}
    weighed = {"if_opened": "-", "if_closed": "-", "public_interest": "-", "tested_on": now.date(), "tested_by": "-"}
    return body.exemptions.first() or body.exemptions.create(**told, **weighed, approved_at=now, approved_by="-")


def a_published_answer(forum: Forum) -> Answer:
    """One with a file, of a case about which nobody is known."""
    body, now = a_body(forum), timezone.now()
    if found := Answer.objects.filter(published_at__isnull=False).first():
        return found
    case = body.requests.create(
        year=now.year, sequence=9000, number=f"9000/{body.code}/{now.year}", submission=uuid4(), token_digest="9" * 64,
        channel="form", state="answered", subject="Contoh", received_on=now.date(), received_at=now,
    )  # fmt: skip
    Applicant.objects.create(request=case, kind="person", erased_at=now)
    told = {"outcome": "granted", "text": "Contoh.", "published_as": "Contoh", "published_at": now, "made_at": now}
    answer = case.answers.create(**told)
    Image.new("RGB", (8, 8)).save(picture := io.BytesIO(), "PNG")
    looked = looked_through("contoh.png", picture.getvalue())
    file = WorkingFile(request=case, answer=answer, released_at=now, **looked)
    file.released.save("contoh.png", ContentFile(picture.getvalue()), save=True)
    return answer


def a_letter(forum: Forum) -> Letter:
    """One that was written to the one who asked for what was answered."""
    case, now = a_published_answer(forum).request, timezone.now()
    if found := case.letters.first():
        return found
    told = {"kind": "receipt", "about": f"request:{case.pk}", "number": f"TB.1/{case.number}", "made_at": now}
    digests = dict.fromkeys(("wording_digest", "content_digest", "pdf_digest", "docx_digest"), "9" * 64)
    letter = Letter(request=case, dated_on=now.date(), made_by_name="Petugas (contoh)", **told, **digests)
    letter.pdf.save("contoh.sealed", ContentFile(seal(b"%PDF-1.7", "letter")), save=False)
    letter.docx.save("contoh.sealed", ContentFile(seal(b"PK", "letter")), save=False)
    letter.save()
    return letter


def a_case(forum: Forum) -> Request:
    """One that is to be answered, with a paper of the one who asks and a file that nobody has looked at."""
    body, now, key = a_body(forum), timezone.now(), uuid4()
    if found := body.requests.filter(sequence=9001).first():
        return found
    case = body.requests.create(
        year=now.year, sequence=9001, number=f"9001/{body.code}/{now.year}", submission=key, channel="desk",
        token_digest=digest_of(token_for(key)), state="open", subject="Contoh", received_on=now.date(), received_at=now,
    )  # fmt: skip
    Applicant.objects.create(request=case, kind="person", sealed=sealed(Identity("Orang (contoh)")))
    Image.new("RGB", (8, 8)).save(picture := io.BytesIO(), "PNG")
    told = {"kind": "identity", "media_type": "image/png", "sealed": sealed_paper(picture.getvalue()), "added_at": now}
    case.identity_documents.create(**told)
    case.files.create(**looked_through("contoh.png", picture.getvalue()))
    return case


def an_identity_paper(forum: Forum) -> IdentityDocument:
    return a_case(forum).identity_documents.earliest("pk")


def a_file_at_the_desk(forum: Forum) -> WorkingFile:
    return a_case(forum).files.earliest("pk")


def an_assessment(forum: Forum) -> Assessment:
    """The questionnaire of this year, begun with one answer."""
    body, now = a_body(forum), timezone.now()
    told = {"method": questionnaire_on(now.date()).as_json(), "begun_at": now}
    found, fresh = Assessment.objects.get_or_create(body=body, year=now.year, defaults=told)
    if fresh:
        found.answers.create(question="budget", choice="C", saved_at=now, saved_by_name="Petugas (contoh)")
    return found


def an_assessment_paper(forum: Forum) -> AssessmentPaper:
    """A document of that answer, as the desk sent it."""
    answer = an_assessment(forum).answers.earliest("pk")
    told = {"sealed": seal(b"%PDF-1.7", "assessment paper"), "added_at": timezone.now()}
    return answer.papers.first() or answer.papers.create(name="bukti.pdf", digest="9" * 64, **told)
