"""The addresses of the public pages, below the interface language."""

from django.urls import path

from articles.views import (
    about,
    agent_index,
    agent_record,
    article_list,
    article_record,
    article_source,
    exports,
    home,
    network,
    subjects,
    suggestions,
)
from articles.vocabulary import AgentKind

app_name = "articles"

urlpatterns = [
    path("", home.home, name="home"),
    path("articles/", article_list.article_list, name="article-list"),
    path("articles/<int:pk>/", article_record.article_detail, name="article-detail"),
    path("articles/<int:pk>/parallel/", article_record.article_parallel, name="article-parallel"),
    path("articles/<int:pk>/source/", article_source.article_source, name="article-source"),
    path("articles/<int:pk>.<slug:suffix>", exports.article_export, name="article-export"),
    path("articles.<slug:suffix>", exports.result_export, name="result-export"),
    path("people/", agent_index.agent_list, {"kind": AgentKind.PERSON}, name="person-list"),
    path("people/<slug:slug>/", agent_record.agent_detail, {"kind": AgentKind.PERSON}, name="person-detail"),
    path("institutions/", agent_index.agent_list, {"kind": AgentKind.INSTITUTION}, name="institution-list"),
    path(
        "institutions/<slug:slug>/",
        agent_record.agent_detail,
        {"kind": AgentKind.INSTITUTION},
        name="institution-detail",
    ),
    path("tags/", subjects.tag_list, name="tag-list"),
    path("tags/<slug:slug>/", subjects.tag_detail, name="tag-detail"),
    path("sources/", subjects.source_list, name="source-list"),
    path("sources/<slug:slug>/", subjects.source_detail, name="source-detail"),
    path("network/", network.network, name="network"),
    path("suggest/", suggestions.suggestions, name="suggest"),
    path("about/", about.about, name="about"),
]
