"""What became of each input of a batch; batches of before are complete, their texts were created."""

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


COMPLETE = "UPDATE articles_accessionbatch SET state = 'finished' WHERE finished IS NOT NULL"
INPUTS = """
INSERT INTO articles_batchinput (batch_id, path, sha256, outcome, reason, warnings, article_id)
SELECT accession.batch_id, accession.path, accession.sha256, 'created', '', '[]', article.id
FROM articles_accession AS accession LEFT JOIN articles_article AS article ON article.accession_id = accession.id
ORDER BY accession.id
"""


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0003_proposals_and_resemblances'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='BatchInput',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(max_length=1000, verbose_name='path')),
                ('sha256', models.CharField(blank=True, max_length=64, verbose_name='SHA-256')),
                ('outcome', models.CharField(choices=[('created', 'created'), ('duplicate', 'duplicate'), ('rejected', 'rejected')], max_length=9, verbose_name='outcome')),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('warnings', models.JSONField(blank=True, default=list, verbose_name='warnings')),
            ],
            options={
                'verbose_name': 'input',
                'verbose_name_plural': 'inputs',
                'ordering': ['batch', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='accessionbatch',
            name='inputs_expected',
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name='inputs expected'),
        ),
        migrations.AddField(
            model_name='accessionbatch',
            name='problem',
            field=models.CharField(blank=True, max_length=500, verbose_name='what went wrong'),
        ),
        migrations.AddField(
            model_name='accessionbatch',
            name='state',
            field=models.CharField(choices=[('waiting', 'waiting for its turn'), ('running', 'coming in'), ('finished', 'complete'), ('failed', 'broken off'), ('undone', 'undone')], default='running', max_length=8, verbose_name='state'),
        ),
        migrations.AddField(
            model_name='accessionbatch',
            name='undone',
            field=models.DateTimeField(blank=True, null=True, verbose_name='undone'),
        ),
        migrations.AddField(
            model_name='accessionbatch',
            name='undone_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='undone by'),
        ),
        migrations.RunSQL(COMPLETE, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name='accessionbatch',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'running', 'finished', 'failed', 'undone'])), name='batch_state_known'),
        ),
        migrations.AddConstraint(
            model_name='accessionbatch',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'undone'), ('undone__isnull', False)), models.Q(models.Q(('state', 'undone'), _negated=True), ('undone__isnull', True)), _connector='OR'), name='batch_undone_says_when'),
        ),
        migrations.AddField(
            model_name='batchinput',
            name='article',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='inputs', to='articles.article', verbose_name='article'),
        ),
        migrations.AddField(
            model_name='batchinput',
            name='batch',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='inputs', to='articles.accessionbatch', verbose_name='batch'),
        ),
        migrations.AddConstraint(
            model_name='batchinput',
            constraint=models.UniqueConstraint(models.F('batch'), models.F('sha256'), django.db.models.functions.text.MD5('path'), name='input_noted_once'),
        ),
        migrations.AddConstraint(
            model_name='batchinput',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['created', 'duplicate', 'rejected'])), name='input_outcome_known'),
        ),
        migrations.AddConstraint(
            model_name='batchinput',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'rejected'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='input_rejected_says_why'),
        ),
        migrations.RunSQL(INPUTS, migrations.RunSQL.noop),
    ]
