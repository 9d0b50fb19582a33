from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("evidence", "0001_initial")]

    operations = [
        migrations.AddField(model_name="problem", name="submission", field=models.UUIDField(null=True, unique=True)),
        migrations.AlterField(
            model_name="indicator",
            name="source",
            field=models.CharField(choices=[("satisfaction", "survei kepuasan masyarakat")], max_length=12),
        ),
    ]
