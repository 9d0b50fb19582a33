"""The list to work off of a district, an agency or Bappeda: one by one with amounts and reason, or many at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from selaras.forum import queries, rules
from selaras.forum.actions.recommending import Word, recommend, recommend_many
from selaras.forum.errors import ForumError, Incomplete, NotAllowed
from selaras.forum.levels import Level, levels_of, standing_before, with_word
from selaras.forum.models import Forum, Proposal, Recommendation
from selaras.forum.pages.doors import done, for_those
from selaras.forum.pages.search import matching
from selaras.forum.pages.words import LEVEL_WORDS
from selaras.forum.recommendations import place_in_chain
from selaras.people.pages.doors import visitor
from selaras.planning.pages.fields import NumberField, RupiahField

PAGE = 50
_STANCES = (("1", gettext_lazy("Mendukung")), ("0", gettext_lazy("Tidak mendukung")))


class WordForm(forms.Form):
    supports = forms.ChoiceField(label=gettext_lazy("Sikap"), choices=_STANCES, widget=forms.RadioSelect, initial="1")
    volume = NumberField(label=gettext_lazy("Volume yang disarankan"), required=False)
    cost = RupiahField(label=gettext_lazy("Biaya yang disarankan"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Alasan"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Wajib bila tidak mendukung atau mengubah. Dibaca pengusul dan warga."),
    )

    @property
    def word(self) -> Word:
        given = self.cleaned_data
        return Word(given["supports"] == "1", given["volume"], given["cost"], given["reason"])


def _level(request: HttpRequest) -> Level:
    """The level asked for, where it is this person's; else their first."""
    levels = levels_of(request.user)
    asked = request.GET.get("tingkat", "")
    return next((one for one in levels if one == asked), levels[0])


def _words() -> Prefetch[Any]:
    return Prefetch("recommendations", Recommendation.objects.order_by("pk"), "words")


@for_those(rules.recommends)
@require_http_methods(["GET", "POST"])
def list_page(request: HttpRequest, forum: Forum) -> HttpResponse:
    """What waits for the word of this level, the dearest first; several can be ticked and answered at once."""
    level = _level(request)
    if request.method == "POST":
        return _many(request, forum, level)
    said = request.GET.get("keadaan") == "sudah"
    all_of = standing_before(request.user, forum, level)
    found = _narrowed(with_word(all_of, level, said=said), request.GET.get("q", ""))
    page = Paginator(found.prefetch_related(_words()), PAGE).get_page(request.GET.get("hal"))
    context = {
        "level": level,
        "word": LEVEL_WORDS[level],
        "levels": [(one, LEVEL_WORDS[one]) for one in levels_of(request.user)],
        "said": said,
        "q": request.GET.get("q", ""),
        "page": page,
        "rows": [(proposal, chain_of(proposal)) for proposal in page],
        "total": all_of.count(),
        "query": request.GET.urlencode(),
    }
    return render(request, "forum/proposing/recommend_list.html", context)


def _narrowed(found: QuerySet[Proposal], words: str) -> QuerySet[Proposal]:
    found = matching(found, words.split()) if words.split() else found
    return found.select_related("village", "district", "agency", "handler").order_by("-cost", "number")


def chain_of(proposal: Proposal) -> list[tuple[Any, Recommendation]]:
    """What the levels have said, in the order in which the proposal passed them."""
    said: list[Recommendation] = proposal.words  # type: ignore[attr-defined]
    return [(LEVEL_WORDS[one.level], one) for one in sorted(said, key=lambda one: place_in_chain(one.level))]


def _many(request: HttpRequest, forum: Forum, level: Level) -> HttpResponse:
    chosen = [int(one) for one in request.POST.getlist("pilih") if one.isdigit()][:PAGE]
    proposals = list(Proposal.objects.filter(pk__in=chosen, forum=forum).select_related("forum__cycle"))
    word = Word(request.POST.get("supports") != "0", reason=request.POST.get("reason", "")[:600])
    told = _("%(count)s usulan sudah direkomendasikan.") % {"count": len(proposals)}
    again = f"{reverse('recommend-list')}?{request.GET.urlencode()}"
    return done(request, lambda: recommend_many(proposals, level, word, actor=visitor(request)), told, again)


@for_those(rules.recommends)
@require_http_methods(["GET", "POST"])
def one_page(request: HttpRequest, forum: Forum, pk: int) -> HttpResponse:
    """One proposal, what was said of it, and the word of this level; then the next that waits."""
    level = _level(request)
    visible = queries.proposals_visible_to(request.user).select_related(
        "forum__cycle", "village", "district", "handler"
    )
    proposal = get_object_or_404(visible.prefetch_related(_words(), "photos"), pk=pk, forum=forum)
    if not standing_before(request.user, forum, level).filter(pk=pk).exists():
        raise PermissionDenied(_("Usulan ini tidak menunggu rekomendasi Anda."))
    form = WordForm(request.POST or None, initial=_start(proposal, level))
    if request.method == "POST" and form.is_valid():
        try:
            recommend(proposal, level, form.word, actor=visitor(request))
        except NotAllowed:
            raise
        except Incomplete as wrong:
            for field, sentence in wrong.fields.items():
                form.add_error(field, sentence)
        except ForumError as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, _("Rekomendasi %(number)s sudah disimpan.") % {"number": proposal.number})
            return _onward(request, forum, level)
    left = with_word(standing_before(request.user, forum, level), level, said=False).count()
    context = {"proposal": proposal, "form": form, "level": level, "word": LEVEL_WORDS[level], "left": left}
    return render(request, "forum/proposing/recommend.html", {**context, "chain": chain_of(proposal)})


def _start(proposal: Proposal, level: Level) -> dict[str, Any]:
    """What the level said before; else what was asked for."""
    said = next((one for _word, one in chain_of(proposal) if one.level == level), None)
    if said is None or said.by == Recommendation.By.ALIGNING:
        return {"volume": proposal.volume, "cost": proposal.cost, "supports": "1"}
    return {
        "volume": said.volume if said.volume is not None else proposal.volume,
        "cost": said.cost if said.cost is not None else proposal.cost,
        "supports": "1" if said.supports else "0",
        "reason": said.reason,
    }


def _onward(request: HttpRequest, forum: Forum, level: Level) -> HttpResponse:
    """The next that waits, else the list."""
    waiting = with_word(standing_before(request.user, forum, level), level, said=False)
    following = waiting.order_by("-cost", "number").values_list("pk", flat=True).first()
    if following and "next" in request.POST:
        return redirect(f"{reverse('recommend', args=[following])}?tingkat={level}")
    return redirect(f"{reverse('recommend-list')}?tingkat={level}")
