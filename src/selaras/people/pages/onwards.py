"""Where a sent form leads: a redirect, or for the script that sends it again and again, the address alone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse


def onwards(request: HttpRequest, name: str, *parts: str) -> HttpResponse:
    """The script would otherwise fetch the next page twice, and take away what it tells once."""
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"next": reverse(name, args=parts)})
    return redirect(name, *parts)
