package dev.gantry.argocd.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for AppProjects. */
enum AppProjectRule implements Rule {
    /** An entry that is in its list already. */
    REPEATED(RuleFacts.error("GTY-ARG-022", "A project says something twice")),
    /** An entry that allows or forbids nothing. */
    ENTRY(RuleFacts.error("GTY-ARG-023", "An entry of a project has no effect")),
    /** A policy or a role that Argo CD rejects. */
    POLICY(RuleFacts.error("GTY-ARG-024", "A policy of a project is not valid")),
    /** A window for nothing. */
    WINDOW(RuleFacts.error("GTY-ARG-025", "A sync window is not valid")),
    /** A kind that Kubernetes does not have. */
    UNKNOWN_KIND(RuleFacts.warning("GTY-ARG-033", "A project names a kind that Kubernetes does not have"));
    private final RuleFacts facts;

    AppProjectRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
