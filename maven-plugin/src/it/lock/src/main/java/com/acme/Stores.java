package com.acme;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Stack;
import dev.gantry.chartinput.ChartSource;
import dev.gantry.chartinput.HelmChart;
import dev.gantry.raw.Raw;

/** Charts from a folder, an archive and a repository, and manifests that somebody publishes. */
public final class Stores implements Blueprint<Stores.Settings> {

    public record Settings(String place) {}

    @Override
    public void define(App app, Settings env) {
        Stack stores = app.stack("stores", s -> s.namespace("stores"));
        stores.add(HelmChart.of("folder", ChartSource.directory("charts/note")));
        stores.add(HelmChart.of("archive", ChartSource.archive("charts/note-1.0.0.tgz")));
        stores.add(HelmChart.of("remote", ChartSource.repository(env.place() + "/charts", "note", "1.*"), c -> c
                .values(v -> v.set("mood", "busy"))));
        stores.addAll(Raw.remote(env.place() + "/install.yaml"));
    }
}
