package dev.gantry.rawcheck;

import dev.gantry.check.Check;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.extension.Draft;
import dev.gantry.finding.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what no builder has written with fabric8's model of its kind: objects that are added as they are, and those that an author
 * has edited. A program without any loads nothing of the model.
 */
public final class RawCheck implements Check {

    /** Made by {@link java.util.ServiceLoader}. */
    public RawCheck() {}

    @Override
    public List<Rule> rules() {
        return List.of(); // every run has them, since reading such objects reports some
    }

    @Override
    public void check(Model model, Findings findings) {
        List<Manifest> raw = new ArrayList<>(0);
        for (Manifest manifest : model.manifests()) {
            if (manifest.isEdited() || !Draft.of(manifest.resource()).isOwn()) {
                raw.add(manifest);
            }
        }
        if (!raw.isEmpty()) {
            check(raw, findings);
        }
    }

    @Override
    public void checkAlone(Model model, Findings findings) {
        check(model, findings);
    }

    private static void check(List<Manifest> raw, Findings findings) {
        ModelClasses classes = new ModelClasses(RawCheck.class.getClassLoader());
        ModelTypes types = new ModelTypes();
        for (Manifest manifest : raw) {
            Class<?> type = classes.of(manifest.id().apiVersion(), manifest.id().kind());
            if (type != null) {
                new RawContent(types, manifest, findings).check(type);
            }
        }
    }
}
