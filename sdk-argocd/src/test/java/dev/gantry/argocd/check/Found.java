package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Stack;
import dev.gantry.TestRun;
import dev.gantry.argocd.Application;
import dev.gantry.argocd.ApplicationSet;
import dev.gantry.argocd.DestinationCluster;
import dev.gantry.argocd.Git;
import java.util.List;
import java.util.function.Consumer;

/** What is found in small programs. */
final class Found {

    static final Git DEPLOY = Git.repository("https://git.example.com/deploy").path("shop");

    private Found() {}

    /** Each finding as its code, its field and its message. */
    static List<String> in(Consumer<App> program) {
        return TestRun.findings(program).stream()
                .map(finding -> finding.code() + " " + finding.field() + " " + finding.message())
                .toList();
    }

    /** In an Application of Argo CD's namespace, with a source and a destination. */
    static List<String> inApplication(Consumer<Application.Builder> options) {
        return in(app -> gitops(app).add(application("shop", options)));
    }

    /** In an ApplicationSet of Argo CD's namespace, with Go templates, a source and a destination. */
    static List<String> inSet(String name, Consumer<ApplicationSet.Builder> options) {
        return in(app -> gitops(app).add(ApplicationSet.of("shop", name, s -> {
            s.goTemplate().from(DEPLOY).destination(DestinationCluster.IN_CLUSTER, "shop");
            options.accept(s);
        })));
    }

    static Application application(String name, Consumer<Application.Builder> options) {
        return Application.of(name, a -> {
            a.from(DEPLOY).destination(DestinationCluster.IN_CLUSTER, "shop");
            options.accept(a);
        });
    }

    static Stack gitops(App app) {
        return app.stack("gitops", s -> s.namespace("argocd"));
    }

    /** Changes one object of the finished tree. */
    static Consumer<ObjectNode> at(String pointer, Consumer<ObjectNode> edit) {
        return tree -> edit.accept((ObjectNode) tree.at(pointer));
    }
}
