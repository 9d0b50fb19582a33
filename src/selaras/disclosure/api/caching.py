"""A phone on a weak signal asks cheaply: what has not changed since it asked last is a 304 without content."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import conditional_page

Run = Callable[..., HttpResponse]


def _asked_again(**kept: Any) -> Callable[[Run], Run]:
    def decorator(run: Run) -> Run:
        # Compressed last: the compressed bytes differ each time, and so would a tag made of them.
        return gzip_page(conditional_page(cache_control(no_cache=True, **kept)(run)))

    return decorator


for_all = _asked_again()
for_one = _asked_again(private=True)  # what opens by a token is kept on the own phone alone
