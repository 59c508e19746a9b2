package dev.gantry.argocd.check;

import dev.gantry.argocd.check.ApplicationSpec.Source;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.Words;
import dev.gantry.extension.Likeness;
import dev.gantry.extension.Reference;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares Applications, and what they deploy, with what their projects allow. */
final class ProjectCheck {

    private final Map<String, Project> projects = new LinkedHashMap<>();
    private final ElementDestinationCheck elements;
    private final ElementProjectCheck elementProjects;
    private final StackContents contents;
    private final Findings findings;

    ProjectCheck(Model model, StackContents contents, Findings findings) {
        for (Manifest manifest : model.ofKind(ArgoCdChecks.GROUP, "AppProject")) {
            projects.putIfAbsent(manifest.id().name(), new Project(manifest));
        }
        this.elements = new ElementDestinationCheck(findings);
        this.elementProjects = new ElementProjectCheck(findings);
        this.contents = contents;
        this.findings = findings;
    }

    void check(List<ApplicationSpec> applications) {
        if (projects.isEmpty()) {
            return;
        }
        for (ApplicationSpec application : applications) {
            Project project = projects.get(application.project());
            if (project != null) {
                checkDestination(application, project);
                elements.check(application, project);
                checkSources(application, project);
                checkKinds(application, project);
            } else if (application.isKnown(application.project())
                    && !application.project().equals("default")
                    && !isTyped(application)) {
                missing(application);
            }
            elementProjects.check(application, projects.keySet());
        }
    }

    private static boolean isTyped(ApplicationSpec application) {
        for (Reference reference : application.manifest().references()) {
            if (reference.field().equals(application.field("project"))
                    && reference.target().name().equals(application.project())) {
                return true;
            }
        }
        return false;
    }

    private void missing(ApplicationSpec application) {
        List<String> others = List.copyOf(projects.keySet());
        String guess = Likeness.closest(application.project(), others);
        findings.add(
                application.manifest(),
                application.field("project"),
                Finding.of(
                                ApplicationRule.NO_PROJECT,
                                "The program has no AppProject \"" + application.project() + "\".")
                        .hint((guess == null
                                        ? "It has " + Words.list(others, other -> "\"" + other + "\"") + "."
                                        : "Did you mean \"" + guess + "\"?")
                                + " If it exists outside the program, name it with AppProject.existing(...)."));
    }

    private void checkDestination(ApplicationSpec application, Project project) {
        String server = application.destination().path("server").asText("");
        String name = application.destination().path("name").asText("");
        String namespace = application.destination().path("namespace").asText("");
        if (server.isEmpty() == name.isEmpty() || !application.isKnown(server + name)) {
            return;
        }
        String cluster = server.isEmpty() ? "the cluster \"" + name + "\"" : server;
        if (namespace.isEmpty() || application.isKnown(namespace)) {
            if (!project.allowsDestination(server, name, namespace)) {
                findings.add(
                        application.manifest(),
                        application.field("destination"),
                        Finding.of(
                                        ApplicationRule.FORBIDDEN_DESTINATION,
                                        project.manifest() + " does not allow "
                                                + (namespace.isEmpty()
                                                        ? "a destination without a namespace"
                                                        : "the namespace \"" + namespace + "\"")
                                                + " in " + cluster + ".")
                                .hint("Call destination(cluster, namespace) on the project, or choose another project.")
                                .related(project.manifest().lineOf("spec.destinations"), "what it allows"));
                return;
            }
        }
        Set<String> seen = new HashSet<>();
        for (Manifest manifest : contents.of(application)) {
            String own = manifest.id().namespace();
            if (own != null && seen.add(own) && !project.allowsDestination(server, name, own)) {
                findings.add(
                        application.manifest(),
                        application.field("destination"),
                        Finding.of(
                                        ApplicationRule.FORBIDDEN_DESTINATION,
                                        project.manifest() + " does not allow the namespace \"" + own + "\" in "
                                                + cluster + ", in which " + manifest + " lives.")
                                .hint("Call destination(cluster, namespace) on the project for this namespace too.")
                                .related(manifest.origin(), "it is made here")
                                .related(project.manifest().lineOf("spec.destinations"), "what the project allows"));
            }
        }
    }

    private void checkSources(ApplicationSpec application, Project project) {
        for (Source source : application.sources()) {
            String url = source.text("repoURL");
            if (application.isKnown(url) && !project.allowsSource(url)) {
                findings.add(
                        application.manifest(),
                        source.field("repoURL"),
                        Finding.of(
                                        ApplicationRule.FORBIDDEN_SOURCE,
                                        project.manifest() + " does not allow the repository " + url + ".")
                                .hint("Call sourceRepos(url) on the project, or choose another project.")
                                .related(project.manifest().lineOf("spec.sourceRepos"), "what it allows"));
            }
        }
    }

    private void checkKinds(ApplicationSpec application, Project project) {
        Map<String, List<Manifest>> forbidden = new LinkedHashMap<>();
        for (Manifest manifest : contents.of(application)) {
            String denial = project.denial(manifest);
            if (denial != null || !project.lists(manifest)) {
                String kind = manifest.id().group() + "/" + manifest.id().kind();
                forbidden
                        .computeIfAbsent(kind + " " + denial, x -> new ArrayList<>())
                        .add(manifest);
            }
        }
        for (List<Manifest> manifests : forbidden.values()) {
            String denial = project.denial(manifests.get(0));
            findings.add(
                    application.manifest(),
                    application.field("project"),
                    denial == null
                            ? unlisted(application, project, manifests)
                            : denied(application, project, manifests, denial));
        }
    }

    private static Finding unlisted(ApplicationSpec application, Project project, List<Manifest> manifests) {
        Manifest first = manifests.get(0);
        String list = StackContents.isClusterScoped(first) ? "clusterResource" : "namespaceResource";
        return Finding.of(
                        ApplicationRule.FORBIDDEN_KIND,
                        project.manifest() + " does not allow " + Words.list(manifests, Manifest::toString)
                                + " of the stack \"" + application.stack() + "\".")
                .hint("Call " + list + "Whitelist(GroupKind.of(\"" + first.id().group() + "\", \""
                        + first.id().kind() + "\")) on the project, or put it into another stack.")
                .related(first.origin(), first + " is made here")
                .related(project.manifest().origin(), "the project is made here");
    }

    private static Finding denied(
            ApplicationSpec application, Project project, List<Manifest> manifests, String denial) {
        Manifest first = manifests.get(0);
        String list = denial.substring("spec.".length(), denial.indexOf('['));
        return Finding.of(
                        ApplicationRule.FORBIDDEN_KIND,
                        "The " + list + " of " + project.manifest() + " names what the Application deploys: "
                                + Words.list(manifests, Manifest::toString) + " of the stack \"" + application.stack()
                                + "\".")
                .hint("Take it out of " + list + "(...), or put it into another stack.")
                .related(project.manifest().lineOf(denial), "the entry that forbids it")
                .related(first.origin(), first + " is made here");
    }
}
