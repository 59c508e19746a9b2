package dev.gantry.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A ConfigMap or Secret that all environments have. It is generated where its entries differ, or where they are files rather
 * than words: the base makes what is common, and an overlay merges its own.
 */
final class SharedContent {

    private final Counterpart counterpart;
    private final SortedMap<String, Content> contents = new TreeMap<>();

    /** Takes what an overlay generates. */
    @FunctionalInterface
    interface Overlays {

        void generate(String environment, Content content, Generator.Behavior behavior);
    }

    SharedContent(Counterpart counterpart) {
        this.counterpart = counterpart;
        counterpart.trees().forEach((environment, tree) -> {
            Content content = Content.of(tree);
            if (content != null) {
                contents.put(environment, content);
            }
        });
    }

    /** Puts it into base and overlays, and answers whether it is to be generated at all. */
    boolean write(Base base, Overlays overlays) {
        List<Content> all = new ArrayList<>(contents.values());
        if (all.size() < counterpart.trees().size() || !all.stream().allMatch(all.get(0)::isLike)) {
            return false;
        }
        Content common = all.get(0);
        for (Content each : all) {
            common = common.only(each, true);
        }
        int size = common.entries().size();
        boolean same = all.stream().allMatch(each -> each.entries().size() == size);
        if (same && !common.hasFiles()) {
            return false;
        }
        // What is immutable is made at once, and has nothing added.
        boolean split = size > 0 && !common.options().has("immutable");
        if (same || split) {
            base.generated(common);
        }
        if (!same) {
            differ(common, split, overlays);
        }
        return true;
    }

    private void differ(Content common, boolean split, Overlays overlays) {
        contents.forEach((environment, content) -> {
            Content own = split ? content.only(common, false) : content;
            if (!own.entries().isEmpty()) {
                overlays.generate(environment, own, split ? Generator.Behavior.MERGE : Generator.Behavior.CREATE);
            }
        });
    }
}
