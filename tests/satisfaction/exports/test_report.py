"""The report of a survey is its own, and is kept whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from selaras.satisfaction.actions.describing import Described, describe_service
from selaras.satisfaction.actions.periods import close
from selaras.satisfaction.actions.publishing import publish
from selaras.satisfaction.exports.report import as_pdf
from selaras.satisfaction.models import Result, Service
from tests.engines.redaction.other_tools import need, pdftotext
from tests.satisfaction.room import agency, form, keeper, service, survey, typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]


def published(of: Service) -> Result:
    one = survey(of)
    typed(one, [form(3)] * 12)
    close(one, actor=keeper())
    return publish(one, actor=keeper())


def text_of(pdf: bytes) -> str:
    need("pdftotext")
    return pdftotext(pdf)


def test_two_services_with_equal_answers_have_each_their_own_report() -> None:
    first = service()
    second = describe_service("layanan-radio", agency(), Described("Layanan radio (contoh)", 500), actor=keeper())
    one, other = published(first), published(second)
    assert one.digest == other.digest
    assert first.name in text_of(as_pdf(one))
    told = text_of(as_pdf(other))
    assert second.name in told
    assert first.name not in told


def test_it_is_set_once_and_leaves_no_half_file(settings: object) -> None:
    result = published(service())
    assert as_pdf(result) == as_pdf(result)
    here = (Path(settings.MEDIA_ROOT) / "satisfaction").iterdir()  # type: ignore[attr-defined]
    [kept] = [one for one in here if one.is_file()]
    assert kept.name == f"{result.survey.key}-{result.digest}.pdf"
