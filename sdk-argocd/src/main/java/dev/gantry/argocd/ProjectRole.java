package dev.gantry.argocd;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with the Applications of a project.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/projects/#project-roles">Project roles</a>
 */
public final class ProjectRole {

    private final Fields role;
    private final String project;
    private final @Nullable String name;

    ProjectRole(Fields role, String project, @Nullable String name) {
        this.role = role;
        this.project = project;
        this.name = name;
    }

    /** Sets {@code description}: what the role is for. */
    public ProjectRole description(String text) {
        role.set("description", text);
        return this;
    }

    /** Adds to {@code groups}: groups of the identity provider that have the role. */
    public ProjectRole groups(String... groups) {
        role.addAll("groups", Syntax.NOT_EMPTY, groups);
        return this;
    }

    /** Adds to {@code policies}: allows to do something with all objects of the project. */
    public ProjectRole allow(ProjectResource resource, ProjectAction action) {
        return policy(resource, action, "*", "allow");
    }

    /**
     * Adds to {@code policies}: allows to do something with some objects of the project.
     *
     * @param object a name, such as that of an Application; {@code *} stands for anything
     */
    public ProjectRole allow(ProjectResource resource, ProjectAction action, String object) {
        return policy(resource, action, object, "allow");
    }

    /**
     * Adds to {@code policies}: forbids to do something with some objects of the project, even if another policy allows it.
     *
     * @param object a name, such as that of an Application; {@code *} stands for anything
     */
    public ProjectRole deny(ProjectResource resource, ProjectAction action, String object) {
        return policy(resource, action, object, "deny");
    }

    /**
     * Adds to {@code policies}, in the words of Argo CD.
     *
     * @param policies such as {@code p, proj:shop:deployer, applications, action/apps/Deployment/restart, shop/*, allow}
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/rbac/">RBAC</a>
     */
    public ProjectRole policies(String... policies) {
        role.addAll("policies", Syntax.NOT_EMPTY, policies);
        return this;
    }

    private ProjectRole policy(ProjectResource resource, ProjectAction action, String object, String effect) {
        if (role.given("policies", resource) && role.given("policies", action) && role.given("policies", object)) {
            role.add(
                    "policies",
                    "p, proj:%s:%s, %s, %s, %s/%s, %s"
                            .formatted(project, name, resource.term(), action.term(), project, object, effect));
        }
        return this;
    }
}
