package com.example.platform;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Gantry;
import dev.gantry.workload.DaemonSet;

/** A whole platform: an application, the stack that keeps its logs, and what brings the logs there. */
public final class Platform implements Blueprint<Platform.Settings> {

    /** What differs between environments. */
    public record Settings(MyApp.Settings myapp, Logging.Settings logging) {}

    @Override
    public void define(App app, Settings env) {
        MyApp.define(app, env.myapp());
        Logging logging = new Logging(app, env.logging());
        DaemonSet fluentd = Fluentd.define(app, logging.elasticsearch());
        logging.admit(fluentd);
        Monitoring.define(app);
    }

    public static void main(String[] args) {
        Gantry.run(new Platform(), args);
    }
}
