from django.db import migrations, models


def tell_apart(apps, _):
    """Until now only aligning wrote a word of the partner."""
    recommendations = apps.get_model("forum", "Recommendation").objects
    recommendations.filter(level="partner").update(by="aligning")


class Migration(migrations.Migration):
    dependencies = [
        ("forum", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="recommendation",
            name="forum_recommendation_once",
        ),
        migrations.AddField(
            model_name="recommendation",
            name="by",
            field=models.CharField(
                choices=[("person", "seseorang"), ("file", "berkas"), ("aligning", "penyelarasan")],
                default="person",
                max_length=8,
            ),
        ),
        migrations.RunPython(tell_apart, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("by", "aligning"), _negated=True),
                fields=("proposal", "level"),
                name="forum_recommendation_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="recommendation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("by", "aligning")), fields=("proposal",), name="forum_sent_on_once"
            ),
        ),
    ]
