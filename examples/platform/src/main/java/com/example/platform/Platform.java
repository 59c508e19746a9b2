package com.example.platform;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Gantry;
import dev.gantry.Stack;
import dev.gantry.workload.DaemonSet;

/** A whole platform: an application, the stack that keeps its logs, what brings the logs there, what deploys it, and a kind of its own. */
public final class Platform implements Blueprint<Platform.Settings> {

    /**
     * What differs between environments.
     *
     * @param environment what the overlay in Git is called that Argo CD deploys
     * @param myapp of the application
     * @param logging of the stack that keeps the logs
     */
    public record Settings(String environment, MyAppSettings myapp, Logging.Settings logging) {}

    @Override
    public void define(App app, Settings env) {
        Stack myapp = MyApp.define(app, env.myapp());
        Logging logging = new Logging(app, env.logging());
        DaemonSet fluentd = Fluentd.define(app, logging.elasticsearch());
        logging.admit(fluentd);
        GitOps.define(app, env.environment(), env.myapp().namespace(), myapp);
        Monitoring.define(app);
        WebApps.define(app);
    }

    public static void main(String[] args) {
        Gantry.run(new Platform(), args);
    }
}
