"""The editor's desk: Django's admin for the records of the archive."""

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django.models import ProcrastinateJob

from articles.admin import accessions, agents, articles, mentions, proposals, subjects, translations
from articles.admin.deletions import reword

__all__ = ["accessions", "agents", "articles", "mentions", "proposals", "subjects", "translations"]

admin.site.site_header = settings.ARCHIVE_TITLE
admin.site.site_title = settings.ARCHIVE_TITLE
admin.site.index_title = _("The editor’s desk")

# The worker's own table says nothing to an editor: a batch tells how far it has come.
admin.site.unregister(ProcrastinateJob)

reword(admin.site, User, Group)
