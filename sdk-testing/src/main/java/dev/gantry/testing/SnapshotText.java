package dev.gantry.testing;

import dev.gantry.Synthesis;
import dev.gantry.check.Manifest;
import dev.gantry.yaml.YamlPrinter;

/** All manifests of one environment as one text, in the order in which they can be applied. */
final class SnapshotText {

    static final String SEPARATOR = "---";
    static final String STACK = "# stack: ";

    private SnapshotText() {}

    /** One YAML document for each manifest, which begins with a comment that names its stack. */
    static String of(Synthesis synthesis) {
        StringBuilder text = new StringBuilder(4096);
        for (Manifest manifest : synthesis.manifests()) {
            if (!text.isEmpty()) {
                text.append(SEPARATOR).append('\n');
            }
            text.append(STACK).append(manifest.stack()).append('\n');
            YamlPrinter.print(manifest.tree(), text);
        }
        return text.toString();
    }
}
