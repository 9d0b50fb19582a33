"""Everything that reads the openness room. Each page, file and feed starts from a `..._visible_to` function."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from selaras.disclosure import rules
from selaras.disclosure.models import (
    Answer,
    Assessment,
    AssessmentPaper,
    Clock,
    Edition,
    Exemption,
    IdentityDocument,
    Item,
    ItemFile,
    Officer,
    PublicBody,
    Request,
    WorkingFile,
)
from selaras.government.models import Region
from selaras.people.queries import Person

_MOST_WORDS = 6  # of a name that is looked for


def bodies() -> QuerySet[PublicBody]:
    """The network is public."""
    return PublicBody.objects.select_related("region", "agency")


def bodies_named(words: str) -> QuerySet[PublicBody]:
    """Those in whose name every word appears as it was typed; a village is found by its district too."""
    found = bodies().select_related("region__parent").order_by("name", "pk")
    for word in words.split()[:_MOST_WORDS]:
        of_village = Q(region__level=Region.Level.VILLAGE, region__parent__name__icontains=word)
        found = found.filter(Q(name__icontains=word) | Q(agency__short_name__icontains=word) | of_village)
    return found


def officers_in_post(on: date) -> QuerySet[Officer]:
    """Who holds a post on a day; with whom to speak is public, and so is who held it before."""
    begun, not_over = Q(since=None) | Q(since__lte=on), Q(until=None) | Q(until__gte=on)
    return Officer.objects.filter(begun, not_over)


def desks_of(person: Person) -> QuerySet[PublicBody]:
    return PublicBody.objects.filter(rules.desks(person))


def bodies_kept_by(person: Person) -> QuerySet[PublicBody]:
    """Whose desk a person describes, as `rules.keeps_body` has it."""
    return bodies() if rules.keeps_network(person) else bodies().filter(rules.desks(person))


def bodies_reporting_to(person: Person) -> QuerySet[PublicBody]:
    """Whose service report a person reads: of the own desks, of those that it judges, and who oversees of all."""
    if rules.oversees(person):
        return bodies()
    return bodies().filter(rules.desks(person) | rules.judged(person))


def requests_visible_to(person: Person) -> QuerySet[Request]:
    """The cases of the desks at which this person works, and those that it judges as superior. The public sees none:
    an applicant comes by a link of its own (`links.request_behind`).
    """
    seen = PublicBody.objects.filter(rules.desks(person)) | PublicBody.objects.filter(rules.judged(person))
    return Request.objects.filter(body__in=seen).select_related("body")


def clocks_visible_to(person: Person) -> QuerySet[Clock]:
    """Of cases that are visible; who oversees sees the clocks of all, without who asks and what."""
    clocks = Clock.objects.select_related("request__body")
    if rules.oversees(person):
        return clocks
    return clocks.filter(request__in=requests_visible_to(person))


def overdue(clocks: QuerySet[Clock], today: date) -> QuerySet[Clock]:
    """Those that bind a body and whose day has passed."""
    bound = clocks.filter(kind__in=[*Clock.OF_DESK, *Clock.OF_SUPERIOR])
    return bound.filter(state=Clock.State.RUNNING, due_on__lt=today)


def deadlines_of(person: Person) -> QuerySet[Clock]:
    """What still runs and binds a person's desks, or the person as superior, the nearest first."""
    desks = PublicBody.objects.filter(rules.desks(person))
    judged = PublicBody.objects.filter(rules.judged(person))
    mine = Q(kind__in=Clock.OF_DESK, request__body__in=desks) | Q(kind__in=Clock.OF_SUPERIOR, request__body__in=judged)
    running = Clock.objects.filter(mine, state=Clock.State.RUNNING)
    return running.select_related("request__body", "calendar").order_by("due_on", "pk")


def identity_documents_visible_to(person: Person) -> QuerySet[IdentityDocument]:
    """Only the desk that must check them; each look is logged by `actions.looking.look_at`."""
    return IdentityDocument.objects.filter(request__body__in=desks_of(person))


def files_visible_to(person: Person) -> QuerySet[WorkingFile]:
    return WorkingFile.objects.filter(request__in=requests_visible_to(person)).defer("sealed")


def items() -> QuerySet[Item]:
    """Every item of every publication list; the public sees those that were withdrawn too, as such."""
    return Item.objects.select_related("body")


def exemptions() -> QuerySet[Exemption]:
    """What is withheld with the superior's approval and was not opened since, past its end or not: that is public."""
    return Exemption.objects.filter(approved_at__isnull=False, opened_on=None).select_related("body")


def item_files_visible_to(person: Person) -> QuerySet[ItemFile]:
    """As they lie at the body: only for its desk. Everybody gets the released copy, by `Item.file`."""
    return ItemFile.objects.filter(item__body__in=desks_of(person)).select_related("item__body").defer("sealed")


def editions_visible_to(person: Person) -> QuerySet[Edition]:
    """With who did what: for the desk."""
    return Edition.objects.filter(item__body__in=desks_of(person)).select_related("item__body")


def published_answers() -> QuerySet[Answer]:
    """What a desk chose to let everybody read, the newest first."""
    return Answer.objects.filter(published_at__isnull=False).select_related("request__body").order_by("-published_at")


def published_files() -> QuerySet[WorkingFile]:
    """The released copies that go with published answers."""
    out = WorkingFile.objects.filter(released_at__isnull=False, answer__published_at__isnull=False)
    return out.select_related("answer").defer("sealed")


def assessments_visible_to(person: Person) -> QuerySet[Assessment]:
    """The questionnaires of the desks at which this person works; who oversees reads all."""
    found = Assessment.objects.select_related("body")
    return found if rules.oversees(person) else found.filter(body__in=desks_of(person))


def verified_assessments() -> QuerySet[Assessment]:
    """What everybody reads: only results that the main PPID has verified."""
    return Assessment.objects.filter(state=Assessment.State.VERIFIED).select_related("body")


def papers_visible_to(person: Person) -> QuerySet[AssessmentPaper]:
    """For the desk and for who oversees; never for the public."""
    seen = assessments_visible_to(person)
    return AssessmentPaper.objects.filter(answer__assessment__in=seen).select_related("answer__assessment__body")
