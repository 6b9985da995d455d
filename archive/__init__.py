"""The Django project of the archive."""

__version__ = "0.1.0"
