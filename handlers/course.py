"""One dispute in one playbook: which steps it needs, and how far it is."""

from dataclasses import dataclass

from handlers.casework.evidence_needed import Needed
from handlers.casework.playbooks import Playbook, Step
from storage.records import Dispute, PlaybookProgress


@dataclass(frozen=True, slots=True)
class Course:
    """One dispute in one playbook: the steps that it needs, and how far it is."""

    dispute: Dispute
    playbook: Playbook
    state: PlaybookProgress
    evidence: Needed | None = None
    """What the dispute's evidence list has and lacks, where a step shows it."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps for a case as it now stands."""
        return self.playbook.steps_for(self.dispute.status)

    @property
    def left(self) -> tuple[Step, ...]:
        """Steps not done yet."""
        return tuple(step for step in self.steps if step.id not in self.state.done)

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
