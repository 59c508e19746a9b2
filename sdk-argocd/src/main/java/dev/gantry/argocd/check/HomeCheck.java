package dev.gantry.argocd.check;

import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks for Applications that are not where Argo CD looks for them: in its own namespace, which is that of its projects, or
 * in one that their project admits.
 */
final class HomeCheck {

    private static final String USUAL = "argocd";

    private final List<Manifest> projects;
    private final Findings findings;

    HomeCheck(Model model, Findings findings) {
        this.projects = model.ofKind(ArgoCdChecks.GROUP, "AppProject");
        this.findings = findings;
    }

    void check(List<ApplicationSpec> applications) {
        String home = home(applications);
        for (ApplicationSpec application : applications) {
            String namespace = application.namespace();
            Manifest project = projectOf(application);
            String expected = project == null ? home : project.id().namespace();
            boolean theirs = project == null && !application.project().equals("default");
            if (namespace == null || expected == null || namespace.equals(expected) || theirs) {
                continue;
            }
            if (project == null || !new Project(project).admits(namespace)) {
                report(application, namespace, expected, project);
            }
        }
    }

    private void report(ApplicationSpec application, String namespace, String expected, @Nullable Manifest project) {
        Finding finding = Finding.of(
                        ApplicationRule.OUTSIDE,
                        "It lives in the namespace \"" + namespace + "\", but Argo CD's seems to be \"" + expected
                                + "\"." + (project == null ? "" : " " + project + " admits no other."))
                .hint(
                        "Add it to a stack with Argo CD's namespace: where it deploys to is its destination. If Argo CD is set up for"
                                + " Applications in any namespace, call sourceNamespaces(\"" + namespace
                                + "\") on the project.");
        findings.add(
                application.manifest(),
                "metadata.namespace",
                project == null ? finding : finding.related(project.origin(), "the project is made here"));
    }

    /** The namespace of Argo CD; {@code null} if it is not known. */
    private @Nullable String home(List<ApplicationSpec> applications) {
        String home = null;
        for (Manifest project : projects) {
            String namespace = project.id().namespace();
            if (namespace == null || (home != null && !home.equals(namespace))) {
                return null;
            }
            home = namespace;
        }
        if (home != null) {
            return home;
        }
        return applications.stream().anyMatch(application -> USUAL.equals(application.namespace())) ? USUAL : null;
    }

    private @Nullable Manifest projectOf(ApplicationSpec application) {
        Manifest found = null;
        for (Manifest project : projects) {
            if (project.id().name().equals(application.project())) {
                if (found == null || Objects.equals(project.id().namespace(), application.namespace())) {
                    found = project;
                }
            }
        }
        return found;
    }
}
