"""The application as Django's admin names it."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """Records, names and search."""

    name = "articles"
    verbose_name = _("The archive")
