"""A list sent as a file: kept until somebody has looked at how it was read, or refused with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext as _

from selaras.disclosure.actions.keeping_uploads import MOST_BYTES
from selaras.disclosure.errors import DisclosureError
from selaras.disclosure.pages.doors import MENDABLE
from selaras.intake.models import Upload
from selaras.people.errors import NotAllowed


def kept_file(request: HttpRequest, keep: Callable[[str, bytes], Upload]) -> tuple[Upload | None, str]:
    """The file as `keep` kept it by its name and content; or the sentence that says why it did not."""
    given: UploadedFile[Any] | None = request.FILES.get("file")
    try:
        if given is None:
            raise DisclosureError(_("Pilih dahulu berkasnya."))
        return keep(given.name or "", given.read(MOST_BYTES + 1)), ""
    except NotAllowed:
        raise
    except MENDABLE as refused:
        return None, str(refused)
