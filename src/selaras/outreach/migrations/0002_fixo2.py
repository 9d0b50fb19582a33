from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("outreach", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="source",
            name="outreach_source_once",
        ),
        migrations.AddField(
            model_name="source",
            name="all_are",
            field=models.CharField(
                blank=True,
                choices=[
                    ("covered", "tercakup"),
                    ("constrained", "terkendala sinyal"),
                    ("blank", "blankspot"),
                    ("not_known", "belum diketahui"),
                ],
                default="",
                max_length=12,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="source",
            name="ended_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="source",
            name="ended_why",
            field=models.CharField(blank=True, default="", max_length=300),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)), fields=("name", "as_of"), name="outreach_source_once"
            ),
        ),
    ]
