package dev.gantry.engine;

import dev.gantry.Stack;
import dev.gantry.config.ConfigMap;
import dev.gantry.findings.Example;
import java.util.Base64;
import java.util.Random;

/** What the rules for the history of a stack are for. */
final class HistoryExamples {

    private HistoryExamples() {}

    @Example(
            value = "GTY-REL-010",
            why =
                    "Only so many revisions are kept (`gantry.historyLimit`), and the numbers of those that were trimmed are not used again.")
    static void unknownRevision(ExampleCluster cluster) {
        cluster.deployed(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
        cluster.rollback(7);
    }

    @Example(
            value = "GTY-REL-011",
            why = "Somebody changed the Secret of the revision. What was not written by Gantry is not applied.")
    static void corruptRevision(ExampleCluster cluster) {
        cluster.deployed(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
        cluster.edit(
                "v1",
                "Secret",
                "gantry-shop.r1",
                s -> s.withObject("/metadata/annotations").put("gantry.dev/digest", "sha256:0"));
        cluster.rollback(1);
    }

    @Example(
            value = "GTY-REL-012",
            why =
                    "A stack of many megabytes is recorded without its contents: the history says when and by whom it was deployed, but"
                            + " not what. Check out its commit, and apply that.")
    static void emptyRevision(ExampleCluster cluster) {
        cluster.deployed(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
        cluster.edit(
                "v1",
                "Secret",
                "gantry-shop.r1",
                s -> s.withObject("/metadata/annotations").put("gantry.dev/parts", "0"));
        cluster.rollback(1);
    }

    @Example(
            value = "GTY-REL-013",
            why = "Revisions are kept in Secrets, whose size is limited. The stack is applied all the same.")
    static void largeRevision(ExampleCluster cluster) {
        cluster.apply(app -> {
            Stack shop = app.stack("shop");
            for (int i = 1; i <= 6; i++) {
                String photo = noise(i, 950_000);
                shop.add(ConfigMap.of("photo-" + i, c -> c.text("photo", photo)));
            }
        });
    }

    private static String noise(int seed, int length) {
        byte[] bytes = new byte[length / 4 * 3];
        new Random(seed).nextBytes(bytes);
        return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes);
    }
}
