package com.acme;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Stack;
import dev.gantry.argocd.Git;
import dev.gantry.argocd.GitOps;
import dev.gantry.config.ConfigMap;

/** A stack with its settings, and the Application that deploys it. */
public final class Fleet implements Blueprint<Fleet.Settings> {

    public record Settings(int replicas) {}

    @Override
    public void define(App app, Settings env) {
        app.stack("shop", s -> s.namespace("shop"))
                .add(ConfigMap.of("web", c -> c.text("replicas", Integer.toString(env.replicas()))));
        app.stack("argocd", s -> s.namespace("argocd"))
                .add(GitOps.of(app, Git.repository("https://git.example.com/deploy").revision("main"),
                        stack -> stack.name() + "-" + app.environment(), g -> {}));
    }
}
