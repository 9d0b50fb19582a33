"""What every template may use: Indonesian money, numbers and dates, and the components of the design."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from selaras.engines.indonesian import wording
from selaras.engines.scoring import WHOLE
from selaras.forum import queries
from selaras.forum.models import Forum, Proposal
from selaras.forum.pages import masking
from selaras.forum.pages.words import ENDING_WORDS, STATUS_WORDS
from selaras.people.pages.menu import Part
from selaras.people.queries import Person
from selaras.web.menu import menu_of

register = template.Library()

NO_BREAK = "\N{NO-BREAK SPACE}"
NOTHING = "–"
# Each status has its own shape, so that colour is never the only sign. The paths stand in web/parts/status.html.
SHAPES = {
    Proposal.Status.ACCEPTED: "full",
    Proposal.Status.CHANGED: "half",
    Proposal.Status.MERGED: "joined",
    Proposal.Status.REJECTED: "empty",
    Proposal.Status.PROPOSED: "dotted",
}
ENDING_SHAPES = {
    Proposal.Ending.WITHDRAWN: "empty",
    Proposal.Ending.MERGED: "joined",
    Proposal.Ending.SPLIT: "half",
}


@register.filter
def rupiah(amount: int | None) -> str:
    """`Rp 1.234.567`, never broken over two lines; a dash where there is none."""
    return NOTHING if amount is None else wording.rupiah(int(amount)).replace(" ", NO_BREAK)


@register.filter
def unbroken(sentence: str) -> str:
    """A sentence whose amounts and percentages keep their unit on the same line."""
    return sentence.replace("Rp ", f"Rp{NO_BREAK}").replace(" %", f"{NO_BREAK}%")


@register.filter
def rupiah_short(amount: int | None) -> str:
    """`Rp 210,4 miliar`."""
    return NOTHING if amount is None else wording.short_rupiah(int(amount)).replace(" ", NO_BREAK)


@register.filter
def number(value: Decimal | float | None) -> str:
    """`1.234,5`."""
    if value is None:
        return NOTHING
    return wording.number(value if isinstance(value, int) else Decimal(str(value)))


@register.filter
def points(units: int | None) -> str:
    """A score as people read it, 0 to 100 with one decimal at most: `81,5`."""
    if units is None:
        return NOTHING
    return wording.number((Decimal(units) * 100 / WHOLE).quantize(Decimal("0.1")))


@register.filter
def percent(part: float | None, whole: float | None = 1) -> str:
    """The part of a whole: `46 %`; less than half a percent is not called nothing."""
    if part is None or not whole:
        return NOTHING
    share = Decimal(str(part)) / Decimal(str(whole)) * 100
    rounded = f"<{NO_BREAK}1" if 0 < share < Decimal("0.5") else wording.number(round(share))
    return f"{rounded}{NO_BREAK}%"


@register.filter
def long_date(day: date | None) -> str:
    """`Selasa, 11 Februari 2020`."""
    return NOTHING if day is None else wording.long_date(_local(day))


@register.filter
def plain_date(day: date | None) -> str:
    """`11 Februari 2020`."""
    return NOTHING if day is None else wording.plain_date(_local(day))


@register.filter
def clock(at: datetime | None) -> str:
    """`09.30`."""
    return NOTHING if at is None else f"{timezone.localtime(at):%H.%M}"


def _local(day: date) -> date:
    return timezone.localtime(day).date() if isinstance(day, datetime) else day


@register.filter
def file_size(size: int) -> str:
    """`24,5 kB`, in steps of a thousand."""
    for step, unit in ((1_000_000, "MB"), (1_000, "kB")):
        if size >= step:
            return wording.number((Decimal(size) / step).quantize(Decimal("0.1"))) + NO_BREAK + unit
    return f"{size}{NO_BREAK}byte"


@register.filter
def masked(text: str | None) -> str:
    """Free text as the public may read it."""
    return masking.masked(text) if text else ""


@register.filter
def first_sentence(text: str) -> str:
    """The answer of an explanation: everything to the first full stop that ends a sentence."""
    return text.partition(". ")[0].rstrip(".") + "."


@register.filter
def after_first_sentence(text: str) -> str:
    return text.partition(". ")[2]


@register.simple_tag
def width(part: float, whole: float) -> str:
    """A share as the width of a shape, in machine form: `46.2%`."""
    share = 0.0 if not whole else max(0.0, min(1.0, part / whole))
    return f"{share * 100:.2f}%"


@register.inclusion_tag("web/parts/status.html")
def status_tag(status: str, reason: str | None = "") -> dict[str, Any]:
    """A status as a word and a shape."""
    return {"status": status, "reason": reason, "word": STATUS_WORDS[status], "shape": SHAPES[Proposal.Status(status)]}


@register.inclusion_tag("web/parts/status.html")
def proposal_tag(proposal: Proposal, reason: str | None = "") -> dict[str, Any]:
    """The status of a proposal; of one that no longer competes by itself, why."""
    if not proposal.ending:
        return status_tag(proposal.status, reason)
    ending = Proposal.Ending(proposal.ending)
    status = "merged" if ending == Proposal.Ending.MERGED else "proposed"
    return {"status": status, "reason": "", "word": ENDING_WORDS[ending], "shape": ENDING_SHAPES[ending]}


@register.inclusion_tag("web/parts/ledger_bar.html")
def ledger_bar(line: dict[str, Any]) -> dict[str, Any]:
    """How much of a ceiling the draft plan and the funded proposals take."""
    whole = max(line["amount"], line["plan"] + line["used"], 1)
    return {
        "line": line,
        "plan": f"{line['plan'] / whole * 100:.2f}%",
        "used": f"{line['used'] / whole * 100:.2f}%",
    }


@register.inclusion_tag("web/parts/icon.html")
def icon(name: str) -> dict[str, str]:
    """A picture beside a word; it says nothing that the word does not."""
    return {"name": name}


@register.inclusion_tag("web/parts/pager.html", takes_context=True)
def pager(context: dict[str, Any], page: Any) -> dict[str, Any]:
    """Earlier and later pages of a list, keeping what was asked for."""
    asked = context["request"].GET.copy()
    asked.pop("hal", None)
    query = asked.urlencode()
    return {"page": page, "query": f"{query}&" if query else ""}


@register.simple_tag(takes_context=True)
def shown_forum(context: dict[str, Any]) -> Forum | None:
    """The forum that the site shows to this person; asked of the database once a page."""
    request: HttpRequest | None = context.get("request")
    if request is None:
        return None
    if not hasattr(request, "_shown_forum"):
        request._shown_forum = queries.current_forum(_person(request))  # type: ignore[attr-defined]
    return request._shown_forum  # type: ignore[attr-defined,no-any-return]


@register.simple_tag(takes_context=True)
def desk_menu(context: dict[str, Any]) -> list[Part]:
    """Where this person may go from the desk."""
    return menu_of(_person(context["request"]))


def _person(request: HttpRequest) -> Person:
    """Nobody yet where a request was refused before anyone could be known, and only its error page is set."""
    return getattr(request, "user", None) or AnonymousUser()


@register.simple_tag
def answer(sentence: str) -> SafeString:
    """An explanation with its answer, the first sentence, set strong; no amount breaks over two lines."""
    whole = sentence.replace("Rp ", f"Rp{NO_BREAK}")
    return format_html("<strong>{}</strong> {}", first_sentence(whole), after_first_sentence(whole))
