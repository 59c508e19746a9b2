package dev.gantry.testing;

import dev.gantry.Synthesis;
import dev.gantry.check.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What changed between an approved snapshot and the one that was received, resource by resource. */
final class SnapshotDifference {

    private static final int MOST_LINES = 60;

    private final Map<String, String> origins = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    private SnapshotDifference(Synthesis synthesis) {
        for (Manifest manifest : synthesis.manifests()) {
            origins.putIfAbsent(manifest.toString(), Shown.subject(manifest));
        }
    }

    /**
     * Describes it.
     *
     * @param approved the approved text
     * @param received another text
     * @param synthesis what the received text was made from
     */
    static String describe(String approved, String received, Synthesis synthesis) {
        SnapshotDifference difference = new SnapshotDifference(synthesis);
        difference.compare(byKey(approved), byKey(received));
        if (difference.lines.isEmpty()) {
            difference.changed(
                    "The order of the resources",
                    new SnapshotDocument("", "", 1, List.of(approved.split("\n", -1))),
                    new SnapshotDocument("", "", 1, List.of(received.split("\n", -1))));
        }
        return difference.text();
    }

    private static Map<String, SnapshotDocument> byKey(String text) {
        Map<String, SnapshotDocument> documents = new LinkedHashMap<>();
        SnapshotDocument.in(text).forEach(document -> documents.putIfAbsent(document.key(), document));
        return documents;
    }

    private void compare(Map<String, SnapshotDocument> approved, Map<String, SnapshotDocument> received) {
        received.forEach((key, document) -> {
            SnapshotDocument before = approved.get(key);
            if (before != null && !before.lines().equals(document.lines())) {
                changed(subject(document), before, document);
            }
        });
        received.forEach((key, document) -> {
            if (!approved.containsKey(key)) {
                lines.add(subject(document) + " was not there when it was approved.");
            }
        });
        approved.forEach((key, document) -> {
            if (!received.containsKey(key)) {
                lines.add(document.name() + " is not there any more.");
            }
        });
    }

    private void changed(String subject, SnapshotDocument before, SnapshotDocument now) {
        LineDifference difference = LineDifference.between(before.lines(), now.lines());
        lines.add(subject + " differs from line " + (before.line() + difference.before()) + " on:");
        difference.hunks().forEach(line -> lines.add("  " + line));
        lines.add("");
    }

    private String subject(SnapshotDocument document) {
        return origins.getOrDefault(document.name(), document.name());
    }

    private String text() {
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        if (lines.size() <= MOST_LINES) {
            return String.join("\n", lines);
        }
        return String.join("\n", lines.subList(0, MOST_LINES)) + "\n... and " + (lines.size() - MOST_LINES)
                + " more lines";
    }
}
