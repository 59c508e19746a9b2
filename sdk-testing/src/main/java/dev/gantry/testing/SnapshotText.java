package dev.gantry.testing;

import dev.gantry.Synthesis;
import dev.gantry.check.Manifest;
import dev.gantry.yaml.Utf8Text;
import dev.gantry.yaml.YamlPrinter;

/** All manifests of one environment as one text, in the order in which they can be applied. */
final class SnapshotText {

    static final String SEPARATOR = "---";
    static final String STACK = "# stack: ";

    private SnapshotText() {}

    /** One YAML document for each manifest, which begins with a comment that names its stack. */
    static String of(Synthesis synthesis) {
        Utf8Text text = new Utf8Text();
        YamlPrinter printer = new YamlPrinter(text);
        for (Manifest manifest : synthesis.manifests()) {
            if (text.length() > 0) {
                text.append(SEPARATOR + "\n");
            }
            text.append(STACK + manifest.stack() + "\n");
            printer.append(manifest.tree());
        }
        return text.toString();
    }
}
