package dev.gantry;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.finding.Finding;
import dev.gantry.program.Impurity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares the manifests of two runs, and shows the first line in which they differ. */
final class SecondResult {

    private SecondResult() {}

    static List<Finding> differences(Generation.Outcome first, Bundle second, Path output) throws IOException {
        List<Finding> findings = new ArrayList<>();
        List<String> files = new ArrayList<>(first.manifests().keySet());
        for (BundleEnvironment environment : second.environments()) {
            for (IndexEntry entry : environment.resources()) {
                if (!first.manifests().containsKey(entry.file())) {
                    findings.add(finding(environment.name(), entry, entry.id() + " was made by the second run only."));
                }
            }
        }
        for (BundleEnvironment environment : first.bundle().environments()) {
            for (IndexEntry entry : environment.resources()) {
                if (!files.remove(entry.file())) {
                    continue;
                }
                String one =
                        new String(first.manifests().getOrDefault(entry.file(), new byte[0]), StandardCharsets.UTF_8);
                Path other = output.resolve(entry.file());
                if (!Files.exists(other)) {
                    findings.add(finding(environment.name(), entry, entry.id() + " was not made by the second run."));
                } else if (!one.equals(Files.readString(other))) {
                    findings.add(finding(environment.name(), entry, line(entry, one, Files.readString(other))));
                }
            }
        }
        return findings;
    }

    private static String line(IndexEntry entry, String one, String other) {
        List<String> lines = one.lines().toList();
        List<String> others = other.lines().toList();
        int i = 0;
        while (i < lines.size() && i < others.size() && lines.get(i).equals(others.get(i))) {
            i++;
        }
        return entry.id() + " came out otherwise in a second JVM: \"" + at(lines, i) + "\" here, \"" + at(others, i)
                + "\" there.";
    }

    private static String at(List<String> lines, int i) {
        return i < lines.size() ? lines.get(i).strip() : "";
    }

    private static Finding finding(String environment, IndexEntry entry, String message) {
        return Finding.of(Impurity.DIFFERENT_RESULT, message)
                .hint(Impurity.DIFFERENT_RESULT.hint())
                .in(environment, entry.stack())
                .on(entry.id().toString(), null)
                .at(entry.origin());
    }
}
