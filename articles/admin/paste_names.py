"""The names in a text not yet on record that nobody has put on record either, and what the editor decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2s
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import proposals
from articles.admin.choices import LabelledChoiceField, LabelledSelect
from articles.admin.forged import is_number
from articles.candidates import Candidate
from articles.matching import Match, similar_agents_of
from articles.models import Agent, Article, Mention, NameProposal
from articles.names import fold
from articles.proposals import new_names
from articles.vocabulary import AgentKind, ProposalStatus
from articles.written_proposals import LONGEST_NAME

NEW, SPELLING, REJECT = "new", "spelling", "reject"
_PREFIX = "name-"
_OFFERED = 3  # records of which a name may be another spelling
_Key = tuple[str, str]  # as proposals are told apart: folded name, kind


class NewNameForm(forms.Form):
    """What becomes of one new name; undecided, it waits among the new names."""

    decision = forms.CharField(required=False)
    text = forms.CharField(
        label=gettext_lazy("name"),
        required=False,
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    kind = forms.ChoiceField(label=gettext_lazy("kind"), required=False, choices=AgentKind)
    agent = LabelledChoiceField(
        label=gettext_lazy("person or institution"),
        queryset=Agent.objects.with_names(),
        required=False,
        widget=LabelledSelect(Mention._meta.get_field("agent"), admin.site),
    )

    #: The record of which it is another spelling, once the form is valid.
    known: Agent | None = None

    def clean(self) -> dict[str, Any]:
        """A new record needs its name, another spelling its record."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        decision = said.get("decision", "")
        if decision == NEW and not fold(said.get("text", "")):
            self.add_error("text", _("A name needs at least one letter."))
        elif decision == SPELLING or decision.isdecimal():
            self.known = said.get("agent") if decision == SPELLING else _agent(decision)
            if self.known is None and "agent" not in self.errors:
                self.add_error("agent", _("Choose the record of which this is another spelling."))
        return said


def _agent(number: str) -> Agent | None:
    return Agent.objects.filter(pk=int(number)).first() if is_number(number) else None


@dataclass
class NewName:
    """One new name with its form and the records with a like name, the most alike first.

    `waiting` other texts have the name, whose decision this one is too.
    """

    candidate: Candidate
    form: NewNameForm
    matches: list[Match]
    waiting: int = 0

    @property
    def decision(self) -> str:
        """What is chosen now; "" for later."""
        return str(self.form["decision"].value() or "")


@dataclass
class NewNames:
    """The new names of a text, as it is now, with what was submitted about them."""

    names: list[NewName]
    lost: list[str] = field(default_factory=list)
    """Names that were decided about and are no longer in the text."""

    @classmethod
    def of(
        cls, article: Article, mentions: Iterable[Mention], submitted: Mapping[str, Any] | None = None
    ) -> NewNames:
        """The names in an article that is not saved; what was rejected or accepted before is not asked again."""
        taken = [(mention.field, mention.start, mention.end) for mention in mentions]
        found = {_key(candidate): candidate for candidate in new_names(article, taken)}
        known = NameProposal.objects.filter(folded__in=[folded for folded, _kind in found]).with_counts()
        on_record = {(proposal.folded, proposal.kind): proposal for proposal in known}
        like = similar_agents_of((candidate.text for candidate in found.values()), limit=_OFFERED)
        names, prefixes = [], set()
        for key, candidate in found.items():
            proposal = on_record.get(key)
            if proposal and proposal.status in (ProposalStatus.ACCEPTED, ProposalStatus.REJECTED):
                continue
            prefix = _prefix(key)
            prefixes.add(prefix)
            said = submitted if submitted and f"{prefix}-decision" in submitted else None
            initial = {"text": candidate.text, "kind": candidate.kind}
            form = NewNameForm(said, prefix=prefix, initial=initial)
            waiting = vars(proposal)["article_count"] if proposal else 0
            names.append(NewName(candidate, form, like[candidate.text], waiting))
        return cls(names, _lost(submitted or {}, prefixes))

    def are_valid(self) -> bool:
        """Whether every decision can be carried out."""
        wrong = [name for name in self.names if name.form.is_bound and not name.form.is_valid()]
        return not wrong

    def settle(self, editor: User) -> tuple[list[Agent], list[str]]:
        """Carry out the decisions on the proposals of a saved text: whose names changed, and what went wrong."""
        renamed: dict[int, Agent] = {}
        problems = []
        # In the order in which everyone locks names.
        for name in sorted(self.names, key=lambda name: _key(name.candidate)):
            if not name.decision:
                continue
            folded, kind = _key(name.candidate)
            proposal = NameProposal.objects.filter(folded=folded, kind=kind).first()
            try:
                agent = _settle(proposal, name.form, editor) if proposal else None
            except proposals.AlreadyDecidedError as error:
                problems.append(f"{name.candidate.text}: {error}")
                continue
            if agent:
                renamed[agent.pk] = agent
        return list(renamed.values()), problems


def _settle(proposal: NameProposal, form: NewNameForm, editor: User) -> Agent | None:
    """Carry out one decision; the record that has the name now."""
    said = form.cleaned_data
    if said["decision"] == REJECT:
        proposals.reject(proposal, editor)
        return None
    if said["decision"] == NEW:
        kind = said["kind"] or proposal.kind
        return proposals.accept_as_new(proposal, editor, text=said["text"], kind=kind)
    return proposals.accept_as_spelling(proposal, form.known, editor) if form.known else None


def _key(candidate: Candidate) -> _Key:
    return fold(candidate.text), candidate.kind


def _prefix(key: _Key) -> str:
    """What the form calls a name, the same on every page: a digest, since names hold blanks."""
    return _PREFIX + blake2s("\0".join(key).encode(), digest_size=8).hexdigest()


def _lost(submitted: Mapping[str, Any], prefixes: set[str]) -> list[str]:
    """The names decided about that the text no longer has."""
    decided = [
        name.removesuffix("-decision")
        for name in submitted
        if name.startswith(_PREFIX) and name.endswith("-decision") and submitted[name]
    ]
    return [str(submitted.get(f"{prefix}-text", "")) for prefix in decided if prefix not in prefixes]
