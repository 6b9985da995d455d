"""The words of the archive as its texts write them, by which a misspelt word of a query is known; derived.

They are gathered from all published texts, of a large archive from some of them (`articles/search/gathering.py`).
"""

from __future__ import annotations

from django.db import models

#: The longest key and the longest spelling that are kept.
LONGEST_KEY, LONGEST_SPELLING = 30, 40


class CountedWord(models.Model):
    """In how many texts of a language a spelling stands, of those that were read in the gathering under way."""

    pk = models.CompositePrimaryKey("folded", "language", "written")
    folded = models.CharField(max_length=LONGEST_KEY, db_collation="C")
    language = models.CharField(max_length=8)
    written = models.CharField(max_length=LONGEST_SPELLING, db_collation="C")
    skeleton = models.CharField(max_length=LONGEST_KEY, db_collation="C")
    records = models.IntegerField()

    class Meta:
        verbose_name = "counted word"
        verbose_name_plural = "counted words"

    def __str__(self) -> str:
        return self.written


class WrittenWord(models.Model):
    """A word of the texts of a language: its letters folded, its commonest spelling, how many texts have it.

    `skeleton` are its letters without vowels, by which words of two slips are found.
    """

    pk = models.CompositePrimaryKey("folded", "language")
    folded = models.CharField(max_length=LONGEST_KEY, db_collation="C")
    language = models.CharField(max_length=8)
    written = models.CharField(max_length=LONGEST_SPELLING)
    skeleton = models.CharField(max_length=LONGEST_KEY, db_collation="C")
    records = models.IntegerField()

    class Meta:
        verbose_name = "word"
        verbose_name_plural = "words"
        indexes = [models.Index(fields=["skeleton"], name="word_skeleton")]

    def __str__(self) -> str:
        return self.written


class Gathering(models.Model):
    """How far the gathering of the words has come: one row, or none.

    One text in `step` is read, those behind the key `after` are to come; `version` is the archive's when it began,
    and where it has `ended`, the version that the words are of.
    """

    version = models.BigIntegerField()
    step = models.IntegerField(default=1)
    after = models.BigIntegerField(default=0)
    texts = models.IntegerField(default=0)
    ended = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "gathering of words"
        verbose_name_plural = "gatherings of words"

    def __str__(self) -> str:
        return f"{self.texts}, {self.ended or self.after}"
