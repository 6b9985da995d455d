"""The map: machine addresses, the editor's desk, and the public pages under each interface language."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from articles.views import errors, machines, oai, sitemap, unapi

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="articles:home")),
    path("a/<int:pk>", machines.permalink, name="article-permalink"),
    path("healthz", machines.healthz, name="healthz"),
    path("readyz", machines.readyz, name="readyz"),
    path("robots.txt", machines.robots, name="robots"),
    path("opensearch.xml", machines.opensearch, name="opensearch"),
    path("sitemap.xml", sitemap.sitemap_index, name="sitemap"),
    path("sitemap-<slug:name>.xml", sitemap.sitemap_part, name="sitemap-part"),
    path("oai", oai.oai, name="oai"),
    path("unapi", unapi.unapi, name="unapi"),
    path("i18n/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
    *i18n_patterns(path("", include("articles.urls")), prefix_default_language=True),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
