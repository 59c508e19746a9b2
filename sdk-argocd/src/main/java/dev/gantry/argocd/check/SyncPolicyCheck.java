package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.extension.GoDuration;
import dev.gantry.finding.Finding;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at what Argo CD does by itself: deleting, making namespaces, trying again. */
final class SyncPolicyCheck {

    /** A number alone, which Argo CD takes for seconds. */
    private static final Pattern SECONDS = Pattern.compile("-?\\d{1,12}");

    private final StackContents contents;
    private final Findings findings;

    SyncPolicyCheck(StackContents contents, Findings findings) {
        this.contents = contents;
        this.findings = findings;
    }

    void check(List<ApplicationSpec> applications) {
        for (ApplicationSpec application : applications) {
            checkAutomated(application);
            checkNamespace(application);
            checkRetry(application);
        }
    }

    private void checkAutomated(ApplicationSpec application) {
        JsonNode automated = application.syncPolicy().path("automated");
        if (automated.path("prune").asBoolean()
                && automated.path("allowEmpty").asBoolean()
                && automated.path("enabled").asBoolean(true)) {
            findings.add(
                    application.manifest(),
                    application.field("syncPolicy.automated.allowEmpty"),
                    Finding.of(
                                    ApplicationRule.ALLOW_EMPTY,
                                    "If the source is empty, such as by a wrong path, everything that it had is deleted.")
                            .hint("Leave allowEmpty(true) out, or prune by hand."));
        }
    }

    private void checkNamespace(ApplicationSpec application) {
        JsonNode policy = application.syncPolicy();
        int option = indexOf(policy.path("syncOptions"), "CreateNamespace=true");
        String namespace = application.destination().path("namespace").asText("");
        if (option < 0) {
            if (policy.has("managedNamespaceMetadata")) {
                report(
                        application,
                        "syncPolicy.managedNamespaceMetadata",
                        "The namespace is not made, so these labels and annotations go nowhere.",
                        "Call syncOptions(SyncOption.CREATE_NAMESPACE) too.");
            }
            return;
        }
        String field = "syncPolicy.syncOptions[" + option + "]";
        if (namespace.isEmpty()) {
            report(
                    application,
                    field,
                    "The destination has no namespace that could be made.",
                    "Call destination(cluster, namespace), or leave SyncOption.CREATE_NAMESPACE out.");
        }
        for (Manifest manifest : contents.of(application)) {
            if (manifest.id().kind().equals("Namespace") && manifest.id().name().equals(namespace)) {
                findings.add(
                        application.manifest(),
                        application.field(field),
                        Finding.of(
                                        ApplicationRule.CREATE_NAMESPACE,
                                        "The stack \"" + application.stack() + "\" holds " + manifest
                                                + " itself, and CreateNamespace=true makes it too.")
                                .hint("Leave SyncOption.CREATE_NAMESPACE out: a Namespace is applied before all else.")
                                .related(manifest.origin(), "it is made here"));
            }
        }
    }

    private void checkRetry(ApplicationSpec application) {
        JsonNode retry = application.syncPolicy().path("retry");
        JsonNode backoff = retry.path("backoff");
        String field = "syncPolicy.retry";
        if (retry.has("limit") && retry.path("limit").asInt() == 0 && !backoff.isEmpty()) {
            retry(
                    application,
                    field + ".limit",
                    "The limit is 0, so a sync that failed is not tried again.",
                    "Call limit(times) with 1 or more, or leave the backoff out.");
        }
        Duration first = duration(application, backoff, "duration");
        Duration most = duration(application, backoff, "maxDuration");
        if (first != null && most != null && !most.isZero() && first.compareTo(most) > 0) {
            retry(
                    application,
                    field + ".backoff.maxDuration",
                    "It waits at most " + backoff.path("maxDuration").asText() + ", so it never waits the "
                            + backoff.path("duration").asText() + " that it begins with.",
                    "Give a longer time than the one that it begins with.");
        }
        if (backoff.path("factor").isNumber()
                && backoff.path("factor").asInt() < 1
                && !application.manifest().hasFlaw(application.field(field + ".backoff.factor"))) {
            retry(
                    application,
                    field + ".backoff.factor",
                    "With the factor " + backoff.path("factor").asText() + " it waits less and less.",
                    "Give 1 or more.");
        }
    }

    private @Nullable Duration duration(ApplicationSpec application, JsonNode backoff, String name) {
        String text = backoff.path(name).asText("");
        if (!application.isKnown(text)) {
            return null;
        }
        Duration duration =
                SECONDS.matcher(text).matches() ? Duration.ofSeconds(Long.parseLong(text)) : GoDuration.parse(text);
        if (duration == null) {
            retry(
                    application,
                    "syncPolicy.retry.backoff." + name,
                    "\"" + text + "\" is not a duration.",
                    "Write it with units, such as 5s or 3m.");
        }
        return duration;
    }

    private void retry(ApplicationSpec application, String field, String message, String hint) {
        findings.add(
                application.manifest(),
                application.field(field),
                Finding.of(ApplicationRule.RETRY, message).hint(hint));
    }

    private void report(ApplicationSpec application, String field, String message, String hint) {
        findings.add(
                application.manifest(),
                application.field(field),
                Finding.of(ApplicationRule.CREATE_NAMESPACE, message).hint(hint));
    }

    private static int indexOf(JsonNode list, String text) {
        for (int i = 0; i < list.size(); i++) {
            if (list.path(i).asText().equals(text)) {
                return i;
            }
        }
        return -1;
    }
}
