"""The publication list (daftar informasi publik) of each body: its items, their files, and every version of them."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from selaras.disclosure.models.answer import Answer
from selaras.disclosure.models.files import CheckedFile
from selaras.disclosure.models.network import PublicBody


class Item(models.Model):
    """One piece of information that a body holds and gives to everybody. What is withdrawn stays, and says so.

    Excepted information is not an item: it is an `Exemption`, with its consequence test and its end.
    """

    class Category(models.TextChoices):
        PERIODIC = "periodic", "berkala"
        IMMEDIATE = "immediate", "serta merta"
        ANY_TIME = "any_time", "setiap saat"

    class Form(models.TextChoices):
        PRINTED = "printed", "cetak"
        RECORDED = "recorded", "rekam"
        BOTH = "both", "cetak dan rekam"

    body = models.ForeignKey(PublicBody, on_delete=models.PROTECT, related_name="items")
    template = models.SlugField(max_length=40, blank=True)  # which required item it is; empty: an own one
    submission = models.UUIDField(null=True)  # an own one sent twice is one item
    category = models.CharField(max_length=9, choices=Category)
    title = models.CharField(max_length=200)
    summary = models.TextField()
    unit = models.CharField(max_length=150, blank=True)  # that holds it
    responsible = models.CharField(max_length=150, blank=True)  # office that made or issued it
    made_on = models.DateField(null=True)
    made_where = models.CharField(max_length=120, blank=True)
    form = models.CharField(max_length=8, choices=Form, default=Form.RECORDED)
    retention = models.CharField(max_length=120, blank=True)
    link = models.URLField(max_length=500, blank=True)
    file = models.ForeignKey("ItemFile", null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_on = models.DateField(null=True)
    withdrawn_why = models.TextField(blank=True)
    updated_on = models.DateField()  # what it says changed
    checked_on = models.DateField()  # it changed, or was found to be unchanged
    readability = models.PositiveSmallIntegerField(null=True)  # index of `engines.plain_language`; none without a word

    class Meta:
        ordering = ("body", "category", "title", "pk")
        indexes = (models.Index(fields=["-updated_on", "-id"], name="disclosure_item_newest"),)
        constraints = (
            models.UniqueConstraint(
                fields=["body", "template"], condition=~Q(template=""), name="disclosure_item_once_a_template"
            ),
            models.UniqueConstraint(
                fields=["body", "submission"],
                condition=Q(submission__isnull=False),
                name="disclosure_item_once_a_submission",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | ~Q(withdrawn_why=""), name="disclosure_withdrawn_with_reason"
            ),
            models.CheckConstraint(condition=~Q(title="") & ~Q(summary=""), name="disclosure_item_says_something"),
            models.CheckConstraint(
                condition=Q(checked_on__gte=models.F("updated_on")), name="disclosure_item_checked_after_update"
            ),
        )

    def __str__(self) -> str:
        return self.title


class ItemFile(CheckedFile):
    """A file for an item; everybody gets its released copy once a person has decided about what was found in it."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="files")
    dropped_at = models.DateTimeField(null=True)  # not to be published after all

    class Meta(CheckedFile.Meta):
        ordering = ("item", "pk")
        constraints = (
            models.UniqueConstraint(fields=["item", "digest"], name="disclosure_item_file_once"),
            models.CheckConstraint(condition=Q(kept=[]) | ~Q(reason=""), name="disclosure_item_kept_with_reason"),
        )


class Edition(models.Model):
    """One deed on an item and what it said afterwards, whole, so that it can be read and undone. Only ever added."""

    class Kind(models.TextChoices):
        PUBLISHED = "published", "diterbitkan"
        UPDATED = "updated", "diperbarui"
        CONFIRMED = "confirmed", "dipastikan masih sama"
        WITHDRAWN = "withdrawn", "ditarik"
        UNDONE = "undone", "langkah terakhir dibatalkan"

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=9, choices=Kind)
    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    actor_name = models.CharField(max_length=150)
    helping = models.ForeignKey(PublicBody, null=True, on_delete=models.PROTECT, related_name="+")  # who acted for it
    content = models.JSONField(encoder=DjangoJSONEncoder)
    changed = models.JSONField(default=list)  # names of fields

    class Meta:
        ordering = ("item", "-number")
        constraints = (models.UniqueConstraint(fields=["item", "number"], name="disclosure_edition_number"),)

    def __str__(self) -> str:
        return f"{self.item_id} {self.number} {self.kind}"


class Word(models.Model):
    """A word, as its stem, that some published text holds."""

    text = models.CharField(max_length=40, unique=True)

    def __str__(self) -> str:
        return self.text


class Mention(models.Model):
    """That an item or a published answer holds a word, as it is shown to everybody: what is masked cannot be found."""

    word = models.ForeignKey(Word, on_delete=models.CASCADE, related_name="mentions")
    item = models.ForeignKey(Item, null=True, on_delete=models.CASCADE, related_name="mentions")
    answer = models.ForeignKey(Answer, null=True, on_delete=models.CASCADE, related_name="mentions")
    weight = models.PositiveSmallIntegerField()  # more in a title

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(item__isnull=False, answer__isnull=True) | Q(item__isnull=True, answer__isnull=False),
                name="disclosure_mention_of_one",
            ),
            models.UniqueConstraint(
                fields=["word", "item"], condition=Q(item__isnull=False), name="disclosure_mention_item_once"
            ),
            models.UniqueConstraint(
                fields=["word", "answer"], condition=Q(answer__isnull=False), name="disclosure_mention_answer_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.word_id} {self.item_id or self.answer_id}"
