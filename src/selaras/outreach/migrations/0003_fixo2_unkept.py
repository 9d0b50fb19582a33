import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("government", "0001_initial"),
        ("outreach", "0002_fixo2"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportsUnkept",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("count", models.PositiveIntegerField(default=0)),
                (
                    "village",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="government.region"
                    ),
                ),
            ],
            options={
                "ordering": ("-day", "village"),
                "constraints": [
                    models.UniqueConstraint(fields=("village", "day"), name="outreach_unkept_once"),
                ],
            },
        ),
    ]
