package dev.gantry.engine.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.Connection;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.status.Live;
import dev.gantry.finding.Origin;
import java.util.List;

/** Plans to print. */
public final class Plans {

    /** Where they go. */
    public static final Connection CONNECTION =
            new Connection("production", "https://10.0.0.1:6443", "default", "jane");

    private Plans() {}

    /** An object by {@code Kind namespace/name} and the author's line. */
    public static DesiredObject object(String apiVersion, String name, int line) {
        return new DesiredObject(
                new IndexEntry(
                        id(apiVersion, name),
                        50,
                        "shop",
                        "f.yaml",
                        0,
                        "sha256:0",
                        Origin.source("com/acme/Shop.java", line),
                        List.of(),
                        List.of()),
                JsonNodeFactory.instance.objectNode());
    }

    /** An identity by {@code Kind namespace/name} or {@code Kind name}. */
    public static ResourceId id(String apiVersion, String name) {
        String[] parts = name.split("[ /]", -1);
        return new ResourceId(apiVersion, parts[0], parts.length == 3 ? parts[1] : null, parts[parts.length - 1]);
    }

    /** A plan of one stack. */
    public static Plan plan(List<List<Step.Wanted>> waves, List<Step> removals) {
        Release release =
                new Release("com.acme.Shop", "production", new BundleStack("shop", "shop", List.of()), List.of());
        return new Plan(CONNECTION, List.of(new StackPlan(release, 4, waves, removals)), List.of());
    }

    /** One with a step of every sort. */
    public static Plan everything() {
        return plan(
                List.of(
                        List.of(
                                new Step.Create(object("v1", "Namespace shop", 10), List.of()),
                                new Step.Deferred(object("acme.example/v1", "Widget shop/one", 12), "the kind Widget")),
                        List.of(
                                new Step.Update(
                                        object("v1", "ConfigMap shop/web", 20),
                                        changes("data: {colour: blue, gone: x}", "data: {colour: green, size: '3'}"),
                                        List.of("the pods of Deployment shop/web do not restart by themselves"),
                                        List.of(new Contested(".data.colour", "kubectl-edit")),
                                        List.of()),
                                new Step.Unchanged(object("v1", "Service shop/web", 22)),
                                new Step.Update(
                                        object("v1", "Secret shop/db", 24),
                                        Difference.between(
                                                Live.object(
                                                        "{apiVersion: v1, kind: Secret, data: {password: aHVudGVyMQ==}}"),
                                                Live.object(
                                                        "{apiVersion: v1, kind: Secret, data: {password: aHVudGVyMg==, user: YWRtaW4=}}")),
                                        List.of("the value of password is replaced"),
                                        List.of(),
                                        List.of())),
                        List.of(
                                new Step.Update(
                                        object("apps/v1", "Deployment shop/web", 31),
                                        changes(
                                                "spec: {replicas: 3, template: {spec: {containers: [{name: web, image: 'web:1'}]}}}",
                                                "spec: {replicas: 6, template: {spec: {containers: [{name: web, image: 'web:2'}]}}}"),
                                        List.of(
                                                "3 pods restart, at most 1 extra and 0 missing at a time",
                                                "scales from 3 to 6 pods"),
                                        List.of(),
                                        List.of("spec.x is deprecated")),
                                new Step.Recreate(
                                        object("batch/v1", "Job shop/migrate", 40),
                                        changes("spec: {template: {a: 1}}", "spec: {template: {a: 2}}"),
                                        List.of("it runs again from the beginning"),
                                        "spec.template: field is immutable"),
                                new Step.Conflict(
                                        object("apps/v1", "Deployment shop/api", 50),
                                        List.of(
                                                new Contested(".spec.replicas", "kube-controller-manager"),
                                                new Contested(".spec.paused", "kubectl-edit"))),
                                new Step.Rejected(object("apps/v1", "Deployment shop/bad", 60)),
                                new Step.Update(
                                        object("apps/v1", "Deployment shop/mine", 70),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of()))),
                List.of(
                        new Step.Prune(id("apps/v1", "Deployment shop/old"), "u1", List.of("3 pods stop")),
                        new Step.Keep(id("v1", "PersistentVolumeClaim shop/data"), "u2", "it holds data", false),
                        new Step.Keep(id("v1", "Service shop/kept"), "u3", "gantry.dev/prune says so", true)));
    }

    /** Changes between objects that are written as YAML. */
    static List<FieldChange> changes(String before, String after) {
        return Difference.between(Live.object(before), Live.object(after));
    }
}
