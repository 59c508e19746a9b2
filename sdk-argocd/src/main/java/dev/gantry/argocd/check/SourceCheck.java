package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.argocd.check.ApplicationSpec.Source;
import dev.gantry.check.Findings;
import dev.gantry.check.Words;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at where the manifests of Applications come from. */
final class SourceCheck {

    private static final Pattern FILE_OF_REF = Pattern.compile("\\$([^/]+)/.*");

    /** Such as latest or main; a version has digits, but for {@code *} and {@code x}. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    private final Findings findings;
    private final HelmCheck helm;

    SourceCheck(Findings findings) {
        this.findings = findings;
        this.helm = new HelmCheck(findings);
    }

    void check(List<ApplicationSpec> applications) {
        for (ApplicationSpec application : applications) {
            if (application.spec().has("sourceHydrator")) {
                continue;
            }
            checkFields(application);
            List<Source> sources = application.sources();
            boolean several = !application.spec().path("sources").isEmpty();
            for (Source source : sources) {
                check(application, source, several);
                checkValueFiles(application, source, sources);
                helm.check(application, source);
            }
        }
    }

    private void checkFields(ApplicationSpec application) {
        JsonNode spec = application.spec();
        if (application.sources().isEmpty()) {
            findings.add(
                    application.manifest(),
                    application.path(),
                    Finding.of(ApplicationRule.NO_SOURCE, "Nobody says where the manifests come from.")
                            .hint("Call from(Git.repository(url).path(folder)), or from(HelmRepository.chart(...))."));
        } else if (spec.has("source") && !spec.path("sources").isEmpty()) {
            findings.add(
                    application.manifest(),
                    application.field("source"),
                    Finding.of(
                                    ApplicationRule.SOURCE_AND_SOURCES,
                                    "There are sources, so Argo CD does not look at this source.")
                            .hint("Pass all of them to one from(first, second, ...).")
                            .related(
                                    application.manifest().lineOf(application.field("sources")),
                                    "the sources that count"));
        }
    }

    private void check(ApplicationSpec application, Source source, boolean several) {
        boolean path = !source.text("path").isEmpty();
        boolean chart = !source.text("chart").isEmpty();
        if (path && chart) {
            findings.add(
                    application.manifest(),
                    source.field("chart"),
                    Finding.of(
                                    ApplicationRule.PATH_AND_CHART,
                                    "The source has both the path \"" + source.text("path") + "\" and the chart \""
                                            + source.text("chart") + "\".")
                            .hint(
                                    "Use Git.repository(url).path(...) for a folder, or HelmRepository.chart(...) for a chart of a"
                                            + " Helm repository."));
        } else if (!path && !chart && (!several || source.text("ref").isEmpty())) {
            findings.add(
                    application.manifest(),
                    source.path(),
                    Finding.of(ApplicationRule.NO_SOURCE, "The source has neither a path nor a chart.")
                            .hint("Call path(folder), with \".\" for the root" + (several ? ", or ref(name)." : ".")));
        }
        if (chart) {
            checkVersion(application, source);
        }
    }

    private void checkVersion(ApplicationSpec application, Source source) {
        String version = source.text("targetRevision");
        String field = source.field(source.node().has("targetRevision") ? "targetRevision" : "chart");
        if (application.manifest().hasFlaw(field)) {
            return;
        }
        if (version.isEmpty()) {
            findings.add(
                    application.manifest(),
                    field,
                    Finding.of(
                                    ApplicationRule.NO_VERSION,
                                    "Nobody says which version of the chart \"" + source.text("chart") + "\" is meant.")
                            .hint(
                                    "Pass it to HelmRepository.chart(repository, chart, version): a version, or a range such as"
                                            + " 1.2.*."));
        } else if (source.text("repoURL").startsWith("http")
                && WORD.matcher(version).matches()) {
            findings.add(
                    application.manifest(),
                    field,
                    Finding.of(
                                    ApplicationRule.NO_VERSION,
                                    "\"" + version + "\" is no version of a chart, nor a range of versions.")
                            .hint("Name a version, or a range such as 1.2.*; \"*\" is the newest that there is."));
        }
    }

    private void checkValueFiles(ApplicationSpec application, Source source, List<Source> sources) {
        JsonNode files = source.node().path("helm").path("valueFiles");
        for (int i = 0; i < files.size(); i++) {
            Matcher file = FILE_OF_REF.matcher(files.path(i).asText());
            if (!file.matches() || isVariable(file.group(1)) || !application.isKnown(file.group(1))) {
                continue;
            }
            String name = file.group(1);
            List<String> refs = new ArrayList<>();
            for (Source other : sources) {
                if (!other.text("ref").isEmpty()) {
                    refs.add(other.text("ref"));
                }
            }
            if (!refs.contains(name)) {
                findings.add(
                        application.manifest(),
                        FieldPath.item(source.path() + ".helm.valueFiles", i),
                        Finding.of(ApplicationRule.REF, "No source has the ref \"" + name + "\".")
                                .hint(
                                        refs.isEmpty()
                                                ? "Pass the repository with the values as a further source, with ref(\""
                                                        + name + "\")."
                                                : "There are " + Words.list(refs, ref -> "\"" + ref + "\"") + "."));
            }
        }
    }

    /** Whether a name is one of the variables that Argo CD puts in. */
    private static boolean isVariable(String name) {
        return name.startsWith("ARGOCD_") || name.startsWith("KUBE_") || name.startsWith("{");
    }
}
