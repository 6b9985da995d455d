"""Files of many texts on the paste desk: stored, and left to the worker."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import get_language

from archive import __version__
from articles.admin.paste_forms import PasteForm
from articles.ingest.uploads import drop, store, upload_folder
from articles.models import AccessionBatch
from articles.tasks import ingest_uploads, state
from articles.vocabulary import ArticleStatus, BatchState

_NAMED = 3


def take_uploads(request: HttpRequest, form: PasteForm) -> AccessionBatch:
    """Store the files of a valid form and queue the job that reads them, together or not at all."""
    files = form.cleaned_data["inputs"]
    batch = AccessionBatch(
        program_version=__version__,
        label=_label([file.name for file in files]),
        received_by_id=request.user.pk,
        state=BatchState.WAITING,
    )
    stated = state(form.statement, form.cleaned_data["status"] or ArticleStatus.PUBLISHED)
    try:
        with transaction.atomic():
            batch.save()
            folder = upload_folder(Path(settings.MEDIA_ROOT), batch)
            for file in files:
                store(folder, file.name, file.chunks())
            ingest_uploads.defer(
                batch_id=batch.pk, stated=stated, language=get_language() or settings.LANGUAGE_CODE
            )
    except BaseException:
        if batch.pk:
            drop(upload_folder(Path(settings.MEDIA_ROOT), batch))
        raise
    return batch


def _label(names: list[str]) -> str:
    """What was asked, in a line: the first few files, and how many there are."""
    shown = ", ".join(names[:_NAMED])
    return (shown if len(names) <= _NAMED else f"{shown}… ({len(names)})")[:500]
