"""What describes the files of one version."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from selaras.sectoral.harvest.csvw import csvw_of
from selaras.sectoral.harvest.datapackage import data_package_of
from selaras.sectoral.harvest.reading import tables_out
from selaras.sectoral.models import Version


@require_safe
def csvw(request: HttpRequest, code: str, number: int) -> JsonResponse:  # noqa: ARG001 - as Django calls it
    return _told(csvw_of, code, number, "application/csvm+json")


@require_safe
def data_package(request: HttpRequest, code: str, number: int) -> JsonResponse:  # noqa: ARG001 - as Django calls it
    return _told(data_package_of, code, number, "application/json")


def _told(describe: Callable[[Version], dict[str, Any]], code: str, number: int, kind: str) -> JsonResponse:
    version = get_object_or_404(tables_out(), dataset__code=code, number=number)
    return JsonResponse(describe(version), json_dumps_params={"ensure_ascii": False}, content_type=kind)
