package dev.gantry.findings;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gantry.App;
import dev.gantry.Stack;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.customresource.CustomResource;
import dev.gantry.customresource.CustomResourceDefinition;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;

/** What the rules for custom resources are for. */
final class CustomResourceExamples {

    private CustomResourceExamples() {}

    @Group("example.com")
    @Version("v1")
    record WebApp(WebAppSpec spec, WebAppStatus status) implements Namespaced {}

    record WebAppSpec(
            @Required String image, @Min(1) @Max(10) Integer replicas, Size size) {}

    record WebAppStatus(int readyReplicas) {}

    enum Size {
        SMALL,
        LARGE
    }

    @Example(
            value = "GTY-CRD-001",
            why = "The group and the version of a kind are part of its name: say which they are.")
    static void noKind(App app) {
        record Plain(WebAppSpec spec) {}

        app.stack("shop").add(CustomResourceDefinition.of(Plain.class, d -> {}));
    }

    @Example(
            value = "GTY-CRD-002",
            why =
                    "A schema says for each field which one type it has. Declare a property for each alternative, and say with a"
                            + " @ValidationRule that only one of them is there.")
    static void severalClasses(App app) {
        interface Storage {}

        record ArchiveSpec(Storage storage) {}

        @Group("example.com")
        @Version("v1")
        record Archive(ArchiveSpec spec) implements Namespaced {}

        app.stack("shop").add(CustomResourceDefinition.of(Archive.class, d -> {}));
    }

    @Example(
            value = "GTY-CRD-003",
            why =
                    "Schemas cannot refer to each other, so they have a fixed depth. Let items name each other, or leave the"
                            + " inner ones open.")
    static void circle(App app) {
        record Item(String name, List<Item> items) {}

        @Group("example.com")
        @Version("v1")
        record Menu(Item spec) implements Namespaced {}

        app.stack("shop").add(CustomResourceDefinition.of(Menu.class, d -> {}));
    }

    @Example(value = "GTY-CRD-004", why = "Only one of them would be read and written.")
    static void sameName(App app) {
        record MirrorSpec(String url, @JsonProperty("url") String address) {}

        @Group("example.com")
        @Version("v1")
        record Mirror(MirrorSpec spec) implements Namespaced {}

        app.stack("shop").add(CustomResourceDefinition.of(Mirror.class, d -> {}));
    }

    @Example(value = "GTY-CRD-005", why = "What the annotation asks for could not be kept, or would be ignored.")
    static void annotation(App app) {
        record TimerSpec(
                @Min(1) String every, @Default("soon") int delay) {}

        @Group("example.com")
        @Version("v1")
        record Timer(TimerSpec spec) implements Namespaced {}

        app.stack("shop").add(CustomResourceDefinition.of(Timer.class, d -> {}));
    }

    @Example(
            value = "GTY-CRD-006",
            why = "Compiled classes have no comments. Here the class is not one of the module's own sources.")
    static void comments(App app) {
        app.stack("shop").add(CustomResourceDefinition.of(WebApp.class, d -> d.descriptionsFromJavadoc()));
    }

    @Example(value = "GTY-CRD-007", why = "A cluster rejects the definition: these names become parts of URLs.")
    static void names(App app) {
        @Group("example")
        @Version("v1")
        record Misnamed(WebAppSpec spec) implements Namespaced {}

        app.stack("shop").add(CustomResourceDefinition.of(Misnamed.class, d -> {}));
    }

    @Example(
            value = "GTY-CRD-008",
            why = "A cluster keeps all resources in one version, and makes the others of it: it has to know which.")
    static void versions(App app) {
        @Group("example.com")
        @Version("v2")
        @io.fabric8.kubernetes.model.annotation.Kind("WebApp")
        record WebAppV2(WebAppSpec spec, WebAppStatus status) implements Namespaced {}

        app.stack("shop").add(CustomResourceDefinition.of(WebAppV2.class, d -> d.version(WebApp.class)));
    }

    @Example(
            value = "GTY-CRD-009",
            why = "A cluster rejects a schema that does not say of each field what it is. What is made of a class is"
                    + " structural; files and edits need not be.")
    static void structure(App app) {
        app.stack("shop")
                .add(CustomResourceDefinition.of(
                        WebApp.class,
                        d -> d.rawFields(tree -> tree.remove(
                                "spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.image.type"))));
    }

    @Example(value = "GTY-CRD-010", why = "No resource could ever be valid, or a cluster rejects the definition.")
    static void contradiction(App app) {
        record QueueSpec(@Min(10) @Max(5) int length) {}

        @Group("example.com")
        @Version("v1")
        record Queue(QueueSpec spec) implements Namespaced {}

        app.stack("shop").add(CustomResourceDefinition.of(Queue.class, d -> {}));
    }

