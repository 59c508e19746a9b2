package dev.gantry;

import dev.gantry.extension.AuthorEdit;
import dev.gantry.extension.ContentDigest;
import dev.gantry.extension.Context;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Run;
import dev.gantry.finding.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings placed trees into their final form, in a fixed order of steps; also what late values may look at. */
final class Assembly implements Context {

    private final App app;
    private final Run run;
    private final Placement placement;
    private final AuthorCode author;
    private final FindingLog log;
    private @Nullable Placed current;

    Assembly(App app, Run run, Placement placement, AuthorCode author, FindingLog log) {
        this.app = app;
        this.run = run;
        this.placement = placement;
        this.author = author;
        this.log = log;
    }

    void finish() {
        for (Placed placed : placement.placed()) {
            guarded("The value of an annotation", placed, placed::applyDefaults);
        }
        for (Placed placed : placement.placed()) {
            placed.harden();
        }
        List<Placed> incomplete = incomplete();
        for (Placed placed : incomplete) {
            guarded("A late value", placed, () -> placed.resolve(this));
        }
        hash(incomplete);
        boolean edited = false;
        for (Placed placed : incomplete) {
            for (AuthorEdit edit : Draft.of(placed.resource()).edits()) {
                guarded("A raw edit", placed, () -> placed.edit(edit, run.isTracingLines()));
                edited = true;
            }
        }
        if (edited) {
            hash(incomplete);
        }
        if (!run.isHurried()) {
            for (Placed placed : placement.placed()) {
                placed.arrange();
            }
        }
    }

    /** Those with late values or edits, which are few in most programs. */
    private List<Placed> incomplete() {
        List<Placed> incomplete = new ArrayList<>();
        for (Placed placed : placement.placed()) {
            if (!Draft.of(placed.resource()).isComplete()) {
                incomplete.add(placed);
            }
        }
        return incomplete;
    }

    private void hash(List<Placed> incomplete) {
        for (Placed placed : incomplete) {
            placed.hash(this);
        }
    }

    private void guarded(String what, Placed placed, Runnable step) {
        current = placed;
        for (Finding finding : author.run(what, step)) {
            log.add(placed, finding.field() == null ? "" : finding.field(), finding);
        }
    }

    @Override
    public @Nullable String namespace(Resource resource) {
        Placed placed = placement.of(resource);
        return placed == null ? resource.ownNamespace() : placed.namespace();
    }

    @Override
    public @Nullable String namespace() {
        return current == null ? null : current.namespace();
    }

    @Override
    public String plural(Resource resource) {
        return placement.plural(resource);
    }

    @Override
    public String contentHash(Resource configMap) {
        Placed placed = placement.of(configMap);
        return placed == null ? "" : ContentDigest.of(placed.tree());
    }

    @Override
    public String clusterDomain() {
        return app.clusterDomain();
    }

    @Override
    public String environment() {
        return app.environment();
    }

    @Override
    public byte[] read(Path file) {
        return run.read(file);
    }

    @Override
    public List<Path> list(Path directory) {
        return run.list(directory);
    }
}
