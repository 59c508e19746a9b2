package dev.gantry.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Gantry;
import dev.gantry.NoSettings;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.access.ApiResource;
import dev.gantry.check.Manifest;
import dev.gantry.config.ConfigMap;
import dev.gantry.customresource.CustomResource;
import dev.gantry.customresource.CustomResourceDefinition;
import dev.gantry.network.Ingress;
import dev.gantry.network.IngressBackend;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of custom resources that have something of each type, and of those that have something wrong. */
class CustomResourceTypesTest extends OnMemoryCluster {

    private static final String API = "example.com/v1";

    private RunningOperator running;

    @BeforeEach
    void defineTheKind() {
        server.create(manifests(Assortments.specs().sample()).get(0).tree().toString());
    }

    @AfterEach
    void stopTheOperator() {
        if (running != null) {
            running.close();
        }
    }

    private static List<Manifest> manifests(Assortment.Spec spec) {
        Blueprint<NoSettings> program = (App app, NoSettings settings) -> {
            Stack stack = app.stack("assortments", s -> s.namespace("default"));
            stack.add(CustomResourceDefinition.of(Assortment.class, d -> {}));
            stack.add(CustomResource.of("mine", Assortment.class, spec, r -> {}));
        };
        return Gantry.synthesize(program, new NoSettings(), "test").manifests();
    }

    private static void define(Assortment assortment, Stack stack) {
        Assortment.Spec spec = assortment.getSpec();
        String name = assortment.getMetadata().getName();
        Port http = Port.http(8080);
        Deployment web = stack.add(Deployment.of(
                name,
                d -> d.selector("app", name)
                        .replicas(spec.optionalInt().orElse(1))
                        .container(
                                "web",
                                spec.image(),
                                c -> c.ports(http).requests("10m", "16Mi").limit("memory", spec.quantity()))));
        Service service = stack.add(Service.of(name, s -> s.selects(web).port(http, 80)));
        stack.add(Ingress.of(
                name, i -> i.anyHost(r -> r.path("/", spec.pathType(), IngressBackend.service(service, http)))));
        stack.add(ConfigMap.of(name, c -> {
            c.text("note", spec.note().orElse("none"));
            c.text("duration", spec.duration().toMinutes() + " minutes");
            c.text("locale", spec.locale().getDisplayCountry(java.util.Locale.ENGLISH));
            c.text("zone", spec.zone().getId());
            c.text("tier", spec.tier().name());
        }));
    }

    private void operator(Consumer<OperatorBuilder<Assortment>> more) {
        operator(CustomResourceTypesTest::define, more);
    }

    private void operator(BiConsumer<Assortment, Stack> program, Consumer<OperatorBuilder<Assortment>> more) {
        running = Operator.of(Assortment.class, program, o -> {
                    o.owns(
                                    ApiResource.DEPLOYMENTS,
                                    ApiResource.SERVICES,
                                    ApiResource.INGRESSES,
                                    ApiResource.CONFIG_MAPS)
                            .retry(Duration.ofMillis(50), Duration.ofMillis(500))
                            .kubeconfig(kubeconfig);
                    more.accept(o);
                })
                .start();
    }

    private static final String GOOD = """
            {"image": "example.com/web:1", "quantity": "64Mi", "pathType": "Exact", "note": "hello", "duration": "PT1H30M",
             "locale": "de-DE", "zone": "Europe/Berlin", "tier": "small", "truth": true, "character": "c",
             "tiny": 1, "number": 2, "fraction": 0.5}
            """;

    private void create(String name, String spec) {
        server.create("{\"apiVersion\": \"example.com/v1\", \"kind\": \"Assortment\", \"metadata\": {\"name\": \""
                + name + "\"}, \"spec\": " + spec + "}");
    }

    private void correct(String name, String field, JsonNode value) {
        server.change(
                "somebody",
                API,
                "Assortment",
                "default",
                name,
                live -> ((ObjectNode) live.path("spec")).set(field, value));
    }

    private ObjectNode live(String name) {
        return server.object(API, "Assortment", "default", name).orElseThrow();
    }

    private JsonNode status(String name) {
        return live(name).path("status");
    }

    private void awaitPhase(String name, String phase) {
        Await.until(
                name + " is " + phase,
                () -> status(name),
                () -> status(name).path("phase").asText().equals(phase)
                        && status(name).path("observedGeneration").asLong()
                                == live(name).at("/metadata/generation").asLong());
    }

    private List<String> events() {
        return server.objects("events.k8s.io/v1", "Event").stream()
                .map(event -> event.at("/regarding/name").asText() + " "
                        + event.path("reason").asText())
                .toList();
    }

