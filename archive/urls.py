"""Temporary map."""
urlpatterns: list = []
