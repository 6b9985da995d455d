"""Offices: the function that a text states right beside a person's name, in the text's own words."""

from articles.offices.finding import OfficeSpan, find_office
from articles.offices.nominative import nominative_office

__all__ = ["OfficeSpan", "find_office", "nominative_office"]
