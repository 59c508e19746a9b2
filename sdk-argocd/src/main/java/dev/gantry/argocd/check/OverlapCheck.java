package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.argocd.check.ApplicationSpec.Source;
import dev.gantry.check.Findings;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for Applications that deploy what another one deploys, or themselves. */
final class OverlapCheck {

    private final Findings findings;

    OverlapCheck(Findings findings) {
        this.findings = findings;
    }

    void check(List<ApplicationSpec> applications) {
        Map<List<Object>, ApplicationSpec> bySource = new HashMap<>();
        Map<List<Object>, ApplicationSpec> byStack = new HashMap<>();
        Map<String, Set<String>> deployed = new HashMap<>();
        for (ApplicationSpec application : applications) {
            if (application.stack() != null) {
                deployed.computeIfAbsent(application.manifest().stack(), x -> new HashSet<>())
                        .add(application.stack());
            }
        }
        for (ApplicationSpec application : applications) {
            checkItself(application, deployed);
            if (application.isTemplate()) {
                continue;
            }
            ApplicationSpec other = application.stack() == null
                    ? null
                    : byStack.putIfAbsent(List.of(application.stack(), application.destination()), application);
            if (other != null) {
                report(application, "destination", "deploys the stack \"" + application.stack() + "\"", other);
                continue;
            }
            for (Source source : application.sources()) {
                if (source.text("path").isEmpty() && source.text("chart").isEmpty()) {
                    continue;
                }
                ApplicationSpec same = bySource.putIfAbsent(key(application, source), application);
                if (same != null && !same.equals(application)) {
                    report(application, "source", "deploys " + shown(source), same);
                }
            }
        }
    }

    /** What the manifests of a source depend on, but for the revision: two of them deploy the same names. */
    private static List<Object> key(ApplicationSpec application, Source source) {
        List<Object> key = new ArrayList<>();
        key.add(application.destination());
        JsonNode copy = source.node().deepCopy();
        if (copy instanceof ObjectNode fields) {
            fields.put("repoURL", Glob.normal(source.text("repoURL")));
            fields.remove(List.of("targetRevision", "name", "ref"));
        }
        key.add(copy);
        // a chart's release is named like its Application
        if (!source.text("chart").isEmpty()
                && source.node().path("helm").path("releaseName").isMissingNode()) {
            key.add(application.manifest().id().name());
        }
        return key;
    }

    private static String shown(Source source) {
        return source.text("chart").isEmpty()
                ? source.text("path") + " of " + source.text("repoURL")
                : "the chart " + source.text("chart") + " of " + source.text("repoURL");
    }

    private void report(ApplicationSpec application, String field, String what, ApplicationSpec other) {
        findings.add(
                application.manifest(),
                application.present(field),
                Finding.of(
                                ApplicationRule.TWICE,
                                other + " " + what
                                        + " to the same destination too: each takes the resources from the other.")
                        .hint("Leave one of them out, or give them other destinations.")
                        .related(other.manifest().origin(), "the other one is made here"));
    }

    private void checkItself(ApplicationSpec application, Map<String, Set<String>> deployed) {
        String stack = application.stack();
        String own = application.manifest().stack();
        if (stack == null || !reaches(stack, own, deployed, new HashSet<>())) {
            return;
        }
        findings.add(
                application.manifest(),
                application.present("destination"),
                Finding.of(
                                ApplicationRule.ITSELF,
                                stack.equals(own)
                                        ? "It deploys the stack \"" + stack + "\", of which it is a part."
                                        : "It deploys the stack \"" + stack + "\", which deploys the stack \"" + own
                                                + "\", of which it is a part.")
                        .hint(
                                "Add it to a stack of its own, with the namespace of Argo CD. If it is meant to keep itself up"
                                        + " to date, accept this finding with finding(code, Severity.OFF, reason)."));
    }

    private static boolean reaches(String from, String to, Map<String, Set<String>> deployed, Set<String> seen) {
        if (from.equals(to)) {
            return true;
        }
        for (String next : seen.add(from) ? deployed.getOrDefault(from, Set.of()) : Set.<String>of()) {
            if (reaches(next, to, deployed, seen)) {
                return true;
            }
        }
        return false;
    }
}