    @Test
    void should_make_what_a_custom_resource_with_all_types_asks_for_and_write_its_status_as_the_definition_has_it() {
        operator(o -> {});
        create("mine", GOOD);

        awaitPhase("mine", "Running");

        JsonNode container = server.object("apps/v1", "Deployment", "default", "mine")
                .orElseThrow()
                .at("/spec/template/spec/containers/0");
        assertThat(container.path("image").asText()).isEqualTo("example.com/web:1");
        assertThat(container.at("/resources/limits/memory").asText()).isEqualTo("64Mi");
        assertThat(server.object("networking.k8s.io/v1", "Ingress", "default", "mine")
                        .orElseThrow()
                        .at("/spec/rules/0/http/paths/0/pathType")
                        .asText())
                .isEqualTo("Exact");
        assertThat(server.object("v1", "ConfigMap", "default", "mine")
                        .orElseThrow()
                        .path("data"))
                .hasToString(
                        "{\"note\":\"hello\",\"duration\":\"90 minutes\",\"locale\":\"Germany\",\"zone\":\"Europe/Berlin\",\"tier\":\"SMALL\"}");
        JsonNode status = status("mine");
        assertThat(status.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("phase", "observedGeneration", "readyReplicas", "conditions");
        assertThat(status.path("readyReplicas").isInt()).isTrue();
        assertThat(status.at("/conditions/0/reason").asText()).isEqualTo("Ready");
        assertThat(status.at("/conditions/0/lastTransitionTime").asText()).matches("[-0-9]{10}T[:0-9]{8}Z");
    }

    @Test
    void should_take_whatever_a_program_writes() {
        operator(
                (assortment, stack) -> stack.add(ConfigMap.of(
                        assortment.getMetadata().getName(),
                        c -> c.text("text", String.valueOf(assortment.getSpec().text())))),
                o -> {});
        for (int i = 0; i < 10; i++) {
            ObjectNode tree =
                    manifests(Assortments.specs().sample()).get(1).tree().deepCopy();
            tree.withObject("/metadata").put("name", "mine-" + i);
            server.create(tree.toString());
        }

        for (int i = 0; i < 10; i++) {
            awaitPhase("mine-" + i, "Running");
        }
    }

    @Test
    void should_see_letters_of_any_language() {
        String note = "Grüße, 你好 😀".repeat(3000);
        operator(o -> {});
        for (String name : List.of("one", "two")) {
            create(name, GOOD.replace("hello", note));
            awaitPhase(name, "Running");

            assertThat(server.object("v1", "ConfigMap", "default", name)
                            .orElseThrow()
                            .at("/data/note")
                            .asText())
                    .isEqualTo(note);
        }
    }

    @Test
    void should_say_what_is_wrong_with_a_custom_resource_that_cannot_be_read_and_look_after_the_others() {
        create("early", GOOD.replace("Europe/Berlin", "Mars/Phobos"));
        operator(o -> {});
        create("wrong", GOOD.replace("example.com/web:1", "///").replace("de-DE", "d e"));
        create("good", GOOD);

        awaitPhase("good", "Running");
        awaitPhase("early", "Failed");
        awaitPhase("wrong", "Failed");

        assertThat(status("early").at("/conditions/0/reason").asText()).isEqualTo("Invalid");
        assertThat(status("early").at("/conditions/0/message").asText())
                .startsWith("Assortment default/early spec.zone: \"Mars/Phobos\" is no ZoneId.");
        assertThat(status("wrong").at("/conditions/0/message").asText().lines())
                .anyMatch(line -> line.startsWith(
                        "Assortment default/wrong spec.image: The image \"///\" has an empty part around '/'."))
                .anyMatch(line -> line.startsWith("Assortment default/wrong spec.locale: \"d e\" is no Locale."))
                .hasSize(2);
        assertThat(server.objects("apps/v1", "Deployment")).hasSize(1);
        assertThat(running.isReady()).isTrue();

        correct("wrong", "image", JsonNodeFactory.instance.textNode("example.com/web:2"));
        correct("wrong", "locale", JsonNodeFactory.instance.textNode("de-DE"));
        awaitPhase("wrong", "Running");
    }

    @Test
    void should_say_once_what_is_wrong() {
        operator(o -> {});
        create("wrong", GOOD.replace("example.com/web:1", "///"));
        awaitPhase("wrong", "Failed");

        server.change(
                "somebody",
                API,
                "Assortment",
                "default",
                "wrong",
                live -> live.withObject("/metadata/labels").put("a", "b"));
        create("good", GOOD);
        awaitPhase("good", "Running");

        assertThat(server.requests(
                        request -> request.isApply() && request.path().endsWith("/assortments/wrong/status")))
                .hasSize(1);
        assertThat(events()).containsOnlyOnce("wrong Invalid");
    }

    @Test
    void should_keep_what_runs_when_the_custom_resource_can_no_longer_be_read() {
        operator(o -> {});
        create("mine", GOOD);
        awaitPhase("mine", "Running");

        correct("mine", "image", JsonNodeFactory.instance.textNode("///"));
        awaitPhase("mine", "Failed");

        assertThat(server.object("apps/v1", "Deployment", "default", "mine")).isPresent();
        assertThat(status("mine").path("readyReplicas").asInt()).isEqualTo(1);
    }

    @Test
    void should_not_do_what_is_to_be_done_before_it_goes_with_a_custom_resource_that_cannot_be_read() {
        List<String> deleted = new CopyOnWriteArrayList<>();
        operator(o -> o.onDelete(each -> deleted.add(
                each.getSpec() == null ? "nothing" : each.getSpec().image().reference())));
        create("wrong", GOOD.replace("example.com/web:1", "///"));
        awaitPhase("wrong", "Failed");

        server.delete(API, "Assortment", "default", "wrong");
        create("good", GOOD);
        awaitPhase("good", "Running");
        assertThat(live("wrong").at("/metadata/finalizers")).hasSize(1);
        correct("wrong", "image", JsonNodeFactory.instance.textNode("example.com/web:2"));

        Await.until(
                "it is gone",
                () -> live("wrong"),
                () -> server.object(API, "Assortment", "default", "wrong").isEmpty());
        assertThat(deleted).containsExactly("example.com/web:2");
    }
}