    @Example(
            value = "GTY-CRD-011",
            why = "A cluster rejects the definition: who leaves the field out would get a value that is not allowed.")
    static void preset(App app) {
        record CacheSpec(@Max(64) @Default("100") int size) {}

        @Group("example.com")
        @Version("v1")
        record Cache(CacheSpec spec) implements Namespaced {}

        app.stack("shop").add(CustomResourceDefinition.of(Cache.class, d -> {}));
    }

    @Example(
            value = "GTY-CRD-012",
            why =
                    "The status belongs to the controller. As a subresource it has permissions of its own, is ignored in what"
                            + " users apply, and its changes do not raise metadata.generation.")
    static void status(App app) {
        app.stack("shop").add(CustomResourceDefinition.of(WebApp.class, d -> d.statusSubresource(false)));
    }

    @Example(value = "GTY-CRD-013", why = "The column stays empty, and who scales gets an error.")
    static void path(App app) {
        record TaskStatus(String phase) {}

        @Group("example.com")
        @Version("v1")
        @AdditionalPrinterColumn(name = "PHASE", jsonPath = ".status.fase")
        record Task(WebAppSpec spec, TaskStatus status) implements Namespaced {}

        app.stack("shop").add(CustomResourceDefinition.of(Task.class, d -> {}));
    }

    @Example(
            value = "GTY-CRD-014",
            why =
                    "A cluster rejects the definition. Gantry looks at the form of rules; what is in the expression is checked"
                            + " by the cluster.")
    static void validation(App app) {
        @ValidationRule(value = "self.least <= self.most", reason = "Invalid")
        record LimitSpec(int least, int most) {}

        @Group("example.com")
        @Version("v1")
        record Limit(LimitSpec spec) implements Namespaced {}

        app.stack("shop").add(CustomResourceDefinition.of(Limit.class, d -> {}));
    }

    @Example(value = "GTY-CRD-015", why = "A cluster rejects the resource.")
    static void required(App app) {
        app.stack("shop").add(CustomResource.of("blue", WebApp.class, new WebAppSpec(null, 3, Size.SMALL), r -> {}));
    }

    @Example(
            value = "GTY-CRD-016",
            why =
                    "A cluster forgets fields that the definition does not have, often without a word. Resources from files are"
                            + " compared with the definitions of the program too.")
    static void unknown(App app) {
        app.stack("shop")
                .add(CustomResource.of(
                        "blue",
                        WebApp.class,
                        new WebAppSpec("example.com/blue:7", 3, Size.SMALL),
                        r -> r.rawFields(tree -> tree.set("spec.replica", 4))));
    }

    @Example(value = "GTY-CRD-017", why = "A cluster rejects the resource.")
    static void wrongType(App app) {
        app.stack("shop")
                .add(CustomResource.of(
                        "blue",
                        WebApp.class,
                        new WebAppSpec("example.com/blue:7", null, Size.SMALL),
                        r -> r.rawFields(tree -> tree.set("spec.replicas", "three"))));
    }

    @Example(value = "GTY-CRD-018", why = "A cluster rejects the resource.")
    static void value(App app) {
        app.stack("shop")
                .add(CustomResource.of(
                        "blue", WebApp.class, new WebAppSpec("example.com/blue:7", 12, Size.SMALL), r -> {}));
    }

    @Example(value = "GTY-CRD-019", why = "A cluster knows no such kind: it cannot be applied.")
    static void notServed(App app) {
        @Group("example.com")
        @Version(value = "v1alpha1", storage = false)
        @io.fabric8.kubernetes.model.annotation.Kind("WebApp")
        record EarlyWebApp(WebAppSpec spec) implements Namespaced {}

        Stack shop = app.stack("shop");
        shop.add(CustomResourceDefinition.of(WebApp.class, d -> {}));
        shop.add(CustomResource.of(
                "blue", EarlyWebApp.class, new WebAppSpec("example.com/blue:7", 3, Size.SMALL), r -> {}));
    }

    @Example(value = "GTY-CRD-020", why = "The schema of the kind is made of the class that it has for its spec.")
    static void spec(App app) {
        app.stack("shop").add(CustomResource.of("blue", WebApp.class, new WebAppStatus(3), r -> {}));
    }

    @Example(value = "GTY-CRD-021", why = "The autoscaler never does anything but report an error.")
    static void notScalable(App app) {
        Stack shop = app.stack("shop");
        shop.add(CustomResourceDefinition.of(WebApp.class, d -> {}));
        CustomResource blue = shop.add(CustomResource.of(
                "blue", WebApp.class, new WebAppSpec("example.com/blue:7", null, Size.LARGE), r -> {}));
        shop.add(HorizontalPodAutoscaler.of("blue", blue, h -> h.replicas(2, 9).memoryAverage("300Mi")));
    }
}
