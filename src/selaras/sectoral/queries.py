"""Everything that reads sectoral data. Each page, file and feed starts from a `..._visible_to` function."""

from __future__ import annotations

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from selaras.government.models import Agency
from selaras.people.models import Role
from selaras.people.queries import Person, roles_of
from selaras.sectoral import rules
from selaras.sectoral.models import Check, Dataset, Metadata, Standard, Statement, Version

State = Version.State


def _out() -> Q:
    """What the public sees of versions: released, and withdrawn ones as such; nothing before its embargo ends."""
    today = timezone.localdate()
    return Q(state__in=Version.OUT) & (Q(embargo_until=None) | Q(embargo_until__lte=today))


def datasets_visible_to(person: Person) -> QuerySet[Dataset]:
    """With at least one version out; of the own agency, and for who oversees, all."""
    found = Dataset.objects.select_related("agency")
    if rules.oversees(person):
        return found
    out = Version.objects.filter(_out(), dataset=OuterRef("pk"))
    return found.filter(rules.produced(person) | Exists(out))


def datasets_at_desk_of(person: Person) -> QuerySet[Dataset]:
    """Which a person sees in the making: of the own agency, and for who oversees, all."""
    found = Dataset.objects.select_related("agency")
    return found if rules.oversees(person) else found.filter(rules.produced(person))


def with_newest(found: QuerySet[Dataset]) -> QuerySet[Dataset]:
    """By title, with number and state of the newest version and how many are released; for the desk."""
    newest = Version.objects.filter(dataset=OuterRef("pk")).order_by("-number")
    return found.annotate(
        newest_number=Subquery(newest.values("number")[:1]),
        newest_state=Subquery(newest.values("state")[:1]),
        released=Count("versions", filter=Q(versions__state=State.RELEASED)),
    ).order_by("title", "pk")


def agencies_of(person: Person) -> QuerySet[Agency]:
    """For which a person may describe a dataset, as `rules.produces_for` has it."""
    found = Agency.objects.order_by("name", "pk")
    own = roles_of(person).agencies(Role.Kind.DATA_PRODUCER, Role.Kind.DATA_STEWARD)
    return found if rules.is_steward(person) else found.filter(pk__in=own)


def datasets_kept_by(person: Person) -> QuerySet[Dataset]:
    """For which a person may send data, as `rules.produces` has it."""
    found = Dataset.objects.select_related("agency")
    return found if rules.is_steward(person) else found.filter(rules.produced(person))


def versions_visible_to(person: Person) -> QuerySet[Version]:
    found = Version.objects.select_related("dataset__agency", "check_in_force")
    return found.filter(Q(dataset__in=datasets_at_desk_of(person)) | _out())


def versions_at_desk_of(person: Person) -> QuerySet[Version]:
    return versions_visible_to(person).filter(dataset__in=datasets_at_desk_of(person))


def tables_visible_to(person: Person) -> QuerySet[Version]:
    """Whose rows a person may read: of what is withdrawn the public sees that it was, not its rows."""
    found = versions_visible_to(person).exclude(check_in_force=None).exclude(check_in_force__table="")
    return found.filter(Q(dataset__in=datasets_at_desk_of(person)) | Q(state=State.RELEASED))


def checks_visible_to(person: Person) -> QuerySet[Check]:
    """With each faulty cell: for the producer and for who oversees, never for the public."""
    found = Check.objects.select_related("version__dataset__agency", "standard")
    return found.filter(version__dataset__in=datasets_at_desk_of(person))


def metadata_visible_to(person: Person) -> QuerySet[Metadata]:
    """The forms that hold, without earlier editions."""
    newer = Metadata.objects.filter(
        dataset=OuterRef("dataset"), form=OuterRef("form"), subject=OuterRef("subject"), edition__gt=OuterRef("edition")
    )
    found = Metadata.objects.filter(~Exists(newer), dataset__in=datasets_visible_to(person))
    return found.select_related("dataset")


def editions_at_desk_of(person: Person) -> QuerySet[Metadata]:
    """Every edition of the forms, the newest of each first; earlier ones are for the desk alone."""
    found = Metadata.objects.filter(dataset__in=datasets_at_desk_of(person)).select_related(
        "dataset__agency", "filled_by"
    )
    return found.order_by("dataset", "form", "subject", "-edition")


def statements_visible_to(person: Person) -> QuerySet[Statement]:
    """Every edition, the newest of each indicator first."""
    found = Statement.objects.select_related("stated_by")
    return found if rules.reads_maturity(person) else found.none()


def standard_in_force(dataset: Dataset) -> Standard | None:
    return dataset.standards.order_by("-number").first()


def latest_release(dataset: Dataset) -> Version | None:
    """What a new version is compared with: the newest that was released and not withdrawn, under embargo or not."""
    released = dataset.versions.filter(state=State.RELEASED).select_related("check_in_force")
    return released.order_by("-number").first()
