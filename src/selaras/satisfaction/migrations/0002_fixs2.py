"""Answers get keys by lot. The table is made anew: a counted key cannot become one."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("satisfaction", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.DeleteModel(name="Answer"),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("key", models.UUIDField()),
                ("marks", models.JSONField()),
                ("age", models.CharField(blank=True, max_length=20)),
                ("sex", models.CharField(blank=True, max_length=20)),
                ("education", models.CharField(blank=True, max_length=20)),
                ("work", models.CharField(blank=True, max_length=20)),
                ("comment", models.CharField(blank=True, max_length=1000)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("link", "tautan"),
                            ("qr", "kode QR"),
                            ("invitation", "undangan sesudah dilayani"),
                            ("paper", "kertas"),
                            ("phone", "telepon"),
                        ],
                        max_length=10,
                    ),
                ),
                ("device", models.CharField(blank=True, max_length=32)),
                ("network", models.CharField(blank=True, max_length=32)),
                ("day", models.DateField(null=True)),
                ("at", models.DateTimeField(null=True)),
                (
                    "typed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "desk",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="satisfaction.desk"
                    ),
                ),
                (
                    "survey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="satisfaction.survey"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.UniqueConstraint(fields=("survey", "key"), name="satisfaction_answer_once"),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("at__isnull", True),
                        ("channel__in", ["paper", "phone"]),
                        ("device", ""),
                        ("typed_by__isnull", False),
                    ),
                    models.Q(models.Q(("channel__in", ["paper", "phone"]), _negated=True), ("typed_by__isnull", True)),
                    _connector="OR",
                ),
                name="satisfaction_typed_in_by_an_officer",
            ),
        ),
    ]
