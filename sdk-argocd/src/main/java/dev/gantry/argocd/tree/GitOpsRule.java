package dev.gantry.argocd.tree;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** What can be wrong with a tree for Argo CD. */
enum GitOpsRule implements Rule {
    /** A folder that nobody reads. */
    NOT_DEPLOYED(RuleFacts.warning("GTY-GIT-001", "No Application deploys a stack")),
    /** Two stacks that would be one. */
    SAME_FOLDER(RuleFacts.fatal("GTY-GIT-002", "Two stacks are read from one folder")),
    /** A folder that is not below the root, or that is Gantry's own. */
    FOLDER(RuleFacts.fatal("GTY-GIT-003", "A stack cannot be put where its Application reads it")),
    /** A source that makes something else of manifests. */
    NOT_AS_IT_IS(RuleFacts.warning("GTY-GIT-004", "An Application does not take the manifests as they are")),
    /** Applications that read from repositories of which one is published to. */
    REPOSITORIES(RuleFacts.warning("GTY-GIT-005", "The stacks are read from several repositories")),
    /** A Secret that is not in the tree. */
    SECRET(RuleFacts.warning("GTY-GIT-006", "Argo CD does not make a Secret that the program asks for")),
    /** An object that another environment has, too. */
    REPLACED(RuleFacts.error("GTY-GIT-008", "In Argo CD, an environment replaces what another one has"));

    private final RuleFacts facts;

    GitOpsRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
