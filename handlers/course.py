"""One dispute in one playbook: which steps it needs, and how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.casework.conditions import UNKNOWN, Condition, Known
from handlers.casework.evidence_needed import Needed, needed
from handlers.casework.known import known_of
from handlers.casework.playbooks import Playbook, Step
from handlers.turn import Turn
from storage import deadlines, evidence, progress, proposals
from storage.records import Dispute, PlaybookProgress, Proposal
from storage.states import DeadlineStatus


async def course_of(turn: Turn, dispute: Dispute, playbook: Playbook) -> "Course":
    """How far a dispute is in a playbook; a fresh one if it was never begun."""
    state = await progress.get(turn.tx, dispute.id, playbook.name)
    fresh = PlaybookProgress(dispute.id, playbook.name, None, (), None, None)
    latest = await proposals.latest_by(turn.tx, dispute.id)
    known = await known_now(turn, dispute)
    pieces = await evidence.of_dispute(turn.tx, dispute.id)
    return Course(dispute, playbook, state or fresh, known, latest, needed(dispute, pieces))


async def known_now(turn: Turn, dispute: Dispute) -> Known:
    """What is known of a dispute as it stands."""
    latest = await proposals.latest_by(turn.tx, dispute.id)
    clocks = await deadlines.of_dispute(turn.tx, dispute.id, DeadlineStatus.ACTIVE)
    return known_of(dispute, latest, clocks, turn.now)


@dataclass(frozen=True, slots=True)
class Course:
    """One dispute in one playbook: what is known of it, its steps, and how far it is."""

    dispute: Dispute
    playbook: Playbook
    state: PlaybookProgress
    known: Known
    latest: Mapping[str, Proposal]
    """The last proposal of each side."""
    evidence: Needed
    """What the dispute's evidence list has and lacks."""
    waits: bool = False
    """A dispute was opened just now: the other steps are for when a proposal has come."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps for a case as it now stands."""
        return self.playbook.steps_for(self.known)

    @property
    def question(self) -> str | None:
        """What is to be asked before the first step; None if that is known or was asked."""
        ask = self.playbook.ask
        if ask is None or self.state.done or ask in self.dispute.answers:
            return None
        return ask if self.known.get(ask, UNKNOWN) == UNKNOWN else None

    @property
    def left(self) -> tuple[Step, ...]:
        """Steps not done yet."""
        return tuple(step for step in self.steps if step.id not in self.state.done)

    @property
    def is_for_later(self) -> bool:
        """Whether the step to do now is one that only an open dispute needs."""
        in_open = Condition("case", frozenset({"open"}))
        return self.current is not None and in_open in self.current.only

    @property
    def done(self) -> int:
        """How many of its steps are done."""
        return len(self.steps) - len(self.left)

    @property
    def current(self) -> Step | None:
        """The step to do now; None when all are done."""
        return next((one for one in self.left if one.id == self.state.step), None) or (
            self.left[0] if self.left else None
        )

    def find(self, id: str) -> Step | None:
        """One of its steps."""
        return next((step for step in self.steps if step.id == id), None)

    def number(self, step: Step) -> str:
        """2/5."""
        return f"{self.steps.index(step) + 1}/{len(self.steps)}"
