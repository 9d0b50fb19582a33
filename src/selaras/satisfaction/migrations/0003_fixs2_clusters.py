from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("satisfaction", "0002_fixs2")]

    operations = [
        migrations.AddField(model_name="answer", name="cluster", field=models.CharField(blank=True, max_length=20)),
    ]
